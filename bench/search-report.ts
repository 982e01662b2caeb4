import { median, quantile } from "./quantile.ts";
import { goalMark } from "./chart.ts";
import { type Row, writeResult } from "./results.ts";
import type { BenchQuery } from "./search-corpus.ts";

/** The bare query's time may be taken so often. */
const goalTimes = 4;

/** Milliseconds of every asking, and how many hits there were. */
export interface Times {
  readonly query: BenchQuery;
  readonly bare: number[];
  readonly facets: number[];
  readonly plain: number[];
  hits: number;
}

/** Every length of query is a row, at every size. */
export function rowOf(size: number, words: number, all: readonly Times[]): Row {
  const times = all.filter(({ query }) => query.words === words);
  const of = (side: "bare" | "facets" | "plain") => times.map((each) => median(each[side]));
  const ratios = (side: "facets" | "plain") =>
    times.map((each) => median(each[side]) / median(each.bare));
  const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
  return {
    size,
    words,
    hits: median(times.map(({ hits }) => hits)),
    bare: median(of("bare")),
    bare95: quantile(of("bare"), 0.95),
    plain: median(of("plain")),
    facets: median(of("facets")),
    facets95: quantile(of("facets"), 0.95),
    plainRatio: median(ratios("plain")),
    lower: quantile(ratios("facets"), 0.25),
    ratio: median(ratios("facets")),
    upper: quantile(ratios("facets"), 0.75),
    ratio95: quantile(ratios("facets"), 0.95),
    whole: sum(of("facets")) / sum(of("bare")),
    asked: Math.min(...times.map((each) => each.bare.length)),
  };
}

const written = (n: number): string => n.toLocaleString("en-GB");

/** Writes the page and the plot: `rows` of the queries, `others` of what else a size costs. */
export async function report(
  rows: readonly Row[],
  others: readonly Row[],
  version: string,
  queriesEach: number,
): Promise<void> {
  await writeResult({
    name: "search",
    title: "Search beside a bare OR query",
    about: `The whole search as users have it (understanding and spelling of the query, the lexicon, ranking, the page, the exact total, visibility, and the exact counts of all eight facets) beside the least PostgreSQL can be asked for with the same words: \`select id … where tsv @@ 'a | b | c' order by ts_rank(…) desc limit 20\`. Both go over the same pool, by turns, caches warm; every query's time is the median of its askings, its ratio is of those two medians, and a row is about ${queriesEach} queries. PostgreSQL ${version}, as shipped.`,
    command: "npm run bench:search",
    tables: [
      {
        columns: [
          { key: "size", label: "documents" },
          { key: "words", label: "words" },
          { key: "hits", label: "hits" },
          { key: "bare", label: "bare", unit: "ms", digits: 1 },
          { key: "bare95", label: "bare, 95th", unit: "ms", digits: 1 },
          { key: "plain", label: "no facets", unit: "ms", digits: 1 },
          { key: "facets", label: "all facets", unit: "ms", digits: 1 },
          { key: "facets95", label: "all facets, 95th", unit: "ms", digits: 1 },
          { key: "plainRatio", label: "no facets", unit: "times", digits: 2 },
          { key: "ratio", label: "all facets", unit: "times", digits: 2 },
          { key: "lower", label: "lower quarter", unit: "times", digits: 2 },
          { key: "upper", label: "upper quarter", unit: "times", digits: 2 },
          { key: "ratio95", label: "95th", unit: "times", digits: 2 },
          { key: "whole", label: "sum by sum", unit: "times", digits: 2 },
          { key: "asked", label: "askings", digits: 0 },
        ],
        rows,
      },
      {
        title: "Beside the queries",
        columns: [
          { key: "size", label: "documents" },
          { key: "browse", label: "no words, all facets, after a write", unit: "ms", digits: 1 },
          { key: "again", label: "asked again", unit: "ms", digits: 1 },
          { key: "projected", label: "writing a document", unit: "ms", digits: 2 },
          { key: "lexicon", label: "lexicon counted anew", unit: "ms", digits: 0 },
          { key: "unchanged", label: "lexicon, nothing changed", unit: "ms", digits: 1 },
        ],
        rows: others,
      },
    ],
    goals: rows
      .filter(({ words }) => words === 3)
      .map(({ size, ratio }) => ({
        what: `three words with all facets, ${written(Number(size))} documents`,
        goal: goalTimes,
        actual: Number(ratio),
        better: "lower" as const,
        unit: "times",
      })),
    chart: chart(),
    notes: [
      "All facets, times: the median query's ratio; the quarters and the 95th say how the queries spread. Sum by sum: all queries' time beside all bare queries' time, where the slowest weigh most.",
      "The dashed line is the goal, which is for three words.",
      "A search finds more than the bare query does: synonyms of the vocabulary, the words that the last one begins, acronyms.",
      "PostgreSQL may share the bare query out among several processes (of 100,000 documents it does, where there are cores); a search is the work of one.",
    ],
  });
}

const chart = () => ({
  width: 150,
  height: 260,
  facet: { column: { field: "size", type: "ordinal", title: "documents" } },
  spec: {
    width: 150,
    height: 260,
    layer: [
      {
        mark: { type: "bar", width: { band: 0.6 } },
        encoding: {
          x: { field: "words", type: "ordinal", title: "words", axis: { labelAngle: 0 } },
          y: { field: "ratio", type: "quantitative", title: "times the bare query, all facets" },
        },
      },
      {
        mark: { type: "rule", strokeWidth: 2 },
        encoding: {
          x: { field: "words", type: "ordinal" },
          y: { field: "lower", type: "quantitative" },
          y2: { field: "upper" },
        },
      },
      { ...goalMark, encoding: { y: { datum: goalTimes } } },
    ],
  },
});
