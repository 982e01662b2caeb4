import { describe, expect, onTestFinished, test, vi } from "vitest";
import { configuredSearch } from "../../src/app/search/configured-search.ts";
import { shippingOf } from "../../src/app/shipping.ts";
import { createLog } from "../../src/kernel/log.ts";
import { refreshLexicon } from "../../src/search/lexicon.ts";
import type { MeilisearchAddress } from "../../src/search/meilisearch/connection.ts";
import { indexSettings } from "../../src/search/meilisearch/settings.ts";
import { setUp } from "../../src/search/meilisearch/setup.ts";
import { rebuild } from "../../src/search/meilisearch/shipping/rebuild.ts";
import { project } from "../../src/search/projection.ts";
import { synonymGroups } from "../../src/terms/term.reader.ts";
import { testDatabase } from "../support/database.ts";
import { meiliMasterKey, withServer } from "../support/meilisearch.ts";
import { addressOf, asMaster, ownIndex } from "../support/meilisearch-installation.ts";
import { meilisearchProcess, withCommand } from "../support/meilisearch-process.ts";
import { asker, library } from "../support/search-library.ts";

/** The program's search side over the server, set up as `potbank search setup` does, and with its limited keys alone. */
async function installed(address: MeilisearchAddress) {
  const database = await testDatabase();
  const { em } = database;
  await em.fork().transactional((tx) => project(tx, library));
  await refreshLexicon(em.fork());
  const master = asMaster(address.index, { url: address.url });
  const keys = await setUp(master, await indexSettings(em.fork(), synonymGroups));
  const lines: string[] = [];
  const log = createLog("debug", { write: (line) => void lines.push(line) });
  const config = { meilisearch: address };
  const side = configuredSearch(database, config, { meilisearchKeys: keys }, log);
  onTestFinished(() => side.stop());
  const ask = asker(side.engine);
  return {
    side,
    lines,
    master,
    keys,
    search: () => ask(em.fork(), "feedback"),
    fill: () => rebuild(shippingOf(database, config, { meilisearchKeys: keys })!, {}),
  };
}

describe.skipIf(!withServer)("search with Meilisearch", () => {
  test("is answered by PostgreSQL until the index is whole, and whenever it is missing or set otherwise", async () => {
    const index = ownIndex();
    const { side, search, fill, master } = await installed(addressOf(index));
    await side.start();
    expect(await search()).toMatchObject({ engine: "POSTGRESQL", degraded: true });
    expect(side.meilisearch!.circuit.report.reason).toMatch(/^The index has not been filled/);
    const expected = (await search()).total;
    await fill();
    const whole = { engine: "MEILISEARCH", degraded: false, total: expected };
    const otherwise = { engine: "POSTGRESQL", degraded: true, total: expected };
    await vi.waitFor(async () => expect(await search()).toMatchObject(whole), 30_000);

    await master.ask((client) => client.index(index).updateSettings({ filterableAttributes: [] }));
    await vi.waitFor(async () => expect(await search()).toMatchObject(otherwise), 30_000);
    await vi.waitFor(
      () =>
        expect(side.meilisearch!.circuit.report.reason).toMatch(
          /not set as it should be|invalid_search_filter/,
        ),
      30_000,
    );

    await master.ask((client) => client.deleteIndex(index));
    await vi.waitFor(
      () => expect(side.meilisearch!.circuit.report.reason).toMatch(/index_not_found/),
      30_000,
    );
    expect(await search()).toMatchObject(otherwise);
    await fill();
    await vi.waitFor(async () => expect(await search()).toMatchObject(whole), 30_000);
  });

  test("is answered when the key is no longer good, and no log tells a key or a word", async () => {
    const index = ownIndex();
    const { side, search, fill, lines, keys, master } = await installed(addressOf(index));
    await fill();
    await side.start();
    await vi.waitFor(async () => expect((await search()).degraded).toBe(false), 30_000);
    const { results } = await master.ask((client) => client.getKeys({ limit: 1_000 }));
    const own = results.find(({ key }) => key === keys.apiKey)!;
    await master.ask((client) => client.deleteKey(own.uid));
    await vi.waitFor(async () => expect((await search()).degraded).toBe(true), 30_000);
    await vi.waitFor(
      () => expect(lines.join("")).toMatch(/key refused \(invalid_api_key, 403\)/),
      30_000,
    );
    expect(lines.join("")).not.toMatch(new RegExp(`feedback|${keys.apiKey}|${meiliMasterKey!}`));
  });
});

describe.skipIf(!withCommand)("a Meilisearch that is stopped", () => {
  test("costs no search its answer: degraded while it is away, and not once it is back, by itself", async () => {
    const server = await meilisearchProcess();
    onTestFinished(() => server.remove());
    const { url } = server;
    await server.start();
    const { side, search, fill } = await installed(addressOf(ownIndex(url), { url }));
    await fill();
    await side.start();
    await vi.waitFor(async () => expect((await search()).degraded).toBe(false), 30_000);
    const { total } = await search();
    for (let round = 0; round < 2; round += 1) {
      // Requests are under way when it goes.
      const during = Array.from({ length: 20 }, () => search());
      await server.kill("SIGKILL");
      for (const answer of [...(await Promise.all(during)), await search(), await search()])
        expect(answer.total).toBe(total);
      expect(await search()).toMatchObject({ engine: "POSTGRESQL", degraded: true, total });
      await server.start();
      await vi.waitFor(
        async () =>
          expect(await search()).toMatchObject({ engine: "MEILISEARCH", degraded: false, total }),
        30_000,
      );
    }
  });
});
