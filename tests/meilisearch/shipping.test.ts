import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { unproject } from "../../src/search/projection.ts";
import { verify } from "../../src/search/meilisearch/shipping/check.ts";
import {
  generationOf,
  indexNames,
  removeIndex,
  type Shipping,
} from "../../src/search/meilisearch/shipping/indexes.ts";
import { rebuild, rollback } from "../../src/search/meilisearch/shipping/rebuild.ts";
import { shipNow } from "../../src/search/meilisearch/shipping/ship-now.ts";
import { startShipper } from "../../src/search/meilisearch/shipping/shipper.ts";
import { refusedDocuments, shippingState } from "../../src/search/meilisearch/shipping/state.ts";
import { done } from "../../src/search/meilisearch/shipping/tasks.ts";
import { createLog } from "../../src/kernel/log.ts";
import { testDatabase } from "../support/database.ts";
import { withServer } from "../support/meilisearch.ts";
import { draft, followed, nothing, shippingTo, until, write } from "./place.ts";

const log = createLog("silent");

describe.skipIf(!withServer)("the index follows the database", { timeout: 180_000 }, async () => {
  const database = await testDatabase();
  const { em } = database;
  const ids = async ({ connection }: Shipping, uid = connection.address.index) =>
    (
      await connection.ask((client) =>
        client.index<{ id: string }>(uid).getDocuments({ fields: ["id"], limit: 1_000 }),
      )
    ).results
      .map(({ id }) => id)
      .sort();

  test("a write, a change and a deletion reach the index, and a shipper that is started makes the index", async () => {
    const shipping = await shippingTo(database);
    await write(database, [draft("a-1", "Feedback"), draft("a-2", "Homework")]);
    const shipper = startShipper(shipping, log);
    try {
      await followed(database);
      expect(await ids(shipping)).toEqual(["a-1", "a-2"]);
      await write(database, [draft("a-2", "Homework in primary schools")]);
      await em.fork().transactional((tx) => unproject(tx, ["a-1"]));
      await followed(database);
      expect(await ids(shipping)).toEqual(["a-2"]);
      expect(await verify(shipping, { repair: false })).toMatchObject({
        documents: 1,
        ...nothing,
      });
    } finally {
      await shipper.stop();
    }
  });

  test("one document that the server refuses is told with its reason and holds up no other", async () => {
    const shipping = await shippingTo(database);
    await rebuild(shipping);
    await write(database, [
      ...Array.from({ length: 60 }, (_, at) => draft(`poison-${at}`, `Topic ${at}`)),
      draft("not an id!", "A document that no index takes"),
    ]);
    await shipNow(shipping);
    expect(await ids(shipping)).toHaveLength(61);
    const [refused] = await refusedDocuments(em.fork(), 10, ["public"]);
    expect(refused).toMatchObject({ id: "not an id!", attempts: 1 });
    expect(refused!.reason).toMatch(/identifier/i);
    expect(await shippingState(em.fork())).toMatchObject({ waiting: 0, failed: 1 });
    expect(await verify(shipping, { repair: false })).toMatchObject({
      ...nothing,
      failed: ["not an id!"],
    });
    await em.fork().transactional((tx) => unproject(tx, ["not an id!"]));
    await shipNow(shipping);
    expect(await shippingState(em.fork())).toMatchObject({ waiting: 0, failed: 0 });
  });

  test("what somebody changed in the index is found and put right", async () => {
    const shipping = await shippingTo(database);
    await rebuild(shipping);
    const uid = shipping.connection.address.index;
    await done(shipping.connection, (client) =>
      client
        .index(uid)
        .updateDocuments([
          { id: "a-2", contentHash: "another" },
          { id: "nobodys", bucket: 3 },
          { id: "strange" },
        ]),
    );
    await done(shipping.connection, (client) => client.index(uid).deleteDocument("poison-7"));
    await done(shipping.connection, (client) =>
      client.index(uid).updateSettings({ stopWords: ["feedback"] }),
    );
    const found = await verify(shipping, { repair: true });
    expect(found).toMatchObject({
      missing: ["poison-7"],
      stale: ["a-2"],
      extra: ["strange", "nobodys"],
      settings: ["stopWords"],
      repaired: true,
    });
    await shipNow(shipping);
    expect(await verify(shipping, { repair: false })).toMatchObject(nothing);
  });

  test("a rebuilt index takes the old one's place with everything that was written meanwhile, and one command brings the old one back", async () => {
    const shipping = await shippingTo(database);
    const { live } = indexNames(shipping);
    await rebuild(shipping);
    const first = await generationOf(shipping, live);
    let failedSearches = 0;
    let searches = 0;
    let written = 0;
    const going = new AbortController();
    const shipper = startShipper(shipping, log);
    const searching = (async () => {
      while (!going.signal.aborted) {
        const answer = await shipping.connection
          .ask((client) => client.index(live).search("homework", { limit: 1 }))
          .catch(() => undefined);
        searches += 1;
        if (!answer || answer.hits.length === 0) failedSearches += 1;
      }
    })();
    const writing = (async () => {
      while (!going.signal.aborted) {
        written += 1;
        await write(database, [
          draft(`during-${written % 40}`, `Written during ${written}`),
          draft(`more-${written}`, `More ${written}`),
        ]);
        // The embedded database never goes back to the event loop by itself.
        await sleep(5);
        if (written % 3 === 0)
          await em.fork().transactional((tx) => unproject(tx, [`more-${written - 1}`]));
      }
    })();
    try {
      await rebuild(shipping);
      going.abort();
      await Promise.all([searching, writing]);
      expect(await generationOf(shipping, live)).not.toBe(first);
      expect(searches).toBeGreaterThan(0);
      expect(failedSearches).toBe(0);
      await followed(database);
      expect(await verify(shipping, { repair: false })).toMatchObject(nothing);
      const second = await generationOf(shipping, live);
      await write(database, [draft("after-all", "Written after the rebuild")]);
      await rollback(shipping);
      expect(await generationOf(shipping, live)).toBe(first);
      expect(await ids(shipping)).toContain("after-all");
      await followed(database);
      expect(await verify(shipping, { repair: false })).toMatchObject(nothing);
      await rollback(shipping);
      expect(await generationOf(shipping, live)).toBe(second);
    } finally {
      going.abort();
      await shipper.stop();
    }
  });

  test("an index that was wiped is built anew, and one that was made anew elsewhere is filled and compared", async () => {
    const shipping = await shippingTo(database);
    const { live } = indexNames(shipping);
    await rebuild(shipping);
    const before = await ids(shipping);
    const shipper = startShipper(shipping, log);
    try {
      await removeIndex(shipping, live);
      await write(database, [draft("wiped", "Written after the wipe")]);
      await until(async () => (await generationOf(shipping, live)) !== undefined);
      await followed(database);
      expect(await ids(shipping)).toEqual([...before, "wiped"].sort());
      expect(await verify(shipping, { repair: false })).toMatchObject(nothing);
    } finally {
      await shipper.stop();
    }
  });
});
