import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { acquireDataLock } from "../data-lock.ts";
import { type Database, migrate, openEmbedded } from "../database.ts";
import { attended, type Progress } from "./attendance.ts";
import { BackupError, explained } from "./backup-error.ts";
import { forgetAllBut } from "../../search/meilisearch/shipping/ledger.ts";
import { load } from "./load.ts";
import type { Manifest } from "./manifest.ts";
import { refuseData, restorable, type Restored, type RestoreOptions } from "./restore.ts";
import { mendSwap, restoring, swap } from "./swap.ts";

/**
 * Replaces the embedded database of a data folder by a verified backup. The new one is made beside the old one, compared
 * with the manifest, and put in its place at the very end: ended at any moment before, by SIGKILL too, the old one stays.
 * Throws a `BackupError`, or a `DataLockedError` while another process has the folder.
 */
export async function restoreEmbedded(
  dataFolder: string,
  file: string,
  { replace = false, ...attendance }: RestoreOptions = {},
): Promise<Restored> {
  const manifest = await restorable(file);
  const lock = acquireDataLock(dataFolder, { purpose: "the command potbank restore" });
  const folder = join(dataFolder, "db");
  try {
    await mendSwap(folder);
    if (!replace && existsSync(folder)) await refuseHeld(folder);
    const migrated = await build(restoring(folder), file, manifest, attended(attendance));
    await swap(folder);
    return { manifest, migrated };
  } catch (error) {
    // After a failure on a full disk this makes the room again.
    await mendSwap(folder);
    const told = explained(error, `The database in ${dataFolder} cannot be restored`);
    if (told === undefined || told === error) throw error;
    throw new BackupError(`${told.message} Nothing was changed.`, { cause: error });
  } finally {
    lock.release();
  }
}

async function refuseHeld(folder: string): Promise<void> {
  let old: Database;
  try {
    old = await openEmbedded({ folder });
  } catch (error) {
    throw new BackupError(
      `The database in ${folder} cannot be opened, so that nobody can tell what it holds. --replace replaces it all the same.`,
      { cause: error },
    );
  }
  try {
    await refuseData(old.em.fork(), `The database in ${folder}`);
  } finally {
    await old.close();
  }
}

/** A database in a folder of its own, whole on the disk when this returns. Answers the migrations that brought it up to date. */
async function build(
  folder: string,
  file: string,
  manifest: Manifest,
  progress: Progress,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const database = await openEmbedded({ folder });
  try {
    await migrate(database, manifest.migrations.at(-1));
    await database.em.fork().transactional((tx) => load(tx, file, manifest, progress));
    const migrated = await migrate(database);
    await forgetAllBut(database.em.fork(), []);
    await database.close();
    return migrated;
  } catch (error) {
    // On a full disk it may not close either; the first fault is the one to tell.
    await database.close().catch(() => undefined);
    throw error;
  }
}
