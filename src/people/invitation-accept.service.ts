import { LockMode } from "@mikro-orm/core";
import type { Context } from "../kernel/context.ts";
import type { Em } from "../kernel/em.ts";
import { conflict, DomainError, notFound } from "../kernel/errors.ts";
import { requirePerson, type Role } from "../kernel/viewer.ts";
import { verifiedEmail } from "./accounts.reader.ts";
import { inWords, tell } from "./acts.ts";
import { Invitation, InvitationState, stateAt } from "./invitation.entity.ts";
import { hashOfToken } from "./invitation.reader.ts";
import { refuseClosed } from "./invitation.service.ts";
import { joinByInvitation, lockPerson } from "./membership.service.ts";
import type { Person } from "./person.entity.ts";
import { rolesToInviteTo } from "./role.policy.ts";
import { giveRole, heldGrant } from "./role.service.ts";
import { inForce } from "./role.reader.ts";

/**
 * The person signed in accepts an invitation to their own verified address: they join its school, leaving another, and
 * are given its role. CONFLICT where it was accepted, taken back or has expired, and where whoever sent it could not
 * send it any more.
 */
export function acceptInvitation(ctx: Context, token: string): Promise<Person> {
  const { personId } = requirePerson(ctx.viewer, "accept an invitation");
  return ctx.write(async (tx) => {
    const person = await lockPerson(tx, personId);
    const invitation = await tx.findOne(
      Invitation,
      { tokenHash: hashOfToken(token) },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    // The secret is not repeated: an answer may be logged.
    if (!person || !invitation) throw notFound("invitation", "of this link");
    if ((await verifiedEmail(tx, personId)) !== invitation.email)
      throw new DomainError(
        "FORBIDDEN",
        "This invitation was sent to another e-mail address: sign in with an account of that address, and confirm it.",
      );
    refuseClosed(invitation);
    if (stateAt(invitation, new Date()) === InvitationState.EXPIRED)
      throw conflict(
        `This invitation could be accepted until ${inWords(invitation.expiresAt)}; ask for a new one.`,
      );
    await refuseWithoutInviter(tx, invitation);
    invitation.accept(personId, new Date());
    await tell(tx, ctx.viewer, "invitation.accepted", invitation.id);
    if (invitation.schoolId !== null)
      await joinByInvitation(ctx, tx, person, invitation.schoolId, invitation.invitedById);
    if (invitation.role !== "TEACHER" && !(await heldGrant(tx, person, invitation.role)))
      await giveRole(ctx, tx, person, invitation.role, invitation.invitedById);
    return person;
  });
}

/** A role given by invitation is given by whoever invites: at the moment it is accepted they must still be able to. */
async function refuseWithoutInviter(tx: Em, invitation: Invitation): Promise<void> {
  const [inviter] = await tx.execute<{ school_id: string | null; granted: string | null }[]>(
    `select p.school_id,
            (select string_agg(g.role, ' ') from role_grant g where g.person_id = p.id and ${inForce}) as granted
     from person p where p.id = ?`,
    [invitation.invitedById ?? ""],
  );
  const allowed =
    inviter !== undefined &&
    rolesToInviteTo(
      {
        kind: "person",
        personId: invitation.invitedById!,
        schoolId: inviter.school_id,
        roles: (inviter.granted?.split(" ") ?? []) as Role[],
      },
      invitation.schoolId,
    ).includes(invitation.role);
  if (!allowed)
    throw conflict(
      "Whoever sent this invitation does not look after this school or role any more; ask for a new one.",
    );
}
