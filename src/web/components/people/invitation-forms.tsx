import type { ReactNode } from "react";
import { type RoleName, roleWords } from "../../data/people-words.ts";
import { describedBy, Field, FieldFrame } from "../form/field.tsx";
import { type FormOutcome, useField } from "../form/outcome.ts";
import { PostForm } from "../form/post-form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import styles from "./invitation-forms.module.css";

/** One person, one message. */
export function InviteOne({
  outcome,
  roles,
  ownSchool,
}: {
  outcome: FormOutcome | undefined;
  /** Those that whoever invites may give. */
  roles: readonly RoleName[];
  /** The school they are invited to; null where any school can be named. */
  ownSchool: string | null;
}): ReactNode {
  return (
    <PostForm intent="invite" outcome={outcome}>
      <Field
        name="email"
        type="email"
        label="E-mail address"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        hint="We send a link to it. Only somebody who can read that mail can use the link."
      />
      <Field name="name" label="Name" autoComplete="off" optional hint="For the message." />
      <Field
        name="role"
        label="Role"
        options={roles.map((role) => ({ value: role, label: roleWords[role].name }))}
        width="short"
      />
      {ownSchool === null && (
        <Field
          name="school"
          label="URN of their school"
          optional
          inputMode="numeric"
          autoComplete="off"
          width="short"
          hint={
            <>
              The number of the register.{" "}
              <a href="/schools" target="_blank" rel="noreferrer">
                Find a school (opens in a new tab)
              </a>
            </>
          }
        />
      )}
      <SubmitButton busy="Sending …">
        {ownSchool === null ? "Send the invitation" : `Invite to ${ownSchool}`}
      </SubmitButton>
    </PostForm>
  );
}

/** Many at once: first what would happen, line by line; nothing is sent before. */
export function InviteMany({
  outcome,
  ownSchool,
}: {
  outcome: FormOutcome | undefined;
  /** The school they are invited to; null where the list names schools. */
  ownSchool: string | null;
}): ReactNode {
  return (
    <PostForm intent="check" outcome={outcome} encType="multipart/form-data">
      <div className={styles.columns}>
        <p>
          A list from a spreadsheet, one person a line. The first line names the columns:{" "}
          <strong>email</strong>, and where you like name and role
          {ownSchool === null && ", and school as a URN"}. Without a role they are teachers
          {ownSchool !== null && `; all are invited to ${ownSchool}`}. You see what would happen
          before anything is sent.
        </p>
        <pre tabIndex={0} aria-label="An example of such a list">
          {ownSchool === null
            ? "email,name,school,role\nada@school.example,Ada Kiln,900001,teacher"
            : "email,name,role\nada@school.example,Ada Kiln,teacher"}
        </pre>
      </div>
      <FileField
        name="file"
        label="A CSV file"
        hint="At most 100 kB and 500 lines. A spreadsheet saves one as “CSV UTF-8”."
      />
      <Field
        name="csv"
        label="Or the lines themselves"
        optional
        rows={6}
        autoCapitalize="none"
        spellCheck={false}
        hint="Pasted from a spreadsheet or a text. Where there is a file, the file is read."
      />
      <SubmitButton busy="Reading …">Check the list</SubmitButton>
    </PostForm>
  );
}

/** A file to choose. What was chosen is not kept when the form comes back: browsers do not allow it. */
function FileField({
  name,
  label,
  hint,
}: {
  name: string;
  label: string;
  hint: string;
}): ReactNode {
  const { id, error } = useField(name);
  return (
    <FieldFrame id={id} label={label} optional hint={hint} error={error}>
      <input
        id={id}
        name={name}
        type="file"
        accept=".csv,.txt,text/csv,text/plain"
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, hint, error)}
      />
    </FieldFrame>
  );
}
