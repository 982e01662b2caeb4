import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Config, Secrets } from "../config.ts";
import { acquireDataLock } from "../data-lock.ts";
import { type Database, openEmbedded, openPostgreSql } from "../database.ts";
import { unreachable } from "../start-error.ts";
import { BackupError } from "./backup-error.ts";
import { mendSwap } from "./swap.ts";

/**
 * Opens the configured database as it is, neither made nor migrated nor seeded: a backup before an upgrade is one of the
 * old schema. Throws when there is none, when it cannot be reached, or while another process has the folder.
 */
export async function openAsItIs(
  config: Config,
  { databaseUrl }: Secrets,
  purpose: string,
): Promise<Database> {
  if (databaseUrl !== undefined) {
    const database = openPostgreSql(databaseUrl, { poolMax: 2 });
    try {
      await database.em.fork().execute("select 1");
      return database;
    } catch (error) {
      await database.close().catch(() => undefined);
      throw unreachable(error, databaseUrl) ?? error;
    }
  }
  const none = () => new BackupError(`There is no database in ${config.dataFolder} to back up.`);
  if (!existsSync(config.dataFolder)) throw none();
  const lock = acquireDataLock(config.dataFolder, { purpose });
  try {
    const folder = join(config.dataFolder, "db");
    await mendSwap(folder);
    if (!existsSync(folder)) throw none();
    const database = await openEmbedded({ folder });
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
