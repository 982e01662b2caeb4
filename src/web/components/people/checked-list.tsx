import type { ReactNode } from "react";
import { type RoleName, roleWords } from "../../data/people-words.ts";
import { inNumbers } from "../../data/wording.ts";
import { PostForm } from "../form/post-form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { tableRoles } from "../table-roles.ts";
import styles from "./checked-list.module.css";

/** A line of the list that can be used. */
export interface ReadyLine {
  readonly line: number;
  readonly email: string;
  readonly name?: string | null;
  readonly role: RoleName;
  readonly school?: { readonly name: string } | null;
}

/** A line of the list that cannot be used. */
export interface FaultyLine {
  readonly line: number;
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
  invited,
  faults,
}: {
  csv: string;
  /** Who would be invited. */
  invited: readonly ReadyLine[];
  faults: readonly FaultyLine[];
}): ReactNode {
  const count = invited.length;
  const people = count === 1 ? "1 person" : `${inNumbers(count)} people`;
  return (
    <section className={styles.checked} aria-labelledby="checked">
      <h2 id="checked" ref={focus} tabIndex={-1}>
        {count === 0 ? "Nobody would be invited" : `${people} would be invited`}
      </h2>
      <p>Nothing has been sent yet.</p>
      {faults.length > 0 && <FaultyLines of={faults} />}
      {count > 0 && (
        <>
          <details className={styles.ready}>
            <summary>Who they are</summary>
            <ul>
              {invited.map(({ line, email, name, role, school }) => (
                <li key={line}>
                  {[name ? `${name} (${email})` : email, roleWords[role].name, school?.name]
                    .filter(Boolean)
                    .join(", ")}
                </li>
              ))}
            </ul>
          </details>
          {faults.length > 0 && (
            <p>
              The lines above are left out. You can put them right and send them in another list.
            </p>
          )}
          <PostForm intent="send" outcome={undefined}>
            <input type="hidden" name="csv" value={csv} />
            <SubmitButton busy="Sending …">Invite {people}</SubmitButton>
          </PostForm>
        </>
      )}
    </section>
  );
}

/** Where one arrives after sending a list to be checked. */
const focus = (heading: HTMLElement | null): void => heading?.focus();
