import type { Em } from "../kernel/em.ts";
import { anonymous } from "../kernel/viewer.ts";
import { Account } from "./account.entity.ts";
import { lockPerson } from "./membership.service.ts";
import { Person } from "./person.entity.ts";
import { giveRole, heldGrant } from "./role.service.ts";
import { newResetToken } from "./sign-in/accounts.ts";

/** How long the link of a new administrator works, in seconds. */
const linkSeconds = 86_400;

/** What making somebody an administrator came to. */
export interface MadeAdministrator {
  /** Whether there was no account with this address. */
  readonly isNew: boolean;
  /** Whether they were one already. */
  readonly wasOne: boolean;
  /** Chooses a password, once, within a day, and confirms the address. */
  readonly token: string;
}

/**
 * Makes whoever has this address an administrator, with an account where there is none. For the operator alone, who is
 * asked for nothing else because they hold the database.
 */
export async function makeAdministrator(
  em: Em,
  { email, name }: { email: string; name: string },
): Promise<MadeAdministrator> {
  return em.fork().transactional(async (tx) => {
    const known = await tx.findOne(Account, { email: email.toLowerCase() });
    // Whoever signed up with this address may not be who reads its mail: what they chose to sign in with does not count.
    if (known && !known.emailVerified)
      await tx.execute(`delete from credential where account_id = ?`, [known.id], "run");
    const personId = known?.id ?? (await openAccount(tx, email.toLowerCase(), name));
    const person = (await lockPerson(tx, personId))!;
    const held = await heldGrant(tx, person, "ADMINISTRATOR");
    if (!held) await giveRole({ viewer: anonymous }, tx, person, "ADMINISTRATOR", null);
    return {
      isNew: known === null,
      wasOne: held !== null,
      token: await newResetToken(tx, personId, linkSeconds),
    };
  });
}

/** A person and their account, with nothing to sign in with yet. */
async function openAccount(tx: Em, email: string, name: string): Promise<string> {
  const person = tx.create(Person, { name });
  await tx.flush();
  tx.create(Account, { id: person.id, email });
  await tx.flush();
  return person.id;
}
