import type { ReactNode } from "react";
import { type RoleName, roleWords } from "../../data/people-words.ts";
import { inNumbers } from "../../data/wording.ts";
import { Field, FieldFrame } from "../form/field.tsx";
import { describedBy } from "../form/field.tsx";
import { type FormOutcome, useField } from "../form/outcome.ts";
import { PostForm } from "../form/post-form.tsx";
import { Buttons, SubmitButton } from "../form/submit-button.tsx";
import { tableRoles } from "../table-roles.ts";
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

/** Largest list that is read, in bytes. */
export const csvBytesMax = 100_000;

/** Many at once: first what would happen, line by line; nothing is sent before. */
export function InviteMany({
  outcome,
  columns,
  example,
}: {
  outcome: FormOutcome | undefined;
  /** What the first line names. */
  columns: ReactNode;
  /** Two lines that can be copied. */
  example: string;
}): ReactNode {
  return (
    <PostForm intent="check" outcome={outcome} encType="multipart/form-data">
      <div className={styles.columns}>
        <p>{columns}</p>
        <pre tabIndex={0} aria-label="An example">
          {example}
        </pre>
      </div>
      <FileField
        name="file"
        label="A CSV file"
        hint="At most 100 kB, about 1,000 people. Spreadsheets save one as “CSV UTF-8”."
      />
      <Field
        name="csv"
        label="Or the lines themselves"
        optional
        rows={6}
        autoCapitalize="none"
        spellCheck={false}
        hint="Copied from a spreadsheet or a text. A file, if there is one, goes first."
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

/** A line of the list that cannot be used. */
export interface FaultyLine {
  readonly line: number;
  readonly field?: string | null;
  readonly message: string;
}

/** Faults of a list by line, as a table. */
export function FaultyLines({ of }: { of: readonly FaultyLine[] }): ReactNode {
  return (
    <table {...tableRoles.table} className={styles.lines}>
      <caption>
        {of.length === 1 ? "1 line cannot be used" : `${inNumbers(of.length)} lines cannot be used`}
      </caption>
      <thead {...tableRoles.group}>
        <tr {...tableRoles.row}>
          <th {...tableRoles.column}>Line</th>
          <th {...tableRoles.column}>What is wrong</th>
        </tr>
      </thead>
      <tbody {...tableRoles.group}>
        {of.map(({ line, message }, place) => (
          <tr key={place} {...tableRoles.row}>
            <th {...tableRoles.rowHead}>{inNumbers(line)}</th>
            <td {...tableRoles.cell}>{message}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What a list would do, before it does it. The lines travel along, so that what was checked is what is sent. */
export function CheckedList({
  csv,
  ready,
  faults,
  outcome,
}: {
  csv: string;
  /** How many would be invited. */
  ready: number;
  faults: readonly FaultyLine[];
  outcome: FormOutcome | undefined;
}): ReactNode {
  const people = ready === 1 ? "1 person" : `${inNumbers(ready)} people`;
  return (
    <div className={styles.checked}>
      <p>
        <strong>{ready === 0 ? "Nobody would be invited." : `${people} would be invited.`}</strong>{" "}
        Nothing has been sent yet.
      </p>
      {faults.length > 0 && <FaultyLines of={faults} />}
      {ready > 0 && (
        <PostForm intent="send" outcome={outcome}>
          <input type="hidden" name="csv" value={csv} />
          {faults.length > 0 && (
            <p>
              The lines above are left out. You can put them right and send them in another list.
            </p>
          )}
          <Buttons>
            <SubmitButton busy="Sending …">Invite {people}</SubmitButton>
          </Buttons>
        </PostForm>
      )}
    </div>
  );
}
