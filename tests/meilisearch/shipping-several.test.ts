import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { createLog } from "../../src/kernel/log.ts";
import { verify } from "../../src/search/meilisearch/shipping/check.ts";
import { indexNames, removeIndex } from "../../src/search/meilisearch/shipping/indexes.ts";
import { rebuild } from "../../src/search/meilisearch/shipping/rebuild.ts";
import { startShipper } from "../../src/search/meilisearch/shipping/shipper.ts";
import { shippingState } from "../../src/search/meilisearch/shipping/state.ts";
import { testDatabase } from "../support/database.ts";
import { serverUrl } from "../support/server.ts";
import { draft, haveMeilisearch, shippingTo, write } from "./place.ts";

// One connection has nobody to race with.
describe.skipIf(!haveMeilisearch || !serverUrl())("two shippers on one database", async () => {
  const database = await testDatabase();
  const index = `several_${process.pid}_${Date.now()}`;
  const one = shippingTo(database, { index });
  const other = shippingTo(database, { index });
  afterAll(async () => {
    for (const uid of Object.values(indexNames(one))) await removeIndex(one, uid);
  });

  test(
    "nothing is shipped twice, and no older version over a newer one",
    {
      timeout: 300_000,
    },
    async () => {
      await rebuild(one);
      const shipped = new Map<string, number[]>();
      const watched = (shipping: typeof one): typeof one => ({
        ...shipping,
        async documentsOf(em, ids) {
          const documents = await shipping.documentsOf(em, ids);
          for (const { id, version } of documents)
            shipped.set(id, [...(shipped.get(id) ?? []), version]);
          return documents;
        },
      });
      const shippers = [watched(one), watched(other)].map((each) =>
        startShipper(each, createLog("silent")),
      );
      try {
        for (let round = 0; round < 15; round++) {
          await Promise.all(
            [0, 1, 2].map((writer) =>
              write(
                database,
                Array.from({ length: 40 }, (_, at) =>
                  draft(`d-${writer}-${at}`, `Round ${round} of ${writer}`),
                ),
              ),
            ),
          );
          await sleep(50);
        }
        for (let tries = 0; (await shippingState(database.em.fork())).waiting > 0; tries++) {
          if (tries > 2_000) throw new Error("It never came to be.");
          await sleep(100);
        }
        expect(shipped.size).toBe(120);
        for (const versions of shipped.values())
          expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
        expect(await verify(one, { repair: false })).toMatchObject({
          missing: [],
          stale: [],
          extra: [],
          waiting: [],
        });
      } finally {
        await Promise.all(shippers.map((shipper) => shipper.stop()));
      }
    },
  );
});
