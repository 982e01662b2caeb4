import { Agent, get } from "node:http";
import { type Chart, goalTick } from "./chart.ts";
import { startBrowser, weigh } from "./page-weight.ts";
import { firstAnswer, nodeStart, npmStart, temporaryFolder } from "./program.ts";
import { quantile } from "./quantile.ts";
import { type Goal, type Row, writeResult } from "./results.ts";
import { asking } from "./searches.ts";

// How heavy the pages are, and how soon their first byte comes.

const requests = 200;
/** kB, kB, and times the bare route. */
const goals = { scripts: 200, styles: 40, page: 25, search: 60 } as const;

/** One address of each kind of page; those with names of their own are found over GraphQL, as a client would. */
async function addresses(site: string): Promise<Readonly<Record<string, string>>> {
  const lists = ["cpdSessions", "researchProjects", "reflections"] as const;
  const question = `{ ${lists.map((list) => `${list}(first: 1) { nodes { url } }`).join(" ")} }`;
  const answer = await fetch(`${site}/graphql`, asking(question));
  const { data } = (await answer.json()) as {
    data: Record<(typeof lists)[number], { nodes: readonly { url: string }[] }>;
  };
  const path = (list: (typeof lists)[number]): string => {
    const [node] = data[list].nodes;
    if (node === undefined) throw new Error(`There is nothing in ${list} to open a page of.`);
    return new URL(node.url).pathname;
  };
  return {
    home: "/",
    "search with results": "/search?q=metacogntion",
    "search without results": "/search?q=zzqxv&phase=primary",
    strand: "/evidence/metacognition-and-self-regulation",
    "list of sessions": "/cpd",
    session: path("cpdSessions"),
    project: path("researchProjects"),
    reflection: path("reflections"),
    "not found": "/nothing-here",
  };
}

/** Milliseconds from asking to the first byte of the answer. The whole answer is read before the next is asked for. */
const firstByte = (url: string, agent: Agent): Promise<number> =>
  new Promise((done, failed) => {
    const since = performance.now();
    get(url, { agent, headers: { "accept-encoding": "gzip" } }, (response) => {
      const ms = performance.now() - since;
      response
        .resume()
        .once("end", () => done(ms))
        .once("error", failed);
    }).once("error", failed);
  });

/** First bytes of a page and of its bare route, turn by turn, so that both meet the same machine. */
async function firstBytes(page: string, bare: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times = { page: [] as number[], bare: [] as number[] };
  for (let turn = -20; turn < requests; turn += 1) {
    const each = { page: await firstByte(page, agent), bare: await firstByte(bare, agent) };
    if (turn < 0) continue;
    times.page.push(each.page);
    times.bare.push(each.bare);
  }
  agent.destroy();
  return times;
}

const program = await npmStart(temporaryFolder());
await firstAnswer(program, "/health/ready");
const pages = Object.entries(await addresses(program.url));
const bare = await nodeStart("bare-pages.js", {
  BARE_SITE: program.url,
  BARE_PATHS: JSON.stringify(pages.map(([, path]) => path)),
});
await firstAnswer(bare, "/0");

const browser = await startBrowser();
const weights: Row[] = [];
for (const [page, path] of pages) {
  const weight = await weigh(browser, program.url + path);
  const inKilobytes = Object.entries(weight).map(([key, bytes]) => [
    key,
    key === "requests" || bytes === null ? bytes : bytes / 1000,
  ]);
  weights.push({ page, ...Object.fromEntries(inKilobytes) });
}
await browser?.close();
const weighedBy = browser
  ? "all that Chromium fetched until the network rested"
  : "the scripts and styles that the HTML names (no Chromium was found)";

const waits: Row[] = [];
for (const [at, [page, path]] of pages.entries()) {
  const times = await firstBytes(program.url + path, `${bare.url}/${at}`);
  const median = quantile(times.page, 0.5);
  const bareMedian = quantile(times.bare, 0.5);
  const high = quantile(times.page, 0.95);
  const goal = page.startsWith("search") ? goals.search : goals.page;
  waits.push({ page, median, high, bare: bareMedian, ratio: median / bareMedian, goal });
}
await bare.stop();
await program.stop();

const worst = (rows: readonly Row[], key: string): number =>
  Math.max(...rows.map((row) => Number(row[key])));

/** Bars with a goal each: a dark mark across the bar. */
const bars = (rows: readonly Row[], field: string, title: string, axis?: null): Chart => ({
  data: { values: rows },
  width: 300,
  height: { step: 26 },
  encoding: { y: { field: "page", type: "nominal", sort: null, title: null, axis } },
  layer: [
    { mark: "bar", encoding: { x: { field, type: "quantitative", title } } },
    {
      ...goalTick,
      encoding: { x: { field: "goal", type: "quantitative" } },
    },
  ],
});

const withGoal = (goal: number): Row[] => weights.map((row) => ({ ...row, goal }));

const atMost = (what: string, goal: number, actual: number, unit: string): Goal => ({
  what,
  goal,
  actual,
  better: "lower",
  unit,
});

await writeResult({
  name: "pages",
  title: "Weight of the pages, and time to the first byte",
  about:
    `One page of each kind, of the program as \`npm start\` starts it, with the demonstration in the embedded database. Weight: ${weighedBy}, with nothing in ` +
    "the cache, gzipped here so that sizes compare whatever encoding was sent; *all as sent* counts fonts and images too. " +
    `Time to the first byte: from asking to the head of the answer, on one connection that stays open, ${requests} times a page after 20 that are not ` +
    "counted, each beside a *bare route*: an Express program that answers the same bytes from memory. Page and bare route take turns, so that both " +
    "meet the same machine; the ratio says what reading the database and rendering cost, the milliseconds are this machine's.",
  command: "npm run bench:pages",
  tables: [
    {
      title: "Weight",
      columns: [
        { key: "page", label: "page" },
        { key: "scripts", label: "JavaScript", unit: "kB gzipped", digits: 1 },
        { key: "rawScripts", label: "JavaScript", unit: "kB raw", digits: 1 },
        { key: "styles", label: "CSS", unit: "kB gzipped", digits: 1 },
        { key: "rawStyles", label: "CSS", unit: "kB raw", digits: 1 },
        { key: "html", label: "HTML", unit: "kB gzipped", digits: 1 },
        { key: "sent", label: "all as sent", unit: "kB", digits: 1 },
        { key: "requests", label: "requests" },
      ],
      rows: weights,
    },
    {
      title: "Time to the first byte",
      columns: [
        { key: "page", label: "page" },
        { key: "median", label: "median", unit: "ms", digits: 1 },
        { key: "high", label: "95th percentile", unit: "ms", digits: 1 },
        { key: "bare", label: "bare route, median", unit: "ms", digits: 2 },
        { key: "ratio", label: "times the bare route", digits: 1 },
      ],
      rows: waits,
    },
  ],
  goals: [
    atMost(
      "JavaScript of the heaviest page, gzipped",
      goals.scripts,
      worst(weights, "scripts"),
      "kB",
    ),
    atMost("CSS of the heaviest page, gzipped", goals.styles, worst(weights, "styles"), "kB"),
    atMost(
      "first byte of the slowest page of a record or a list, beside the bare route",
      goals.page,
      worst(
        waits.filter(({ goal }) => goal === goals.page),
        "ratio",
      ),
      "times",
    ),
    atMost(
      "first byte of the slowest search, beside the bare route",
      goals.search,
      worst(
        waits.filter(({ goal }) => goal === goals.search),
        "ratio",
      ),
      "times",
    ),
  ],
  chart: {
    vconcat: [
      {
        hconcat: [
          bars(withGoal(goals.scripts), "scripts", "JavaScript (kB gzipped; dark mark: goal)"),
          bars(withGoal(goals.styles), "styles", "CSS (kB gzipped; dark mark: goal)", null),
        ],
      },
      bars(waits, "ratio", "time to the first byte (times the bare route; dark mark: goal)"),
    ],
  },
});
