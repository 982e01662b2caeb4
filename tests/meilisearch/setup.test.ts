import { beforeAll, describe, expect, test } from "vitest";
import {
  connectMeilisearch,
  type MeilisearchConnection,
} from "../../src/search/meilisearch/connection.ts";
import { keyUid } from "../../src/search/meilisearch/keys.ts";
import { setUp, type SetUp } from "../../src/search/meilisearch/setup.ts";
import { indexSettings } from "../../src/search/meilisearch/settings.ts";
import { synonymGroups } from "../../src/terms/term.reader.ts";
import { testDatabase } from "../support/database.ts";
import { meiliUrl, withServer } from "../support/meilisearch.ts";
import { freePort } from "../support/served.ts";
import { asMaster, ownIndex } from "../support/meilisearch-installation.ts";

describe.skipIf(!withServer)("potbank search setup", () => {
  const index = ownIndex();
  const foreign = ownIndex();
  let made: SetUp;
  let wanted: Awaited<ReturnType<typeof indexSettings>>;
  let server: MeilisearchConnection;
  let searching: MeilisearchConnection;

  beforeAll(async () => {
    const database = await testDatabase();
    wanted = await indexSettings(database.em.fork(), synonymGroups);
    made = await setUp(asMaster(index), wanted);
    const address = { ...asMaster(index).address };
    server = connectMeilisearch(address, made.apiKey);
    searching = connectMeilisearch(address, made.searchKey);
    await asMaster(foreign).ask((client) => client.createIndex(foreign, { primaryKey: "id" }));
  });

  const refused = { kind: "key refused", code: "invalid_api_key" };

  test("makes the index with its settings, and a second time changes nothing", async () => {
    expect(made.changed).not.toEqual([]);
    const again = await setUp(asMaster(index), wanted);
    expect(again).toEqual({ ...made, changed: [] });
  });

  test("puts back what somebody has changed, and only that", async () => {
    const { ask } = asMaster(index);
    const { taskUid } = await ask((client) =>
      client.index(index).updateSettings({ rankingRules: ["words"] }),
    );
    await expect
      .poll(async () => (await ask((client) => client.tasks.getTask(taskUid))).status)
      .toBe("succeeded");
    expect((await setUp(asMaster(index), wanted)).changed).toEqual(["rankingRules"]);
  });

  test("makes a key again that may do too much, with the value it had", async () => {
    const { ask } = asMaster(index);
    const uid = keyUid(index, "search");
    await ask((client) => client.deleteKey(uid));
    await ask((client) =>
      client.createKey({ uid, actions: ["*"], indexes: ["*"], expiresAt: null }),
    );
    expect(await setUp(asMaster(index), wanted)).toMatchObject({ searchKey: made.searchKey });
    expect(await ask((client) => client.getKey(uid))).toMatchObject({
      actions: ["search"],
      indexes: [index],
    });
  });

  test("gives the server a key that searches, writes, sets and swaps this installation's indexes", async () => {
    const spare = `${index}-spare`;
    const { ask } = server;
    const waited = async ({ taskUid }: { taskUid: number }) => {
      await expect
        .poll(async () => (await ask((client) => client.tasks.getTask(taskUid))).status)
        .toBe("succeeded");
    };
    await waited(await ask((client) => client.createIndex(spare, { primaryKey: "id" })));
    await waited(await ask((client) => client.index(spare).updateSettings({ stopWords: ["the"] })));
    await waited(await ask((client) => client.index(spare).addDocuments([{ id: "1" }])));
    expect((await ask((client) => client.index(spare).getStats())).numberOfDocuments).toBe(1);
    const before = (await ask((client) => client.index(spare).getRawInfo())).createdAt;
    await ask((client) => client.swapIndexes([{ indexes: [index, spare], rename: false }]));
    await expect
      .poll(async () => (await ask((client) => client.index(index).getRawInfo())).createdAt)
      .toBe(before);
    await waited(await ask((client) => client.index(index).deleteDocuments(["1"])));
    await waited(await ask((client) => client.deleteIndex(index)));
    await setUp(asMaster(index), wanted);
  });

  test("gives the server a key that reaches no other index, and makes no keys, dumps or snapshots", async () => {
    const attempts: Parameters<MeilisearchConnection["ask"]>[0][] = [
      (client) => client.getKeys(),
      (client) => client.createKey({ actions: ["*"], indexes: ["*"], expiresAt: null }),
      (client) => client.updateKey(keyUid(index, "server"), { name: "x" }),
      (client) => client.createDump(),
      (client) => client.createSnapshot(),
      (client) => client.getVersion(),
      (client) => client.tasks.cancelTasks({ indexUids: ["*"] }),
      (client) => client.tasks.deleteTasks({ indexUids: ["*"] }),
      (client) => client.index(foreign).search("x"),
      (client) => client.index(foreign).addDocuments([{ id: "1" }]),
      (client) => client.index(foreign).getDocuments(),
      (client) => client.index(foreign).getSettings(),
      (client) => client.index(foreign).updateSettings({ stopWords: [] }),
      (client) => client.deleteIndex(foreign),
      (client) => client.createIndex(`${index}_2`),
      (client) => client.swapIndexes([{ indexes: [index, foreign], rename: false }]),
      (client) => client.multiSearch({ queries: [{ indexUid: foreign }] }),
    ];
    for (const attempt of attempts)
      await expect(server.ask(attempt), String(attempt)).rejects.toMatchObject(refused);
    const { results } = await server.ask((client) => client.getRawIndexes({ limit: 1_000 }));
    expect(results.map(({ uid }) => uid)).not.toContain(foreign);
  });

  test("gives clients' tokens a parent that does nothing but search the one index", async () => {
    await searching.ask((client) => client.index(index).search(""));
    const attempts: Parameters<MeilisearchConnection["ask"]>[0][] = [
      (client) => client.index(index).getDocuments(),
      (client) => client.index(index).getSettings(),
      (client) => client.index(index).addDocuments([{ id: "1" }]),
      (client) => client.index(`${index}-spare`).search(""),
      (client) => client.index(foreign).search(""),
      (client) => client.getStats(),
      (client) => client.tasks.getTasks(),
    ];
    for (const attempt of attempts)
      await expect(searching.ask(attempt), String(attempt)).rejects.toMatchObject(refused);
  });

  test("says what is wrong with a server that is away, and with a key that is not the master's", async () => {
    const at = (url: string, key: string) =>
      setUp(connectMeilisearch({ url, publicUrl: url, index, timeoutMs: 300 }, key), wanted);
    const away = `http://127.0.0.1:${await freePort()}`;
    await expect(at(away, "k".repeat(16))).rejects.toThrow(
      `Nothing answers at ${away} (ECONNREFUSED). Check MEILI_URL`,
    );
    for (const key of ["k".repeat(16), made.apiKey, made.searchKey])
      await expect(at(meiliUrl!, key)).rejects.toThrow(/refuses MEILI_MASTER_KEY/);
  });
});
