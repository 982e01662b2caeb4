import type { Batch } from "../kernel/context.ts";
import type { Role } from "../kernel/viewer.ts";
import { RoleGrant } from "./role-grant.entity.ts";
import { roleNames } from "./role.ts";

/** A grant `g` that is in force: a lead's only while they are a member of the school. */
export const inForce = `g.revoked_at is null and (g.role <> 'SCHOOL_LEAD' or exists (
  select from membership m where m.person_id = g.person_id and m.school_id = g.school_id and m.state = 'ACTIVE'))`;

/**
 * Batch: the roles in force of persons who have an account; TEACHER is everybody's whose address is verified. In the
 * order of the enum.
 */
export const rolesByPerson: Batch<Role[]> = async ({ em }, ids) => {
  const places = ids.map(() => "?").join(", ");
  const rows = await em.execute<{ id: string; role: Role }[]>(
    `select g.person_id as id, g.role from role_grant g where g.person_id in (${places}) and ${inForce}
     union all
     select a.id, 'TEACHER' from account a where a.id in (${places}) and a.email_verified`,
    [...ids, ...ids],
  );
  const order = Object.keys(roleNames);
  const roles = Map.groupBy(
    rows.toSorted((one, other) => order.indexOf(one.role) - order.indexOf(other.role)),
    ({ id }) => id,
  );
  return new Map([...roles].map(([id, held]) => [id, held.map(({ role }) => role)]));
};

/** Batch: every grant a person has had, the latest first. */
export const grantsByPerson: Batch<RoleGrant[]> = async ({ em }, ids) => {
  const rows = (await em
    .createQueryBuilder(RoleGrant)
    .where({ personId: { $in: [...ids] } })
    .orderBy([{ grantedAt: "desc" }, { id: "desc" }])
    .execute()) as RoleGrant[];
  return Map.groupBy(rows, ({ personId }) => personId);
};
