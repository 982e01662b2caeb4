import "reflect-metadata";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type Database, migrate, openPostgreSql } from "../src/app/database.ts";
import { projectRoot, seedsFolder } from "../src/app/paths.ts";
import type { Em } from "../src/kernel/em.ts";
import { refreshLexicon } from "../src/search/lexicon.ts";
import type { SearchEngine } from "../src/search/port.ts";
import { postgreSqlEngine } from "../src/search/postgresql-engine.ts";
import { project } from "../src/search/projection.ts";
import { SearchFacetField, SearchSort } from "../src/search/search.inputs.ts";
import { Term } from "../src/terms/term.entity.ts";
import { synonymGroups } from "../src/terms/term.reader.ts";
import { saveVocabulary } from "../src/terms/vocabulary.service.ts";
import { goalMark } from "./chart.ts";
import { startPostgreSql } from "./postgresql.ts";
import { type Row, writeResult } from "./results.ts";
import { type BenchQuery, type Corpus, openCorpus, queriesOf } from "./search-corpus.ts";

// How fast is the search? What users call, from understanding the query to totals and facets, beside the least that
// PostgreSQL can be asked for with the same words, over the same driver, by turns in one run.

const lengths = [1, 3, 12];
const queriesEach = 40;
const goalTimes = 4;

/** How long one size may be measured; every query is asked once at least. */
const budgetMs = 60_000;
const roundsMax = 7;

const everyFacet = Object.values(SearchFacetField);
const data = resolve(process.argv[2] ?? join(projectRoot, "../shared/data"));

/** How many documents, each more than the one before; fewer for a quick look. */
const sizes = (process.argv[3] ?? "1000,10000,100000").split(",").map(Number);

/** Milliseconds of every asking, and how many hits there were. */
interface Times {
  readonly query: BenchQuery;
  readonly bare: number[];
  readonly facets: number[];
  readonly plain: number[];
  hits: number;
}

async function main(): Promise<void> {
  const server = await startPostgreSql();
  const database = openPostgreSql(server.url, { poolMax: 4 });
  try {
    await migrate(database);
    const em = database.em.fork();
    const seed = (name: string) => readFile(join(seedsFolder, name), "utf8");
    await saveVocabulary(em, await seed("terms.yaml"), await seed("synonyms.yaml"));
    const terms = await em.createQueryBuilder(Term).orderBy({ position: "asc" }).execute();
    const corpus = openCorpus(data, terms as Term[]);
    const queries = queriesOf(corpus, lengths, queriesEach);
    const engine = postgreSqlEngine(synonymGroups);
    const rows: Row[] = [];
    const others: Row[] = [];
    let filled = 0;
    for (const size of sizes) {
      const added = size - filled;
      const seconds = await fill(database, corpus, filled, size);
      filled = size;
      const lexicon = await timed(() => refreshLexicon(database.em.fork()));
      const unchanged = await timed(() => refreshLexicon(database.em.fork()));
      await database.em.fork().execute("vacuum (analyze)");
      const times = await measure(database, engine, queries);
      for (const words of lengths) rows.push(rowOf(size, words, times));
      others.push({
        size,
        projected: (seconds * 1_000) / added,
        lexicon,
        unchanged,
        ...(await browse(database, engine)),
      });
    }
    await write(rows, others, server.version);
  } finally {
    await database.close();
    await server.stop();
  }
}

/** Documents `from` up to `to`, written as records write theirs; by two at a time, as there are two sides to keep busy. */
async function fill(database: Database, corpus: Corpus, from: number, to: number): Promise<number> {
  const start = performance.now();
  let next = from;
  const writer = async () => {
    for (;;) {
      const at = next;
      next = Math.min(to, at + 500);
      if (at === next) return;
      const drafts = Array.from({ length: next - at }, (_, offset) => corpus(at + offset));
      await database.em.fork().transactional((tx) => project(tx, drafts));
    }
  };
  await Promise.all([writer(), writer(), writer()]);
  say(`${to.toLocaleString("en-GB")} documents`);
  return (performance.now() - start) / 1_000;
}

async function measure(
  database: Database,
  engine: SearchEngine,
  queries: readonly BenchQuery[],
): Promise<Times[]> {
  const times = queries.map((query): Times => ({
    query,
    bare: [],
    facets: [],
    plain: [],
    hits: 0,
  }));
  const sides = (each: Times) => [
    async () => each.bare.push(await timed(() => bare(database.em.fork(), each.query.text))),
    async () =>
      each.facets.push(
        await timed(async () => {
          const em = database.em.fork();
          each.hits = (await search(em, engine, each.query.text, everyFacet)).total;
        }),
      ),
    async () =>
      each.plain.push(await timed(() => search(database.em.fork(), engine, each.query.text, []))),
  ];
  // Everything was read a moment ago, so a few searches fill what caches there still are to fill; they are not counted.
  for (const each of times.filter((_, at) => at % 8 === 0))
    for (const side of sides(each)) await side();
  for (const { bare, facets, plain } of times) bare.length = facets.length = plain.length = 0;
  const start = performance.now();
  for (let round = 0; round < roundsMax && performance.now() - start < budgetMs; round++)
    for (const each of times) {
      const order = sides(each);
      for (let at = 0; at < order.length; at++) await order[(at + round) % order.length]!();
    }
  return times;
}

const search = (em: Em, engine: SearchEngine, query: string, facets: readonly SearchFacetField[]) =>
  engine.search(em, {
    query,
    filter: {},
    facets,
    sort: SearchSort.RELEVANCE,
    first: 20,
    offset: 0,
    audience: ["public"],
  });

const bare = (em: Em, text: string) => {
  const query = text.replaceAll(" ", " | ");
  return em.execute(
    `select id from search_document where tsv @@ to_tsquery('potbank', ?)
     order by ts_rank(tsv, to_tsquery('potbank', ?)) desc limit 20`,
    [query, query],
  );
};

/** What a page of everything costs: no words, every facet, the newest first. */
async function browse(database: Database, engine: SearchEngine) {
  const times: number[] = [];
  for (let at = 0; at < 6; at++)
    times.push(await timed(() => search(database.em.fork(), engine, "", everyFacet)));
  return { browse: median(times.slice(1)) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function rowOf(size: number, words: number, all: readonly Times[]): Row {
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

const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Between the two nearest values. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  return below + ((sorted[Math.ceil(at)] ?? below) - below) * (at % 1);
}

const written = (n: number): string => n.toLocaleString("en-GB");

async function write(rows: readonly Row[], others: readonly Row[], version: string): Promise<void> {
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
          { key: "browse", label: "no words, all facets", unit: "ms", digits: 1 },
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

const say = (line: string): void => {
  process.stderr.write(`${line} …\n`);
};

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
