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
const stored = (token: string): string =>
  createHash("sha256").update(`reset-password:${token}`).digest("base64url");

/** A token that its reader may choose a password with, once, within so many seconds. */
export async function newResetToken(em: Em, accountId: string, seconds: number): Promise<string> {
  const token = randomBytes(18).toString("base64url");
  await em.execute(
    `insert into login_verification (id, identifier, value, expires_at) values (?, ?, ?, now() + ? * interval '1 second')`,
    [newId("verification"), stored(token), accountId, seconds],
    "run",
  );
  return token;
}

/** Whose password a token is for; undefined when it is none or no longer one. */
export async function accountOfResetToken(em: Em, token: string): Promise<AccountRow | undefined> {
  const [row] = await em.execute<AccountRow[]>(
    `${select} join login_verification v on v.value = a.id where v.identifier = ? and v.expires_at > now()`,
    [stored(token)],
  );
  return row;
}

/** Whoever used a link that was sent there reads the mail of that address. */
export async function confirmAddress(em: Em, accountId: string): Promise<void> {
  await em.execute(
    `update account set email_verified = true, updated_at = now() where id = ? and not email_verified`,
    [accountId],
    "run",
  );
}
