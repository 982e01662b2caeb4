import type { ReactNode } from "react";
import { Link } from "react-router";
import { actInWords, type AuditAddress, toAuditPath } from "../data/audit-address.ts";
import { formatDay, formatTime } from "../data/dates.ts";
import type { AuditQuery } from "../generated/graphql.ts";
import styles from "./audit-table.module.css";
import { tableRoles } from "./table-roles.ts";

/** A line of the audit trail. */
export type AuditLine = AuditQuery["auditEvents"]["nodes"][number];

const columns = ["When", "What was done", "By", "On", "More"];

/** Lines of the audit trail; where five columns have no room each is a card. */
export function AuditTable({
  of,
  address,
}: {
  of: readonly AuditLine[];
  address: AuditAddress;
}): ReactNode {
  return (
    <table {...tableRoles.table} className={styles.table} aria-label="Audit trail">
      <thead {...tableRoles.group}>
        <tr {...tableRoles.row}>
          {columns.map((name) => (
            <th key={name} {...tableRoles.column}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...tableRoles.group}>
        {of.map((line) => (
          <tr key={line.id} {...tableRoles.row}>
            <td {...tableRoles.cell} data-name="When">
              <time dateTime={line.at}>
                {formatDay(line.at)}, {formatTime(line.at)}
              </time>
            </td>
            <td {...tableRoles.cell} data-name="What was done">
              <strong>{actInWords(line.act)}</strong>
            </td>
            <td {...tableRoles.cell} data-name="By">
              <Actor of={line} address={address} />
            </td>
            <td {...tableRoles.cell} data-name="On">
              <Link to={toAuditPath(address, { subject: line.subject })}>
                {line.subjectPerson?.name ?? <code>{line.subject}</code>}
              </Link>
            </td>
            <td {...tableRoles.cell} data-name="More">
              {line.detail.length === 0
                ? "–"
                : line.detail.map(({ name, value }) => `${name}: ${value}`).join(", ")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Actor({ of: { actor }, address }: { of: AuditLine; address: AuditAddress }): ReactNode {
  if (!actor) return <span>Nobody signed in</span>;
  return (
    <>
      <Link to={toAuditPath(address, { actor: actor.id })}>
        {actor.name ?? "Somebody who has left"}
      </Link>
      {actor.email !== null && <span className={styles.more}>{actor.email}</span>}
    </>
  );
}
