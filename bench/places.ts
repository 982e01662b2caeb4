import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { tableHashes } from "../src/app/backup/table-hashes.ts";
import { type Database, openEmbedded, openPostgreSql } from "../src/app/database.ts";
import { buildFolder } from "../src/app/paths.ts";
import { startPostgreSql } from "./postgresql.ts";

export const cliFile = join(buildFolder, "server/src/cli.js");

/** A database that a program can be pointed at. */
export interface Place {
  /** The environment that points the program at it. */
  readonly env: NodeJS.ProcessEnv;
  open(): Promise<Database>;
  remove(): Promise<void>;
}

/** A kind of database: gives as many seeded ones as are asked for, all from one seeding. */
export interface Ground {
  readonly name: string;
  fresh(): Promise<Place>;
  close(): Promise<void>;
}

const environment = (env: Record<string, string>): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  NODE_ENV: "production",
  POTBANK_DEMO: "0",
  ...env,
});

const seed = (env: NodeJS.ProcessEnv) =>
  promisify(execFile)(process.execPath, [cliFile, "seed"], { env });

export async function embeddedGround(): Promise<Ground> {
  const home = await mkdtemp(join(tmpdir(), "potbank-imports-"));
  const template = join(home, "template");
  await seed(environment({ POTBANK_DATA: template }));
  let made = 0;
  return {
    name: "embedded",
    async fresh() {
      const folder = join(home, `copy-${++made}`);
      await cp(template, folder, { recursive: true });
      return {
        env: environment({ POTBANK_DATA: folder }),
        open: () => openEmbedded({ folder: join(folder, "db") }),
        remove: () => rm(folder, { recursive: true, force: true }),
      };
    },
    close: () => rm(home, { recursive: true, force: true }),
  };
}

export async function postgreSqlGround(): Promise<Ground> {
  const server = await startPostgreSql();
  const at = (name: string) => {
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  };
  const admin = new Client(server.url);
  await admin.connect();
  await admin.query("create database template_seeded");
  await seed(environment({ DATABASE_URL: at("template_seeded") }));
  let made = 0;
  return {
    name: `PostgreSQL ${server.version.split(" ")[0]}`,
    async fresh() {
      const name = `copy_${++made}`;
      await admin.query(`create database ${name} template template_seeded`);
      return {
        env: environment({ DATABASE_URL: at(name) }),
        open: async () => openPostgreSql(at(name), { poolMax: 2 }),
        remove: async () => void (await admin.query(`drop database ${name} with (force)`)),
      };
    },
    async close() {
      await admin.end();
      await server.stop();
    },
  };
}

/** What two runs at different moments may differ in: clocks, and what is given at random or in the order of writing. */
const clocks = {
  columns: [
    "created_at",
    "updated_at",
    "published_at",
    "executed_at",
    "search_document.version",
    // Made of the versions: a transaction that was killed has drawn some and left them unused.
    "search_lexicon.fingerprint",
    // A hash over the document's dates too.
    "search_document.content_hash",
  ],
};

/** The hash of every table by name, clocks left out; of the outbox, how many facts of each name about what. */
export async function contentOf(place: Place): Promise<Map<string, string>> {
  const database = await place.open();
  try {
    const hashes = await tableHashes(database.em.fork() as never, {
      ...clocks,
      tables: ["outbox_event"],
    });
    const content = new Map(
      [...hashes].map(([table, { rows, hash }]) => [table, `${rows} ${hash}`]),
    );
    const [facts] = await database.em
      .fork()
      .execute<{ hash: string }[]>(
        "select md5(string_agg(name || subject, ' ' order by name, subject)) as hash from outbox_event",
      );
    return content.set("outbox_event", facts!.hash);
  } finally {
    await database.close();
  }
}

/** The names of the tables that differ. */
export const differences = (a: Map<string, string>, b: Map<string, string>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((table) => a.get(table) !== b.get(table));
