import { join } from "node:path";
import { type Chart, goalRule, goalTick } from "./chart.ts";
import { inspectable, liveHeapMiB, residentMiB, searcher } from "./memory.ts";
import { firstAnswer, nodeStart, npmStart, type Started, temporaryFolder } from "./program.ts";
import { median } from "./quantile.ts";
import { type Row, writeResult } from "./results.ts";
import { asking } from "./searches.ts";

// How long from `npm start` to an answer, and how much memory it takes to answer ten thousand searches.

const rounds = 5;
const goals = { fresh: 2.5, again: 2, growth: 1.1 } as const;

const search = asking(
  '{ search(query: "metacogntion", facets: [KIND, PHASE], first: 5) { totalCount nodes { title } } }',
);

/** Milliseconds until the first page and the first search are answered, both asked for from the start. */
async function answers(program: Started): Promise<{ page: number; search: number }> {
  const [page, found] = await Promise.all([
    firstAnswer(program, "/"),
    firstAnswer(program, "/graphql", search),
  ]);
  await program.stop();
  return { page, search: found };
}

async function starts() {
  const times: Record<string, number[]> = {};
  const note = (what: string, ms: number) => (times[what] ??= []).push(ms);
  // The first round only brings everything into the system's file cache.
  for (let round = 0; round <= rounds; round += 1) {
    const folder = temporaryFolder();
    const fresh = await answers(await npmStart(folder));
    const again = await answers(await npmStart(folder));
    const bare = await nodeStart("bare-start.js", { BARE_FOLDER: join(folder, "db") });
    const bareTime = await firstAnswer(bare, "/");
    const bareMemory = residentMiB(bare.pid());
    await bare.stop();
    if (round === 0) continue;
    if (bareMemory !== null) note("bare memory", bareMemory);
    note("bare", bareTime);
    for (const [name, { page, search }] of Object.entries({ fresh, again })) {
      note(name, Math.max(page, search));
      note(`${name} page`, page);
      note(`${name} search`, search);
    }
    process.stdout.write(`round ${round} of ${rounds}\n`);
  }
  return times;
}

/** Memory at rest, and after every thousand of ten thousand searches. */
async function memory() {
  const program = await npmStart(temporaryFolder(), inspectable);
  await firstAnswer(program, "/health/ready");
  const ask = searcher(program.url);
  await ask(20);
  const rows: Row[] = [{ searches: 0, resident: residentMiB(program.pid()) }];
  const since = performance.now();
  for (let thousands = 1; thousands <= 10; thousands += 1) {
    await ask(1_000);
    rows.push({ searches: thousands * 1_000, resident: residentMiB(program.pid()) });
    process.stdout.write(`${thousands},000 of 10,000 searches\n`);
  }
  const perSecond = 10_000 / ((performance.now() - since) / 1_000);
  // Only now: a collection that nobody asked for would flatter the figures above.
  const heapBefore = await liveHeapMiB(program);
  await ask(1_000);
  const heapAfter = await liveHeapMiB(program);
  await program.stop();
  return { rows, perSecond, heapBefore, heapAfter };
}

const times = await starts();
const bare = median(times.bare);
const row = (key: string, start: string): Row => ({
  start,
  median: median(times[key]),
  least: Math.min(...(times[key] ?? [])),
  most: Math.max(...(times[key] ?? [])),
  ratio: median(times[key]) / bare,
});
const startRows = [
  row("bare", "bare: Node, Express, PGlite on the same folder"),
  row("again", "npm start again: page and search answered"),
  row("again page", "… the first page"),
  row("again search", "… the first search"),
  row("fresh", "npm start fresh: page and search answered"),
  row("fresh page", "… the first page"),
  row("fresh search", "… the first search"),
];
const { rows: memoryRows, perSecond, heapBefore, heapAfter } = await memory();
const resident = (searches: number): number =>
  Number(memoryRows.find((each) => each.searches === searches)?.resident ?? Number.NaN);
const growth = resident(10_000) / resident(2_000);
const whole = (value: number | null): string =>
  value === null || Number.isNaN(value) ? "–" : String(Math.round(value));

const startChart: Chart = {
  width: 460,
  height: { step: 40 },
  title: "From the start to the first answer; dark mark: goal",
  data: {
    values: [
      { start: "bare start", ratio: 1 },
      { start: "npm start, again", ratio: median(times.again) / bare, goal: goals.again },
      { start: "npm start, fresh", ratio: median(times.fresh) / bare, goal: goals.fresh },
    ],
  },
  encoding: { y: { field: "start", type: "nominal", sort: null, title: null } },
  layer: [
    {
      mark: "bar",
      encoding: {
        x: { field: "ratio", type: "quantitative", title: "times the bare start (medians)" },
      },
    },
    {
      transform: [{ filter: "isValid(datum.goal)" }],
      ...goalTick,
      encoding: { x: { field: "goal", type: "quantitative" } },
    },
  ],
};
const memoryChart: Chart = {
  width: 460,
  height: 220,
  title: "Memory while it searches",
  data: { values: memoryRows },
  layer: [
    {
      mark: { type: "line", point: true },
      encoding: {
        x: { field: "searches", type: "quantitative", title: "searches answered" },
        y: {
          field: "resident",
          type: "quantitative",
          title: "resident memory (MiB)",
          scale: { zero: true },
        },
      },
    },
    ...goalRule("y", goals.growth * resident(2_000), "goal: at most 10 % above 2,000 searches"),
  ],
};

await writeResult({
  name: "start",
  title: "Starting, and memory",
  about:
    "From `npm start` to the first answers with status 200, asked every 20 ms for the first page and for a search; a start has answered " +
    "when both have. Packages are installed and everything is built (installation and build are not in the times); npm itself and its check " +
    "of both are. *Fresh*: on an empty data folder, so that the prepared database is unpacked first. *Again*: on the same folder, " +
    "stopped in between. Beside it the *bare* start: one small file that loads Node, Express and the embedded database, opens the " +
    "same folder and counts one table, without npm: what no program of this kind can do without. " +
    `Medians of ${rounds} rounds, each with all three in turn, after one that is not counted. ` +
    "Then memory of the server's process (resident set) at rest and after every thousand of ten thousand searches over HTTP, four at a time: " +
    "some hundred questions of the seeds' own words, one in three misspelt, over GraphQL with and without facets and filters, second pages, and " +
    "pages of HTML.",
  command: "npm run bench:start",
  tables: [
    {
      title: "Time to the first answer",
      columns: [
        { key: "start", label: "start" },
        { key: "median", label: "median", unit: "ms", digits: 0 },
        { key: "least", label: "least", unit: "ms", digits: 0 },
        { key: "most", label: "most", unit: "ms", digits: 0 },
        { key: "ratio", label: "times the bare start", digits: 2 },
      ],
      rows: startRows,
    },
    {
      title: "Memory",
      columns: [
        { key: "searches", label: "searches answered", digits: 0 },
        { key: "resident", label: "resident", unit: "MiB", digits: 0 },
      ],
      rows: memoryRows,
    },
  ],
  goals: [
    {
      what: "npm start again, beside the bare start",
      goal: goals.again,
      actual: median(times.again) / bare,
      better: "lower",
      unit: "times",
    },
    {
      what: "npm start fresh, beside the bare start",
      goal: goals.fresh,
      actual: median(times.fresh) / bare,
      better: "lower",
      unit: "times",
    },
    {
      what: "memory after 10,000 searches, beside that after 2,000",
      goal: goals.growth,
      actual: Number.isNaN(growth) ? null : growth,
      better: "lower",
      unit: "times",
    },
  ],
  chart: { vconcat: [startChart, memoryChart] },
  notes: [
    `The bare start holds ${whole(median(times["bare memory"]))} MiB as it has answered: Node.js and PostgreSQL in WebAssembly.`,
    `JavaScript objects in use after a full garbage collection: ${whole(heapBefore)} MiB after 10,000 searches, ${whole(heapAfter)} MiB after 1,000 more. The rest of the resident memory is mostly PostgreSQL's own.`,
    `Searches were answered at ${whole(perSecond)} a second on average, information only.`,
  ],
});
