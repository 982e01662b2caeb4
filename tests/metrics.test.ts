import { describe, expect, test } from "vitest";
import { services } from "../src/app/application.ts";
import { type ConfigError, toConfig } from "../src/app/config.ts";
import { serveMetrics } from "../src/app/metrics-server.ts";
import { Metrics } from "../src/app/metrics.ts";
import { slowStatements } from "../src/app/slow-statements.ts";
import { createLog } from "../src/kernel/log.ts";
import { record } from "../src/kernel/outbox.ts";
import { type SearchEngine, searchEngine } from "../src/search/port.ts";
import { SearchEngineName } from "../src/search/search.inputs.ts";
import { testApi } from "./support/api.ts";
import { testDatabase } from "./support/database.ts";
import { asker, postgreSql } from "./support/search-library.ts";
import { freePort, served } from "./support/served.ts";
import { serverUrl } from "./support/server.ts";

/** A log that can be read. */
function readableLog() {
  const lines: Record<string, unknown>[] = [];
  const log = createLog("debug", { write: (line) => void lines.push(JSON.parse(line)) });
  return { log, lines, slow: () => lines.filter(({ msg }) => msg === "a slow statement") };
}

/** An engine whose one statement takes a quarter of a second. */
const sleepy: SearchEngine = {
  async search(em) {
    await em.execute("select pg_sleep(?)", [0.25]);
    return {
      hits: [],
      snippets: async () => new Map(),
      total: 0,
      totalIsExact: true,
      facets: [],
      correctedQuery: null,
      looser: async () => [],
      engine: SearchEngineName.POSTGRESQL,
      degraded: false,
    };
  },
};

/** An API that keeps metrics and a log, with its private side. */
async function watchedApi() {
  const metrics = new Metrics();
  const read = readableLog();
  const provided = services(metrics).set(searchEngine, metrics.timed(sleepy));
  const api = await testApi({ metrics, provided, log: read.log });
  const watch = await serveMetrics(
    metrics,
    { metricsPort: 0, metricsHost: "127.0.0.1" },
    { database: api.database, worker: undefined },
    read.log,
  );
  const page = async () => (await fetch(`http://127.0.0.1:${watch.port}/metrics`)).text();
  return { ...api, ...read, page, watch };
}

const api = await watchedApi();

describe("metrics", () => {
  test("are on the private port alone", async () => {
    const open = await fetch(`${api.url}/metrics`);
    expect(open.status).toBe(404);
    expect(await open.text()).not.toContain("potbank_");
    expect(await api.page()).toMatch(/^potbank_database_up 1$/m);
    const elsewhere = await fetch(`http://127.0.0.1:${api.watch.port}/graphql`);
    expect(elsewhere.status).toBe(404);
    const written = await fetch(`http://127.0.0.1:${api.watch.port}/metrics`, { method: "POST" });
    expect(written.status).toBe(405);
  });

  test("count requests, operations by name, and errors by code", async () => {
    await api.post({ query: "query Words { terms { id } }" });
    await api.post({ query: "query Words { terms { id } }" });
    await api.post({ query: "{ terms { id } }" });
    await api.post({ query: "query Much { evidenceSummaries(first: 0) { nodes { id } } }" });
    await api.post({ query: "{" });
    const page = await api.page();
    const count = "potbank_graphql_operation_duration_seconds_count";
    expect(page).toContain(`${count}{operation="Words",via="api"} 2`);
    expect(page).toContain(`${count}{operation="anonymous",via="api"} 1`);
    expect(page).toContain(`${count}{operation="invalid",via="api"} 1`);
    expect(page).toContain(
      `potbank_graphql_errors_total{operation="Much",code="BAD_USER_INPUT"} 1`,
    );
    expect(page).toMatch(
      /potbank_http_request_duration_seconds_count\{route="graphql",method="POST",status="200"\} [1-9]/,
    );
    expect(page).toMatch(/potbank_database_statement_duration_seconds_count [1-9]/);
    expect(page).toMatch(/^nodejs_eventloop_lag_seconds /m);
    if (serverUrl()) expect(page).toMatch(/potbank_database_connections\{state="total"\} [1-9]/);
  });

  test("time searches by engine, and know nothing of their words", async () => {
    await api.post({ query: `query Find { search(query: "zorblification") { totalCount } }` });
    const page = await api.page();
    expect(page).toMatch(
      /potbank_search_duration_seconds_count\{engine="POSTGRESQL",corrected="false"\} [1-9]/,
    );
    expect(page).not.toContain("zorblification");
  });

  test("show how long facts have waited for a handler, and not those that nobody handles", async () => {
    const em = api.database.em.fork();
    await em.transactional(async (tx) => {
      record(tx, "summary.published", "summary_01");
      record(tx, "nobody.cares", "summary_01");
    });
    await em.execute(
      `update outbox_event set recorded_at = now() - interval '1 hour'`,
      undefined,
      "run",
    );
    const page = await api.page();
    expect(page).toMatch(/^potbank_outbox_waiting 1$/m);
    expect(Number(/^potbank_outbox_oldest_seconds (.+)$/m.exec(page)?.[1])).toBeGreaterThan(3_599);
    expect(page).toMatch(/^potbank_outbox_given_up 0$/m);
  });

  test("tell apart so many names and no more, whatever clients call their operations", async () => {
    for (let i = 0; i < 80; i++) await api.post({ query: `query N${i} { __typename }` });
    const page = await api.page();
    const names = new Set([...page.matchAll(/operation="(\w+)"/g)].map(([, name]) => name));
    expect(names.size).toBeLessThanOrEqual(53);
    expect(names).toContain("other");
    // A name that was known before is still told apart, and our own pages always are.
    await api.post({ query: "query Words { terms { id } }" });
    expect(await api.page()).toContain(`{operation="Words",via="api"} 3`);
  });

  test("are kept by a program of its own, each page under its name, when a port is set", async () => {
    const port = await freePort();
    const site = await served({ env: { METRICS_PORT: String(port) } });
    expect(await (await fetch(`${site.url}/`)).text()).toContain("</html>");
    expect((await fetch(`${site.url}/metrics`)).status).toBe(404);
    const page = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(page).toMatch(/^potbank_database_up 1$/m);
    expect(page).toMatch(/operation_duration_seconds_count\{operation="\w+",via="page"\} 1/);
    expect(page).toMatch(/route="page",method="GET",status="200"/);
    expect(await site.log()).toContain(`http://127.0.0.1:${port}/metrics`);
    await site.stop();
  });

  test("need a port of their own", () => {
    const faults = (env: Record<string, string>) => {
      try {
        toConfig(env);
        return [];
      } catch (error) {
        return (error as ConfigError).faults;
      }
    };
    expect(toConfig({}).config).toMatchObject({ metricsPort: undefined, slowStatementMs: 200 });
    expect(faults({ PORT: "4100", METRICS_PORT: "4100" })).toEqual([
      "METRICS_PORT is 4100, the public PORT; metrics need a port of their own.",
    ]);
    expect(faults({ METRICS_PORT: "x", SLOW_STATEMENT_MS: "-1" })).toEqual([
      'METRICS_PORT is "x"; it must be a whole number from 0 to 65535.',
      'SLOW_STATEMENT_MS is "-1"; it must be a whole number from 1 to 3600000.',
    ]);
  });
});

describe("a slow statement", () => {
  test("is logged once, with the request and the operation it was sent for", async () => {
    api.lines.length = 0;
    await api.post(
      { query: `query Slowly { search(query: "sleep") { totalCount } }` },
      { "x-request-id": "a-slow-one" },
    );
    expect(api.slow()).toEqual([
      expect.objectContaining({
        level: 40,
        requestId: "a-slow-one",
        work: "POST graphql",
        operation: "Slowly",
        statement: "select pg_sleep(?)",
        tookMs: expect.any(Number),
      }),
    ]);
  });

  test("is not what a quick one is", async () => {
    api.lines.length = 0;
    await api.post({ query: "{ __typename }" });
    expect(api.slow()).toEqual([]);
  });

  test("is told without its values, however it failed", async () => {
    const { log, lines, slow } = readableLog();
    const { em } = await testDatabase(undefined, slowStatements(log, -1));
    const [, engine] = postgreSql;
    await asker(engine)(em.fork(), "zorblification of ada@example.org");
    await em
      .fork()
      .execute("select ?::int", ["zorblification"])
      .catch(() => undefined);
    expect(slow().length).toBeGreaterThan(1);
    expect(slow().at(-1)).toMatchObject({ statement: "select ?::int", failed: true });
    expect(JSON.stringify(lines)).not.toMatch(/zorbl|ada|example/);
  });
});
