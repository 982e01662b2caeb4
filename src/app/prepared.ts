import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { extract } from "tar";
import { mendSwap } from "./backup/swap.ts";
import { migrate, openEmbedded, pgliteExtensions } from "./database.ts";
import { markPrepared, takeMark } from "./demonstration.ts";
import { buildFolder } from "./paths.ts";
import { seed } from "./seed.ts";

/** A database folder with the schema, the seeds and the demonstration in it, as an archive. */
const archive = join(buildFolder, "prepared-database.tar.gz");

/** Makes the archive, at build time: unpacking it is many times faster than making a database. */
export async function prepareDatabase(): Promise<void> {
  const pglite = await PGlite.create({ extensions: pgliteExtensions });
  const database = await openEmbedded({ pglite });
  await migrate(database);
  const now = new Date();
  await seed(database.em, { demonstration: true, now });
  const dump = await pglite.dumpDataDir("gzip");
  await database.close();
  await mkdir(buildFolder, { recursive: true });
  await writeFile(`${archive}.part`, Buffer.from(await dump.arrayBuffer()));
  await rename(`${archive}.part`, archive);
  await markPrepared(now);
}

/**
 * Makes the embedded database's folder, if there is none: from the archive where there is one and the
 * demonstration is wanted, else from nothing. Made beside and moved into place, so that a start that is
 * killed half-way leaves no half database.
 */
export async function ensureDatabaseFolder(folder: string, demonstration: boolean): Promise<void> {
  await mendSwap(folder);
  if (existsSync(folder)) return;
  const draft = `${folder}.part`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true });
  if (demonstration && existsSync(archive)) {
    await extract({ file: archive, cwd: draft });
    await takeMark(draft);
  } else {
    const database = await openEmbedded({ folder: draft });
    await migrate(database);
    await seed(database.em, { demonstration, now: new Date() });
    await database.close();
  }
  await rename(draft, folder);
}
