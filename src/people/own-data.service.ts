import { audit } from "../kernel/audit.ts";
import { type Context, Service } from "../kernel/context.ts";
import { badInput } from "../kernel/errors.ts";
import type { Em } from "../kernel/em.ts";
import { record } from "../kernel/outbox.ts";
import { personalDataHolders } from "../kernel/personal-data.ts";
import { requirePerson } from "../kernel/viewer.ts";
import { type ErasedPerson, erasePerson } from "./person-erasure.ts";
import { refuseLastAdministrator } from "./role.service.ts";
import { checkIdentity } from "./sign-in/identity-check.ts";

/** What lies outside the tables of a person: mail that was put into files, counts of sign-ins by address. */
export interface TracesOutside {
  forget(person: ErasedPerson): Promise<void>;
}
export const tracesOutside = new Service<TracesOutside>("traces outside the database");

/**
 * Everything that is held about the person who asks, as the text of a JSON file. Their password again, or a sign-in of the
 * last ten minutes; that it was taken is audited.
 */
export async function exportOwnData(ctx: Context, password: string | null): Promise<string> {
  const viewer = requirePerson(ctx.viewer, "download what is held about you");
  await checkIdentity(ctx, viewer, { password, freshIsEnough: true });
  const em = ctx.em.fork({ keepTransactionContext: true });
  await em.transactional((tx) =>
    audit(tx as Em, viewer, "personal-data.exported", viewer.personId),
  );
  const held: Record<string, object> = {};
  for (const holder of personalDataHolders())
    held[holder.name] = await holder.collect(em, viewer.personId);
  return JSON.stringify({ madeAt: new Date(), personId: viewer.personId, ...held }, null, 2);
}

/** What a person decides about what they have published, and how they show that it is they who ask. */
export interface AccountDeletion {
  readonly contributions: "KEEP" | "REMOVE";
  readonly password: string | null;
  /** The account's e-mail address, typed again where there is no password. */
  readonly email: string | null;
}

/**
 * Removes the account of the person who asks and everything held about them, in one transaction. CONFLICT for the last
 * administrator.
 */
export async function deleteOwnAccount(ctx: Context, asked: AccountDeletion): Promise<void> {
  const viewer = requirePerson(ctx.viewer, "delete your account");
  await checkIdentity(ctx, viewer, { password: asked.password, freshIsEnough: false });
  if (asked.password === null) await checkTyped(ctx.em, viewer.personId, asked.email);
  const em = ctx.em.fork({ keepTransactionContext: true });
  const gone = await em.transactional(async (tx) => {
    await refuseLastAdministrator(tx as Em, viewer.personId);
    // Before the person is gone: afterwards nobody knows which actor it was.
    await audit(tx as Em, viewer, "account.deleted", viewer.personId, {
      contributions: asked.contributions,
    });
    record(tx as Em, "account.deleted", viewer.personId);
    await tx.flush();
    return erasePerson(tx as Em, viewer.personId, {
      keepContributions: asked.contributions === "KEEP",
    });
  });
  if (gone) await ctx.service(tracesOutside).forget(gone);
}

async function checkTyped(em: Em, personId: string, typed: string | null): Promise<void> {
  const [row] = await em.execute<{ email: string }[]>(`select email from account where id = ?`, [
    personId,
  ]);
  if (row && typed?.trim().toLowerCase() === row.email.toLowerCase()) return;
  throw badInput(
    "email",
    "type the e-mail address of your account, so that nothing goes by mistake.",
  );
}
