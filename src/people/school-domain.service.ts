import type { Context } from "../kernel/context.ts";
import type { Em } from "../kernel/em.ts";
import { badInput, conflict, forbidden, notFound } from "../kernel/errors.ts";
import { requirePerson } from "../kernel/viewer.ts";
import { verifiedEmail } from "./accounts.reader.ts";
import { tell } from "./acts.ts";
import { domainOf, requireSchoolDomain } from "./email-address.ts";
import { canManagePeople, canManageSchool } from "./people.policy.ts";
import { SchoolDomain } from "./school-domain.entity.ts";
import { School } from "./school.entity.ts";

/** Two who list domains at once take turns. Any number, as long as it is ours. */
const domainLock = 7_256_200_143;

/**
 * Lists a domain of a school: who has verified an address of it joins without approval. A lead lists no other than that
 * of their own verified address; an administrator any that can be a school's. CONFLICT where it is listed already.
 */
export function addSchoolDomain(ctx: Context, schoolId: string, given: string): Promise<School> {
  const { personId } = requirePerson(ctx.viewer, "list a domain of a school");
  return ctx.write(async (tx) => {
    const school = await managed(ctx, tx, schoolId);
    const domain = requireSchoolDomain(given, "domain");
    await tx.execute("select pg_advisory_xact_lock(?)", [domainLock]);
    const email = await verifiedEmail(tx, personId);
    if (!canManagePeople(ctx.viewer) && (email === null || domainOf(email) !== domain))
      throw badInput(
        "domain",
        "is not that of your own address; ask an administrator to list another one.",
      );
    const listed = await tx.findOne(SchoolDomain, { domain });
    if (listed)
      throw conflict(
        listed.schoolId === schoolId
          ? `${domain} is listed for ${school.name} already.`
          : `${domain} is listed for another school.`,
      );
    const entry = tx.create(SchoolDomain, { schoolId, domain, addedById: personId });
    await tell(tx, ctx.viewer, "school-domain.added", schoolId, { domain: entry.domain });
    return school;
  });
}

/** Takes a domain off the list. Who joined by it stays a member. */
export function removeSchoolDomain(ctx: Context, id: string): Promise<School> {
  requirePerson(ctx.viewer, "take a domain of a school off the list");
  return ctx.write(async (tx) => {
    const entry = await tx.findOne(SchoolDomain, { id });
    // Which domains a school has is for those who manage it alone to know.
    if (!entry || !canManageSchool(ctx.viewer, entry.schoolId)) throw notFound("domain", id);
    const school = await tx.findOneOrFail(School, { id: entry.schoolId });
    tx.remove(entry);
    await tell(tx, ctx.viewer, "school-domain.removed", school.id, { domain: entry.domain });
    return school;
  });
}

async function managed(ctx: Context, tx: Em, schoolId: string): Promise<School> {
  const school = await tx.findOne(School, { id: schoolId });
  if (!school) throw notFound("school", schoolId);
  if (!canManageSchool(ctx.viewer, schoolId)) throw forbidden("list domains of this school");
  return school;
}
