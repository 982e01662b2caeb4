import { raw, sql } from "@mikro-orm/core";
import type { Em } from "../kernel/em.ts";
import type { Looser, SearchRequest } from "./port.ts";
import { join, misses, plainFilters, type Sql, textArray } from "./postgresql-fields.ts";
import { ranking, readings } from "./postgresql-rank.ts";
import { selection } from "./postgresql-statement.ts";
import { type ResolvedUnit, resolveUnits } from "./postgresql-units.ts";
import { understand, type Unit } from "./query.ts";
import type { Synonyms } from "./synonyms.ts";
import { shareMin, type Wanted } from "./wanted.ts";

/** More single words than these are no help to somebody who found nothing. */
const wordsMax = 3;

/** What finds something where `request` finds nothing. Three statements at most, whatever is chosen and asked. */
export async function looserSearches(
  em: Em,
  request: SearchRequest,
  wanted: Wanted,
  synonyms: Synonyms,
): Promise<Looser[]> {
  const withLess = await withoutChoices(em, request, wanted);
  return [...withLess, ...(await bySingleWords(em, request, wanted, synonyms))];
}

const visible = ({ audience, filter }: SearchRequest): Sql[] => [
  sql`d.deleted_at is null`,
  sql`d.audience && ${textArray(audience)}`,
  ...plainFilters(filter),
];

const countIf = (condition: Sql, name: string): Sql =>
  sql`count(*) filter (where ${condition})::int as ${raw(name)}`;

/** Each field's choices left out, and all of them. */
async function withoutChoices(em: Em, request: SearchRequest, wanted: Wanted): Promise<Looser[]> {
  const missing = misses(request.filter);
  if (missing.length === 0) return [];
  const { from, share } = ranking(wanted);
  const counts = missing.map(({ field }, at) => {
    const others = missing.filter((each) => each.field !== field).map(({ missed }) => missed);
    return countIf(sql`not (${anyOf(others)})`, `n${at}`);
  });
  const conditions = [
    ...selection(wanted),
    ...visible(request),
    sql`${share} >= ${shareMin(wanted.units.length)}`,
  ];
  const [row] = await em.execute<Record<string, number>[]>(sql`
    select count(*)::int as n, ${join(counts, ", ")}
    from search_document d ${from} where ${join(conditions, " and ")}`);
  const { query } = request;
  const single = missing
    .map(({ field }, at) => ({ query, without: [field], totalCount: row![`n${at}`]! }))
    .sort((a, b) => b.totalCount - a.totalCount);
  const all = { query, without: missing.map(({ field }) => field), totalCount: row!.n! };
  return [...single, ...(missing.length > 1 ? [all] : [])].filter(
    ({ totalCount }) => totalCount > 0,
  );
}

const anyOf = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? raw("false") : join(conditions, " or ");

/** The words that tell most, each as a query of its own under the same filter. */
async function bySingleWords(
  em: Em,
  request: SearchRequest,
  { units }: Wanted,
  synonyms: Synonyms,
): Promise<Looser[]> {
  if (units.length < 2) return [];
  const texts = new Set(
    units.toSorted((a, b) => b.information - a.information).map(({ unit }) => textOf(unit)),
  );
  // Read as it will be when it is searched for: where the word stood changes what it may mean.
  const alone = [...texts].slice(0, wordsMax).flatMap((query) => {
    const understood = understand(query, synonyms).units;
    return understood.length === 1 ? [{ query, unit: understood[0]! }] : [];
  });
  const { found } = await resolveUnits(
    em,
    alone.map(({ unit }) => unit),
    request.audience,
  );
  const asked = alone.flatMap(({ query, unit }) => {
    const resolved = found.find((each) => each.unit === unit);
    return resolved ? [{ query, match: matchOf(resolved) }] : [];
  });
  if (asked.length === 0) return [];
  const counts = asked.map(({ match }, at) => countIf(sql`d.tsv @@ ${match}::tsquery`, `n${at}`));
  const any = asked.map(({ match }) => match).join(" | ");
  const conditions = [
    sql`d.tsv @@ ${any}::tsquery`,
    ...visible(request),
    ...misses(request.filter).map(({ missed }) => sql`not (${missed})`),
  ];
  const [row] = await em.execute<Record<string, number>[]>(sql`
    select ${join(counts, ", ")} from search_document d where ${join(conditions, " and ")}`);
  return asked
    .map(({ query }, at) => ({ query, without: [], totalCount: row![`n${at}`]! }))
    .filter(({ totalCount }) => totalCount > 0);
}

const textOf = ({ words }: Unit): string => words.map(({ typed }) => typed).join(" ");

const matchOf = (unit: ResolvedUnit): string =>
  readings(unit)
    .map(({ match }) => `(${match})`)
    .join(" | ");
