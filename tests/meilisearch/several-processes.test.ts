import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { verify } from "../../src/search/meilisearch/shipping/check.ts";
import type { Shipping } from "../../src/search/meilisearch/shipping/indexes.ts";
import { unproject } from "../../src/search/projection.ts";
import { command } from "../support/command.ts";
import { testDatabase } from "../support/database.ts";
import { meiliUrl, withServer } from "../support/meilisearch.ts";
import { asMaster, limitedKeys, ownIndex } from "../support/meilisearch-installation.ts";
import { meilisearchProxy, sentTo } from "../support/meilisearch-proxy.ts";
import { launch } from "../support/served.ts";
import { serverUrl } from "../support/server.ts";
import { draft, followed, nothing, shippingTo, write } from "./place.ts";

// One connection has nobody to race with.
describe.skipIf(!withServer || !serverUrl())(
  "two servers and two workers on one database",
  { timeout: 300_000 },
  async () => {
    const database = await testDatabase();
    const index = ownIndex();
    let proxy: Awaited<ReturnType<typeof meilisearchProxy>>;
    let shipping: Shipping;
    let env: Record<string, string>;
    beforeAll(async () => {
      proxy = await meilisearchProxy(meiliUrl!);
      const { apiKey } = await limitedKeys(index);
      shipping = await shippingTo(database, { index });
      env = {
        DATABASE_URL: database.url!,
        MEILI_URL: proxy.url,
        MEILI_INDEX: index,
        MEILI_API_KEY: apiKey,
        LOG_LEVEL: "warn",
      };
    });
    afterAll(() => proxy.stop());

    /** Two servers, which ship as well, and two workers; `end` asks for a good end. */
    async function processes() {
      const servers = [await launch(env), await launch(env)];
      const workers = [command(["worker"], env), command(["worker"], env)];
      const children = [...servers, ...workers].map(({ child }) => child);
      onTestFinished(() => {
        for (const child of children) child.kill("SIGKILL");
      });
      for (const server of servers) await server.ready();
      return {
        children,
        async end() {
          for (const child of children) child.kill("SIGTERM");
          await Promise.all([...servers, ...workers].map(({ end }) => end));
        },
      };
    }

    /** Writes and buries the same documents over and over, three writers at a time; answers how often each was buried. */
    async function writers(rounds: number, name: string): Promise<ReadonlyMap<string, number>> {
      const buried = new Map<string, number>();
      const ids = Array.from({ length: 40 }, (_, at) => at);
      for (let round = 0; round < rounds; round++)
        await Promise.all(
          [0, 1, 2].map(async (writer) => {
            const id = (at: number) => `${name}-${writer}-${at}`;
            await write(
              database,
              ids.map((at) => draft(id(at), `Round ${round} of ${writer}`)),
            );
            const gone = [...new Set([id(round % 40), id((round * 7) % 40)])];
            for (const each of gone) buried.set(each, (buried.get(each) ?? 0) + 1);
            await database.em.fork().transactional((tx) => unproject(tx, gone));
          }),
        );
      return buried;
    }

    test("nothing is shipped twice, and no older version after a newer one", async () => {
      await write(database, [draft("first", "The first")]);
      const { end } = await processes();
      await followed(database);
      const { state } = proxy;
      state.passed.length = 0;
      const buried = await writers(30, "twice");
      await followed(database);
      expect(await verify(shipping, { repair: false })).toMatchObject(nothing);
      await end();

      const sent = sentTo(state.passed, index);
      expect(sent.length).toBeGreaterThan(120);
      expect(new Set(sent.map(({ task }) => task)).size).toBeGreaterThan(1);
      const newest = new Map<string, number>();
      const takenOut = new Map<string, number>();
      for (const { id, version } of sent)
        if (version === null) takenOut.set(id, (takenOut.get(id) ?? 0) + 1);
        else {
          expect(version, id).toBeGreaterThan(newest.get(id) ?? 0);
          newest.set(id, version);
        }
      // A tombstone brings no version along; each of them is shipped once at most.
      expect(takenOut.size).toBeGreaterThan(0);
      for (const [id, times] of takenOut) expect(times, id).toBeLessThanOrEqual(buried.get(id)!);
      // What the server says of itself: these tasks, no others, and all of them well.
      const tasks = await asMaster(index).ask((client) =>
        client.tasks.getTasks({
          uids: [...new Set(sent.map(({ task }) => task))],
          limit: 10_000,
        }),
      );
      expect(new Set(tasks.results.map(({ status }) => status))).toEqual(new Set(["succeeded"]));
      const received = tasks.results.reduce(
        (sum, { details }) => sum + (details?.receivedDocuments ?? 0) + (details?.providedIds ?? 0),
        0,
      );
      expect(received).toBe(sent.length);
    });

    test("any of them may be killed while it ships: the others go on, and nothing lacks", async () => {
      const { children, end } = await processes();
      await followed(database);
      for (const [at, child] of children.slice(0, 3).entries()) {
        const writing = writers(8, `killed-${at}`);
        child.kill("SIGKILL");
        await writing;
      }
      await followed(database);
      expect(await verify(shipping, { repair: false })).toMatchObject(nothing);
      await end();
    });

    test("the index is rebuilt by a command while they ship, and brought back by another", async () => {
      const { end } = await processes();
      await followed(database);
      const run = (...args: string[]) => command(["search", ...args], env).end;
      const rebuilding = run("rebuild");
      await writers(20, "rebuilt");
      expect(await rebuilding).toMatchObject({ code: 0 });
      await followed(database);
      expect(await run("verify")).toMatchObject({ code: 0 });
      expect(await run("rollback")).toMatchObject({ code: 0 });
      await followed(database);
      expect(await verify(shipping, { repair: false })).toMatchObject(nothing);
      await end();
    });
  },
);
