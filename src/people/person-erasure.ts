import type { Em } from "../kernel/em.ts";
import { type Erasure, personalDataHolders } from "../kernel/personal-data.ts";
import { personAudience } from "../search/audience.ts";
import { refreshLexicon } from "../search/lexicon.ts";
import { forgetAudience } from "../search/projection.ts";
import { identityCheckKey } from "./sign-in/identity-check.ts";

/**
 * A pattern, alike in JavaScript and PostgreSQL, by which a message that speaks of somebody is known; undefined for a name
 * of one word, which stands in messages that are about nobody.
 */
export function nameToLookFor(name: string): string | undefined {
  if (!/\S\s\S/.test(name)) return undefined;
  return `(^|[^[:alnum:]])${name.replaceAll(/[^\p{L}\p{N}\s]/gu, ".")}($|[^[:alnum:]])`;
}

/**
 * Removes a person and everything held about them, in the caller's transaction. Every part of the program that holds
 * something has registered how it is erased; what hangs on the person alone goes with the person's row. Answers the
 * e-mail address, for what lies outside the database; null where there was no account.
 */
export async function erasePerson(
  tx: Em,
  personId: string,
  erasure: Erasure,
): Promise<{ email: string | null; name: string } | undefined> {
  const [person] = await tx.execute<{ email: string | null; name: string }[]>(
    `select a.email, p.name from person p left join account a on a.id = p.id where p.id = ? for update of p`,
    [personId],
  );
  if (person === undefined) return undefined;
  for (const holder of personalDataHolders()) await holder.erase(tx, personId, erasure);
  await tx.flush();
  const run = (sql: string, values: unknown[]) => tx.execute(sql, values, "run");
  if (person.email !== null) {
    // Links and invitations under way, to whoever has this mailbox; a mail to somebody else may speak of them.
    const address = person.email.toLowerCase();
    await run(
      `delete from login_verification where position(? in lower(value || ' ' || identifier)) > 0`,
      [address],
    );
    await run(
      `delete from mail_message where position(? in lower(concat_ws(' ', recipient, subject, text, last_error))) > 0`,
      [address],
    );
  }
  await run(`delete from login_verification where value = ?`, [personId]);
  // A message about somebody by name is of no use once they are gone.
  const name = nameToLookFor(person.name);
  if (name !== undefined)
    await run(`delete from mail_message where concat_ws(' ', subject, text) ~* ?`, [name]);
  await run(`delete from rate_limit where key = ?`, [identityCheckKey(personId)]);
  await forgetAudience(tx, personAudience(personId));
  await run(`delete from person where id = ?`, [personId]);
  // Words that nothing public says any more, names among them, are suggested to nobody from now on.
  await refreshLexicon(tx);
  return person;
}
