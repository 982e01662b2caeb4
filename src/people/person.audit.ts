import type { Em } from "../kernel/em.ts";

/** How the audit trail's administrators know a person. */
export async function identityOfPerson(
  tx: Em,
  personId: string,
): Promise<{ name: string; address: string | null } | undefined> {
  const [person] = await tx.execute<{ name: string; email: string | null }[]>(
    `select p.name, a.email from person p left join account a on a.id = p.id where p.id = ?`,
    [personId],
  );
  return person && { name: person.name, address: person.email };
}
