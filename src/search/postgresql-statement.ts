import { raw, sql } from "@mikro-orm/core";
import {
  facetColumnsOf,
  facetCounts,
  join,
  misses,
  plainFilters,
  type Sql,
  textArray,
} from "./postgresql-fields.ts";
import type { Reading, ResolvedUnit } from "./postgresql-units.ts";
import type { SearchRequest } from "./port.ts";
import type { SearchFacetField, SearchSort } from "./search.inputs.ts";

/** What selects and ranks. No units and no text: everything is a hit. No units but a text: titles that contain it. */
export interface Wanted {
  readonly units: readonly ResolvedUnit[];
  /** The query's words and single spaces. */
  readonly plain: string;
}

/**
 * Least share of the query's information that a hit carries. Of few words a hit must have a good part; a long question
 * is a list of hints, and asking for 0.3 of twelve words cost Cranfield 0.03 and CISI 0.11 nDCG@10 (decision 0003).
 */
export const shareMin = (units: number): number => Math.max(0.1, Math.min(0.3, 1.2 / units));

/** What a word counts in body, keywords, headline and title. PostgreSQL's own, 1 for a title, is too much beside 0.1 for a body. */
const weights = raw(`'{0.1, 0.2, 0.3, 0.5}'::float4[]`);

/** Keywords list every alias of a term: a group of synonyms finds itself there whole, which says no more than one of them. */
const groupWeights = raw(`'{0.1, 0.03, 0.3, 0.5}'::float4[]`);

/** A synonym or the beginning of a word, beside the word itself. */
const nearWeight = 0.5;

/** What a page may be ordered by, besides the score. */
const orderColumns = ["published_at", "impact_months", "evidence_strength", "cost_band"];

/**
 * A summary is where sessions, projects and reflections on the same practice hang together: of equals, it leads. Most of
 * all one that weighs the evidence on an approach as a whole, which its padlocks say: a short page on one product with the
 * approach in its name would else stand above the approach.
 */
const hubWeight = raw(`case when d.kind <> 'EVIDENCE_SUMMARY' then 1
  when d.evidence_strength is null then 1.2 else 2 end`);

/** How much more a title counts that the query names whole, times the part of the query that it is. */
const titleWeight = 6;

/** Page, total and facet counts of a search, from one reading of the documents. */
export function searchStatement(request: SearchRequest, wanted: Wanted): Sql {
  const missing = misses(request.filter);
  const { share, score } = merits(wanted);
  const conditions = [
    ...selection(wanted),
    sql`d.deleted_at is null`,
    sql`d.audience && ${textArray(request.audience)}`,
    ...plainFilters(request.filter),
    sql`${share} >= ${shareMin(wanted.units.length)}`,
    // Whoever misses two choices is in no list and in no facet's counts.
    ...(missing.length > 1
      ? [
          sql`${join(
            missing.map(({ missed }) => sql`(${missed})::int`),
            " + ",
          )} <= 1`,
        ]
      : []),
    // Without counts to make, whoever misses one is of no use either.
    ...(request.facets.length === 0 ? missing.map(({ missed }) => sql`not (${missed})`) : []),
  ];
  const fields = [...new Set(request.facets)];
  const columns = new Set(["id", "kind", ...orderColumns, ...facetColumnsOf(fields)]);
  const read = [
    raw([...columns].map((name) => `d.${name}`).join(", ")),
    sql`${score} as score`,
    ...(missing.length === 0
      ? []
      : [
          sql`case ${join(
            missing.map(({ field, missed }) => sql`when ${missed} then ${field}::text`),
            " ",
          )} end as missed`,
        ]),
  ];
  const hit = raw(missing.length === 0 ? "true" : "missed is null");
  return sql`
    with matched as materialized (
      select ${join(read, ", ")}
      from search_document d ${unitScores(wanted.units)}
      where ${join(conditions, " and ")}
    ), page as (
      select id, kind, row_number() over () as place from (
        select id, kind from matched where ${hit}
        order by ${order(request)} limit ${request.first} offset ${request.offset}) as ranked
    )
    select
      (select count(*)::int from matched where ${hit}) as total,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'kind', kind) order by place), '[]') from page) as hits,
      ${facetsOf(fields, missing.length > 0)} as facets`;
}

const facetsOf = (fields: readonly SearchFacetField[], chosen: boolean): Sql =>
  fields.length === 0
    ? raw(`'[]'::jsonb`)
    : sql`(select coalesce(jsonb_agg(to_jsonb(f)), '[]') from (${facetCounts(fields, chosen)}) as f)`;

/**
 * Candidates through the index. Units that together stay under the least share cannot make a hit alone, so the most
 * frequent ones need not select: a hit has at least one of the others. Exact, and it spares reading what common words find.
 */
function selection({ units, plain }: Wanted): Sql[] {
  if (units.length === 0)
    // Words the index does not keep ("how to"): at least a title may contain them.
    return plain === ""
      ? []
      : [sql`position(${` ${plain} `} in ' ' || ${comparable("d.title")} || ' ') > 0`];
  const least = shareMin(units.length) * units.reduce((sum, { portion }) => sum + portion, 0);
  const byInformation = units.toSorted((a, b) => a.information - b.information);
  let together = 0;
  const selecting = byInformation.filter(({ portion }) => (together += portion) >= least);
  const query = selecting
    .flatMap(readings)
    .map(({ match }) => `(${match})`)
    .join(" | ");
  return [sql`d.tsv @@ ${query}::tsquery`];
}

const readings = ({ own, near }: ResolvedUnit): Reading[] =>
  [own, near].filter((reading) => reading !== null);

const informationOf = (units: readonly ResolvedUnit[]): number =>
  units.reduce((sum, { information }) => sum + information, 0);

/** A title as `plainText` makes it of a query. */
const comparable = (column: string): Sql =>
  raw(`btrim(regexp_replace(lower(unaccent(${column})), '[^[:alnum:]]+', ' ', 'g'))`);

/** One column a unit, computed once a row: `offset 0` keeps the planner from computing it wherever it is named. */
function unitScores(units: readonly ResolvedUnit[]): Sql {
  if (units.length === 0) return raw("");
  const scores = units.map((unit, at) => sql`${unitScore(unit)} as ${raw(`s${at}`)}`);
  return sql`cross join lateral (select ${join(scores, ", ")} offset 0) as s`;
}

function unitScore({ own, near }: ResolvedUnit): Sql {
  if (own && near)
    return sql`greatest(${readingScore(own)}, ${nearWeight} * ${readingScore(near)})`;
  return own ? readingScore(own) : sql`${nearWeight} * ${readingScore(near!)}`;
}

function readingScore({ match, rank, size, simple }: Reading): Sql {
  const score = sql`(ts_rank(${size > 1 ? groupWeights : weights}, d.tsv, ${rank}::tsquery, 1) * ${size})`;
  return simple ? score : sql`(case when d.tsv @@ ${match}::tsquery then ${score} else 0 end)`;
}

/**
 * Which share of the query a document carries, which decides whether it is a hit; and its score: how well it carries it,
 * times the share of the query's information, and at most about 1.
 */
function merits({ units, plain }: Wanted): { share: Sql; score: Sql } {
  if (units.length === 0) return { share: raw("1.0"), score: raw("0.0") };
  const carried = (weightOf: (unit: ResolvedUnit) => number) => {
    const all = units.reduce((sum, unit) => sum + weightOf(unit), 0);
    return join(
      units.map(
        (unit, at) =>
          sql`case when ${raw(`s.s${at}`)} > 0 then ${weightOf(unit) / all}::float8 else 0 end`,
      ),
      " + ",
    );
  };
  const all = informationOf(units);
  const rank = join(
    units.map(({ information }, at) => sql`${raw(`s.s${at}`)} * ${information / all}::float8`),
    " + ",
  );
  const coverage = carried(({ information }) => information);
  // Who names a title means it: "how strong is the evidence for homework" is about homework, and a title that is the query
  // itself stands above everything. The length is compared first because it costs nothing.
  const named = sql`(case when char_length(d.title) <= ${plain.length + 4}
    and position(' ' || ${comparable("d.title")} || ' ' in ${` ${plain} `}) > 0
    then char_length(d.title)::float8 / ${plain.length} else 0 end)`;
  return {
    share: sql`(${carried(({ portion }) => portion)})`,
    score: sql`((${rank}) * (${coverage}) * ${hubWeight} * (1 + ${titleWeight} * ${named}) + (${named} > 0.9)::int)`,
  };
}

/** How each sort orders; `score` is the row's own. */
function order({ sort, query }: SearchRequest): Sql {
  const newest = "published_at desc nulls last, id";
  const orders: Readonly<Record<SearchSort, string>> = {
    RELEVANCE: query.trim() === "" ? newest : "score desc, id",
    NEWEST: newest,
    IMPACT: "impact_months desc nulls last, score desc, id",
    EVIDENCE_STRENGTH: "evidence_strength desc nulls last, score desc, id",
    COST: "cost_band asc nulls last, score desc, id",
  };
  return raw(orders[sort]);
}
