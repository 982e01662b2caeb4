import type { Em } from "../kernel/em.ts";
import { type Erasure, personalDataHolders } from "../kernel/personal-data.ts";
import { personAudience } from "../search/audience.ts";
import { refreshLexicon } from "../search/lexicon.ts";
import { forgetAudience } from "../search/projection.ts";
import { identityCheckKey } from "./sign-in/identity-check.ts";

/** Somebody who is gone, for what lies outside the database. */
export interface ErasedPerson {
  /** Null where there was no account. */
  readonly email: string | null;
  /** What messages to them or about them are known by: their address and ids, in lower case. */
  readonly marks: readonly string[];
}

/**
 * Removes a person and everything held about them, in the caller's transaction. Every part of the program that holds
 * something has registered how it is erased; what hangs on the person alone goes with the person's row. Nothing is ever
 * found by words that a person chose, a name or a part of an address: see decision 0021.
 */
export async function erasePerson(
  tx: Em,
  personId: string,
  erasure: Erasure,
): Promise<ErasedPerson | undefined> {
  const [person] = await tx.execute<{ email: string | null; confirmed: boolean }[]>(
    `select lower(a.email) as email, coalesce(a.email_verified, false) as confirmed
     from person p left join account a on a.id = p.id where p.id = ? for update of p`,
    [personId],
  );
  if (person === undefined) return undefined;
  const { email } = person;
  // An address that was only typed is somebody else's: what is written there is not about this person.
  const mailbox = person.confirmed ? email : null;
  const invitations = await tx.execute<{ id: string }[]>(
    `select id from invitation where accepted_by_id = ? or lower(email) = ?`,
    [personId, mailbox ?? ""],
  );
  const ids = [personId, ...invitations.map(({ id }) => id)];
  const marks = mailbox === null ? ids : [...ids, mailbox];
  for (const holder of personalDataHolders()) await holder.erase(tx, personId, erasure);
  await tx.flush();
  const run = (sql: string, values: unknown[]) => tx.execute(sql, values, "run");
  const places = marks.map(() => "?").join(", ");
  await run(
    `delete from mail_message where lower(recipient) = ? or about && array[${places}]::text[]`,
    [mailbox ?? "", ...marks],
  );
  await forgetVerifications(tx, personId, email);
  await run(`delete from rate_limit where key = ?`, [identityCheckKey(personId)]);
  await forgetAudience(tx, personAudience(personId));
  await run(`delete from person where id = ?`, [personId]);
  // Words that nothing public says any more, names among them, are suggested to nobody from now on.
  await refreshLexicon(tx);
  return { email, marks };
}

/** Links and sign-ins under way. Their values are the account's id, an address, or JSON with either. */
async function forgetVerifications(tx: Em, personId: string, email: string | null): Promise<void> {
  const marks = new Set(email === null ? [personId] : [personId, email]);
  // A part of the text only narrows the search: what is removed holds one of the two as a whole value.
  const found = await tx.execute<{ id: string; identifier: string; value: string }[]>(
    `select id, identifier, value from login_verification
     where position(? in value) > 0 or position(? in lower(value || ' ' || identifier)) > 0`,
    [personId, email ?? personId],
  );
  for (const { id, identifier, value } of found)
    if ([identifier, ...textsIn(value)].some((each) => marks.has(each.toLowerCase())))
      await tx.execute(`delete from login_verification where id = ?`, [id], "run");
}

/** Every text in a value that may be JSON, names of its fields left out. */
function textsIn(value: string): string[] {
  const texts = (part: unknown): string[] => {
    if (typeof part === "string") return [part];
    return typeof part === "object" && part !== null ? Object.values(part).flatMap(texts) : [];
  };
  try {
    return [value, ...texts(JSON.parse(value))];
  } catch {
    return [value];
  }
}
