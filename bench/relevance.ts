import "reflect-metadata";
import { createReadStream } from "node:fs";
import { basename, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { migrate, openEmbedded } from "../src/app/database.ts";
import type { Em } from "../src/kernel/em.ts";
import { refreshLexicon } from "../src/search/lexicon.ts";
import { meilisearchEngine } from "../src/search/meilisearch/engine.ts";
import type { SearchEngine } from "../src/search/port.ts";
import { postgreSqlEngine } from "../src/search/postgresql-engine.ts";
import { project } from "../src/search/projection.ts";
import { SearchSort } from "../src/search/search.inputs.ts";
import { ContentKind } from "../src/search/searchable.ts";
import { goalMark } from "./chart.ts";
import { createIndex, fillIndex, meilisearchFromEnvironment, succeeded } from "./meilisearch.ts";
import { type Goal, type Row, writeResult } from "./results.ts";

// How good is the search? Runs a judged collection (docs.jsonl, queries.jsonl, qrels.tsv, as BEIR lays them out) through
// the projection, the index and the engine that users have, on an embedded database in memory.

const { values: options, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { engine: { type: "string", default: "postgresql" } },
});
const onMeilisearch = options.engine === "meilisearch";

/** A collection has no vocabulary of ours. */
const noSynonyms = async () => [];

interface Text {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
}

async function measure(folder: string) {
  const database = await openEmbedded({});
  await migrate(database);
  const em = database.em.fork();
  let batch: Text[] = [];
  let documents = 0;
  const write = async () => {
    const drafts = batch.map(({ id, title = "", text }) => ({
      id,
      kind: ContentKind.EVIDENCE_SUMMARY,
      title,
      parts: [{ field: "text", text }],
      audience: ["public"],
      publishedAt: null,
      updatedAt: new Date(0),
    }));
    await em.transactional((tx) => project(tx, drafts));
    documents += batch.length;
    batch = [];
  };
  for await (const document of lines<Text>(join(folder, "docs.jsonl")))
    if (batch.push(document) === 500) await write();
  await write();
  await refreshLexicon(em);

  const judgements = await readJudgements(join(folder, "qrels.tsv"));
  const { engine, close } = await opened(em);
  const sums = { gain: 0, reciprocal: 0, recall: 0 };
  const times: number[] = [];
  for await (const { id, text } of lines<Text>(join(folder, "queries.jsonl"))) {
    const judged = judgements.get(id);
    const relevant = [...(judged?.values() ?? [])].filter((grade) => grade > 0);
    if (!judged || relevant.length === 0) continue;
    const start = performance.now();
    const { hits } = await engine.search(em, {
      query: text.slice(0, 500),
      filter: {},
      facets: [],
      sort: SearchSort.RELEVANCE,
      first: 100,
      offset: 0,
      audience: ["public"],
    });
    times.push(performance.now() - start);
    const grades = hits.map((hit) => judged.get(hit.id) ?? 0);
    const first = grades.findIndex((grade) => grade > 0);
    sums.gain += discounted(grades) / discounted(relevant.toSorted((a, b) => b - a));
    sums.reciprocal += first < 0 ? 0 : 1 / (first + 1);
    sums.recall += grades.filter((grade) => grade > 0).length / relevant.length;
  }
  await close();
  await database.close();
  times.sort((a, b) => a - b);
  const mean = (sum: number) => Number((sum / times.length).toFixed(3));
  return {
    documents,
    queries: times.length,
    gain: mean(sums.gain),
    reciprocal: mean(sums.reciprocal),
    recall: mean(sums.recall),
    median: times[times.length >> 1] ?? null,
    high: times[Math.floor(times.length * 0.95)] ?? null,
  };
}

/** The engine that is measured, over the documents as they are now. */
async function opened(em: Em): Promise<{ engine: SearchEngine; close: () => Promise<void> }> {
  if (!onMeilisearch) return { engine: postgreSqlEngine(noSynonyms), close: async () => {} };
  const client = meilisearchFromEnvironment();
  const index = `relevance-${process.pid}`;
  await createIndex(client, index, em, noSynonyms);
  await fillIndex(client, index, em);
  return {
    engine: meilisearchEngine({ client, index, synonyms: noSynonyms }),
    close: () => succeeded(client.deleteIndex(index)),
  };
}

/** Gain of the first ten, discounted by the logarithm of the place. */
const discounted = (grades: readonly number[]): number =>
  grades.slice(0, 10).reduce((sum, grade, at) => sum + grade / Math.log2(at + 2), 0);

async function* lines<T>(file: string): AsyncGenerator<T> {
  for await (const line of createInterface({ input: createReadStream(file) }))
    if (line.trim() !== "") yield JSON.parse(line) as T;
}

/** Grades by query and document. The first line names the columns. */
async function readJudgements(file: string): Promise<Map<string, Map<string, number>>> {
  const judgements = new Map<string, Map<string, number>>();
  for await (const line of createInterface({ input: createReadStream(file) })) {
    const [query = "", document = "", grade = ""] = line.split("\t");
    if (Number.isNaN(Number(grade)) || document === "") continue;
    const judged = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, judged.set(document, Number(grade)));
  }
  return judgements;
}

if (folders.length === 0) {
  process.stderr.write(
    "Name one or more folders, each with docs.jsonl, queries.jsonl and qrels.tsv.\n",
  );
  process.exit(1);
}

// By the name of the folder; other collections are measured without a goal.
const reachable: Readonly<Record<string, number>> = { cranfield: 0.38, cisi: 0.3 };

const rows: Row[] = [];
for (const folder of folders)
  rows.push({ collection: basename(resolve(folder)), ...(await measure(folder)) });

await writeResult({
  name: onMeilisearch ? "relevance-meilisearch" : "relevance",
  title: `Relevance on judged collections${onMeilisearch ? ", Meilisearch" : ""}`,
  about:
    `Every document of a collection is projected and indexed as the program's own records are, in the embedded database${onMeilisearch ? " and from there in an index of Meilisearch" : ""}, and every ` +
    "judged query is asked of the engine that users have, without synonyms. nDCG@10 says how well the first ten hits are ordered, MRR " +
    "how early the first relevant one stands, recall@100 how much of what is relevant is among the first hundred; each is a mean over the " +
    "queries, and 1 is the best. For comparison, measured on the same collections: PostgreSQL's plain `ts_rank` has an nDCG@10 of 0.35 " +
    "(Cranfield) and 0.23 (CISI), plain BM25 0.357 on both.",
  command: `npm run bench:relevance -- ${onMeilisearch ? "--engine meilisearch " : ""}FOLDER …`,
  tables: [
    {
      columns: [
        { key: "collection", label: "collection" },
        { key: "documents", label: "documents" },
        { key: "queries", label: "queries" },
        { key: "gain", label: "nDCG@10", digits: 3 },
        { key: "reciprocal", label: "MRR", digits: 3 },
        { key: "recall", label: "recall@100", digits: 3 },
        { key: "median", label: "median", unit: "ms", digits: 1 },
        { key: "high", label: "95th percentile", unit: "ms", digits: 1 },
      ],
      rows,
    },
  ],
  goals: rows.flatMap(({ collection, gain }): Goal[] => {
    const goal = reachable[String(collection)];
    if (goal === undefined) return [];
    return [{ what: `${collection}, nDCG@10`, goal, actual: Number(gain), better: "higher" }];
  }),
  chart: {
    facet: { column: { field: "collection", title: null } },
    spec: {
      width: 220,
      height: 240,
      layer: [
        {
          transform: [
            { fold: ["gain", "reciprocal", "recall"], as: ["measure", "value"] },
            {
              calculate:
                "{gain: 'nDCG@10', reciprocal: 'MRR', recall: 'recall@100'}[datum.measure]",
              as: "measure",
            },
          ],
          mark: "bar",
          encoding: {
            x: {
              field: "measure",
              type: "nominal",
              sort: null,
              title: "measure",
              axis: { labelAngle: 0 },
            },
            y: {
              field: "value",
              type: "quantitative",
              title: "mean over the queries (1 is the best)",
              scale: { domain: [0, 1] },
            },
          },
        },
        {
          transform: [
            { calculate: `${JSON.stringify(reachable)}[datum.collection]`, as: "goal" },
            { filter: "isValid(datum.goal)" },
          ],
          ...goalMark,
          encoding: { y: { field: "goal", type: "quantitative" } },
        },
      ],
    },
  },
  notes: [
    "The dashed line is the goal for nDCG@10.",
    "Times are of this machine, one query at a time, and no goal.",
  ],
});
