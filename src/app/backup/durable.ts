import { open, readdir } from "node:fs/promises";
import { join } from "node:path";

/** A file that was renamed or removed stays so through a loss of power once its folder has been written. */
export const syncFolder = (folder: string): Promise<void> => sync(folder);

/** Brings every file below a folder to the disk. */
export async function syncTree(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile() || entry.isDirectory()) await sync(join(entry.parentPath, entry.name));
  await sync(folder);
}

async function sync(path: string): Promise<void> {
  // Windows opens no folders, and syncs no file that is open for reading alone.
  if (process.platform === "win32") return;
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
