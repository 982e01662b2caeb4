import { createHash } from "node:crypto";
import { createWriteStream, readFileSync } from "node:fs";
import { lstat, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Em } from "../../kernel/em.ts";
import type { Database } from "../database.ts";
import { projectRoot } from "../paths.ts";
import { endOfArchive, packed } from "./archive.ts";
import { attended, type Attendance, type Progress } from "./attendance.ts";
import { BackupError, explained } from "./backup-error.ts";
import { sequences, type TableShape, tables } from "./catalogue.ts";
import { syncFolder } from "./durable.ts";
import {
  formatVersion,
  type Manifest,
  manifestPath,
  type ManifestTable,
  markerPath,
  pagePath,
} from "./manifest.ts";
import { appliedMigrations } from "./migrations-applied.ts";
import { dumpedColumns, onSnapshot, tableLines } from "./table-lines.ts";

export interface BackupOptions extends Attendance {
  /** Replace a file of that name. */
  readonly force?: boolean;
}

/**
 * Writes everything the database holds, as of one moment, to a file that only this user may read. The file appears under
 * its name when it is whole and on the disk; until then it is FILE.part, which is removed when the backup fails.
 * On a server others read and write meanwhile; on the embedded database, which is one connection, they wait.
 * Throws a `BackupError` for what a person can mend: a file that exists, a full disk, a database without a schema.
 */
export async function backup(
  { em, kind }: Pick<Database, "em" | "kind">,
  file: string,
  { force = false, ...attendance }: BackupOptions = {},
): Promise<Manifest & { fileBytes: number }> {
  const draft = `${file}.part`;
  await refuseExisting(file, force);
  await claim(draft, file);
  try {
    const manifest = await onSnapshot(em, async (tx) => {
      const whole = await beginning(tx, kind);
      await pipeline(
        archive(tx, whole, attended(attendance)),
        createGzip(),
        createWriteStream(draft, { flags: "r+", flush: true }),
      );
      return whole;
    });
    const { size } = await stat(draft);
    await refuseExisting(file, force);
    await rename(draft, file);
    await syncFolder(dirname(file));
    return { ...manifest, fileBytes: size };
  } catch (error) {
    await rm(draft, { force: true });
    const inFile = ["write", "fsync", "rename"].includes(
      String((error as NodeJS.ErrnoException).syscall),
    );
    throw (
      explained(error, inFile ? `${file} cannot be written` : `The backup to ${file} failed`) ??
      error
    );
  }
}

async function refuseExisting(file: string, force: boolean): Promise<void> {
  const there = await lstat(file).catch(() => undefined);
  if (there === undefined) return;
  if (!there.isFile())
    throw new BackupError(`${file} is there and is not a file. Choose another name.`);
  if (!force)
    throw new BackupError(
      `${file} exists already. Choose another name, or replace it with --force.`,
    );
}

/** Makes the draft, which must not be there: two backups to one file would mix their bytes. */
async function claim(draft: string, file: string): Promise<void> {
  try {
    await (await open(draft, "wx", 0o600)).close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST")
      throw new BackupError(
        `${draft} is there: another backup to this file is under way, or one was killed. If none runs, remove it.`,
      );
    throw explained(error, `${file} cannot be written`) ?? error;
  }
}

type Whole = Manifest & { readonly shapes: readonly TableShape[] };

async function beginning(tx: Em, database: Database["kind"]): Promise<Whole> {
  const migrations = await appliedMigrations(tx);
  if (migrations.length === 0)
    throw new BackupError("The database holds no Potbank: there is nothing to back up.");
  const { version } = JSON.parse(readFileSync(join(projectRoot, "package.json"), "utf8")) as {
    version: string;
  };
  const shapes = await tables(tx);
  return {
    format: formatVersion,
    programVersion: version,
    createdAt: new Date().toISOString(),
    database,
    migrations,
    tables: [],
    sequences: [],
    shapes,
  };
}

/** The archive's blocks; the manifest is filled in on the way and stands last. */
async function* archive(tx: Em, whole: Whole, progress: Progress): AsyncGenerator<Buffer> {
  const { shapes, ...manifest } = whole;
  const mtime = new Date(manifest.createdAt);
  const entry = (path: string, text: string) =>
    packed({ path, content: Buffer.from(text, "utf8") }, mtime);
  const json = (value: unknown) => `${JSON.stringify(value, undefined, 2)}\n`;
  yield entry(markerPath, json({ format: formatVersion }));
  for (const shape of shapes) {
    const hash = createHash("sha256");
    let [rows, bytes, pages] = [0, 0, 0];
    for await (const lines of tableLines(tx, shape)) {
      const content = Buffer.from(`${lines.join("\n")}\n`, "utf8");
      hash.update(content);
      rows += lines.length;
      bytes += content.length;
      pages += 1;
      yield packed({ path: pagePath(shape.name, pages), content }, mtime);
      progress(shape.name, rows);
    }
    const kept = dumpedColumns(shape);
    const columns = shape.columns
      .filter(({ name }) => kept.includes(name))
      .map(({ name, type }) => ({ name, type }));
    const table: ManifestTable = {
      name: shape.name,
      columns,
      rows,
      bytes,
      sha256: hash.digest("hex"),
    };
    manifest.tables.push(table);
  }
  // After the rows: a counter may be ahead of them, never behind.
  manifest.sequences.push(...(await sequences(tx)));
  yield entry(manifestPath, json(manifest));
  yield endOfArchive;
}
