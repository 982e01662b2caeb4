import type { Em } from "../kernel/em.ts";
import { Person } from "./person.entity.ts";

/** How the audit trail's administrators know a person. */
export async function identityOfPerson(
  tx: Em,
  personId: string,
): Promise<{ name: string; address: string | null } | undefined> {
  const [person] = await tx
    .createQueryBuilder(Person)
    .select("name")
    .where({ id: personId })
    .execute();
  return person && { name: person.name, address: null };
}
