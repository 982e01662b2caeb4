import type { Em } from "../kernel/em.ts";
import { idFromName } from "../kernel/ids.ts";
import { ImportError } from "../kernel/import-error.ts";
import { batchMax } from "../kernel/import-run.ts";
import { Term, TermScheme } from "../terms/term.entity.ts";
import { SchoolStatus } from "./school.entity.ts";

/** A school as a register lists it. What is left out or null is not known to that register. */
export interface SchoolDraft {
  readonly urn: number;
  readonly name: string;
  readonly town: string | null;
  readonly postcode: string | null;
  readonly localAuthorityCode?: string | null;
  readonly localAuthority?: string | null;
  readonly establishmentType?: string | null;
  /** Slug of a PHASE term; null where the register leaves it blank. */
  readonly phase: string | null;
  readonly pupils: number | null;
  readonly pupilsYear?: number | null;
  readonly pupilsSource?: string | null;
  readonly pupilPremiumPercent: number | null;
  readonly status?: SchoolStatus;
  /** Day, as YYYY-MM-DD. */
  readonly closedOn?: string | null;
  /** Day of the register, as YYYY-MM-DD; null for an example school. */
  readonly asOf?: string | null;
}

/** Adds schools, or brings them up to date, by URN. Throws on a phase that is not in the vocabulary. */
export function saveSchools(em: Em, drafts: readonly SchoolDraft[]): Promise<void> {
  return em.transactional(async (tx) => {
    for (let at = 0; at < drafts.length; at += batchMax)
      await storeSchools(tx as Em, drafts.slice(at, at + batchMax));
  });
}

/**
 * Stores schools of different URNs in one statement, in the caller's transaction, and writes nothing where nothing is
 * new. A later register replaces what it knows and leaves what it does not know; an earlier one fills gaps. Throws on
 * a phase that is not in the vocabulary.
 */
export async function storeSchools(
  tx: Em,
  drafts: readonly SchoolDraft[],
): Promise<{ created: number; updated: number }> {
  const phases = await phaseIds(tx);
  const rows = drafts.map(({ phase, ...school }) => {
    const phaseId = phase === null ? null : phases.get(phase);
    if (phaseId === undefined)
      throw new ImportError(`School ${school.urn}: there is no PHASE term "${phase}".`);
    return {
      id: idFromName("school", String(school.urn)),
      urn: school.urn,
      name: school.name,
      town: school.town,
      postcode: school.postcode,
      local_authority_code: school.localAuthorityCode ?? null,
      local_authority: school.localAuthority ?? null,
      establishment_type: school.establishmentType ?? null,
      phase_id: phaseId,
      pupils: school.pupils,
      pupils_year: school.pupilsYear ?? null,
      pupils_source: school.pupilsSource ?? null,
      pupil_premium_percent: school.pupilPremiumPercent,
      status: school.status ?? SchoolStatus.OPEN,
      closed_on: school.closedOn ?? null,
      as_of: school.asOf ?? null,
    };
  });
  const stored = await tx.execute<{ created: boolean }[]>(upsert, [JSON.stringify(rows)]);
  const created = stored.filter((row) => row.created).length;
  return { created, updated: stored.length - created };
}

async function phaseIds(tx: Em): Promise<ReadonlyMap<string, string>> {
  const terms = await tx
    .createQueryBuilder(Term)
    .select(["id", "slug"])
    .where({ scheme: TermScheme.PHASE })
    .execute();
  return new Map(terms.map(({ slug, id }) => [slug, id]));
}

const later = "coalesce(new.as_of, '') >= coalesce(s.as_of, '')";
const known = (column: string): string =>
  `case when ${later} then coalesce(new.${column}, s.${column}) else coalesce(s.${column}, new.${column}) end`;
/** A number stays with its year and its source. */
const counted = (column: string): string =>
  `case when new.pupils is not null and (${later} or s.pupils is null) then new.${column} else s.${column} end`;

/** Every column that a register can change, and what becomes of it. */
const changes: readonly (readonly [column: string, value: string])[] = [
  ...[
    "name",
    "town",
    "postcode",
    "local_authority_code",
    "local_authority",
    "establishment_type",
    "phase_id",
    "pupil_premium_percent",
  ].map((column) => [column, known(column)] as const),
  ...["pupils", "pupils_year", "pupils_source"].map((column) => [column, counted(column)] as const),
  ["status", `case when ${later} then new.status else s.status end`],
  [
    "closed_on",
    `case when not ${later} then s.closed_on
          when new.status = 'CLOSED' then coalesce(new.closed_on, s.closed_on) end`,
  ],
];
const changed = changes.map(([column]) => column);
const values = changes.map(([, value]) => value).join(", ");

// The day of the register alone is no change: the same file under a later date must leave every row as it is.
// Rows are told apart before the insert, because an insert computes the words of every row it is given.
const upsert = `
  insert into school (id, urn, ${changed.join(", ")}, as_of)
  select new.id, new.urn, ${values}, case when ${later} then new.as_of else s.as_of end
  from jsonb_to_recordset(?::jsonb) as new(
    id text, urn int, name text, town text, postcode text, local_authority_code text, local_authority text,
    establishment_type text, phase_id text, pupils int, pupils_year int, pupils_source text,
    pupil_premium_percent double precision, status text, closed_on text, as_of text)
  left join school s on s.urn = new.urn
  where s.urn is null or (${changed.map((column) => `s.${column}`).join(", ")}) is distinct from (${values})
  on conflict (urn) do update
  set ${[...changed, "as_of"].map((column) => `${column} = excluded.${column}`).join(", ")}
  returning (xmax = 0) as created`;
