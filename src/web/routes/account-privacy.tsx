import type { ReactNode } from "react";
import { Link, useSearchParams } from "react-router";
import { AccountPage, Part } from "../components/account/account-page.tsx";
import { Confirm } from "../components/form/confirm.tsx";
import { Field } from "../components/form/field.tsx";
import { Fieldset } from "../components/form/fieldset.tsx";
import formStyles from "../components/form/form.module.css";
import type { FormOutcome } from "../components/form/outcome.ts";
import { PasswordField } from "../components/form/password-field.tsx";
import { PostForm } from "../components/form/post-form.tsx";
import { Notice } from "../components/form/saved.tsx";
import { buttonClass, SubmitButton } from "../components/form/submit-button.tsx";
import prose from "../components/prose.module.css";
import { downloadFaults } from "../data/download-faults.ts";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import type { Route } from "./+types/account-privacy.ts";

export { action, loader } from "./account-privacy.server.ts";

export const headers = secretHeaders;

export const meta = () =>
  privateMeta("Privacy", "Download everything that is held about you, or delete your account.");

/** What is held about oneself: to take away, and to have removed. */
export default function AccountPrivacy({
  loaderData,
  actionData,
}: Route.ComponentProps): ReactNode {
  return (
    <AccountPage
      title="Privacy"
      lead="Everything held about you is yours: take it away, or have it removed."
    >
      <Part title="Download my data" id="download">
        <Download {...loaderData} />
      </Part>
      <Part title="Delete my account" id="delete">
        <Deletion {...loaderData} outcome={actionData} />
      </Part>
    </AccountPage>
  );
}

interface Own {
  readonly email: string;
  readonly hasPassword: boolean;
}

function Download({ hasPassword }: Own): ReactNode {
  const [params] = useSearchParams();
  const name = params.get("download") ?? "";
  const fault = Object.hasOwn(downloadFaults, name)
    ? downloadFaults[name as keyof typeof downloadFaults]
    : undefined;
  return (
    <>
      {fault !== undefined && (
        <Notice look="care">
          <p>{fault}</p>
        </Notice>
      )}
      <p>
        One file with your profile, how you sign in, your schools and roles, all your reflections,
        and what the audit trail says about you. It is JSON: any text editor shows it. Passwords and
        what else could be used to sign in are not in it.
      </p>
      {/* A file comes back, which scripts cannot take: the browser sends this form itself. */}
      <form method="post" action="/account/data.json" className={formStyles.form} noValidate>
        {hasPassword && (
          <PasswordField
            name="password"
            label="Your password"
            hint="Not needed if you signed in within the last ten minutes."
            autoComplete="current-password"
          />
        )}
        <button type="submit" className={buttonClass("other")}>
          Download my data
        </button>
      </form>
    </>
  );
}

function Deletion({
  email,
  hasPassword,
  outcome,
}: Own & { outcome: FormOutcome | undefined }): ReactNode {
  return (
    <>
      <p>This happens at once, and nobody can undo it:</p>
      <ul className={prose.prose}>
        <li>
          Your name, e-mail address, password and second step, your profile, school and roles are
          removed, and you are signed out everywhere.
        </li>
        <li>Reflections that are private or shared with your school are removed.</li>
        <li>Messages to you that are still kept, and invitations to your address, are removed.</li>
        <li>
          The audit trail keeps what was done, by somebody it can no longer name. Backups made
          earlier hold your data until whoever runs this site deletes them.
        </li>
      </ul>
      <Confirm ask="Delete my account …" open={outcome !== undefined}>
        <PostForm intent="delete" outcome={outcome}>
          <Fieldset
            type="radio"
            name="contributions"
            legend="What becomes of what you have published?"
            choices={[
              {
                value: "KEEP",
                label: "It stays, by “a former teacher”",
                hint: "Public reflections and projects stay without your name. Names in the text itself stay as you wrote them.",
              },
              {
                value: "REMOVE",
                label: "It goes too",
                hint: "Public reflections and projects that you lead are removed.",
              },
            ]}
          />
          {hasPassword ? (
            <PasswordField
              name="password"
              label="Your password"
              autoComplete="current-password"
              hint="So that nobody else can do this at your computer."
            />
          ) : (
            <Field
              name="email"
              type="email"
              label="Your e-mail address"
              hint={`Type ${email}, so that nothing goes by mistake.`}
              autoComplete="off"
              inputMode="email"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
          <SubmitButton look="danger" busy="Deleting …">
            Delete my account for good
          </SubmitButton>
        </PostForm>
      </Confirm>
      <p>
        What is kept about people, and for how long, is{" "}
        <Link to="/privacy">on the page about privacy</Link>.
      </p>
    </>
  );
}
