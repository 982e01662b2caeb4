import type { ReactNode } from "react";
import type { FormOutcome } from "../form/outcome.ts";
import { PostForm } from "../form/post-form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { Beside } from "./way-in.tsx";
import styles from "./way-in.module.css";

interface DemonstrationAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly does: string;
}

/** Accounts to try the site with: one press signs in; the words are there to be copied. */
export function Demonstration({
  of,
  outcome,
}: {
  of: readonly DemonstrationAccount[];
  outcome: FormOutcome | undefined;
}): ReactNode {
  const passwords = new Set(of.map(({ password }) => password));
  return (
    <Beside title="Try it out">
      <p>
        This site shows a demonstration with invented people.
        {passwords.size === 1 && (
          <>
            {" "}
            The password of each is <code>{of[0]?.password}</code>
          </>
        )}
      </p>
      <ul role="list" className={styles.accounts}>
        {of.map(({ name, email, password, does }) => (
          <li key={email}>
            <div>
              <strong>{name}</strong>
              <span>{does}</span>
              <span>
                {email}
                {passwords.size > 1 && (
                  <>
                    {" "}
                    <code>{password}</code>
                  </>
                )}
              </span>
            </div>
            <PostForm intent="demonstration" of={email} outcome={outcome} inline>
              <SubmitButton look="other" about={`as ${name}`}>
                Sign in
              </SubmitButton>
            </PostForm>
          </li>
        ))}
      </ul>
    </Beside>
  );
}
