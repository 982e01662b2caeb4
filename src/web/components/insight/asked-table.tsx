import { type ReactNode, useId } from "react";
import { Link } from "react-router";
import type { AskedWordsFragment } from "../../generated/graphql.ts";
import { inNumbers } from "../../data/wording.ts";
import { PostForm } from "../form/post-form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { tableRoles } from "../table-roles.ts";
import styles from "./insight.module.css";

interface AskedTableProps {
  readonly title: string;
  /** What is said where there are no lines. */
  readonly none: string;
  readonly of: readonly AskedWordsFragment[];
  /** Words that have another name already need none. */
  readonly aliases: readonly { readonly words: string; readonly means: string }[];
}

/** Words that were searched for, most often first, with what may be done about those that find nothing. */
export function AskedTable({ title, none, of, aliases }: AskedTableProps): ReactNode {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 id={id}>{title}</h2>
      {of.length === 0 ? (
        <p className={styles.empty}>{none}</p>
      ) : (
        <table {...tableRoles.table} className={styles.table} aria-labelledby={id}>
          <thead {...tableRoles.group}>
            <tr {...tableRoles.row}>
              <th {...tableRoles.column}>Words</th>
              <th {...tableRoles.column}>Asked</th>
              <th {...tableRoles.column}>Hits</th>
              <th {...tableRoles.column}>Opened</th>
            </tr>
          </thead>
          <tbody {...tableRoles.group}>
            {of.map((line) => (
              <tr key={line.words} {...tableRoles.row}>
                <th {...tableRoles.rowHead}>
                  <Link to={`/search?${new URLSearchParams({ q: line.words })}`}>{line.words}</Link>
                  <Alike
                    of={line}
                    means={aliases.find(({ words }) => words === line.words)?.means}
                  />
                </th>
                <td {...tableRoles.cell} data-name="Asked">
                  {inNumbers(line.times)}
                </td>
                <td {...tableRoles.cell} data-name="Hits">
                  {inNumbers(line.hits)}
                </td>
                <td {...tableRoles.cell} data-name="Opened">
                  <Opened of={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Opened({ of: { opened, medianPosition } }: { of: AskedWordsFragment }): ReactNode {
  if (opened === 0 || typeof medianPosition !== "number") return "never";
  return `${inNumbers(opened)} ${opened === 1 ? "time" : "times"}, in place ${Math.round(medianPosition)}`;
}

/** One click makes the words another name for what is written alike. */
function Alike({ of, means }: { of: AskedWordsFragment; means: string | undefined }): ReactNode {
  if (means !== undefined) return <span className={styles.more}>means “{means}” by now</span>;
  if (of.alike.length === 0) return null;
  return (
    <span className={styles.alike}>
      {of.alike.map((each) => (
        <PostForm key={each} intent="alike" of={of.words} outcome={undefined} inline>
          <input type="hidden" name="means" value={each} />
          <SubmitButton look="other" about={`for “${of.words}”`}>
            means “{each}”
          </SubmitButton>
        </PostForm>
      ))}
    </span>
  );
}
