import { type RawQueryFragment, raw, sql } from "@mikro-orm/core";
import { SearchFacetField, type SearchFilter } from "./search.inputs.ts";

/** A piece of SQL with its parameters. Text of a user is only ever a parameter. */
export type Sql = RawQueryFragment;

/** Pieces one after another. The spaces matter: two question marks side by side would be the name of a column. */
export const join = (pieces: readonly Sql[], glue: string): Sql =>
  pieces.reduce((all, piece) => sql`${all} ${raw(glue)} ${piece}`);

/** A list as a PostgreSQL array of text; one constant, so that the planner's statistics apply to it. */
export const textArray = (values: readonly unknown[]): Sql =>
  sql`${`{${values.map((value) => `"${String(value).replace(/["\\]/g, "\\$&")}"`).join()}}`}::text[]`;

interface FacetColumn {
  readonly column: string;
  /** A record has any number of values, not at most one. */
  readonly many: boolean;
  /** What the filter has chosen in this field; a facet's own counts leave it aside. */
  readonly chosen: (filter: SearchFilter) => readonly (string | number)[] | null | undefined;
}

const facetColumns: Readonly<Record<SearchFacetField, FacetColumn>> = {
  KIND: { column: "kind", many: false, chosen: ({ kinds }) => kinds },
  TOPIC: { column: "topics", many: true, chosen: ({ topics }) => topics },
  SUBJECT: { column: "subjects", many: true, chosen: ({ subjects }) => subjects },
  PHASE: { column: "phases", many: true, chosen: ({ phases }) => phases },
  KEY_STAGE: { column: "key_stages", many: true, chosen: ({ keyStages }) => keyStages },
  PUPIL_GROUP: { column: "pupil_groups", many: true, chosen: ({ pupilGroups }) => pupilGroups },
  COST_BAND: { column: "cost_band", many: false, chosen: ({ costBands }) => costBands },
  EVIDENCE_STRENGTH: {
    column: "evidence_strength",
    many: false,
    chosen: ({ evidenceStrengths }) => evidenceStrengths,
  },
};

/** The values chosen in a facet's field, as the facet shows them; none when the filter leaves the field alone. */
export const chosenIn = (field: SearchFacetField, filter: SearchFilter): readonly string[] =>
  (facetColumns[field].chosen(filter) ?? []).map(String);

/** The columns that these facets read. */
export const facetColumnsOf = (fields: readonly SearchFacetField[]): string[] =>
  fields.map((field) => facetColumns[field].column);

/** For every field with a choice: whether a document misses it. */
export function misses(filter: SearchFilter): { field: SearchFacetField; missed: Sql }[] {
  return Object.values(SearchFacetField).flatMap((field) => {
    const chosen = chosenIn(field, filter);
    if (chosen.length === 0) return [];
    const { column, many } = facetColumns[field];
    const name = raw(`d.${column}`);
    const missed = many
      ? sql`not (${name} && ${textArray(chosen)})`
      : sql`(${name}::text = any (${textArray(chosen)})) is not true`;
    return [{ field, missed }];
  });
}

/** The conditions that are no facet's choice. A comparison with a missing figure is not true, so such a record never matches. */
export function plainFilters(filter: SearchFilter): Sql[] {
  const when = <T>(value: T | null | undefined, condition: (value: T) => Sql): Sql[] =>
    value === null || value === undefined ? [] : [condition(value)];
  const moment = (value: Date) => value.toISOString();
  return [
    ...when(filter.costBandMax, (max) => sql`d.cost_band <= ${max}`),
    ...when(filter.evidenceStrengthMin, (min) => sql`d.evidence_strength >= ${min}`),
    ...when(filter.impactMonthsMin, (min) => sql`d.impact_months >= ${min}`),
    ...when(filter.publishedAfter, (at) => sql`d.published_at >= ${moment(at)}::timestamptz`),
    ...when(filter.publishedBefore, (at) => sql`d.published_at < ${moment(at)}::timestamptz`),
    ...when(filter.updatedAfter, (at) => sql`d.updated_at >= ${moment(at)}::timestamptz`),
  ];
}

/**
 * Counts of all these facets over the rows `matched`, in one reading of them. Equal lists are counted before they are taken
 * apart: 60,000 hits have a few hundred different ones. With `chosen`, `missed` names the one choice a row does not satisfy.
 */
export function facetCounts(fields: readonly SearchFacetField[], chosen: boolean): Sql {
  const columns = facetColumnsOf(fields);
  const all = 2 ** columns.length - 1;
  // grouping() has a bit for every column that a row is not grouped by, the first column's the highest.
  const fieldOf = fields.map(
    (field, at) => `when ${all - 2 ** (columns.length - 1 - at)} then '${field}'`,
  );
  const listOf = fields.map((field) => {
    const { column, many } = facetColumns[field];
    return `when '${field}' then ${many ? column : `array[${column}::text]`}`;
  });
  const sets = columns.map((column) => (chosen ? `(${column}, missed)` : `(${column})`));
  return raw(`
    select field, value, sum(hits)::int as count
    from (
      select case grouping(${columns.join(", ")}) ${fieldOf.join(" ")} end as field,
        ${columns.join(", ")}, ${chosen ? "missed, " : ""}count(*) as hits
      from matched group by grouping sets (${sets.join(", ")})) as g
    cross join lateral unnest(case field ${listOf.join(" ")} end) as value
    where value is not null ${chosen ? "and (missed is null or missed = field)" : ""}
    group by field, value`);
}
