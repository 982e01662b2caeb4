import type { Context } from "../kernel/context.ts";
import { conflict, forbidden, notFound } from "../kernel/errors.ts";
import { mail } from "../kernel/mail.ts";
import { requireRole } from "../kernel/viewer.ts";
import { Account } from "./account.entity.ts";
import { tell } from "./acts.ts";
import { visiblePersons } from "./people.policy.ts";
import { Person } from "./person.entity.ts";
import { secondFactorResetMail } from "./sign-in/sign-in-mails.ts";

/**
 * Takes a person's second factor away, who has lost it and their recovery codes, and signs them out everywhere. For
 * administrators, and not for themselves: a stolen session must not be enough. CONFLICT where there is none to take.
 */
export async function resetSecondFactor(ctx: Context, personId: string): Promise<Person> {
  const act = "reset a second factor";
  const { personId: by } = requireRole(ctx.viewer, act, "ADMINISTRATOR");
  return ctx.write(async (tx) => {
    const person = await tx.findOne(Person, {
      $and: [{ id: personId }, visiblePersons(ctx.viewer)],
    });
    if (!person) throw notFound("person", personId);
    if (personId === by) throw forbidden("reset your own second factor");
    const account = await tx.findOne(Account, { id: personId });
    if (!account?.twoFactorEnabled) throw conflict(`${person.name} has no second factor.`);
    account.twoFactorEnabled = false;
    account.updatedAt = new Date();
    for (const table of ["second_factor", "login_session"])
      await tx.execute(`delete from ${table} where account_id = ?`, [personId], "run");
    // Sign-ins on the way, and devices that are not asked.
    await tx.execute(`delete from login_verification where value = ?`, [personId], "run");
    mail(tx, { ...secondFactorResetMail(account.email, ctx.url("")), about: [personId] });
    await tell(tx, ctx.viewer, "second-factor.reset", personId);
    return person;
  });
}
