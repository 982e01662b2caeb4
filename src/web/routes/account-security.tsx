import type { ReactNode } from "react";
import { AccountPage, Part } from "../components/account/account-page.tsx";
import styles from "../components/account/account-page.module.css";
import { Enrol, RecoveryCodes, SecondStep } from "../components/account/second-factor-parts.tsx";
import { Confirm } from "../components/form/confirm.tsx";
import { Field } from "../components/form/field.tsx";
import type { FormOutcome } from "../components/form/outcome.ts";
import { PasswordField } from "../components/form/password-field.tsx";
import { PostForm } from "../components/form/post-form.tsx";
import { Notice, Saved } from "../components/form/saved.tsx";
import { SubmitButton } from "../components/form/submit-button.tsx";
import { formatDay } from "../data/dates.ts";
import { passwordAdvice, passwordShortest } from "../data/passwords.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import type { Route } from "./+types/account-security.ts";

export { action, loader } from "./account-security.server.ts";

export const headers = secretHeaders;

export const meta = () =>
  privateMeta(
    "Signing in",
    "Your password, e-mail address, second step, and where you are signed in.",
  );

const done = {
  password: "Your password is changed. You are signed out everywhere else.",
  "password-link": "A link to choose a password is on its way to your e-mail address.",
  "too-many": "Several messages have been sent to you already. Look into your mail, or try later.",
  email: "Look into the mail of your present address: a link there lets the change begin.",
  verified: "That is confirmed.",
  "factor-on": "The second step is on. Keep your recovery codes safe.",
  "factor-off": "The second step is off.",
  session: "That device is signed out.",
};

interface PartProps {
  readonly outcome: FormOutcome | undefined;
}

function Password({ outcome, has }: PartProps & { has: boolean }): ReactNode {
  if (!has)
    return (
      <>
        <p>You have none: you sign in by a link, or by another site.</p>
        <PostForm intent="password-link" outcome={outcome}>
          <SubmitButton look="other" busy="Sending …">
            Send me a link to choose one
          </SubmitButton>
        </PostForm>
      </>
    );
  return (
    <PostForm intent="password" outcome={outcome}>
      <PasswordField
        name="currentPassword"
        label="Present password"
        autoComplete="current-password"
      />
      <PasswordField
        name="newPassword"
        label="New password"
        hint={passwordAdvice}
        autoComplete="new-password"
        shortest={passwordShortest}
      />
      <SubmitButton look="other">Change the password</SubmitButton>
    </PostForm>
  );
}

function Email({ outcome, email }: PartProps & { email: string }): ReactNode {
  return (
    <>
      <p>
        It is <strong>{email}</strong>. Only you and the administrators see it.
      </p>
      <PostForm intent="email" outcome={outcome}>
        <Field
          name="newEmail"
          type="email"
          label="New e-mail address"
          hint="We write to your present address first, then to the new one. It changes when both have answered."
          autoComplete="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
        />
        <SubmitButton look="other" busy="Sending …">
          Change the address
        </SubmitButton>
      </PostForm>
    </>
  );
}

function Sessions({ of }: { of: Route.ComponentProps["loaderData"]["sessions"] }): ReactNode {
  return (
    <>
      <ul role="list" className={styles.sessions}>
        {of.map(({ id, device, since, isThis }) => (
          <li key={id}>
            <div>
              <strong>{device}</strong>
              <span>
                {isThis ? "This one, since " : "Since "}
                {formatDay(since)}
              </span>
            </div>
            {!isThis && (
              <PostForm intent="session" of={id} outcome={undefined} inline>
                <SubmitButton look="other" about={`on ${device}`}>
                  Sign out
                </SubmitButton>
              </PostForm>
            )}
          </li>
        ))}
      </ul>
      <Confirm ask="Sign out everywhere …">
        <p>On this device too. You sign in again where you need to.</p>
        <PostForm intent="sessions" outcome={undefined}>
          <SubmitButton look="danger">Sign out everywhere</SubmitButton>
        </PostForm>
      </Confirm>
    </>
  );
}

/** Password, address, second step, and the devices one is signed in on. */
export default function Security({ loaderData, actionData }: Route.ComponentProps): ReactNode {
  const { email, hasPassword, secondFactor, sessions } = loaderData;
  const outcome = actionData && "intent" in actionData ? actionData : undefined;
  const enrolment = actionData && "enrolment" in actionData ? actionData.enrolment : undefined;
  const codes = actionData && "codes" in actionData ? actionData.codes : undefined;
  return (
    <AccountPage title="Signing in">
      {!actionData && <Saved of={done} />}
      {codes && (
        <Notice>
          <p>Your new recovery codes are below. They are not shown again.</p>
        </Notice>
      )}
      <Part title="Second step" id="second-step">
        {codes && <RecoveryCodes of={codes} />}
        {enrolment && !secondFactor ? (
          <Enrol of={enrolment} outcome={outcome} />
        ) : (
          <SecondStep on={secondFactor} hasPassword={hasPassword} outcome={outcome} />
        )}
      </Part>
      <Part title="Password" id="password-part">
        <Password has={hasPassword} outcome={outcome} />
      </Part>
      <Part title="E-mail address" id="email-part">
        <Email email={email} outcome={outcome} />
      </Part>
      <Part title="Where you are signed in" id="sessions-part">
        <Sessions of={sessions} />
      </Part>
    </AccountPage>
  );
}
