import type { Em } from "../kernel/em.ts";
import { idFromName } from "../kernel/ids.ts";
import { Organisation, type OrganisationKind } from "./organisation.entity.ts";
import { Person } from "./person.entity.ts";

/** Adds organisations, or brings them up to date, by slug. */
export async function saveOrganisations(
  em: Em,
  drafts: readonly { slug: string; name: string; kind: OrganisationKind; url: string | null }[],
): Promise<void> {
  const rows = drafts.map(({ slug, name, kind, url }) => ({
    id: idFromName("organisation", slug),
    slug,
    name,
    organisationKind: kind,
    website: url,
  }));
  await em.fork().upsertMany(Organisation, rows, {
    onConflictFields: ["slug"],
    onConflictExcludeFields: ["id"],
  });
}

/** Adds persons, or brings them up to date, by id. */
export async function savePersons(
  em: Em,
  drafts: readonly {
    id: string;
    name: string;
    schoolId: string | null;
    careerStage: string | null;
  }[],
): Promise<void> {
  await em.fork().upsertMany(Person, [...drafts]);
}
