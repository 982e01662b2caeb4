import { type ChildProcess, spawn } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { createLog } from "../../src/kernel/log.ts";
import { verify } from "../../src/search/meilisearch/shipping/check.ts";
import { shipNow } from "../../src/search/meilisearch/shipping/ship-now.ts";
import { startShipper } from "../../src/search/meilisearch/shipping/shipper.ts";
import { shippingState } from "../../src/search/meilisearch/shipping/state.ts";
import { testDatabase } from "../support/database.ts";
import { draft, haveMeilisearch, masterKey, shippingTo, write } from "./place.ts";

/** Starts a server when given `--http-addr` and `--db-path`. */
const command = process.env["MEILI_COMMAND"];
const port = 7_790;
const url = `http://127.0.0.1:${port}`;

describe.skipIf(!haveMeilisearch || !command)(
  "a Meilisearch that is killed or restored from an old state",
  { timeout: 300_000 },
  async () => {
    const database = await testDatabase();
    const { em } = database;
    const folder = await mkdtemp(join(tmpdir(), "potbank-meilisearch-"));
    let server: ChildProcess | undefined;

    const ended = () => new Promise<void>((resolve) => server!.once("exit", () => resolve()));

    async function start(): Promise<void> {
      server = spawn(
        command!,
        ["--http-addr", `127.0.0.1:${port}`, "--db-path", join(folder, "data"), "--no-analytics"],
        {
          cwd: folder,
          stdio: "ignore",
          env: { ...process.env, MEILI_MASTER_KEY: masterKey },
        },
      );
      await until(async () => (await fetch(`${url}/health`).catch(() => undefined))?.ok === true);
    }

    async function kill(signal: NodeJS.Signals): Promise<void> {
      const end = ended();
      server!.kill(signal);
      await end;
    }

    async function until(holds: () => Promise<boolean>): Promise<void> {
      for (let tries = 0; !(await holds()); tries++) {
        if (tries > 2_000) throw new Error("It never came to be.");
        await sleep(100);
      }
    }

    afterAll(async () => {
      if (server) await kill("SIGKILL");
      await rm(folder, { recursive: true, force: true });
    });

    const nothing = { missing: [], stale: [], extra: [], waiting: [], failed: [], settings: [] };

    test("killed in the middle of 10,000 documents and started again, it holds every one", async () => {
      await start();
      const shipping = shippingTo(database, {
        url,
        index: "killed",
        limits: { documents: 500, inFlight: 3 },
      });
      await write(database, [draft("first", "The first")]);
      const shipper = startShipper(shipping, createLog("silent"));
      try {
        await until(async () => (await shippingState(em.fork())).trusted);
        await write(
          database,
          Array.from({ length: 10_000 }, (_, at) => draft(`many-${at}`, `Topic ${at}`)),
        );
        await until(async () => {
          const { waiting } = await shippingState(em.fork());
          return waiting < 10_000;
        });
        await kill("SIGKILL");
        expect((await shippingState(em.fork())).waiting).toBeGreaterThan(0);
        await start();
        await until(async () => (await shippingState(em.fork())).waiting === 0);
        expect(await verify(shipping, { repair: false })).toMatchObject({
          documents: 10_001,
          ...nothing,
        });
      } finally {
        await shipper.stop();
      }
    });

    test("started from a copy of yesterday's folder, it is noticed, compared and made whole", async () => {
      const shipping = shippingTo(database, { url, index: "killed" });
      await kill("SIGTERM");
      await cp(join(folder, "data"), join(folder, "yesterday"), { recursive: true });
      await start();
      await write(database, [draft("today", "Written today"), draft("many-7", "Changed today")]);
      await shipNow(shipping);
      await kill("SIGTERM");
      await rm(join(folder, "data"), { recursive: true });
      await cp(join(folder, "yesterday"), join(folder, "data"), { recursive: true });
      await start();
      const shipper = startShipper(shipping, createLog("silent"));
      try {
        await until(async () => {
          const { trusted, waiting, verifiedAt, missing } = await shippingState(em.fork());
          return trusted && waiting === 0 && verifiedAt !== null && missing === 1;
        });
        expect(await verify(shipping, { repair: false })).toMatchObject(nothing);
      } finally {
        await shipper.stop();
      }
    });
  },
);
