import type { ReactNode } from "react";
import { CopyButton } from "../copy-button.tsx";
import { Field } from "../form/field.tsx";
import type { FormOutcome } from "../form/outcome.ts";
import { PasswordField } from "../form/password-field.tsx";
import { PostForm } from "../form/post-form.tsx";
import { Confirm } from "../form/confirm.tsx";
import { Notice } from "../form/saved.tsx";
import { Buttons, SubmitButton } from "../form/submit-button.tsx";
import styles from "./account-page.module.css";
import { PrintButton } from "./print-button.tsx";

/** What a second step is set up with. It is shown once, and kept nowhere but in the page. */
export interface Enrolment {
  /** What an app reads: `otpauth://totp/…`. */
  readonly uri: string;
  /** The same as a picture for its camera, in SVG of our own making. */
  readonly picture: string;
  /** The key alone, in groups of four, for apps without a camera. */
  readonly key: string;
  readonly codes: readonly string[];
}

/** Recovery codes, to be kept before they are gone. */
export function RecoveryCodes({ of: codes }: { of: readonly string[] }): ReactNode {
  return (
    <>
      <ul role="list" className={styles.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Buttons>
        <CopyButton text={codes.join("\n")}>Copy the codes</CopyButton>
        <PrintButton>Print this page</PrintButton>
      </Buttons>
    </>
  );
}

/** Asks for the password, where the account has one. */
export function OwnPassword({ shown }: { shown: boolean }): ReactNode {
  return shown ? (
    <PasswordField
      name="password"
      label="Your password"
      hint="So that nobody does this at a computer you left open."
      autoComplete="current-password"
    />
  ) : null;
}

/** Three steps: the app, the codes for when it is lost, and the proof that it works. */
export function Enrol({
  of: { uri, picture, key, codes },
  outcome,
}: {
  of: Enrolment;
  outcome: FormOutcome | undefined;
}): ReactNode {
  return (
    <>
      {/* Takes the focus: what one pressed is gone. */}
      <Notice>
        <p>Three steps from here. Nothing is switched on before the last.</p>
      </Notice>
      <ol className={styles.steps}>
        <li>
          <h3>1. Add Potbank to your authenticator app</h3>
          <p>Let the app read this picture with the camera, or type the key into it.</p>
          <div
            className={styles.picture}
            role="img"
            aria-label="QR code for an authenticator app. The key below says the same."
            dangerouslySetInnerHTML={{ __html: picture }}
          />
          <p>
            Key: <code className={styles.key}>{key}</code>
          </p>
          <Buttons>
            <CopyButton text={key.replaceAll(" ", "")}>Copy the key</CopyButton>
          </Buttons>
        </li>
        <li>
          <h3>2. Keep these recovery codes</h3>
          <p>
            Each signs you in once, when you have lost your phone. They are not shown again: print
            them, or put them into your password manager.
          </p>
          <RecoveryCodes of={codes} />
        </li>
        <li>
          <h3>3. Type the code that the app shows now</h3>
          <PostForm intent="factor-verify" outcome={outcome}>
            <input type="hidden" name="uri" value={uri} />
            {codes.map((code) => (
              <input key={code} type="hidden" name="recovery" value={code} />
            ))}
            <Field
              name="code"
              label="Code"
              width="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              spellCheck={false}
            />
            <SubmitButton busy="Checking …">Switch the second step on</SubmitButton>
          </PostForm>
        </li>
      </ol>
    </>
  );
}

/** The second step as it is: on, with new codes and a way to switch it off; or off. */
export function SecondStep({
  on,
  hasPassword,
  outcome,
}: {
  on: boolean;
  hasPassword: boolean;
  outcome: FormOutcome | undefined;
}): ReactNode {
  if (!on)
    return (
      <>
        <p>
          After your password, a code from an app on your phone: whoever learns your password still
          cannot sign in. Publishers and administrators may be asked to have it.
        </p>
        <PostForm intent="factor-start" outcome={outcome}>
          <OwnPassword shown={hasPassword} />
          <SubmitButton look="other">Set up the second step</SubmitButton>
        </PostForm>
      </>
    );
  return (
    <>
      <p>
        <strong>It is on.</strong> You are asked for a code after your password.
      </p>
      <Confirm ask="New recovery codes …" open={outcome?.intent === "factor-codes"}>
        <p>The old ones stop working at once.</p>
        <PostForm intent="factor-codes" outcome={outcome}>
          <OwnPassword shown={hasPassword} />
          <SubmitButton look="other">Make new codes</SubmitButton>
        </PostForm>
      </Confirm>
      <Confirm ask="Switch it off …" open={outcome?.intent === "factor-off"}>
        <p>
          Your password alone will sign you in. Roles that ask for the second step rest meanwhile.
        </p>
        <PostForm intent="factor-off" outcome={outcome}>
          <OwnPassword shown={hasPassword} />
          <SubmitButton look="danger">Switch the second step off</SubmitButton>
        </PostForm>
      </Confirm>
    </>
  );
}
