import type { ReactNode } from "react";
import { Link } from "react-router";
import { formatDay } from "../../data/dates.ts";
import { basisInWords } from "../../data/people-words.ts";
import { buttonClass } from "../form/submit-button.tsx";
import { ConfirmedAct } from "./acts.tsx";
import { type NamedSchool, SchoolLine } from "./school-line.tsx";
import styles from "./stack.module.css";

/** For somebody without a school: why to have one, and the way there. */
export function NoSchool({ declined }: { declined?: NamedSchool | undefined }): ReactNode {
  return (
    <div className={styles.stack}>
      {declined && (
        <p>
          <strong>{declined.name} did not confirm that you work there.</strong> If that is a
          mistake, speak to them, and ask again.
        </p>
      )}
      <p>
        When you belong to a school you can share reflections with colleagues there and read what
        they share. Everything public stays open to you without one.
      </p>
      <p>
        <Link to="/schools/choose" className={buttonClass("main")}>
          Choose your school
        </Link>
      </p>
    </div>
  );
}

/** A request that waits: for whom, since when, and what happens next. */
export function WaitingRequest({
  id,
  school,
  requestedAt,
  current,
}: {
  id: string;
  school: NamedSchool;
  requestedAt: string;
  /** The school that one leaves when the request is approved. */
  current?: NamedSchool | undefined;
}): ReactNode {
  return (
    <div className={styles.stack}>
      <SchoolLine of={school} />
      <p>
        You asked on {formatDay(requestedAt)}. A lead of the school decides whether you belong to
        it, and we write to you when that is done. There is nothing you have to do meanwhile.
      </p>
      {current && (
        <p>
          Until then you stay at {current.name}. When the request is approved, your membership there
          ends.
        </p>
      )}
      <ConfirmedAct
        ask="Take the request back …"
        intent="cancel"
        of={id}
        words={
          <p>
            {school.name} will no longer see your request. You can ask again, or ask another school.
          </p>
        }
      >
        Take the request back
      </ConfirmedAct>
    </div>
  );
}

/** The school one belongs to: since when and by what, and what can be done there. */
export function OwnSchool({
  school,
  since,
  basis,
}: {
  school: NamedSchool;
  since: string;
  basis: keyof typeof basisInWords | null;
}): ReactNode {
  return (
    <div className={styles.stack}>
      <SchoolLine of={school} />
      <p className={styles.soft}>
        Member since {formatDay(since)}
        {basis && `, ${basisInWords[basis]}`}.
      </p>
    </div>
  );
}

/** Leaving a school, or changing to another, with what comes of it. */
export function LeaveSchool({
  id,
  school,
  leads,
  waiting,
}: {
  /** The membership. */
  id: string;
  school: NamedSchool;
  /** Whether one is a lead of it. */
  leads: boolean;
  /** Whether one has asked another school already. */
  waiting: boolean;
}): ReactNode {
  return (
    <div className={styles.acts}>
      {!waiting && (
        <Link to="/schools/choose" className={buttonClass("other")}>
          Move to another school
        </Link>
      )}
      <ConfirmedAct
        ask="Leave the school …"
        intent="leave"
        of={id}
        words={
          <>
            <p>
              You will no longer read what colleagues at {school.name} share with the school
              {leads && ", and you will no longer be one of its leads"}. What you wrote stays yours.
            </p>
            <p>To come back you ask the school again.</p>
          </>
        }
      >
        Leave the school
      </ConfirmedAct>
    </div>
  );
}
