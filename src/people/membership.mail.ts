import type { Context } from "../kernel/context.ts";
import type { Em } from "../kernel/em.ts";
import { mail } from "../kernel/mail.ts";
import { addressesOf } from "./accounts.reader.ts";
import { type Membership, MembershipState } from "./membership.entity.ts";
import type { Person } from "./person.entity.ts";
import { School } from "./school.entity.ts";

/** Tells those who decide that somebody asks to join: the school's leads, or the administrators where it has none. */
export async function mailAboutRequest(
  ctx: Context,
  tx: Em,
  person: Person,
  school: School,
): Promise<void> {
  const leads = await holders(
    tx,
    `g.role = 'SCHOOL_LEAD' and g.school_id = ? and exists (select from membership m
       where m.person_id = g.person_id and m.school_id = g.school_id and m.state = 'ACTIVE')`,
    [school.id],
  );
  const [to, page] = leads.length
    ? [leads, "/my-school"]
    : [await holders(tx, "g.role = 'ADMINISTRATOR'", []), `/people/${person.id}`];
  for (const address of to)
    mail(tx, {
      to: address,
      kind: "membership-requested",
      about: [person.id],
      subject: "Somebody asks to join your school on Potbank",
      text: [
        `${person.name} asks to join ${school.name} on Potbank.`,
        "",
        "Approve the request only if you know that they work at the school: members read what is shared within it.",
        "",
        ctx.url(page),
      ].join("\n"),
    });
}

/** Tells the person what was decided. */
export async function mailDecision(ctx: Context, tx: Em, membership: Membership): Promise<void> {
  const address = (await addressesOf(tx, [membership.personId])).get(membership.personId);
  if (!address) return;
  const school = await tx.findOneOrFail(School, { id: membership.schoolId });
  const approved = membership.state === MembershipState.ACTIVE;
  mail(tx, {
    to: address.email,
    kind: approved ? "membership-approved" : "membership-declined",
    about: [membership.personId],
    subject: approved ? "You are a member of your school on Potbank" : "Your request on Potbank",
    text: approved
      ? `Your request to join ${school.name} was approved.\n\n${ctx.url("/my-school")}`
      : `Your request to join ${school.name} was declined. If you work there, speak to the person who looks after Potbank at the school.\n\n${ctx.url("/account")}`,
  });
}

/** Verified addresses of persons who hold a role, under a condition on the grant. */
async function holders(tx: Em, where: string, params: unknown[]): Promise<string[]> {
  const rows = await tx.execute<{ email: string }[]>(
    `select distinct a.email from role_grant g join account a on a.id = g.person_id
     where g.revoked_at is null and a.email_verified and ${where}`,
    params,
  );
  return rows.map(({ email }) => email);
}
