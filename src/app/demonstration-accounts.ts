import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { parse } from "yaml";
import { z } from "zod";
import type { Em } from "../kernel/em.ts";
import { idFromName } from "../kernel/ids.ts";
import { checked } from "../kernel/import-error.ts";
import type { Logger } from "../kernel/log.ts";
import type { WaysIn } from "../people/sign-in/sign-in.ts";
import type { Config } from "./config.ts";
import { seedsFolder } from "./paths.ts";

const file = z.strictObject({
  password: z.string().min(1),
  accounts: z.array(
    z.strictObject({
      person: z.string(),
      // Nobody can have an address of a domain that is kept for examples.
      email: z.email().endsWith("@potbank.example"),
      does: z.string(),
    }),
  ),
});

async function listed() {
  const content = await readFile(join(seedsFolder, "practice", "accounts.yaml"), "utf8");
  const { password, accounts } = checked("seeds/practice/accounts.yaml", () =>
    file.parse(parse(content)),
  );
  const drafts = JSON.stringify(
    accounts.map(({ person, email }) => ({
      person: idFromName("person", person),
      credential: idFromName("credential", person),
      email,
    })),
  );
  return { password, accounts, drafts };
}

const drafted = `from jsonb_to_recordset(?::jsonb) as d(person text, credential text, email text)`;

/**
 * Makes the accounts of the demonstration, or makes them again what they are said to be, whoever has tried what with them:
 * address and password as listed, confirmed, without a second factor. Answers them. None where others had accounts
 * before: that is somebody's own data, and everybody knows the password.
 */
export async function restoreDemonstrationAccounts(em: Em): Promise<WaysIn["demonstration"]> {
  const { password, accounts, drafts } = await listed();
  const [{ others, known } = { others: false, known: false }] = await em
    .fork()
    .execute<{ others: boolean; known: boolean }[]>(
      `select exists (select from account where id not in (select d.person ${drafted})) as others,
              exists (select from account where id in (select d.person ${drafted})) as known`,
      [drafts, drafts],
    );
  if (others && !known) return [];
  const hash = await passwordHash(em, password, drafts);
  await em.fork().transactional(async (tx) => {
    const run = (statement: string, ...before: unknown[]) =>
      tx.execute(statement, [...before, drafts], "run");
    // An invented person whom somebody has erased stays gone until the demonstration is loaded again.
    await run(
      `insert into account (id, email, email_verified)
       select d.person, d.email, true ${drafted} join person p on p.id = d.person
       on conflict (id) do update set email = excluded.email, email_verified = true, two_factor_enabled = false`,
    );
    await run(
      `insert into credential (id, account_id, provider, subject, password_hash)
       select d.credential, d.person, 'credential', d.person, ? ${drafted} join account a on a.id = d.person
       on conflict (provider, subject) do update set password_hash = excluded.password_hash`,
      hash,
    );
    await run(`delete from second_factor where account_id in (select d.person ${drafted})`);
  });
  const names = await em.fork().execute<{ email: string; name: string }[]>(
    `select a.email, p.name from account a join person p on p.id = a.id
       where a.id in (select d.person ${drafted})`,
    [drafts],
  );
  const nameOf = new Map(names.map(({ email, name }) => [email, name]));
  return accounts.flatMap(({ email, does }) => {
    const name = nameOf.get(email);
    return name === undefined ? [] : [{ name, email, password, does }];
  });
}

/**
 * Takes the accounts of the demonstration away where it is none: a database may have come from one, by a backup. The
 * invented persons stay.
 */
export async function closeDemonstrationAccounts(em: Em): Promise<void> {
  const { drafts } = await listed();
  await em
    .fork()
    .execute(`delete from account where id in (select d.person ${drafted})`, [drafts], "run");
}

/** The hash that stands there already, where it is right: making one takes as long as all the rest. */
async function passwordHash(em: Em, password: string, drafts: string): Promise<string> {
  const rows = await em.fork().execute<{ hash: string }[]>(
    `select c.password_hash as hash from credential c where c.account_id in (select d.person ${drafted})
       and c.password_hash is not null group by 1 order by count(*) desc limit 1`,
    [drafts],
  );
  const hash = rows[0]?.hash;
  if (hash !== undefined && (await verifyPassword({ hash, password }))) return hash;
  return hashPassword(password);
}

/** The accounts to try the site with, made or closed as the configuration says; none where others have accounts. */
export async function demonstrationAccounts(
  { em }: { readonly em: Em },
  { demonstrationAccounts: wanted }: Pick<Config, "demonstrationAccounts">,
  log: Logger,
): Promise<WaysIn["demonstration"]> {
  if (!wanted) {
    await closeDemonstrationAccounts(em);
    return [];
  }
  const accounts = await restoreDemonstrationAccounts(em);
  if (accounts.length === 0)
    log.warn(
      "The demonstration's accounts are not made: others have accounts here. POTBANK_DEMO=0 says that this is no demonstration.",
    );
  return accounts;
}
