import type { ReactNode } from "react";
import { Link } from "react-router";
import { type RoleName, rolesInWords } from "../../data/people-words.ts";
import { tableRoles } from "../table-roles.ts";
import styles from "./people-table.module.css";

/** A person as administrators list them. */
export interface ListedPerson {
  readonly id: string;
  readonly name: string;
  /** Null for somebody without an account. */
  readonly email?: string | null;
  readonly roles: readonly RoleName[];
  readonly school?: { readonly urn: number; readonly name: string } | null;
}

/** Persons in lines; on a phone each is a card. */
export function PeopleTable({ of }: { of: readonly ListedPerson[] }): ReactNode {
  return (
    <table {...tableRoles.table} className={styles.table}>
      <caption className={styles.unseen}>People, by name</caption>
      <thead {...tableRoles.group}>
        <tr {...tableRoles.row}>
          <th {...tableRoles.column}>Name</th>
          <th {...tableRoles.column}>School</th>
          <th {...tableRoles.column}>Roles</th>
        </tr>
      </thead>
      <tbody {...tableRoles.group}>
        {of.map((person) => (
          <PersonLine key={person.id} of={person} />
        ))}
      </tbody>
    </table>
  );
}

function PersonLine({ of }: { of: ListedPerson }): ReactNode {
  const { id, name, email, roles, school } = of;
  return (
    <tr {...tableRoles.row}>
      <th {...tableRoles.rowHead} className={styles.who}>
        <Link to={`/people/${id}`}>{name}</Link>
        <span className={styles.email}>{email ?? "No account"}</span>
      </th>
      <td {...tableRoles.cell} data-name="School">
        {school ? <Link to={`/schools/${school.urn}`}>{school.name}</Link> : "No school"}
      </td>
      <td {...tableRoles.cell} data-name="Roles">
        {rolesInWords(roles)}
      </td>
    </tr>
  );
}
