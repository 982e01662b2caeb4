import type { Context } from "../kernel/context.ts";
import type { Em } from "../kernel/em.ts";
import { badInput, conflict, DomainError, forbidden, notFound } from "../kernel/errors.ts";
import { requirePerson } from "../kernel/viewer.ts";
import { verifiedEmail } from "./accounts.reader.ts";
import { inWords, tell } from "./acts.ts";
import { Membership, MembershipBasis, MembershipState } from "./membership.entity.ts";
import { mailAboutRequest, mailDecision } from "./membership.mail.ts";
import { decidesOn, visibleMemberships } from "./membership.policy.ts";
import { Person } from "./person.entity.ts";
import { RoleGrant } from "./role-grant.entity.ts";
import { SchoolDomain } from "./school-domain.entity.ts";
import { School, SchoolStatus } from "./school.entity.ts";

/**
 * Everything about a person's schools and roles goes through their row, one change at a time. Not FOR UPDATE: whoever acts
 * is referred to by what they write, and two who act upon each other would wait for each other for ever.
 */
export async function lockPerson(tx: Em, personId: string): Promise<Person | null> {
  await tx.execute(`select id from person where id = ? for no key update`, [personId]);
  return tx.findOne(Person, { id: personId }, { refresh: true });
}

/** Most requests of one person in a day: each may write to whoever decides. */
const requestsPerDay = 10;
const dayMs = 86_400_000;

/** What came of asking to join. */
export type RequestOutcome =
  | { readonly kind: "made"; readonly membership: Membership }
  /** Another request waits, which the person must take back first. */
  | { readonly kind: "waiting"; readonly membership: Membership };

/**
 * Asks to join a school. It takes effect at once where the person's verified address is of a domain of that school, and
 * otherwise waits for its lead. A member of another school stays one until then. UNAUTHENTICATED; NOT_FOUND for no such
 * school; CONFLICT for a member of it; BAD_USER_INPUT for a school that has closed; RATE_LIMITED after ten in a day.
 */
export function requestMembership(ctx: Context, schoolId: string): Promise<RequestOutcome> {
  const { personId } = requirePerson(ctx.viewer, "ask to join a school");
  return ctx.write(async (tx) => {
    const person = await lockPerson(tx, personId);
    const school = await tx.findOne(School, { id: schoolId });
    if (!person || !school) throw notFound("school", schoolId);
    if (school.status === SchoolStatus.CLOSED)
      throw badInput("schoolId", `${school.name} has closed; choose the school you work at now.`);
    const current = await tx.find(Membership, {
      personId,
      state: { $in: [MembershipState.REQUESTED, MembershipState.ACTIVE] },
    });
    if (current.some((each) => isActive(each) && each.schoolId === schoolId))
      throw conflict(`You are a member of ${school.name} already.`);
    const waiting = current.find(({ state }) => state === MembershipState.REQUESTED);
    if (waiting) return { kind: "waiting", membership: waiting };
    const earlier = await requestsOfToday(tx, personId);
    const membership = tx.create(Membership, { personId, schoolId, requestedAt: new Date() });
    await tell(tx, ctx.viewer, "membership.requested", membership.id);
    if (await isOfDomain(tx, personId, schoolId)) {
      await activate(ctx, tx, person, membership, MembershipBasis.EMAIL_DOMAIN, null);
      return { kind: "made", membership };
    }
    if (earlier.length >= requestsPerDay)
      throw new DomainError(
        "RATE_LIMITED",
        `You have asked to join a school ${earlier.length} times within a day. Ask again tomorrow.`,
      );
    // Whoever asks, takes it back and asks again writes to nobody a second time: the request stands in the list.
    if (!earlier.some((each) => each.schoolId === schoolId))
      await mailAboutRequest(ctx, tx, person, school);
    return { kind: "made", membership };
  });
}

/** What a person, whose row is locked, asked of those who decide within a day, whatever became of it. */
async function requestsOfToday(tx: Em, personId: string): Promise<Membership[]> {
  const found = await tx.find(Membership, {
    personId,
    requestedAt: { $gt: new Date(Date.now() - dayMs) },
  });
  return found.filter(({ basis }) => basis === null || basis === MembershipBasis.APPROVAL);
}

/** Approves a request: the person leaves the school they were a member of. CONFLICT where it has been decided. */
export function approveMembership(ctx: Context, id: string): Promise<Membership> {
  const { personId: by } = requirePerson(ctx.viewer, "approve requests to join a school");
  return change(ctx, id, "approve this request", decidesOn, async (tx, person, membership) => {
    await refuseDecided(tx, membership);
    await activate(ctx, tx, person, membership, MembershipBasis.APPROVAL, by);
    await mailDecision(ctx, tx, membership);
  });
}

/** Declines a request. CONFLICT where it has been decided. */
export function declineMembership(ctx: Context, id: string): Promise<Membership> {
  const { personId: by } = requirePerson(ctx.viewer, "decline requests to join a school");
  return change(ctx, id, "decline this request", decidesOn, async (tx, _person, membership) => {
    await refuseDecided(tx, membership);
    membership.close(MembershipState.DECLINED, by, new Date());
    await tell(tx, ctx.viewer, "membership.declined", membership.id);
    await mailDecision(ctx, tx, membership);
  });
}

/** Takes one's own request back. CONFLICT where it has been decided. */
export function cancelMembership(ctx: Context, id: string): Promise<Membership> {
  const { personId: by } = requirePerson(ctx.viewer, "take a request back");
  return change(ctx, id, "take this request back", isOwn, async (tx, _person, membership) => {
    await refuseDecided(tx, membership);
    membership.close(MembershipState.CANCELLED, by, new Date());
    await tell(tx, ctx.viewer, "membership.cancelled", membership.id);
  });
}

/** Leaves one's school. CONFLICT where one is no member any more. */
export function leaveMembership(ctx: Context, id: string): Promise<Membership> {
  const { personId: by } = requirePerson(ctx.viewer, "leave a school");
  return change(ctx, id, "leave for somebody else", isOwn, async (tx, person, membership) => {
    await refuseInactive(tx, membership);
    await endMembershipOf(ctx, tx, person, membership, by);
  });
}

/** Removes somebody from a school: its lead or an administrator. CONFLICT where they are no member any more. */
export function endMembership(ctx: Context, id: string): Promise<Membership> {
  const { personId: by } = requirePerson(ctx.viewer, "remove a member of a school");
  return change(ctx, id, "remove this member", decidesOn, async (tx, person, membership) => {
    await refuseInactive(tx, membership);
    await endMembershipOf(ctx, tx, person, membership, by);
  });
}

/**
 * Makes a person, whose row is locked, a member through an invitation: whatever request waits is taken back. Answers
 * false where they are a member already.
 */
export async function joinByInvitation(
  ctx: Context,
  tx: Em,
  person: Person,
  schoolId: string,
  invitedById: string | null,
): Promise<boolean> {
  const current = await tx.find(Membership, {
    personId: person.id,
    state: { $in: [MembershipState.REQUESTED, MembershipState.ACTIVE] },
  });
  if (current.some((each) => isActive(each) && each.schoolId === schoolId)) return false;
  const waiting = current.find(({ state }) => state === MembershipState.REQUESTED);
  if (waiting && waiting.schoolId !== schoolId) {
    waiting.close(MembershipState.CANCELLED, person.id, new Date());
    await tell(tx, ctx.viewer, "membership.cancelled", waiting.id);
  }
  const membership =
    waiting?.schoolId === schoolId
      ? waiting
      : tx.create(Membership, { personId: person.id, schoolId, requestedAt: new Date() });
  await activate(ctx, tx, person, membership, MembershipBasis.INVITATION, invitedById);
  return true;
}

const isActive = ({ state }: Membership): boolean => state === MembershipState.ACTIVE;
const isOwn = (viewer: Context["viewer"], { personId }: Membership): boolean =>
  viewer.kind === "person" && viewer.personId === personId;

/** Loads a membership that the viewer may see and change, its person's row locked, and changes it. */
function change(
  ctx: Context,
  id: string,
  act: string,
  allowed: (viewer: Context["viewer"], membership: Membership) => boolean,
  work: (tx: Em, person: Person, membership: Membership) => Promise<void>,
): Promise<Membership> {
  return ctx.write(async (tx) => {
    const [row] = await tx.execute<{ person_id: string }[]>(
      `select person_id from membership where id = ?`,
      [id],
    );
    const person = row ? await lockPerson(tx, row.person_id) : null;
    // Read under the lock: whoever came first has decided by now.
    const membership = await tx.findOne(Membership, {
      $and: [{ id }, visibleMemberships(ctx.viewer)],
    } as never);
    if (!person || !membership) throw notFound("membership", id);
    if (!allowed(ctx.viewer, membership)) throw forbidden(act);
    await work(tx, person, membership);
    return membership;
  });
}

/** The person is a member of this school alone from now on. */
async function activate(
  ctx: Context,
  tx: Em,
  person: Person,
  membership: Membership,
  basis: MembershipBasis,
  by: string | null,
): Promise<void> {
  const left = await tx.findOne(Membership, {
    personId: person.id,
    state: MembershipState.ACTIVE,
  });
  if (left) {
    await endMembershipOf(ctx, tx, person, left, by ?? person.id);
    // One active membership a person is a rule of the table: the old one must be over before the new one begins.
    await tx.flush();
  }
  membership.activate(basis, by, new Date());
  person.schoolId = membership.schoolId;
  await tell(tx, ctx.viewer, "membership.activated", membership.id, { basis });
}

/** The membership is over, and so is leading the school. */
async function endMembershipOf(
  ctx: Context,
  tx: Em,
  person: Person,
  membership: Membership,
  by: string,
): Promise<void> {
  const now = new Date();
  membership.end(by, now);
  person.schoolId = null;
  await tell(tx, ctx.viewer, "membership.ended", membership.id);
  const leads = await tx.find(RoleGrant, {
    personId: person.id,
    schoolId: membership.schoolId,
    revokedAt: null,
  });
  for (const grant of leads) {
    grant.revoke(by, now);
    await tell(tx, ctx.viewer, "role.revoked", person.id, { role: grant.role });
  }
}

async function isOfDomain(tx: Em, personId: string, schoolId: string): Promise<boolean> {
  const email = await verifiedEmail(tx, personId);
  if (email === null) return false;
  const domain = email.slice(email.lastIndexOf("@") + 1);
  return (await tx.count(SchoolDomain, { schoolId, domain })) > 0;
}

const decided: Readonly<Record<string, string>> = {
  [MembershipState.ACTIVE]: "approved",
  [MembershipState.LEFT]: "approved",
  [MembershipState.DECLINED]: "declined",
  [MembershipState.CANCELLED]: "taken back",
};

/** Says who decided, and when. */
async function refuseDecided(tx: Em, membership: Membership): Promise<void> {
  if (membership.state === MembershipState.REQUESTED) return;
  const by = await nameOf(tx, membership.decidedById);
  throw conflict(
    `This request was ${decided[membership.state]}${by} on ${inWords(membership.decidedAt!)}.`,
  );
}

async function refuseInactive(tx: Em, membership: Membership): Promise<void> {
  if (membership.state === MembershipState.ACTIVE) return;
  throw conflict(
    membership.endedAt === null
      ? "This membership has not begun: it is a request."
      : `This membership was ended${await nameOf(tx, membership.endedById)} on ${inWords(membership.endedAt)}.`,
  );
}

async function nameOf(tx: Em, personId: string | null): Promise<string> {
  const person = personId === null ? null : await tx.findOne(Person, { id: personId });
  return person ? ` by ${person.name}` : "";
}
