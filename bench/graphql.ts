import "reflect-metadata";
import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { openPostgreSql, migrate } from "../src/app/database.ts";
import { buildFolder } from "../src/app/paths.ts";
import { seed } from "../src/app/seed.ts";
import { refreshLexicon } from "../src/search/lexicon.ts";
import { goalRule } from "./chart.ts";
import { type Ask, cpuOf, load, type Load } from "./load.ts";
import { startPostgreSql } from "./postgresql.ts";
import { median } from "./quantile.ts";
import { writeResult } from "./results.ts";

// How much does it cost to have an API that answers any question, beside a page that answers one? The program as users have
// it, and a hand-written statement on the same database, take turns under the same load.

const connections = 16;
const poolMax = 10;
const rounds = 7;
const seconds = 4;
/** Share of the bare statement's requests per second that is to be reached. */
const goal = 0.4;

const page = `query Summaries {
  evidenceSummaries(first: 20) {
    nodes {
      id slug title headline impactMonths impactMonthsStatus costBand evidenceStrength publishedAt
      terms { scheme slug label }
      cpdSessions(first: 3) { nodes { id slug title mode startsAt } }
    }
  }
}`;

const bySlug = `query Summary($slug: String!) {
  evidenceSummary(slug: $slug) {
    id slug title headline impactMonths impactMonthsStatus costBand evidenceStrength publishedAt
    sections { heading markdown }
    references { key short text url }
    terms { scheme slug label }
    cpdSessions(first: 3) { nodes { id slug title mode startsAt } }
  }
}`;

const searching = `query Search($query: String!) {
  search(query: $query, first: 20, facets: [KIND, TOPIC, SUBJECT, PHASE, KEY_STAGE, PUPIL_GROUP, COST_BAND, EVIDENCE_STRENGTH]) {
    totalCount correctedQuery
    nodes { id kind title url }
    facets { field values { value label count } }
  }
}`;

/** A turn of load, and the CPU milliseconds that the server itself took for one request; null where it cannot be told. */
type Turn = Load & { readonly cpu: number | null };

/** What to end, last things first. */
const running: (() => Promise<unknown>)[] = [];

interface Started {
  readonly url: string;
  readonly pid: number;
}

async function startBare(databaseUrl: string): Promise<Started> {
  const child = fork(join(import.meta.dirname, "graphql-bare.js"), {
    env: {
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_MAX: String(poolMax),
    },
  });
  running.push(() => end(child));
  const [port] = (await once(child, "message")) as [number];
  return { url: `http://127.0.0.1:${port}`, pid: child.pid! };
}

/** The program as users have it: its defaults, its log lines and all, read by nobody. */
async function startPotbank(databaseUrl: string): Promise<Started> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(buildFolder, "server/src/main.js")], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      DATABASE_URL: databaseUrl,
      SIGN_IN_SECRET: "a secret of the measurements, of no use to anybody",
      DATABASE_POOL_MAX: String(poolMax),
      PORT: String(port),
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  running.push(() => end(child));
  const url = `http://127.0.0.1:${port}`;
  while (child.exitCode === null) {
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return { url, pid: child.pid! };
    await sleep(50);
  }
  throw new Error(`The server ended with ${child.exitCode} before it was ready.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

async function fill(databaseUrl: string): Promise<void> {
  const database = openPostgreSql(databaseUrl, { poolMax: 2 });
  await migrate(database);
  await seed(database.em, { demonstration: true, now: new Date() });
  await refreshLexicon(database.em.fork());
  await database.em.fork().execute("vacuum analyze", [], "run");
  await database.close();
}

async function answerOf({ url, body, headers }: Ask): Promise<string> {
  const response = await fetch(url, {
    headers: { ...(body && { "content-type": "application/json" }), ...headers },
    ...(body && { method: "POST", body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok || text.includes('"errors"'))
    throw new Error(`${url} answered ${response.status}: ${text.slice(0, 500)}`);
  return text;
}

async function measure() {
  const server = await startPostgreSql();
  running.push(() => server.stop());
  await fill(server.url);
  const bareServer = await startBare(server.url);
  const potbankServer = await startPotbank(server.url);
  const potbankUrl = `${potbankServer.url}/graphql`;

  const asks = {
    bare: { url: `${bareServer.url}/summaries` },
    potbank: { url: potbankUrl, body: { query: page } },
    slug: {
      url: potbankUrl,
      body: { query: bySlug, variables: { slug: "metacognition-and-self-regulation" } },
    },
    search: {
      url: potbankUrl,
      body: { query: searching, variables: { query: "feedback writing primary" } },
    },
  } satisfies Record<string, Ask>;
  const names = {
    bare: "one json_agg statement, Express",
    potbank: "Potbank, the same answer (cache: off)",
    slug: "Potbank, one summary by slug",
    search: "Potbank, search of three words with eight facets",
  };
  type Side = keyof typeof asks;
  const sides = Object.keys(asks) as Side[];

  const bare = await answerOf(asks.bare);
  const potbank = await answerOf(asks.potbank);
  if (JSON.stringify(JSON.parse(potbank)) !== JSON.stringify(JSON.parse(bare)))
    throw new Error(`The two answers differ:\n${potbank}\n${bare}`);
  const rows = JSON.parse(bare).data.evidenceSummaries.nodes.length as number;
  process.stdout.write(
    `Both sides answer the same: ${rows} summaries, ${bare.length} characters of JSON. PostgreSQL ${server.version}.\n`,
  );

  const bytes = Object.fromEntries(
    await Promise.all(sides.map(async (side) => [side, (await answerOf(asks[side])).length])),
  ) as Record<Side, number>;
  for (const side of sides) await load(asks[side], { connections, seconds: 3 });
  const loads = Object.fromEntries(sides.map((side) => [side, [] as Turn[]])) as Record<
    Side,
    Turn[]
  >;
  const turn = async (side: Side): Promise<Turn> => {
    const { pid } = side === "bare" ? bareServer : potbankServer;
    const before = cpuOf(pid);
    const figures = await load(asks[side], { connections, seconds });
    const after = cpuOf(pid);
    const cpu = before === null || after === null ? null : (after - before) / figures.requests;
    return { ...figures, cpu };
  };
  for (let round = 1; round <= rounds; round++) {
    for (const side of sides) loads[side].push(await turn(side));
    process.stdout.write(
      `round ${round} of ${rounds}: ${sides.map((side) => `${side} ${Math.round(loads[side].at(-1)!.perSecond)}/s`).join(", ")}\n`,
    );
  }
  const ratios = (side: Side) =>
    loads[side].map(({ perSecond }, round) => perSecond / loads.bare[round]!.perSecond);

  const table = sides.map((side) => ({
    what: names[side],
    bytes: bytes[side],
    perSecond: median(loads[side].map(({ perSecond }) => perSecond)),
    p50: median(loads[side].map(({ p50 }) => p50)),
    p99: median(loads[side].map(({ p99 }) => p99)),
    cpu: loads[side].some(({ cpu }) => cpu === null)
      ? null
      : median(loads[side].map(({ cpu }) => cpu!)),
    // Another question has no bare statement beside it.
    ...(side === "bare" || side === "potbank"
      ? {
          ratio: median(ratios(side)),
          least: Math.min(...ratios(side)),
          most: Math.max(...ratios(side)),
        }
      : { ratio: null, least: null, most: null }),
  }));
  await writeResult({
    name: "graphql",
    title: "GraphQL beside one hand-written statement",
    about: `20 evidence summaries with their terms and next three sessions, asked for by ${connections} connections at once: the program as users have it (its defaults, its log, the worker beside it), and an Express page that sends one \`json_agg\` statement through a pool of the same size (${poolMax}) and answers the same JSON, which is checked before anything is measured. PostgreSQL ${server.version} on the same machine, with the seeds and the demonstration. The sides take turns of ${seconds} s in ${rounds} rounds; figures are medians of the rounds, and a ratio is of two turns of one round. No answer is kept from one request to the next.`,
    command: "npm run bench:graphql",
    tables: [
      {
        columns: [
          { key: "what", label: "what is asked" },
          { key: "bytes", label: "answer", unit: "bytes", digits: 0 },
          { key: "perSecond", label: "requests per second", digits: 0 },
          { key: "p50", label: "median", unit: "ms", digits: 0 },
          { key: "p99", label: "99th percentile", unit: "ms", digits: 0 },
          { key: "cpu", label: "CPU of the server", unit: "ms a request", digits: 2 },
          { key: "ratio", label: "of the bare", digits: 2 },
          { key: "least", label: "least", digits: 2 },
          { key: "most", label: "most", digits: 2 },
        ],
        rows: table,
      },
    ],
    goals: [
      {
        what: "requests per second, of the bare statement's",
        goal,
        actual: median(ratios("potbank")),
        better: "higher",
        unit: "times",
      },
    ],
    notes: [
      "`cache: off` is how the program runs: it keeps no answers. An answer by GET carries an ETag, and a client that has it is told 304 after the same work.",
      "CPU of the server is its process alone, without PostgreSQL: it says what a request costs even where the machine has other work.",
      "What made it so, and what was tried and left: `schema/decisions/0008-graphql-speed.md`.",
    ],
    chart: {
      width: 520,
      height: { step: 46 },
      layer: [
        {
          mark: "bar",
          encoding: {
            // Here, not above: the goal's rule has no such field, and would become a bar of its own.
            y: {
              field: "what",
              type: "nominal",
              sort: null,
              axis: { title: null, labelLimit: 340 },
            },
            x: {
              field: "perSecond",
              type: "quantitative",
              axis: { title: "requests per second" },
            },
          },
        },
        ...goalRule("x", goal * table[0]!.perSecond, `goal: ${goal} of the bare statement`),
      ],
    },
  });
}

try {
  await measure();
} finally {
  for (const stop of running.toReversed()) await stop();
}
