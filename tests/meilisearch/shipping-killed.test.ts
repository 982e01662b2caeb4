import { afterAll, describe, expect, test } from "vitest";
import { createLog } from "../../src/kernel/log.ts";
import { verify } from "../../src/search/meilisearch/shipping/check.ts";
import type { Shipping } from "../../src/search/meilisearch/shipping/indexes.ts";
import { shipNow } from "../../src/search/meilisearch/shipping/ship-now.ts";
import { startShipper } from "../../src/search/meilisearch/shipping/shipper.ts";
import { shippingState } from "../../src/search/meilisearch/shipping/state.ts";
import { done } from "../../src/search/meilisearch/shipping/tasks.ts";
import { testDatabase } from "../support/database.ts";
import { asMaster } from "../support/meilisearch-installation.ts";
import { meilisearchProcess, withCommand } from "../support/meilisearch-process.ts";
import { draft, nothing, shippingTo, until, write } from "./place.ts";

const log = createLog("silent");
const documents = 10_000;

describe.skipIf(!withCommand)(
  "a Meilisearch that is killed or restored from an old state",
  { timeout: 300_000 },
  async () => {
    const database = await testDatabase();
    const { em } = database;
    const server = await meilisearchProcess();
    afterAll(() => server.remove());
    let shipping: Shipping;
    const state = () => shippingState(em.fork());

    test("killed in the middle of 10,000 documents and started again, it holds every one", async () => {
      await server.start();
      shipping = await shippingTo(database, {
        url: server.url,
        limits: { documents: 500, inFlight: 3 },
      });
      await write(database, [draft("first", "The first")]);
      let shipper = startShipper(shipping, log);
      try {
        await until(async () => (await state()).trusted);
        // All of them wait before the first is shipped: what is killed is then in the middle of it.
        await shipper.stop();
        await write(
          database,
          Array.from({ length: documents }, (_, at) => draft(`many-${at}`, `Topic ${at}`)),
        );
        expect((await state()).waiting).toBe(documents);
        shipper = startShipper(shipping, log);
        await until(async () => (await state()).waiting < documents);
        await server.kill("SIGKILL");
        expect((await state()).waiting).toBeGreaterThan(0);
        await server.start();
        await until(async () => (await state()).waiting === 0);
        expect(await verify(shipping, { repair: false })).toMatchObject({
          documents: documents + 1,
          ...nothing,
        });
      } finally {
        await shipper.stop();
      }
    });

    /** Puts yesterday's state in the place of today's, and sees that the shipper heals it; answers the title of what was changed. */
    async function titleAfter(round: string, restore: () => Promise<void>): Promise<string> {
      const again = "many-7";
      await write(database, [
        draft(`today-${round}`, "Written today"),
        draft(again, `Changed today: ${round}`),
      ]);
      await shipNow(shipping);
      await restore();
      const shipper = startShipper(shipping, log);
      try {
        await until(async () => {
          const { trusted, waiting, verifiedAt, missing } = await state();
          return trusted && waiting === 0 && verifiedAt !== null && missing === 1;
        });
        expect(await verify(shipping, { repair: false })).toMatchObject(nothing);
        const { index } = shipping.connection.address;
        const { title } = await shipping.connection.ask((client) =>
          client.index<{ title: string }>(index).getDocument(again),
        );
        return title;
      } finally {
        await shipper.stop();
      }
    }

    test("started from a copy of yesterday's folder, it is noticed, compared and made whole", async () => {
      await server.kill("SIGTERM");
      await server.copyTo("yesterday");
      await server.start();
      const title = await titleAfter("folder", async () => {
        await server.kill("SIGTERM");
        await server.copyFrom("yesterday");
        await server.start();
      });
      expect(title).toBe("Changed today: folder");
    });

    test.each(["snapshot", "dump"] as const)(
      "started from a %s of yesterday's, it is noticed, compared and made whole",
      async (kind) => {
        const { index } = shipping.connection.address;
        const connection = asMaster(index, { url: server.url });
        await done(connection, (client) =>
          kind === "snapshot" ? client.createSnapshot() : client.createDump(),
        );
        const title = await titleAfter(kind, async () => {
          await server.kill("SIGTERM");
          const file = await server.keepOnly(kind === "snapshot" ? ".snapshot" : ".dump");
          await server.start(` --import-${kind} ${file}`);
        });
        expect(title).toBe(`Changed today: ${kind}`);
      },
    );
  },
);
