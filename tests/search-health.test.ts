import { expect, test, vi } from "vitest";
import { siteHealth } from "../src/app/health.ts";
import { Metrics } from "../src/app/metrics.ts";
import { guardedMeilisearch, type IndexState } from "../src/app/search/search-side.ts";
import { createLog } from "../src/kernel/log.ts";
import { SearchSort } from "../src/search/search.inputs.ts";
import { testApi } from "./support/api.ts";
import { badServer } from "./support/bad-server.ts";
import { testDatabase } from "./support/database.ts";

const apiKey = "a-key-that-must-not-be-told";
const indexState: IndexState = {
  waiting: 2,
  oldestSeconds: 0.4,
  failed: 1,
  trusted: true,
  verifiedAt: null,
  missing: null,
  stale: null,
  extra: null,
};

/** Search over a server that misbehaves, with everything it logs. */
async function sideOf(url: string) {
  const database = await testDatabase();
  const lines: string[] = [];
  const side = guardedMeilisearch({
    address: { url, publicUrl: url, index: "potbank", timeoutMs: 100 },
    keys: { apiKey },
    em: database.em,
    log: createLog("debug", { write: (line) => void lines.push(line) }),
    fillingOf: async () => ({ complete: true, oldestSeconds: 0 }),
    indexState: async () => indexState,
    circuit: { firstPauseMs: 5, longestPauseMs: 20 },
  });
  return { database, side, lines };
}

test("without Meilisearch readiness tells of the database alone", async () => {
  const api = await testApi();
  const ready = await fetch(`${api.url}/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([200, { status: "ok", database: "ok" }]);
});

test("Meilisearch away is told beside readiness and does not decide it; searches are answered, degraded", async () => {
  const server = await badServer();
  const { database, side, lines } = await sideOf(server.url);
  server.state.manner = "busy";
  await side.start();
  const metrics = new Metrics();
  const answer = await metrics.timed(side.engine).search(database.em.fork(), {
    query: "private words",
    filter: {},
    facets: [],
    sort: SearchSort.RELEVANCE,
    first: 20,
    offset: 0,
    audience: ["public"],
  });
  expect(answer).toMatchObject({ engine: "POSTGRESQL", degraded: true });
  const report = await siteHealth(database, side)();
  expect(report).toMatchObject({
    status: "ok",
    database: "ok",
    search: {
      engine: "POSTGRESQL",
      circuit: expect.stringMatching(/open/),
      reason: "Meilisearch: busy (too_many_search_requests, 503).",
      index: indexState,
    },
  });
  const { text } = await metrics.page({ databaseUp: true, searchCircuit: "open" });
  expect(text).toContain("potbank_search_degraded_total 1");
  expect(text).toContain('potbank_search_circuit{state="open"} 1');
  expect(text).toContain('potbank_search_circuit{state="closed"} 0');
  await side.stop();
  const told = `${JSON.stringify(report)}${lines.join("")}${text}`;
  expect(told).not.toMatch(new RegExp(`private|${apiKey}`));
});

test("a server whose index is not set as it should be does not answer, and the reason names the settings", async () => {
  const server = await badServer();
  const { database, side } = await sideOf(server.url);
  await side.start();
  await vi.waitFor(async () =>
    expect((await siteHealth(database, side)()).search?.reason).toMatch(
      /^The index is not set as it should be: .*filterableAttributes/,
    ),
  );
  await side.stop();
});
