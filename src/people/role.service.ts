import { LockMode } from "@mikro-orm/core";
import type { Context } from "../kernel/context.ts";
import type { Em } from "../kernel/em.ts";
import { badInput, conflict, forbidden, notFound } from "../kernel/errors.ts";
import { requirePerson, type Role } from "../kernel/viewer.ts";
import { addressesOf } from "./accounts.reader.ts";
import { inWords, tell } from "./acts.ts";
import { lockPerson } from "./membership.service.ts";
import { canManagePeople, visiblePersons } from "./people.policy.ts";
import { Person } from "./person.entity.ts";
import { RoleGrant } from "./role-grant.entity.ts";
import { rolesInHandOf } from "./role.policy.ts";
import type { GrantedRole } from "./role.ts";

/**
 * Gives a person a role; SCHOOL_LEAD is that of the school they are a member of. CONFLICT where they hold it, and where
 * somebody without a school is to lead one.
 */
export function grantRole(ctx: Context, personId: string, role: Role): Promise<Person> {
  const { personId: by } = requirePerson(ctx.viewer, "give roles");
  const granted = grantable(role);
  return ctx.write(async (tx) => {
    const person = await visibleTo(ctx, tx, personId);
    if (!rolesInHandOf(ctx.viewer, person).includes(granted)) throw forbidden("give this role");
    if (granted === "SCHOOL_LEAD" && person.schoolId === null)
      throw conflict(`${person.name} is no member of a school, and so cannot lead one.`);
    const held = await heldGrant(tx, person, granted);
    if (held)
      throw conflict(`${person.name} holds this role since ${inWords(held.grantedAt)} already.`);
    await giveRole(ctx, tx, person, granted, by);
    return person;
  });
}

/**
 * Takes a role from a person. CONFLICT where they do not hold it any more, saying since when, and where nobody would be
 * left to look after people.
 */
export function revokeRole(ctx: Context, personId: string, role: Role): Promise<Person> {
  const { personId: by } = requirePerson(ctx.viewer, "take roles away");
  const granted = grantable(role);
  return ctx.write(async (tx) => {
    // Before the person, as whoever deletes their account does: in one order nobody waits for each other.
    if (granted === "ADMINISTRATOR" && canManagePeople(ctx.viewer)) await lockAdministrators(tx);
    const person = await visibleTo(ctx, tx, personId);
    if (!rolesInHandOf(ctx.viewer, person).includes(granted))
      throw forbidden("take this role away");
    if (granted === "ADMINISTRATOR") await refuseLastAdministrator(tx, personId);
    const held = await heldGrant(tx, person, granted);
    if (!held) throw conflict(await notHeld(tx, person, granted));
    held.revoke(by, new Date());
    await tell(tx, ctx.viewer, "role.revoked", person.id, { role: granted });
    return person;
  });
}

/** Gives a role, in the caller's transaction, to a person whose row is locked and who does not hold it. */
export async function giveRole(
  ctx: Pick<Context, "viewer">,
  tx: Em,
  person: Person,
  role: GrantedRole,
  by: string | null,
): Promise<void> {
  tx.create(RoleGrant, {
    personId: person.id,
    role,
    schoolId: role === "SCHOOL_LEAD" ? person.schoolId : null,
    grantedAt: new Date(),
    grantedById: by,
  });
  await tell(tx, ctx.viewer, "role.granted", person.id, { role });
}

/** The grant by which a person holds a role now. */
export const heldGrant = (
  tx: Em,
  person: Pick<Person, "id" | "schoolId">,
  role: GrantedRole,
): Promise<RoleGrant | null> =>
  tx.findOne(RoleGrant, {
    personId: person.id,
    role,
    revokedAt: null,
    ...(role === "SCHOOL_LEAD" && { schoolId: person.schoolId }),
  });

/**
 * Refuses, as CONFLICT, to go on where this person is the only administrator who can sign in. Of two transactions that ask this at once
 * the second waits for the first and counts what that left. Call it before whatever takes the role or the person away.
 */
export async function refuseLastAdministrator(tx: Em, personId: string): Promise<void> {
  const administrators = await lockAdministrators(tx);
  if (!administrators.some((grant) => grant.personId === personId)) return;
  const others = administrators.map((grant) => grant.personId).filter((id) => id !== personId);
  const accounts = await addressesOf(tx, others);
  // An invented person of the demonstration may hold the role too, and looks after nobody.
  if (!others.some((id) => accounts.get(id)?.verified))
    throw conflict(
      "This is the last administrator: make somebody else an administrator first, or nobody could look after people.",
    );
}

const lockAdministrators = (tx: Em): Promise<RoleGrant[]> =>
  tx.find(
    RoleGrant,
    { role: "ADMINISTRATOR", revokedAt: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: "asc" }, refresh: true },
  );

function grantable(role: Role): GrantedRole {
  if (role !== "TEACHER") return role;
  throw badInput(
    "role",
    "is TEACHER, which everybody with a verified account is; it is neither given nor taken away.",
  );
}

/** The person, locked; NOT_FOUND where the viewer may not see them. */
async function visibleTo(ctx: Context, tx: Em, personId: string): Promise<Person> {
  const locked = await lockPerson(tx, personId);
  const visible =
    locked &&
    (await tx
      .createQueryBuilder(Person, "p")
      .where({ $and: [{ id: personId }, visiblePersons(ctx.viewer)] } as never)
      .getCount());
  if (!locked || !visible) throw notFound("person", personId);
  return locked;
}

async function notHeld(tx: Em, person: Person, role: GrantedRole): Promise<string> {
  const last = await tx.findOne(
    RoleGrant,
    { personId: person.id, role, revokedAt: { $ne: null } },
    { orderBy: { revokedAt: "desc" } },
  );
  return last
    ? `${person.name} does not hold this role since ${inWords(last.revokedAt!)}.`
    : `${person.name} does not hold this role.`;
}
