import { raw, sql } from "@mikro-orm/core";
import { join, type Sql } from "./postgresql-fields.ts";
import { quoted, type Reading, type ResolvedUnit } from "./postgresql-units.ts";
import type { Wanted } from "./wanted.ts";

/** What a word counts in body, keywords, headline and title. PostgreSQL's own, 1 for a title, is too much beside 0.1 for a body. */
const weights = raw(`'{0.1, 0.2, 0.3, 0.5}'::float4[]`);

/** Keywords list every alias of a term: a group of synonyms finds itself there whole, which says no more than one of them. */
const groupWeights = raw(`'{0.1, 0.03, 0.3, 0.5}'::float4[]`);

/** A synonym or the beginning of a word, beside the word itself. */
const nearWeight = 0.5;

/**
 * A summary is where sessions, projects and reflections on the same practice hang together: of equals, it leads. Most of
 * all one that weighs the evidence on an approach as a whole, which its padlocks say: a short page on one product with the
 * approach in its name would else stand above the approach.
 */
const hubWeight = raw(`case when d.kind <> 'EVIDENCE_SUMMARY' then 1
  when d.evidence_strength is null then 1.2 else 2 end`);

/** How much more a title counts that the query names whole, times the part of the query that it is. */
const titleWeight = 6;

export const readings = ({ own, near }: ResolvedUnit): Reading[] =>
  [own, near].filter((reading) => reading !== null);

const informationOf = (units: readonly ResolvedUnit[]): number =>
  units.reduce((sum, { information }) => sum + information, 0);

/** A title as `plainText` makes it of a query. */
export const comparable = (column: string): Sql =>
  raw(`btrim(regexp_replace(lower(unaccent(${column})), '[^[:alnum:]]+', ' ', 'g'))`);

/** What a search adds to a row, and what of it says whether the row is a hit and how good a one. */
export interface Ranking {
  /** Goes behind `search_document d`. */
  readonly from: Sql;
  /** The share of the query that the document carries, which decides whether it is a hit. */
  readonly share: Sql;
  /** How well it carries it, times the share of the query's information, and at most about 1. */
  readonly score: Sql;
}

/**
 * Two steps, each computed once a row: `offset 0` keeps the planner from computing it wherever it is named. The first says
 * what the row has of every unit; the second, which names the first and so follows it, is for hits alone.
 */
export function ranking({ units, plain, unfinished }: Wanted): Ranking {
  if (units.length === 0) return { from: raw(""), share: raw("1.0"), score: raw("0.0") };
  const scores = units.map((unit, at) => sql`${unitScore(unit)} as ${raw(`s${at}`)}`);
  const carried = (weightOf: (unit: ResolvedUnit) => number): Sql => {
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
  return {
    from: sql`
      cross join lateral (select ${join(scores, ", ")} offset 0) as s
      cross join lateral (
        select (${rank}) * ${brevity(units)} * (${coverage}) * ${hubWeight} as carried, ${named(units, plain, unfinished)} as named
        offset 0) as t`,
    share: sql`(${carried(({ portion }) => portion)})`,
    score: sql`(t.carried * (1 + ${titleWeight} * t.named) + (t.named > 0.9)::int)`,
  };
}

function unitScore({ own, near }: ResolvedUnit): Sql {
  if (own && near)
    return sql`greatest(${readingScore(own)}, ${nearWeight} * ${readingScore(near)})`;
  return own ? readingScore(own) : sql`${nearWeight} * ${readingScore(near!)}`;
}

function readingScore({ match, rank, size, simple }: Reading): Sql {
  const score = sql`(ts_rank(${size > 1 ? groupWeights : weights}, d.tsv, ${rank}::tsquery) * ${size})`;
  return simple ? score : sql`(case when d.tsv @@ ${match}::tsquery then ${score} else 0 end)`;
}

/**
 * What ts_rank's normalization 1 multiplies by: less, the longer the document. It counts every word of the document, so it is
 * asked for once, as the quotient of two ranks of the whole query, and not in the rank of each of its words.
 */
function brevity(units: readonly ResolvedUnit[]): Sql {
  const any = units
    .flatMap(readings)
    .map(({ rank }) => rank)
    .join(" | ");
  return sql`coalesce(ts_rank(d.tsv, ${any}::tsquery, 1)::float8 / nullif(ts_rank(d.tsv, ${any}::tsquery), 0), 0)`;
}

/**
 * How much of the query the title is, when the query has it whole. Who names a title means it: "how strong is the evidence
 * for homework" is about homework, and a title that is the query itself stands above everything. What costs little is
 * looked at first: the title's length, and whether it has any word of the query at all. Of a query half typed, a title that
 * begins with it is meant as far as it has been typed ("one to o"); one word alone says too little.
 */
function named(units: readonly ResolvedUnit[], plain: string, unfinished: boolean): Sql {
  const words = units
    .flatMap(readings)
    .flatMap(({ marks }) => marks.flat())
    .map((lexeme) => `${quoted(lexeme)}:A`);
  if (words.length === 0) return raw("0.0");
  const inTitle = [...new Set(words)].join(" | ");
  const begun =
    unfinished && plain.includes(" ")
      ? sql`when d.tsv @@ ${inTitle}::tsquery and starts_with(${comparable("d.title")}, ${plain})
          then ${plain.length}::float8 / char_length(d.title)`
      : raw("");
  return sql`(case when char_length(d.title) <= ${plain.length + 4}
    and d.tsv @@ ${inTitle}::tsquery
    and position(' ' || ${comparable("d.title")} || ' ' in ${` ${plain} `}) > 0
    then char_length(d.title)::float8 / ${plain.length} ${begun} else 0 end)`;
}
