import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll } from "vitest";
import { endOfArchive, type Entry, entries, packed } from "../../src/app/backup/archive.ts";
import { restoreEmbedded } from "../../src/app/backup/restore-embedded.ts";
import { restorePostgreSql } from "../../src/app/backup/restore-postgresql.ts";
import type { Restored, RestoreOptions } from "../../src/app/backup/restore.ts";
import { type Database, openEmbedded, openPostgreSql } from "../../src/app/database.ts";
import { onServer, serverUrl } from "./server.ts";

/** Somewhere to restore into. */
export interface Place {
  restore(file: string, options?: RestoreOptions): Promise<Restored>;
  /** Works on the database that is there, and closes it. */
  within<T>(work: (database: Database) => Promise<T>): Promise<T>;
}

async function closing<T>(database: Database, work: (database: Database) => Promise<T>) {
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

/** A folder of the test file's own. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "potbank-backup-"));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A data folder; without a database unless it is given one as an archive. */
export async function embeddedPlace(): Promise<Place & { dataFolder: string }> {
  const dataFolder = await temporaryFolder();
  return {
    dataFolder,
    restore: (file, options) => restoreEmbedded(dataFolder, file, options),
    within: async (work) => closing(await openEmbedded({ folder: join(dataFolder, "db") }), work),
  };
}

/** A database on the server, with nothing in it. */
export async function serverPlace(): Promise<Place & { url: string }> {
  const server = serverUrl() as string;
  const name = `potbank_restored_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  await onServer(server, async (run) => {
    await run(`create database ${name}`);
  });
  afterAll(() =>
    onServer(server, async (run) => {
      await run(`drop database if exists ${name} with (force)`);
    }),
  );
  const target = new URL(server);
  target.pathname = `/${name}`;
  return {
    url: target.href,
    restore: (file, options) => restorePostgreSql(target.href, file, options),
    within: (work) => closing(openPostgreSql(target.href, { poolMax: 3 }), work),
  };
}

/** Empty, and on whichever database the tests run. */
export const emptyPlace = (): Promise<Place> => (serverUrl() ? serverPlace() : embeddedPlace());

/** A backup as its author would have it after a change: other entries, or none at the end. */
export async function forged(
  file: string,
  target: string,
  change: (entries: Entry[]) => Entry[],
): Promise<string> {
  const read: Entry[] = [];
  for await (const entry of entries(file)) read.push(entry);
  const blocks = change(read).map((entry) => packed(entry, new Date(0)));
  await writeFile(target, gzipSync(Buffer.concat([...blocks, endOfArchive])));
  return target;
}

/** The entries with a table's lines changed and the manifest made to agree. */
export function withLines(all: Entry[], table: string, change: (lines: string) => string): Entry[] {
  const path = `tables/${table}/000001.jsonl`;
  const page = all.find((entry) => entry.path === path)!;
  const content = Buffer.from(change(page.content.toString()));
  const described = (manifest: Record<string, unknown>) => ({
    ...manifest,
    tables: (manifest.tables as { name: string }[]).map((each) =>
      each.name === table
        ? {
            ...each,
            rows: content.toString().split("\n").length - 1,
            bytes: content.length,
            sha256: createHash("sha256").update(content).digest("hex"),
          }
        : each,
    ),
  });
  return withManifest(
    all.map((entry) => (entry === page ? { path, content } : entry)),
    described,
  );
}

/** The entries with another manifest. */
export const withManifest = (
  all: Entry[],
  // oxlint-disable-next-line no-explicit-any -- a forger writes whatever he likes
  change: (manifest: any) => unknown,
): Entry[] =>
  all.map(({ path, content }) =>
    path === "manifest.json"
      ? { path, content: Buffer.from(JSON.stringify(change(JSON.parse(content.toString())))) }
      : { path, content },
  );

/** The archive's bytes, uncompressed. */
export const unpackedBytes = async (file: string) => gunzipSync(await readFile(file));
