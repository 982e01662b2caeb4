import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { withServer } from "../support/meilisearch.ts";
import { asMaster } from "../support/meilisearch-installation.ts";
import { meilisearchProcess, withCommand } from "../support/meilisearch-process.ts";
import { meilisearchPlace } from "../support/program-place.ts";
import { freePort, launch, type Program } from "../support/served.ts";
import { serverUrl } from "../support/server.ts";
import { signInto } from "../support/signed-in.ts";
import { until } from "./place.ts";

type Place = Awaited<ReturnType<typeof meilisearchPlace>>;

/** The program, running on a place until the test is over. */
async function running({ env }: Place, more: Record<string, string> = {}): Promise<Program> {
  const program = await launch({ ...env, ...more });
  onTestFinished(() => void program.child.kill("SIGKILL"));
  await program.ready();
  return program;
}

/** Searches as a visitor does; a request that is not answered well is a failed test. */
async function search({ url }: Program, query = "feedback") {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      query: `query ($query: String!) { search(query: $query, first: 5) { totalCount degraded engine nodes { id } } }`,
      variables: { query },
    }),
  });
  const { data, errors } = (await response.json()) as {
    data: { search: { totalCount: number; degraded: boolean; engine: string } };
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return data.search;
}

const answered = (program: Program, degraded: boolean) =>
  until(async () => (await search(program)).degraded === degraded);

describe.skipIf(!withServer)("the whole program", { timeout: 300_000 }, () => {
  test.skipIf(!withCommand)(
    "answers every search while Meilisearch is stopped and started again, and says so on the page, in its health and metrics",
    async () => {
      const server = await meilisearchProcess();
      onTestFinished(() => server.remove());
      await server.start();
      const place = await meilisearchPlace({ url: server.url, demonstration: "1" });
      onTestFinished(() => place.remove());
      const metricsPort = await freePort();
      const program = await running(place, {
        METRICS_PORT: String(metricsPort),
        MEILI_TIMEOUT_MS: "1000",
      });
      await answered(program, false);
      const { totalCount } = await search(program);
      expect(totalCount).toBeGreaterThan(0);
      const health = async () =>
        (await (await fetch(`${program.url}/health/ready`)).json()) as Record<string, unknown>;
      const metrics = async () => (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
      const page = async () => (await fetch(`${program.url}/search?q=feedback`)).text();
      expect(await health()).toMatchObject({
        status: "ok",
        search: {
          engine: "MEILISEARCH",
          circuit: "closed",
          index: { waiting: 0, oldestSeconds: 0, failed: 0, trusted: true },
        },
      });
      expect(await page()).not.toContain("slower than usual");

      const told: { degraded: boolean; totalCount: number }[] = [];
      const enough = new AbortController();
      const asking = Promise.all(
        Array.from({ length: 3 }, async () => {
          while (!enough.signal.aborted) told.push(await search(program));
        }),
      );
      await server.kill("SIGKILL");
      await answered(program, true);
      expect(await page()).toContain("slower than usual");
      expect(await health()).toMatchObject({ status: "ok", search: { engine: "POSTGRESQL" } });
      expect(await metrics()).toMatch(/^potbank_search_circuit\{state="closed"\} 0$/m);
      await server.start();
      await answered(program, false);
      enough.abort();
      await asking;
      expect(told.length).toBeGreaterThan(3);
      expect(new Set(told.map((each) => each.totalCount))).toEqual(new Set([totalCount]));
      const text = await metrics();
      expect(text).toMatch(/^potbank_search_circuit\{state="closed"\} 1$/m);
      expect(text).toMatch(/^potbank_search_degraded_total [1-9]\d*$/m);
      for (const gauge of ["waiting", "oldest_seconds", "failed"])
        expect(text).toMatch(new RegExp(`^potbank_search_index_${gauge} 0$`, "m"));
      expect(await program.kill("SIGTERM")).toBe(0);
    },
  );

  // Only there does the server hold the database and take the command over; tests of several processes have the other case.
  test.skipIf(serverUrl())(
    "rebuilds its index by a command that is handed over, while people search and write: no search fails, nothing lacks, what is new is found",
    async () => {
      const place = await meilisearchPlace({ demonstration: "1" });
      onTestFinished(() => place.remove());
      const program = await running(place, { NODE_ENV: "development" });
      await answered(program, false);
      const before = (await search(program)).totalCount;
      const { ask } = await signInto(program.url, "teacher");
      const { evidenceSummaries } = await ask(`{ evidenceSummaries(first: 1) { nodes { id } } }`);
      const write = async (title: string): Promise<string> =>
        (
          await ask(
            `mutation ($input: ReflectionCreateInput!) { made: reflectionCreate(input: $input) { id } }`,
            {
              input: {
                about: evidenceSummaries.nodes[0].id,
                title,
                context: "Year 4.",
                tried: "Something.",
                happened: "It helped.",
              },
            },
          )
        ).made.id;
      const enough = new AbortController();
      const told: Awaited<ReturnType<typeof search>>[] = [];
      const written: string[] = [];
      const asking = (async () => {
        while (!enough.signal.aborted) told.push(await search(program));
      })();
      const writing = (async () => {
        while (!enough.signal.aborted) {
          written.push(await write(`Zorblification number ${written.length}`));
          await sleep(20);
        }
      })();
      const [rebuilt] = await Promise.all([
        place.potbank(["search", "rebuild"]).finally(() => enough.abort()),
        asking,
        writing,
      ]);
      expect(rebuilt).toMatchObject({
        code: 0,
        out: expect.stringMatching(
          /^The new index is searched: \d+ documents\. The old one is kept/,
        ),
        err: expect.stringContaining("It is being compared with the database."),
      });
      expect(told.length).toBeGreaterThan(0);
      expect(new Set(told.map((each) => each.totalCount))).toEqual(new Set([before]));
      expect(told.filter(({ degraded }) => degraded)).toEqual([]);
      expect(written.length).toBeGreaterThan(0);
      const own = () =>
        ask(`{ search(query: "zorblification", first: 100) { totalCount degraded nodes { id } } }`);
      await until(async () => (await own()).search.totalCount === written.length);
      expect((await own()).search.degraded).toBe(false);
      expect((await search(program, "zorblification")).totalCount).toBe(0);
      expect(await place.potbank(["search", "verify"])).toMatchObject({ code: 0 });
      expect(await program.kill("SIGTERM")).toBe(0);
    },
  );

  test("follows a restored backup: what the index knew of later is gone from it", async () => {
    const place = await meilisearchPlace({ demonstration: "1" });
    onTestFinished(() => place.remove());
    const folder = await mkdtemp(join(tmpdir(), "potbank-restored-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, "backup.tar.gz");
    const server = asMaster(place.index);
    const count = async () =>
      (await server.ask((client) => client.index(place.index).getStats())).numberOfDocuments;

    const first = await running(place);
    await answered(first, false);
    const documents = await count();
    expect(await first.kill("SIGTERM")).toBe(0);
    expect(await place.potbank(["backup", file])).toMatchObject({ code: 0 });
    // What the backup does not know of, in the database and in the index.
    const text = await readFile("seeds/evidence/feedback.md", "utf8");
    await mkdir(join(folder, "summaries"));
    await writeFile(
      join(folder, "summaries/later.md"),
      text.replace("slug: feedback", "slug: later").replace(/^title: .*$/m, "title: Later"),
    );
    const later = await place.potbank(["import", "summaries", join(folder, "summaries")]);
    expect(later).toMatchObject({ code: 0 });
    expect(await place.potbank(["search", "verify", "--repair"])).toMatchObject({ code: 1 });
    await until(async () => (await count()) > documents);
    expect(await place.potbank(["restore", "--replace", file])).toMatchObject({ code: 0 });
    expect(await place.potbank(["search", "status"])).toMatchObject({
      code: 0,
      out: expect.stringContaining("There is no index yet"),
    });
    const second = await running(place, { POTBANK_DEMO: "0" });
    await answered(second, false);
    expect(await count()).toBe(documents);
    expect(await second.kill("SIGTERM")).toBe(0);
    expect(await place.potbank(["search", "verify"])).toMatchObject({ code: 0 });
  });
});
