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
import { startPostgreSql } from "./postgresql.ts";
import type { Row } from "./results.ts";
import { type BenchQuery, type Corpus, openCorpus, queriesOf } from "./search-corpus.ts";
import { median } from "./quantile.ts";
import { report, rowOf, type Times } from "./search-report.ts";

// How fast is the search? What users call, from understanding the query to totals and facets, beside the least that
// PostgreSQL can be asked for with the same words, over the same driver, by turns in one run.

const lengths = [1, 3, 12];
const queriesEach = 40;

/** How long one size may be measured; every query is asked once at least. */
const budgetMs = 60_000;
const roundsMax = 7;

const everyFacet = Object.values(SearchFacetField);
const data = resolve(process.argv[2] ?? join(projectRoot, "../shared/data"));

/** How many documents, each more than the one before; fewer for a quick look. */
const sizes = (process.argv[3] ?? "1000,10000,100000").split(",").map(Number);

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
        ...(await browse(database, engine, corpus)),
      });
    }
    await report(rows, others, server.version, queriesEach);
  } finally {
    await database.close();
    await server.stop();
  }
}

/** Documents `from` up to `to`, written as records write theirs; three batches at a time keep both sides busy. */
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

/** What a page of everything costs: no words, every facet, the newest first; after a write, and asked again. */
async function browse(database: Database, engine: SearchEngine, corpus: Corpus) {
  const first: number[] = [];
  const again: number[] = [];
  for (let at = 0; at < 5; at++) {
    await project(database.em.fork(), [{ ...corpus(0), updatedAt: new Date(at) }]);
    const page = () => search(database.em.fork(), engine, "", everyFacet);
    first.push(await timed(page));
    again.push(await timed(page));
  }
  return { browse: median(first), again: median(again) };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const say = (line: string): void => {
  process.stderr.write(`${line} …\n`);
};

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
