import { afterEach, describe, expect, test, vi } from "vitest";
import type { Em } from "../src/kernel/em.ts";
import { badInput } from "../src/kernel/errors.ts";
import { Circuit, type CircuitReport } from "../src/search/circuit.ts";
import { guardedEngine } from "../src/search/guarded-engine.ts";
import { connectMeilisearch } from "../src/search/meilisearch/connection.ts";
import type { SearchAnswer, SearchEngine, SearchRequest } from "../src/search/port.ts";
import { SearchEngineName, SearchSort } from "../src/search/search.inputs.ts";
import { badServer, type Manner } from "./support/bad-server.ts";

const key = "a-key-that-must-not-be-told";
const server = await badServer();
const circuits: Circuit[] = [];

afterEach(async () => {
  for (const circuit of circuits.splice(0)) await circuit.stop();
  Object.assign(server.state, { manner: "right", searches: 0, givenUp: 0, bodies: [] });
});

const answerOf = (engine: SearchEngineName, total: number): SearchAnswer => ({
  hits: [],
  snippets: async () => new Map([["id", [{ field: engine, html: "" }]]]),
  total,
  totalIsExact: true,
  facets: [],
  correctedQuery: null,
  looser: async () => [{ query: engine, without: [], totalCount: 1 }],
  engine,
  degraded: false,
});

const request = (query = "private words"): SearchRequest => ({
  query,
  filter: {},
  facets: [],
  sort: SearchSort.RELEVANCE,
  first: 20,
  offset: 0,
  audience: ["public"],
});

const em = undefined as unknown as Em;

/** An engine that asks the server, guarded; the circuit is tried every few milliseconds. */
async function guarded(more: Partial<SearchAnswer> = {}, url = server.url) {
  const connection = connectMeilisearch(
    { url, publicUrl: url, index: "potbank", timeoutMs: 60 },
    key,
  );
  const usual: SearchEngine = {
    async search(_em, { query, offset }) {
      if (query === "") throw badInput("query", "is wrong.");
      const { results } = await connection
        .searching()
        .multiSearch({ queries: [{ indexUid: "potbank", q: query, offset }] });
      const total = results[0]!.estimatedTotalHits!;
      return { ...answerOf(SearchEngineName.MEILISEARCH, total), ...more };
    },
  };
  const other: SearchEngine = {
    search: async (_em, { offset }) => answerOf(SearchEngineName.POSTGRESQL, 100 + offset),
  };
  const changes: CircuitReport[] = [];
  const failures: unknown[] = [];
  let fit = true;
  const circuit = new Circuit({
    check: async () => {
      if (!fit) throw new Error("the index is not complete");
      await connection.glance((client) => client.multiSearch({ queries: [] }));
    },
    reasonOf: (error) => (error as Error).message,
    changed: (report) => changes.push(report),
    failuresMax: 3,
    firstPauseMs: 5,
    longestPauseMs: 20,
    checkEveryMs: 3_600_000,
  });
  circuits.push(circuit);
  await circuit.start();
  const engine = guardedEngine({ usual, other, circuit, failed: (error) => failures.push(error) });
  return {
    circuit,
    changes,
    failures,
    unfit: (is: boolean) => (fit = !is),
    search: (query?: string) => engine.search(em, request(query)),
    engine,
  };
}

const manners: Manner[] = [
  "hangs",
  "resets",
  "slow body",
  "busy",
  "garbage",
  "key refused",
  "no index",
  "bad filter",
];

describe("a search", () => {
  test("is answered by the usual engine while that is well", async () => {
    const { search, changes } = await guarded();
    expect(await search()).toMatchObject({ engine: "MEILISEARCH", total: 7, degraded: false });
    expect(changes).toMatchObject([{ state: "closed", reason: null }]);
  });

  test.each(manners)("is answered by the other when the server %s", async (manner) => {
    const { search, failures } = await guarded();
    server.state.manner = manner;
    expect(await search()).toMatchObject({ engine: "POSTGRESQL", total: 100, degraded: true });
    expect(failures).toHaveLength(1);
    const told = failures.map((error) => `${String(error)} ${JSON.stringify(error)}`).join();
    expect(told).toMatch(/MeilisearchFault: Meilisearch: /);
    expect(told).not.toMatch(new RegExp(`private|${key}`));
  });

  test("is answered by the other when nothing listens there at all", async () => {
    const gone = await badServer();
    await gone.stop();
    const { search, circuit } = await guarded({}, gone.url);
    expect(await search()).toMatchObject({ engine: "POSTGRESQL", degraded: true });
    expect(circuit.report).toMatchObject({ state: expect.not.stringMatching("closed") });
    expect(circuit.report.reason).toBe("Meilisearch: unreachable (ECONNREFUSED).");
  });

  test("goes on at the same place on either engine", async () => {
    const { engine } = await guarded();
    server.state.manner = "busy";
    const second = { ...request(), offset: 20 };
    expect(await engine.search(em, second)).toMatchObject({ total: 120, degraded: true });
    server.state.manner = "right";
    expect(await engine.search(em, second)).toMatchObject({ total: 7, degraded: false });
    expect(server.state.bodies.at(-1)).toContain('"offset":20');
  });

  test("that is wrong is refused, and is no failure of the engine's", async () => {
    const { search, failures } = await guarded();
    await expect(search("")).rejects.toThrow("query: is wrong.");
    expect(failures).toEqual([]);
  });

  test("has its snippets and looser searches from the other engine when the usual one fails in between", async () => {
    const broken = async () => {
      throw new Error("broken");
    };
    const { search } = await guarded({ snippets: broken, looser: broken });
    const answer = await search();
    expect(answer.degraded).toBe(false);
    expect((await answer.snippets()).get("id")).toEqual([{ field: "POSTGRESQL", html: "" }]);
    expect(await answer.looser()).toMatchObject([{ query: "POSTGRESQL" }]);
  });
});

describe("the circuit", () => {
  test("opens after failures in a row, and then no search reaches the server", async () => {
    const { search, circuit, unfit } = await guarded();
    server.state.manner = "hangs";
    unfit(true);
    for (const failures of [1, 2]) {
      await search();
      expect(circuit.closed, `${failures} failures`).toBe(true);
    }
    await search();
    expect(circuit.closed).toBe(false);
    const { searches } = server.state;
    for (let at = 0; at < 20; at += 1) expect((await search()).degraded).toBe(true);
    expect(server.state.searches).toBe(searches);
    // Whoever asked did not stay: each call was given up by the client.
    await vi.waitFor(() => expect(server.state.givenUp).toBe(3));
  });

  test("stays closed while failures are not in a row", async () => {
    const { search, circuit } = await guarded();
    for (const manner of ["busy", "busy", "right", "busy", "busy", "right"] as const) {
      server.state.manner = manner;
      await search();
    }
    expect(circuit.closed).toBe(true);
  });

  test("closes by itself, and tells each change once with its reason", async () => {
    const { search, circuit, changes } = await guarded();
    server.state.manner = "busy";
    for (let at = 0; at < 5; at += 1) await search();
    expect(circuit.closed).toBe(false);
    server.state.manner = "right";
    await vi.waitFor(() => expect(circuit.closed).toBe(true));
    expect(await search()).toMatchObject({ engine: "MEILISEARCH", degraded: false });
    expect(changes.map(({ state, reason }) => [state, reason])).toEqual([
      ["closed", null],
      ["open", "Meilisearch: busy (too_many_search_requests, 503)."],
      ["closed", "Meilisearch: busy (too_many_search_requests, 503)."],
    ]);
  });

  test("tells a reason that has become another", async () => {
    const { search, changes, unfit } = await guarded();
    server.state.manner = "busy";
    for (let at = 0; at < 3; at += 1) await search();
    unfit(true);
    await vi.waitFor(() =>
      expect(changes.at(-1)).toMatchObject({ state: "open", reason: "the index is not complete" }),
    );
    const told = changes.length;
    await search();
    expect(changes).toHaveLength(told);
  });

  test("does not close before the first check has passed", async () => {
    const circuit = new Circuit({
      check: async () => {
        throw new Error("the index is not complete");
      },
      reasonOf: (error) => (error as Error).message,
      firstPauseMs: 3_600_000,
      longestPauseMs: 3_600_000,
    });
    circuits.push(circuit);
    expect(circuit.report).toMatchObject({ state: "open", reason: null });
    await circuit.start();
    expect(circuit.report).toMatchObject({ state: "open", reason: "the index is not complete" });
  });

  test("opens at a check that fails, though nobody has searched", async () => {
    let fit = true;
    const circuit = new Circuit({
      check: async () => {
        if (!fit) throw new Error("the settings differ");
      },
      reasonOf: (error) => (error as Error).message,
      checkEveryMs: 5,
      firstPauseMs: 5,
    });
    circuits.push(circuit);
    await circuit.start();
    expect(circuit.closed).toBe(true);
    fit = false;
    await vi.waitFor(() => expect(circuit.closed).toBe(false));
    fit = true;
    await vi.waitFor(() => expect(circuit.closed).toBe(true));
  });
});
