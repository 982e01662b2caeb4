import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { syncFolder, syncTree } from "./durable.ts";

/** Where a restore builds the database that will replace the one in `folder`. */
export const restoring = (folder: string): string => `${folder}.restoring`;

const replaced = (folder: string): string => `${folder}.before-restore`;

/**
 * Puts the restored database in the place of the old one, which is removed last. Ended at any moment, it leaves at least
 * one of them whole, and `mendSwap` finds it. Only for the holder of the data lock.
 */
export async function swap(folder: string): Promise<void> {
  await syncTree(restoring(folder));
  if (existsSync(folder)) await rename(folder, replaced(folder));
  await rename(restoring(folder), folder);
  await syncFolder(dirname(folder));
  // It is done; what cannot be removed now is removed at the next start.
  await rm(replaced(folder), { recursive: true, force: true }).catch(() => undefined);
}

/**
 * Completes or takes back a swap that was ended half-way: with no database in its place the old one comes back, since
 * nobody was told that the restore was done. What else it left lying about is removed. Only for the holder of the data lock.
 */
export async function mendSwap(folder: string): Promise<void> {
  if (existsSync(replaced(folder)) && !existsSync(folder)) {
    await rename(replaced(folder), folder);
    await syncFolder(dirname(folder));
  }
  await rm(replaced(folder), { recursive: true, force: true });
  await rm(restoring(folder), { recursive: true, force: true });
}
