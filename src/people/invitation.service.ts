import { randomBytes } from "node:crypto";
import type { Context } from "../kernel/context.ts";
import type { Em } from "../kernel/em.ts";
import { badInput, conflict, DomainError, forbidden, notFound } from "../kernel/errors.ts";
import { requirePerson, type PersonViewer, type Role, type Viewer } from "../kernel/viewer.ts";
import { inWords, tell } from "./acts.ts";
import { requireEmail } from "./email-address.ts";
import { Invitation, InvitationState, stateAt } from "./invitation.entity.ts";
import type { InvitationCreateInput } from "./invitation.inputs.ts";
import { mailInvitation } from "./invitation.mail.ts";
import { hashOfToken, visibleInvitations } from "./invitation.reader.ts";
import { canManagePeople } from "./people.policy.ts";
import { Person } from "./person.entity.ts";
import { cleanName } from "./person.service.ts";
import { canInvite, rolesToInviteTo } from "./role.policy.ts";
import { School, SchoolStatus } from "./school.entity.ts";

/** How long an invitation can be accepted. */
const validMs = 14 * 86_400_000;
/** Most invitations of one person in a day: more is no school. */
const dayMax = 1_000;
/** Most invitations to one address in a day, from everybody: what is taken back was sent all the same. */
const mailboxDayMax = 6;
/** Two who invite at once take turns. Any number, as long as it is ours. */
const invitationLock = 7_256_200_144;

/** One person to invite, as checked as it can be without the database. */
export interface Invitee {
  readonly email: string;
  readonly name: string | null;
  readonly role: Role;
  readonly school: School | null;
}

/** What came of inviting somebody. */
export type InviteOutcome =
  | { readonly kind: "sent"; readonly invitation: Invitation }
  | { readonly kind: "known"; readonly person: Person };

/**
 * Invites one person by mail. Where the address is of somebody whose account the viewer may know of (any for
 * administrators, a member of their school for its leads) nothing is sent. CONFLICT where the same invitation waits.
 */
export function createInvitation(
  ctx: Context,
  input: InvitationCreateInput,
): Promise<InviteOutcome> {
  const viewer = requireInviter(ctx.viewer);
  return ctx.write(async (tx) => {
    const email = requireEmail(input.email, "email");
    const name = input.name?.trim() ? cleanName(input.name, "name") : null;
    const schoolId = input.schoolId ?? (canManagePeople(viewer) ? null : viewer.schoolId);
    const school = schoolId === null ? null : await tx.findOne(School, { id: schoolId });
    if (schoolId !== null && school === null) throw notFound("school", schoolId);
    const invitee = { email, name, role: input.role, school };
    const fault = faultOf(viewer, invitee);
    if (fault?.kind === "FORBIDDEN") throw forbidden(fault.message);
    if (fault) throw badInput(fault.field, fault.message);
    await takeTurn(tx, viewer, 1);
    const known = (await knownPersons(tx, viewer, [email])).get(email);
    if (known) return { kind: "known", person: await tx.findOneOrFail(Person, { id: known.id }) };
    const waiting = (await waitingInvitations(tx, [email])).find((each) => isSame(each, invitee));
    if (waiting) throw conflict(alreadyInvited(waiting));
    if ((await crowdedMailboxes(tx, [email])).has(email))
      throw new DomainError("RATE_LIMITED", `This address ${invitedTooOften}`);
    await makeWay(tx, [email]);
    const invitation = await send(ctx, tx, viewer, invitee, null);
    await tell(tx, viewer, "invitation.sent", invitation.id, { role: input.role });
    return { kind: "sent", invitation };
  });
}

/** Takes an invitation back. CONFLICT where it has been accepted or taken back. */
export function revokeInvitation(ctx: Context, id: string): Promise<Invitation> {
  requireInviter(ctx.viewer);
  return ctx.write(async (tx) => {
    await tx.execute("select pg_advisory_xact_lock(?)", [invitationLock]);
    const invitation = await tx.findOne(Invitation, {
      $and: [{ id }, visibleInvitations(ctx.viewer)],
    } as never);
    if (!invitation) throw notFound("invitation", id);
    refuseClosed(invitation);
    invitation.revoke(new Date());
    await tell(tx, ctx.viewer, "invitation.revoked", id);
    return invitation;
  });
}

/**
 * Takes back everything of one file that has not been accepted. Answers how many that were and how many stay accepted.
 * CONFLICT where nothing of it waits.
 */
export function undoBatch(
  ctx: Context,
  batchId: string,
): Promise<{ revoked: number; accepted: number }> {
  requireInviter(ctx.viewer);
  return ctx.write(async (tx) => {
    await tx.execute("select pg_advisory_xact_lock(?)", [invitationLock]);
    const all = await tx.find(Invitation, {
      $and: [{ batchId }, visibleInvitations(ctx.viewer)],
    } as never);
    if (all.length === 0) throw notFound("batch", batchId);
    const waiting = all.filter(({ state }) => state === InvitationState.PENDING);
    const accepted = all.filter(({ state }) => state === InvitationState.ACCEPTED).length;
    if (waiting.length === 0)
      throw conflict(
        `No invitation of this list waits any more: ${accepted} accepted, ${all.length - accepted} taken back.`,
      );
    const now = new Date();
    for (const invitation of waiting) invitation.revoke(now);
    await tell(tx, ctx.viewer, "invitation-batch.undone", batchId, { revoked: waiting.length });
    return { revoked: waiting.length, accepted };
  });
}

/** Who may invite at all. */
export function requireInviter(viewer: Viewer): PersonViewer {
  const person = requirePerson(viewer, "invite people");
  if (!canInvite(viewer)) throw forbidden("invite people");
  return person;
}

/** Why this viewer cannot invite them to that; undefined where they can. */
export function faultOf(
  viewer: Viewer,
  { role, school }: Invitee,
): { kind: "FORBIDDEN" | "INPUT"; field: string; message: string } | undefined {
  if (school?.status === SchoolStatus.CLOSED)
    return { kind: "INPUT", field: "schoolId", message: `${school.name} has closed.` };
  if (rolesToInviteTo(viewer, school?.id ?? null).includes(role)) return undefined;
  if (canManagePeople(viewer))
    return {
      kind: "INPUT",
      field: "schoolId",
      message: "whoever leads a school needs one; name it.",
    };
  return { kind: "FORBIDDEN", field: "role", message: "invite people to this role at this school" };
}

/** Holds off everybody else who invites, and refuses (RATE_LIMITED) more than a day's invitations. */
export async function takeTurn(tx: Em, viewer: PersonViewer, more: number): Promise<void> {
  await tx.execute("select pg_advisory_xact_lock(?)", [invitationLock]);
  const today = await tx.count(Invitation, {
    invitedById: viewer.personId,
    createdAt: { $gt: new Date(Date.now() - 86_400_000) },
  });
  if (today + more > dayMax)
    throw new DomainError(
      "RATE_LIMITED",
      `At most ${dayMax} invitations a day: ${today} have been sent. Send the others tomorrow.`,
    );
}

/** Of these addresses, those of persons whose account the viewer may know of. */
export async function knownPersons(
  tx: Em,
  viewer: PersonViewer,
  emails: readonly string[],
): Promise<Map<string, { id: string; name: string }>> {
  if (emails.length === 0) return new Map();
  const rows = await tx.execute<{ id: string; name: string; email: string }[]>(
    `select p.id, p.name, a.email from account a join person p on p.id = a.id
     where a.email_verified and a.email in (${emails.map(() => "?").join(", ")})
       and (?::boolean or p.school_id = ?)`,
    [...emails, canManagePeople(viewer), viewer.schoolId],
  );
  return new Map(rows.map((row) => [row.email, row]));
}

/** Invitations to these addresses that can still be accepted. */
export async function waitingInvitations(tx: Em, emails: readonly string[]): Promise<Invitation[]> {
  if (emails.length === 0) return [];
  return tx.find(Invitation, {
    email: { $in: [...emails] },
    state: InvitationState.PENDING,
    expiresAt: { $gt: new Date() },
  });
}

/** Of these addresses, those that nobody can invite before tomorrow. */
export async function crowdedMailboxes(tx: Em, emails: readonly string[]): Promise<Set<string>> {
  if (emails.length === 0) return new Set();
  const rows = await tx.execute<{ email: string }[]>(
    `select email from invitation where email in (${emails.map(() => "?").join(", ")}) and created_at > ?
     group by email having count(*) >= ?`,
    [...emails, new Date(Date.now() - 86_400_000), mailboxDayMax],
  );
  return new Set(rows.map(({ email }) => email));
}

/** What is said of such an address. */
export const invitedTooOften = `was invited ${mailboxDayMax} times within a day; send the next invitation tomorrow.`;

/** Takes back what has expired among the invitations to these addresses: the table holds one of a kind. */
export async function makeWay(tx: Em, emails: readonly string[]): Promise<void> {
  const now = new Date();
  await tx.nativeUpdate(
    Invitation,
    { email: { $in: [...emails] }, state: InvitationState.PENDING, expiresAt: { $lte: now } },
    { state: InvitationState.REVOKED, closedAt: now },
  );
}

/** Whether an invitation is to the very same. */
export const isSame = (invitation: Invitation, { email, role, school }: Invitee): boolean =>
  invitation.email === email &&
  invitation.role === role &&
  invitation.schoolId === (school?.id ?? null);

/** Says since when an invitation waits. */
export const alreadyInvited = ({ createdAt, expiresAt }: Invitation): string =>
  `This address was invited on ${inWords(createdAt)} already; that invitation can be accepted until ${inWords(expiresAt)}.`;

/** Writes an invitation and its mail. Call it in turn and after `makeWay`, with somebody who is not invited to the same. */
export async function send(
  ctx: Context,
  tx: Em,
  viewer: PersonViewer,
  { email, name, role, school }: Invitee,
  batchId: string | null,
): Promise<Invitation> {
  const token = randomBytes(32).toString("base64url");
  const now = new Date();
  const invitation = tx.create(Invitation, {
    email,
    name,
    role,
    schoolId: school?.id ?? null,
    invitedById: viewer.personId,
    tokenHash: hashOfToken(token),
    createdAt: now,
    expiresAt: new Date(now.getTime() + validMs),
    batchId,
  });
  const inviter = await tx.findOneOrFail(Person, { id: viewer.personId });
  mailInvitation(ctx, tx, invitation, token, {
    inviter: inviter.name,
    school: school?.name ?? null,
  });
  return invitation;
}

/** CONFLICT where an invitation waits no more, saying what became of it and when. */
export function refuseClosed(invitation: Invitation): void {
  const state = stateAt(invitation, new Date());
  if (state === InvitationState.ACCEPTED)
    throw conflict(`This invitation was accepted on ${inWords(invitation.closedAt!)}.`);
  if (state === InvitationState.REVOKED)
    throw conflict(`This invitation was taken back on ${inWords(invitation.closedAt!)}.`);
}
