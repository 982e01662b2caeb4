import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Em } from "../kernel/em.ts";
import { buildFolder } from "./paths.ts";
import { seed } from "./seed.ts";

/** Beside the prepared database: what it was made from, and when. */
const preparedMark = join(buildFolder, "prepared-database.json");

/** In the folder of a database, so that it goes where the database goes, and is gone when another takes its place. */
const markOf = (folder: string): string => join(folder, "demonstration.json");

/**
 * Loads the demonstration and dates it around today, unless that has been done to this database today by the same build:
 * seeding again changes nothing then, and is half the work of a start. A build is known by the hash that
 * scripts/prepare has of everything the prepared database is made from, code and seeds; without one it is always seeded.
 */
export async function refreshDemonstration(em: Em, folder: string, now: Date): Promise<void> {
  const wanted = mark(await buildHash(), now);
  if (wanted !== undefined && (await content(markOf(folder))) === wanted) return;
  await seed(em, { demonstration: true, now });
  if (wanted !== undefined) await writeFile(markOf(folder), wanted);
}

/** Says that the prepared database has just been seeded. Its build has no hash before it is done: see `takeMark`. */
export const markPrepared = (now: Date): Promise<void> =>
  writeFile(preparedMark, JSON.stringify({ seededAt: now.toISOString() }));

/** Marks a folder that was unpacked from the prepared database as seeded when that was. */
export async function takeMark(folder: string): Promise<void> {
  const prepared = await content(preparedMark);
  if (prepared === undefined) return;
  const { seededAt } = JSON.parse(prepared) as { seededAt: string };
  const taken = mark(await buildHash(), new Date(seededAt));
  if (taken !== undefined) await writeFile(markOf(folder), taken);
}

/** The day is London's: invented sessions are dated by it. */
function mark(build: string | undefined, now: Date): string | undefined {
  if (build === undefined) return undefined;
  const day = now.toLocaleDateString("en-CA", { timeZone: "Europe/London" });
  return JSON.stringify({ build, day });
}

async function buildHash(): Promise<string | undefined> {
  const stamps = await content(join(buildFolder, ".stamp.json"));
  if (stamps === undefined) return undefined;
  return (JSON.parse(stamps) as Record<string, string | undefined>)["prepared database"];
}

const content = (path: string): Promise<string | undefined> =>
  readFile(path, "utf8").catch(() => undefined);
