import type { ReactNode } from "react";
import { Link } from "react-router";
import type { FormOutcome } from "../form/outcome.ts";
import { PostForm } from "../form/post-form.tsx";
import { Notice } from "../form/saved.tsx";
import { Buttons, buttonClass, SubmitButton } from "../form/submit-button.tsx";
import { type NamedSchool, SchoolLine } from "./school-line.tsx";
import styles from "./stack.module.css";

interface JoinSchoolProps {
  readonly school: NamedSchool & { readonly id: string; readonly closed: boolean };
  /** The school one belongs to. */
  readonly current: NamedSchool | undefined;
  /** The school one has asked already. */
  readonly asked: NamedSchool | undefined;
  readonly outcome: FormOutcome | undefined;
}

/** What will happen when one asks to join this school, said before it does; or why it cannot be asked. */
export function JoinSchool({ school, current, asked, outcome }: JoinSchoolProps): ReactNode {
  const words = obstacle(school, current, asked);
  return (
    <div className={styles.stack}>
      <SchoolLine of={school} />
      {words ? (
        <>
          <Notice look="plain">{words}</Notice>
          <p>
            <Link to="/my-school">Go to your school</Link>, or{" "}
            <Link to="/schools/choose">choose another one</Link>.
          </p>
        </>
      ) : (
        <>
          <h2>What happens next</h2>
          <ul>
            <li>A lead of the school sees your name, and decides whether you belong to it.</li>
            <li>
              If the school has listed the domain of your e-mail address, and you have confirmed
              that address, you join at once.
            </li>
            {current && (
              <li>
                <strong>You move.</strong> You stay at {current.name} until then. From the moment
                you join {school.name} you no longer read what colleagues at {current.name} share
                with their school. What you wrote stays yours.
              </li>
            )}
          </ul>
          <PostForm intent="join" of={school.id} outcome={outcome}>
            <Buttons>
              <SubmitButton busy="Asking …">
                {current ? `Ask to move to this school` : "Ask to join this school"}
              </SubmitButton>
              <Link to="/schools/choose" className={buttonClass("plain")}>
                Choose another school
              </Link>
            </Buttons>
          </PostForm>
        </>
      )}
    </div>
  );
}

function obstacle(
  school: JoinSchoolProps["school"],
  current: NamedSchool | undefined,
  asked: NamedSchool | undefined,
): ReactNode {
  if (current?.urn === school.urn) return <p>You belong to this school already.</p>;
  if (asked?.urn === school.urn)
    return <p>You have asked this school already. Its lead has not decided yet.</p>;
  if (school.closed) return <p>This school has closed. Nobody can join it.</p>;
  if (asked)
    return (
      <p>
        You have asked {asked.name}, which has not decided yet. Take that request back before you
        ask another school.
      </p>
    );
  return undefined;
}
