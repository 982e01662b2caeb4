import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { formatDay } from "../../data/dates.ts";
import { withNext } from "../../data/next-path.ts";
import type { invitationStates, RoleName } from "../../data/people-words.ts";
import { roleWords } from "../../data/people-words.ts";
import type { FormOutcome } from "../form/outcome.ts";
import { PostForm } from "../form/post-form.tsx";
import { Notice } from "../form/saved.tsx";
import { buttonClass, Buttons, SubmitButton } from "../form/submit-button.tsx";
import { type NamedSchool, SchoolLine } from "./school-line.tsx";
import styles from "./stack.module.css";

/** An invitation as whoever holds its link sees it. */
export interface Offer {
  readonly email: string;
  readonly role: RoleName;
  readonly state: keyof typeof invitationStates;
  readonly expiresAt: string;
  readonly invitedByName?: string | null;
  readonly isForViewer: boolean;
  readonly school?: (NamedSchool & { readonly id: string }) | null;
}

interface InvitationOfferProps {
  readonly of: Offer;
  /** Address of the page. */
  readonly path: string;
  /** E-mail address of whoever is signed in; null for nobody. */
  readonly viewerEmail: string | null;
  /** The school they belong to. */
  readonly current: { readonly id: string; readonly name: string } | undefined;
  readonly outcome: FormOutcome | undefined;
}

/** What one is invited to, and the one thing to do next. */
export function InvitationOffer(props: InvitationOfferProps): ReactNode {
  const { of } = props;
  return (
    <div className={styles.stack}>
      <p>
        {of.invitedByName ?? "Somebody who is no longer here"} invites {of.email}
        {of.role !== "TEACHER" && ` as ${roleWords[of.role].name.toLowerCase()}`}
        {of.school ? " at this school:" : "."}
      </p>
      {of.school && <SchoolLine of={of.school} />}
      <Next {...props} />
    </div>
  );
}

function Next({ of, path, viewerEmail, current, outcome }: InvitationOfferProps): ReactNode {
  if (of.state === "ACCEPTED")
    return (
      <Notice look="plain">
        <p>
          This invitation has been accepted.{" "}
          {of.isForViewer ? (
            <Link to="/my-school">Go to your school</Link>
          ) : (
            <>
              If that was you, <Link to="/sign-in">sign in</Link>.
            </>
          )}
        </p>
      </Notice>
    );
  if (of.state !== "PENDING")
    return (
      <Notice look="plain">
        <p>
          {of.state === "REVOKED"
            ? "This invitation was taken back."
            : `This invitation could be accepted until ${formatDay(of.expiresAt)}.`}{" "}
          Ask {of.invitedByName ?? "the school"} for a new one, or{" "}
          <Link to="/schools/choose">ask your school yourself</Link>.
        </p>
      </Notice>
    );
  if (viewerEmail === null) return <SignInFirst of={of} path={path} />;
  if (!of.isForViewer) return <OtherAddress of={of} path={path} viewerEmail={viewerEmail} />;
  return <Accept of={of} current={current} outcome={outcome} />;
}

function SignInFirst({ of, path }: { of: Offer; path: string }): ReactNode {
  return (
    <>
      <p>
        To accept it, sign in with an account of <strong>{of.email}</strong>. You come back here
        afterwards.
      </p>
      <Buttons>
        <Link to={withNext("/sign-in", path)} className={buttonClass("main")}>
          Sign in
        </Link>
        <Link to={withNext("/sign-up", path)} className={buttonClass("other")}>
          Make an account
        </Link>
      </Buttons>
      <p className={styles.soft}>It can be accepted until {formatDay(of.expiresAt)}.</p>
    </>
  );
}

function OtherAddress({
  of,
  path,
  viewerEmail,
}: {
  of: Offer;
  path: string;
  viewerEmail: string;
}): ReactNode {
  if (viewerEmail.toLowerCase() === of.email.toLowerCase())
    return (
      <Notice look="care">
        <p>
          <strong>Your e-mail address is not confirmed yet.</strong> Press the link in the message
          that we sent to {of.email}, then come back here.
        </p>
      </Notice>
    );
  return (
    <>
      <Notice look="care">
        <p>
          <strong>This invitation is for {of.email}.</strong> You are signed in as {viewerEmail}.
          Sign in with the other address to accept it, or ask for an invitation to this one.
        </p>
      </Notice>
      <Form method="post" action="/sign-out">
        <input type="hidden" name="next" value={path} />
        <button type="submit" className={buttonClass("other")}>
          Sign out, and in with another address
        </button>
      </Form>
    </>
  );
}

function Accept({
  of: { school, role, expiresAt },
  current,
  outcome,
}: {
  of: Offer;
  current: InvitationOfferProps["current"];
  outcome: FormOutcome | undefined;
}): ReactNode {
  const moves = school && current && current.id !== school.id ? current : undefined;
  return (
    <>
      <ul>
        {school && <li>You belong to {school.name} at once, without a request.</li>}
        {moves && (
          <li>
            <strong>You leave {moves.name}</strong>, and no longer read what colleagues there share
            with their school. What you wrote stays yours.
          </li>
        )}
        {role !== "TEACHER" && (
          <li>
            As {roleWords[role].name.toLowerCase()}: {roleWords[role].may}
          </li>
        )}
      </ul>
      <PostForm outcome={outcome}>
        <SubmitButton busy="Accepting …">
          {moves ? "Accept, and move" : "Accept the invitation"}
        </SubmitButton>
      </PostForm>
      <p className={styles.soft}>
        If you did not expect it, do nothing. It can be accepted until {formatDay(expiresAt)}.
      </p>
    </>
  );
}
