import type { Batch } from "../kernel/context.ts";
import type { Em } from "../kernel/em.ts";

/** How a person is reached. */
export interface Address {
  readonly email: string;
  readonly verified: boolean;
}

/** The addresses of persons who have an account. Whoever calls asks `canReadEmail` before showing one. */
export async function addressesOf(
  em: Em,
  personIds: readonly string[],
): Promise<Map<string, Address>> {
  if (personIds.length === 0) return new Map();
  const rows = await em.execute<{ id: string; email: string; email_verified: boolean }[]>(
    `select id, email, email_verified from account where id in (${personIds.map(() => "?").join(", ")})`,
    [...personIds],
  );
  return new Map(rows.map((row) => [row.id, { email: row.email, verified: row.email_verified }]));
}

/** Batch: addresses by person. */
export const addressesById: Batch<Address> = ({ em }, ids) => addressesOf(em, ids);

/** The address of a person if they have shown that it is theirs; null otherwise. */
export async function verifiedEmail(em: Em, personId: string): Promise<string | null> {
  const address = (await addressesOf(em, [personId])).get(personId);
  return address?.verified ? address.email.toLowerCase() : null;
}
