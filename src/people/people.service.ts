import type { Em } from "../kernel/em.ts";
import { idFromName } from "../kernel/ids.ts";
import { ImportError } from "../kernel/import-error.ts";
import { Term, TermScheme } from "../terms/term.entity.ts";
import { Organisation, type OrganisationKind } from "./organisation.entity.ts";
import { Person } from "./person.entity.ts";
import { School } from "./school.entity.ts";

/** A school as a register lists it. */
export interface SchoolDraft {
  readonly urn: number;
  readonly name: string;
  readonly town: string | null;
  readonly postcode: string | null;
  /** Slug of a PHASE term; null where the register leaves it blank. */
  readonly phase: string | null;
  readonly pupils: number | null;
  readonly pupilPremiumPercent: number | null;
}

/** Adds schools, or brings them up to date, by URN. Throws on a phase that is not in the vocabulary. */
export function saveSchools(em: Em, drafts: readonly SchoolDraft[]): Promise<void> {
  return em.transactional(async (tx) => {
    const phases = new Map(
      (await tx.find(Term, { scheme: TermScheme.PHASE })).map(({ slug, id }) => [slug, id]),
    );
    const rows = drafts.map(({ phase, ...school }) => {
      const phaseId = phase === null ? null : phases.get(phase);
      if (phaseId === undefined)
        throw new ImportError(`School ${school.urn}: there is no PHASE term "${phase}".`);
      return { id: idFromName("school", String(school.urn)), ...school, phaseId };
    });
    for (let at = 0; at < rows.length; at += 500)
      await tx.upsertMany(School, rows.slice(at, at + 500), {
        onConflictFields: ["urn"],
        onConflictExcludeFields: ["id"],
      });
  });
}

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
