import type { ReactNode } from "react";
import { Link } from "react-router";
import type { RefusedDocumentFragment } from "../../generated/graphql.ts";
import { formatDay, formatTime } from "../../data/dates.ts";
import { pathOf } from "../../data/paths.ts";
import { inNumbers, kinds } from "../../data/wording.ts";
import { tableRoles } from "../table-roles.ts";
import styles from "./insight.module.css";

/** Records that the index does not take, with the reason; nothing where there are none. */
export function RefusedTable({
  of,
  count,
}: {
  of: readonly RefusedDocumentFragment[];
  count: number;
}): ReactNode {
  if (count === 0) return null;
  return (
    <section aria-labelledby="refused" className={styles.part}>
      <h2 id="refused">Not in the index</h2>
      <p>
        The search server refuses{" "}
        {count === 1 ? "this record" : `these ${inNumbers(count)} records`}
        {count > of.length ? `, of which the first ${inNumbers(of.length)} are listed` : ""}:
        searches do not find {count === 1 ? "it" : "them"} as written. A change is tried at once;
        without one it is tried again ever more rarely.
      </p>
      <table {...tableRoles.table} className={styles.table} aria-labelledby="refused">
        <thead {...tableRoles.group}>
          <tr {...tableRoles.row}>
            <th {...tableRoles.column}>Record</th>
            <th {...tableRoles.column}>Tried</th>
            <th {...tableRoles.column}>Again</th>
          </tr>
        </thead>
        <tbody {...tableRoles.group}>
          {of.map((each) => (
            <tr key={each.id} {...tableRoles.row}>
              <th {...tableRoles.rowHead}>
                <RecordName of={each} />
                <span className={styles.more}>{each.reason}</span>
              </th>
              <td {...tableRoles.cell} data-name="Tried">
                {inNumbers(each.attempts)} {each.attempts === 1 ? "time" : "times"}
              </td>
              <td {...tableRoles.cell} data-name="Again">
                {formatDay(each.nextAttemptAt)}, {formatTime(each.nextAttemptAt)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Its title, with the way to it for whom finds it. */
function RecordName({ of: { id, title, record } }: { of: RefusedDocumentFragment }): ReactNode {
  if (!record) return title ?? `A record that you do not see (${id})`;
  const kind = kinds.find((each) => each.kind === record.kind)?.one;
  return (
    <>
      <Link to={pathOf(record.url)}>{title ?? id}</Link>
      {kind !== undefined && <span className={styles.more}>{kind}</span>}
    </>
  );
}
