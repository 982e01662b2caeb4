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
import { comparable, ranking, readings } from "./postgresql-rank.ts";
import type { SearchRequest } from "./port.ts";
import type { SearchFacetField, SearchSort } from "./search.inputs.ts";
import { shareMin, type Wanted } from "./wanted.ts";

/** What a page may be ordered by, besides the score. */
const orderColumns = ["published_at", "impact_months", "evidence_strength", "cost_band"];

/** Page, total and facet counts of a search, from one reading of the documents. */
export function searchStatement(request: SearchRequest, wanted: Wanted): Sql {
  const missing = misses(request.filter);
  const { from, share, score } = ranking(wanted);
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
      from search_document d ${from}
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
    ? raw(`'[]'::json`)
    : sql`(select coalesce(json_agg(json_build_array(field, value, count)), '[]') from (${facetCounts(fields, chosen)}) as f)`;

/**
 * Candidates through the index. Units that together stay under the least share cannot make a hit alone, so the most
 * frequent ones need not select: a hit has at least one of the others. Exact, and it spares reading what common words find.
 */
export function selection({ units, plain, unfinished }: Wanted): Sql[] {
  if (units.length === 0)
    // Words the index does not keep ("how to"): at least a title may contain them.
    return plain === ""
      ? []
      : [
          sql`position(${` ${plain}${unfinished ? "" : " "}`} in ' ' || ${comparable("d.title")} || ' ') > 0`,
        ];
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
