import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { audit } from "../kernel/audit.ts";
import type { Em } from "../kernel/em.ts";
import { anonymous } from "../kernel/viewer.ts";
import { erasePerson } from "../people/person-erasure.ts";
import { forgetOldLimits } from "../people/sign-in/sign-in-limits.ts";

/** How long what is no longer needed is kept. */
export interface RetentionSettings {
  /** Days after which an account goes whose address was never confirmed. */
  readonly unverifiedDays: number;
  /** Days after its end for which a session stays in the list of its person. */
  readonly sessionDays: number;
  /** Days for which a message stays that could not be sent, or that was put into a file. */
  readonly mailDays: number;
  /** Days for which it is kept what was searched for; 0 keeps nothing from the start. */
  readonly searchDays: number;
  /** Whole months of the audit trail that stay, beside the one under way. */
  readonly auditMonths: number;
}

/** What was removed, or would be. */
export interface Removed {
  readonly unverifiedAccounts: number;
  readonly sessions: number;
  readonly verifications: number;
  readonly mailMessages: number;
  readonly mailFiles: number;
  readonly searches: number;
  readonly auditEvents: number;
}

export interface RetentionOptions {
  /** Where messages lie as files. */
  readonly mailFolder: string;
  readonly now?: Date;
  /** Counts, and removes nothing. */
  readonly dryRun?: boolean;
}

const dayMs = 86_400_000;

/** Removes what is older than its settings allow: accounts one transaction each, everything else one statement a kind. */
export async function retain(
  em: Em,
  settings: RetentionSettings,
  { mailFolder, now = new Date(), dryRun = false }: RetentionOptions,
): Promise<Removed> {
  const before = (days: number) => new Date(now.getTime() - days * dayMs);
  const rows = (table: string, where: string, moment: Date) =>
    removeRows(em, { table, where, moment, dryRun });
  const removed = {
    unverifiedAccounts: await unverifiedAccounts(em, before(settings.unverifiedDays), dryRun),
    sessions: await rows("login_session", "expires_at < ?", before(settings.sessionDays)),
    verifications: await rows("login_verification", "expires_at < ?", now),
    mailMessages: await rows("mail_message", "created_at < ?", before(settings.mailDays)),
    mailFiles: await mailFiles(mailFolder, before(settings.mailDays), dryRun),
    searches: await rows("asked_search", "day < ?::date", before(settings.searchDays)),
    auditEvents: await auditMonths(em, firstOfMonth(now, -settings.auditMonths), dryRun),
  };
  if (!dryRun) await forgetOldLimits(em.fork(keep), now);
  return removed;
}

/** A job may run inside the transaction of a test. */
const keep = { keepTransactionContext: true } as const;

async function removeRows(
  em: Em,
  of: { table: string; where: string; moment: Date; dryRun: boolean },
): Promise<number> {
  const from = `from ${of.table} where ${of.where}`;
  const [row] = await em
    .fork(keep)
    .execute<{ count: number }[]>(
      of.dryRun
        ? `select count(*)::int as count ${from}`
        : `with gone as (delete ${from} returning 1) select count(*)::int as count from gone`,
      [of.moment],
    );
  return row?.count ?? 0;
}

/** Whoever came another way than by password has shown who they are, and whoever was ever signed in is no stray. */
const stray = `not a.email_verified and a.created_at < ?
  and not exists (select from login_session s where s.account_id = a.id)
  and not exists (select from credential c where c.account_id = a.id and c.provider <> 'credential')`;

async function unverifiedAccounts(em: Em, moment: Date, dryRun: boolean): Promise<number> {
  const found = await em
    .fork(keep)
    .execute<{ id: string }[]>(`select a.id from account a where ${stray} order by a.id`, [moment]);
  if (dryRun) return found.length;
  let removed = 0;
  for (const { id } of found)
    await em.fork(keep).transactional(async (tx) => {
      // The mail may have been answered since.
      const [still] = await tx.execute<{ id: string }[]>(
        `select a.id from account a where a.id = ? and ${stray} for update`,
        [id, moment],
      );
      if (!still) return;
      await erasePerson(tx as Em, id, { keepContributions: false });
      removed += 1;
    });
  return removed;
}

async function mailFiles(folder: string, moment: Date, dryRun: boolean): Promise<number> {
  let removed = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    if (!name.endsWith(".eml")) continue;
    const file = join(folder, name);
    const found = await stat(file).catch(() => undefined);
    if (!found || found.mtime >= moment) continue;
    if (!dryRun) await rm(file, { force: true });
    removed += 1;
  }
  return removed;
}

const firstOfMonth = (now: Date, months: number): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 1));

async function auditMonths(em: Em, edge: Date, dryRun: boolean): Promise<number> {
  // Most nights there is nothing, and the trail need not be locked to learn that.
  const [row] = await em
    .fork(keep)
    .execute<{ count: number }[]>(`select count(*)::int as count from audit_event where at < ?`, [
      edge,
    ]);
  const found = row?.count ?? 0;
  if (dryRun || found === 0) return found;
  const month = edge.toISOString().slice(0, 10);
  await em.fork(keep).transactional(async (tx) => {
    // Months of a busy site take longer than a request may.
    await tx.execute("set local statement_timeout = 0", [], "run");
    await tx.execute("select audit_remove_months(?::date)::text", [month]);
    await audit(tx as Em, anonymous, "audit.months-removed", "audit_event", {
      before: month,
      lines: found,
    });
  });
  return found;
}
