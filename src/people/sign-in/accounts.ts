import { createHash, randomBytes } from "node:crypto";
import type { Em } from "../../kernel/em.ts";
import { newId } from "../../kernel/ids.ts";

/** What a sign-in needs to know of an account, and never shows. */
export interface AccountRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
}

const select = `select a.id, a.email, p.name from account a join person p on p.id = a.id`;

/** The account with this address, however it is written. */
export async function accountByEmail(em: Em, email: string): Promise<AccountRow | undefined> {
  const [row] = await em.execute<AccountRow[]>(`${select} where a.email = ?`, [
    email.toLowerCase(),
  ]);
  return row;
}

export async function accountById(em: Em, id: string): Promise<AccountRow | undefined> {
  const [row] = await em.execute<AccountRow[]>(`${select} where a.id = ?`, [id]);
  return row;
}

/** As better-auth keeps them (`storeIdentifier: "hashed"`): who reads the table cannot use what it holds. */
const stored = (kind: "reset-password" | "address", token: string): string =>
  createHash("sha256").update(`${kind}:${token}`).digest("base64url");

async function keep(em: Em, identifier: string, accountId: string, seconds: number): Promise<void> {
  await em.execute(
    `insert into login_verification (id, identifier, value, expires_at) values (?, ?, ?, now() + ? * interval '1 second')`,
    [newId("verification"), identifier, accountId, seconds],
    "run",
  );
}

async function accountOf(em: Em, identifier: string): Promise<AccountRow | undefined> {
  const [row] = await em.execute<AccountRow[]>(
    `${select} join login_verification v on v.value = a.id where v.identifier = ? and v.expires_at > now()`,
    [identifier],
  );
  return row;
}

/** A token that its reader may choose a password with, once, within so many seconds. */
export async function newResetToken(em: Em, accountId: string, seconds: number): Promise<string> {
  const token = randomBytes(18).toString("base64url");
  await keep(em, stored("reset-password", token), accountId, seconds);
  return token;
}

/** Whose password a token is for; undefined when it is none or no longer one. */
export const accountOfResetToken = (em: Em, token: string): Promise<AccountRow | undefined> =>
  accountOf(em, stored("reset-password", token));

/**
 * Notes a token that confirms an address. Better-auth signs them and keeps none: without a note, nothing could end one
 * before its time.
 */
export const keepAddressToken = (
  em: Em,
  token: string,
  accountId: string,
  seconds: number,
): Promise<void> => keep(em, stored("address", token), accountId, seconds);

/** Whose address a token confirms; undefined when it is none or no longer one. */
export const accountOfAddressToken = (em: Em, token: string): Promise<AccountRow | undefined> =>
  accountOf(em, stored("address", token));

/**
 * Ends whatever could still sign in to an account, or change it, besides its password and its sessions: links to choose a
 * password, to change the address and to sign in, sign-ins on the way, and devices that are not asked for a code. For
 * when its owner may be shutting somebody out.
 */
export async function endLinks(em: Em, { id, email }: AccountRow): Promise<void> {
  await em.execute(
    `delete from login_verification where value = ? or starts_with(value, ?)`,
    [id, JSON.stringify({ type: "magic-link", email }).slice(0, -1)],
    "run",
  );
}

/** The hash of the password of an account whose address is not confirmed: anybody may have chosen it. */
export async function unprovenPassword(em: Em, accountId: string): Promise<string | undefined> {
  const [row] = await em.execute<{ password_hash: string }[]>(
    `select c.password_hash from credential c join account a on a.id = c.account_id
     where a.id = ? and not a.email_verified and c.password_hash is not null`,
    [accountId],
  );
  return row?.password_hash;
}

/** Whoever used a link that was sent there reads the mail of that address. Answers whether that was not known yet. */
export async function confirmAddress(em: Em, accountId: string): Promise<boolean> {
  const confirmed = await em.execute<unknown[]>(
    `update account set email_verified = true, updated_at = now() where id = ? and not email_verified returning id`,
    [accountId],
  );
  return confirmed.length > 0;
}
