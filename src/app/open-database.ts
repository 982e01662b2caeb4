import { join } from "node:path";
import type { Config, Secrets } from "./config.ts";
import { acquireDataLock, type DataLock } from "./data-lock.ts";
import {
  type Database,
  migrate,
  openEmbedded,
  openPostgreSql,
  type StatementObserver,
} from "./database.ts";
import { ensureDatabaseFolder } from "./prepared.ts";
import { unreachable } from "./start-error.ts";

/** A request that takes longer than this has failed its reader already. */
const requestTimeoutMs = 15_000;

/**
 * Opens the configured database and brings its schema up to date. `purpose` is what a process that is refused the
 * embedded database is told.
 */
export async function openDatabase(
  config: Config,
  secrets: Secrets,
  {
    purpose,
    serving = false,
    observe,
  }: { purpose: string; serving?: boolean; observe?: StatementObserver },
): Promise<Database> {
  const observers = { ...(observe && { observe }) };
  if (secrets.databaseUrl !== undefined) {
    await migrateServer(secrets.databaseUrl);
    return openPostgreSql(
      secrets.databaseUrl,
      {
        poolMax: config.poolMax,
        ...(serving && { statementTimeoutMs: requestTimeoutMs }),
      },
      observers,
    );
  }
  const lock: DataLock = acquireDataLock(config.dataFolder, { purpose });
  try {
    const folder = join(config.dataFolder, "db");
    await ensureDatabaseFolder(folder, config.demonstration);
    const database = await openEmbedded({ folder }, observers);
    await migrate(database);
    return {
      ...database,
      async close() {
        await database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Migrates on connections of its own, without a time limit: an index over a large table takes what it takes. */
async function migrateServer(url: string): Promise<void> {
  const database = openPostgreSql(url, { poolMax: 2 });
  try {
    await migrate(database);
  } catch (error) {
    throw unreachable(error, url) ?? error;
  } finally {
    await database.close().catch(() => undefined);
  }
}
