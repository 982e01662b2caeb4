import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { done } from "../../src/search/meilisearch/shipping/tasks.ts";
import { meiliMasterKey, withServer } from "../support/meilisearch.ts";
import { asMaster } from "../support/meilisearch-installation.ts";
import { meilisearchPlace } from "../support/program-place.ts";
import { freePort } from "../support/served.ts";

describe.skipIf(!withServer)("potbank search, with the limited key", { timeout: 300_000 }, () => {
  let place: Awaited<ReturnType<typeof meilisearchPlace>>;
  beforeAll(async () => {
    place = await meilisearchPlace();
    await place.potbank(["seed", "--demo"]);
  }, 300_000);
  afterAll(() => place.remove());
  const search = (args: string, more: Record<string, string> = {}) =>
    place.potbank(["search", ...args.split(" ")], more);
  /** What somebody else does to the index. */
  const meddle = (work: Parameters<typeof done>[1]) => done(asMaster(place.index), work);

  test("setup prints keys that are not the master's, the same each time, and says what it lacks", async () => {
    expect(Object.values(place.env)).not.toContain(meiliMasterKey);
    const again = await search("setup", { MEILI_MASTER_KEY: meiliMasterKey! });
    expect(again).toMatchObject({ code: 0, err: expect.stringContaining("as they should be") });
    expect(again.out).toContain(`MEILI_API_KEY=${place.env.MEILI_API_KEY}\n`);
    expect(await search("setup")).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^MEILI_MASTER_KEY is missing/),
    });
    expect(await search("setup", { MEILI_MASTER_KEY: "not-the-master-key" })).toMatchObject({
      code: 1,
      err: expect.stringMatching(/refuses MEILI_MASTER_KEY/),
    });
  });

  test("verify answers 1 before the index is filled; rebuild fills it, and leaves nothing to go back to", async () => {
    expect(await search("status")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/no index yet/),
    });
    expect(await search("verify")).toMatchObject({
      code: 1,
      out: expect.stringContaining("potbank search verify --repair puts it right."),
    });
    expect(await search("rebuild")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^The new index is searched: \d+ documents\.\n$/),
    });
    expect(await search("verify")).toMatchObject({
      code: 0,
      out: expect.stringContaining("The index is what the database says."),
    });
    expect(await search("rollback")).toMatchObject({
      code: 1,
      err: "There is no index to go back to: none has been rebuilt.\n",
    });
    expect(await search("status")).toMatchObject({
      code: 0,
      out: expect.stringMatching(
        /Waiting: 0\. Refused: 0\.\nCompared .+: 0 missing, 0 stale, 0 extra\./,
      ),
    });
  });

  test("verify answers 1 for what differs, --repair puts it right, and the next answers 0", async () => {
    const { results } = await asMaster(place.index).ask((client) =>
      client.index<{ id: string }>(place.index).getDocuments({ limit: 1 }),
    );
    await meddle((client) => client.index(place.index).deleteDocument(results[0]!.id));
    await meddle((client) => client.index(place.index).addDocuments([{ id: "strange" }]));
    await meddle((client) => client.index(place.index).updateSettings({ rankingRules: ["words"] }));
    const differs = /1 missing, 0 stale, 1 extra\.\nSettings that differ: rankingRules\.\n/;
    expect(await search("verify")).toMatchObject({ code: 1, out: expect.stringMatching(differs) });
    expect(await search("verify --repair")).toMatchObject({
      code: 1,
      out: expect.stringMatching(/All of it has been repaired, or is shipped again now\.\n$/),
    });
    expect(await search("verify")).toMatchObject({ code: 0 });
  });

  test("rebuild keeps the old index, rollback brings it back, and again undoes it", async () => {
    const madeAt = async () =>
      (await asMaster(place.index).ask((client) => client.index(place.index).getRawInfo()))
        .createdAt;
    const first = await madeAt();
    expect(await search("rebuild")).toMatchObject({
      code: 0,
      out: expect.stringContaining("The old one is kept for potbank search rollback."),
    });
    const second = await madeAt();
    expect(second).not.toBe(first);
    expect(await search("rollback")).toMatchObject({ code: 0 });
    expect(await madeAt()).toBe(first);
    expect(await search("verify")).toMatchObject({ code: 0 });
    expect(await search("rollback")).toMatchObject({ code: 0 });
    expect(await madeAt()).toBe(second);
  });

  test("a server that is away or refuses the key: verify answers 2, rebuild and rollback 1, each with one line", async () => {
    const away = { MEILI_URL: `http://127.0.0.1:${await freePort()}` };
    const locked = { MEILI_API_KEY: "k".repeat(40) };
    for (const [env, words] of [
      [away, "Meilisearch: unreachable (ECONNREFUSED).\n"],
      [locked, "Meilisearch: key refused (invalid_api_key, 403).\n"],
    ] as const) {
      expect(await search("verify", env)).toMatchObject({ code: 2, err: words });
      for (const args of ["rebuild", "rollback"])
        expect(await search(args, env)).toMatchObject({ code: 1, err: words });
      expect(await search("status", env)).toMatchObject({ code: 0 });
    }
    expect(await search("verify")).toMatchObject({ code: 0 });
  });

  test("without an index verify answers 2; an option that is not known is refused", async () => {
    await meddle((client) => client.deleteIndex(place.index));
    expect(await search("verify")).toMatchObject({
      code: 2,
      err: "There is no index yet; a server or worker makes it.\n",
    });
    expect(await search("verify --mend")).toMatchObject({ code: 1 });
  });
});
