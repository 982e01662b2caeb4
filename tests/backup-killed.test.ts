import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { backup } from "../src/app/backup/backup.ts";
import { explained } from "../src/app/backup/backup-error.ts";
import { tableHashes } from "../src/app/backup/table-hashes.ts";
import { openEmbedded } from "../src/app/database.ts";
import { ensureDatabaseFolder } from "../src/app/prepared.ts";
import { embeddedPlace, type Place, serverPlace, temporaryFolder } from "./support/backups.ts";
import { testDatabase } from "./support/database.ts";
import { cliFile, environment } from "./support/served.ts";
import { serverUrl } from "./support/server.ts";
import { World } from "./support/world.ts";

/** Each makes and opens a database or two in processes of their own. */
const timeout = 180_000;

let folder: string;
let file: string;
let restored: Awaited<ReturnType<typeof tableHashes>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  file = join(folder, "whole.tar.gz");
  const source = await testDatabase();
  await new World(source.em.fork()).summary();
  await backup(source, file);
  restored = await tableHashes(source.em);
});

/** A command line of its own, which ends by itself or by a signal. */
function potbank(args: readonly string[], env: Record<string, string>, preload?: string) {
  const child = spawn(
    process.execPath,
    [...(preload ? ["--import", pathToFileURL(preload).href] : []), cliFile, ...args],
    { env: environment(env), stdio: ["ignore", "ignore", "pipe"] },
  );
  const said = text(child.stderr);
  return {
    child,
    said,
    end: once(child, "close").then(([code, signal]) => (signal ?? code) as string | number),
  };
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await sleep(20);
}

test("a full disk is told as one, however the embedded database puts it", () => {
  const told = (fault: unknown) => explained(fault, "It cannot be done")?.message;
  // What the file system of the embedded database throws: no error, and a number of its own.
  expect(told({ name: "ErrnoError", errno: 51 })).toBe("It cannot be done: the disk is full.");
  expect(told(new Error('could not extend file "base/1": No space left on device'))).toMatch(
    /is full/,
  );
  expect(told(new Error("Aborted(). Build with -sASSERTIONS for more info."))).toMatch(
    /disk is full or/,
  );
  expect(told(new Error("something else"))).toBeUndefined();
});

describe.skipIf(serverUrl())("restoring the embedded database", { timeout }, () => {
  let origin: string;
  let old: Awaited<ReturnType<typeof tableHashes>>;

  beforeAll(async () => {
    const place = await embeddedPlace();
    await place.restore(file);
    old = await place.within(async ({ em }) => {
      await new World(em.fork()).school("Older than the backup");
      return tableHashes(em);
    });
    origin = join(place.dataFolder, "db");
  });

  /** A data folder with the old database in it. */
  async function withOld() {
    const place = await embeddedPlace();
    await cp(origin, join(place.dataFolder, "db"), { recursive: true });
    return place;
  }

  /** What a start finds, and what it leaves in the folder. */
  async function started(dataFolder: string) {
    const db = join(dataFolder, "db");
    await ensureDatabaseFolder(db, false);
    const database = await openEmbedded({ folder: db });
    try {
      return await tableHashes(database.em);
    } finally {
      await database.close();
      const left = (await readdir(dataFolder)).filter((name) => name.startsWith("db"));
      expect(left).toEqual(["db"]);
    }
  }

  test("killed while it loads, it leaves the old one whole", async () => {
    const { dataFolder } = await withOld();
    const run = potbank(["restore", "--replace", file], { POTBANK_DATA: dataFolder });
    await until(() => existsSync(join(dataFolder, "db.restoring", "base")));
    run.child.kill("SIGKILL");
    expect(await run.end).toBe("SIGKILL");
    expect(await started(dataFolder)).toEqual(old);
  });

  test.for([
    ["before the first step of the exchange", 1, "before"],
    ["between its two steps", 1, "after"],
    ["before the old one is removed", 2, "after"],
  ] as const)("killed %s, it leaves one of the two whole", async ([, step, when]) => {
    const { dataFolder } = await withOld();
    const preload = join(folder, `kill-${step}-${when}.mjs`);
    await writeFile(
      preload,
      `import promises from "node:fs/promises";
       import { syncBuiltinESMExports } from "node:module";
       const rename = promises.rename;
       let steps = 0;
       promises.rename = async (from, to) => {
         const last = /db(\\.restoring)?$/.test(from) && ++steps === ${step};
         if (last && "${when}" === "before") process.kill(process.pid, "SIGKILL");
         await rename(from, to);
         if (last) process.kill(process.pid, "SIGKILL");
       };
       syncBuiltinESMExports();`,
    );
    const run = potbank(["restore", "--replace", file], { POTBANK_DATA: dataFolder }, preload);
    expect(await run.end, await run.said).toBe("SIGKILL");
    expect(existsSync(join(dataFolder, "db"))).toBe(!(step === 1 && when === "after"));
    expect(await started(dataFolder)).toEqual(step === 2 ? restored : old);
  });

  test("out of room, it says so and leaves the old one whole", async () => {
    const { dataFolder } = await withOld();
    // No file may grow beyond 1 MB: what a full disk is to a program.
    const run = limited(2_048, ["restore", "--replace", file], { POTBANK_DATA: dataFolder });
    expect(await run.end).toBe(1);
    expect(await run.said).toMatch(/cannot be restored.*Nothing was changed/s);
    expect(await started(dataFolder)).toEqual(old);
  });
});

/** The command line where no file may be larger than so many blocks of 512 bytes. */
function limited(blocks: number, args: readonly string[], env: Record<string, string>) {
  const child = spawn(
    "sh",
    ["-c", `ulimit -f ${blocks}; exec "$@"`, "sh", process.execPath, cliFile, ...args],
    {
      env: environment(env),
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  return {
    said: text(child.stderr),
    end: once(child, "close").then(([code, signal]) => signal ?? code),
  };
}

describe.runIf(serverUrl())("restoring a database on a server", { timeout }, () => {
  /** A database that holds something, and a restore that has everything loaded and waits for a counter. */
  async function waiting(
    work: (
      place: Place & { url: string },
      blocked: () => Promise<number | undefined>,
    ) => Promise<void>,
  ) {
    const place = await serverPlace();
    await place.restore(file);
    await place.within(async (database) => {
      await new World(database.em.fork()).school("Older than the backup");
      const before = await tableHashes(database.em);
      const holder = database.em.fork();
      await holder.begin();
      await holder.execute("select nextval('search_document_version_seq')");
      await work(place, async () => {
        const [row] = await database.em.fork().execute<{ pid: number }[]>(
          `select pid from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock' and query like 'alter sequence%'`,
        );
        return row?.pid;
      });
      await holder.rollback();
      expect(await tableHashes(database.em)).toEqual(before);
    });
  }

  test("killed when everything is loaded, it has changed nothing", async () => {
    await waiting(async (place, blocked) => {
      const run = potbank(["restore", "--replace", file], { DATABASE_URL: place.url });
      await until(async () => (await blocked()) !== undefined);
      run.child.kill("SIGKILL");
      expect(await run.end).toBe("SIGKILL");
    });
  });

  test("cut off from the server, it says that nothing was changed", async () => {
    await waiting(async (place, blocked) => {
      const outcome = place.restore(file, { replace: true }).catch((error: unknown) => error);
      let pid: number | undefined;
      await until(async () => (pid = await blocked()) !== undefined);
      await place.within(({ em }) => em.fork().execute(`select pg_terminate_backend(${pid})`));
      expect(String(await outcome)).toMatch(
        /the database server was shut down\. Nothing was changed/,
      );
    });
  });

  test("kept waiting by others, it gives up and names what to do", async () => {
    await waiting(async (place) => {
      await expect(place.restore(file, { replace: true })).rejects.toThrow(
        /stop the servers that use it and try again\. Nothing was changed/,
      );
    });
  });

  test("a backup without room says so and leaves nothing behind", async () => {
    const place = await serverPlace();
    await place.restore(file);
    const target = join(folder, "no-room.tar.gz");
    const run = limited(4, ["backup", target], { DATABASE_URL: place.url });
    expect(await run.end).toBe(1);
    expect(await run.said).toMatch(/no-room\.tar\.gz cannot be written: the file would be larger/);
    expect((await readdir(folder)).filter((name) => name.startsWith("no-room"))).toEqual([]);
  });
});
