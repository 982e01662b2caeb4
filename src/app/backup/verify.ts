import { createHash, type Hash } from "node:crypto";
import { type Entry, entries, noBackup } from "./archive.ts";
import { BackupError } from "./backup-error.ts";
import {
  type Manifest,
  manifestPath,
  type ManifestTable,
  markerPath,
  pagePath,
  readManifest,
  readMarker,
} from "./manifest.ts";

interface Seen {
  readonly hash: Hash;
  pages: number;
  rows: number;
  bytes: number;
}

const newline = 10;

/** Some rows of a table, as the archive has them: lines ended by a newline. */
export interface Page {
  readonly table: string;
  readonly lines: Buffer;
  readonly rows: number;
}

/**
 * Reads a whole backup and compares it with its manifest: the compression's own check, every table's pages, rows, bytes and
 * SHA-256. Answers the manifest; throws a `BackupError` that says what is wrong. Writes nothing.
 */
export async function verifyBackup(file: string): Promise<Manifest> {
  const seen = new Map<string, Seen>();
  let manifest: Manifest | undefined;
  for await (const step of readBackup(file)) {
    if ("manifest" in step) ({ manifest } = step);
    else count(seen, step);
  }
  if (manifest === undefined)
    throw new BackupError(`${file} is damaged: it has no ${manifestPath}.`);
  compare(file, manifest, seen);
  return manifest;
}

/** The pages of a backup in their order, and its manifest at the end. */
export async function* readBackup(file: string): AsyncGenerator<Page | { manifest: Manifest }> {
  const pages = new Map<string, number>();
  let place: "start" | "pages" | "end" = "start";
  for await (const entry of entries(file)) {
    if (place === "start") {
      if (entry.path !== markerPath) throw new BackupError(noBackup(file));
      readMarker(file, entry.content);
      place = "pages";
    } else if (place === "pages" && entry.path === manifestPath) {
      yield { manifest: readManifest(file, entry.content) };
      place = "end";
    } else if (place === "pages") yield page(file, entry, pages);
    else throw new BackupError(`${file} is damaged: ${entry.path} stands after its end.`);
  }
  if (place === "start") throw new BackupError(noBackup(file));
}

function page(file: string, { path, content }: Entry, pages: Map<string, number>): Page {
  const table = decoded(/^tables\/([^/]+)\//.exec(path)?.[1] ?? "");
  const number = (pages.get(table) ?? 0) + 1;
  pages.set(table, number);
  if (path !== pagePath(table, number))
    throw new BackupError(`${file} is damaged: ${path} stands where it should not.`);
  if (content.at(-1) !== newline)
    throw new BackupError(`${file} is damaged: ${path} ends in the middle of a row.`);
  let rows = 0;
  for (let at = content.indexOf(newline); at !== -1; at = content.indexOf(newline, at + 1))
    rows += 1;
  return { table, lines: content, rows };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return "";
  }
}

function count(seen: Map<string, Seen>, { table, lines, rows }: Page): void {
  const sum = seen.get(table) ?? { hash: createHash("sha256"), pages: 0, rows: 0, bytes: 0 };
  seen.set(table, sum);
  sum.hash.update(lines);
  sum.rows += rows;
  sum.bytes += lines.length;
}

function compare(file: string, manifest: Manifest, seen: Map<string, Seen>): void {
  const faults = manifest.tables.flatMap((table) => difference(table, seen.get(table.name)));
  const listed = new Set(manifest.tables.map(({ name }) => name));
  for (const name of seen.keys())
    if (!listed.has(name)) faults.push(`table ${name} is not in the manifest`);
  if (listed.size < manifest.tables.length) faults.push("the manifest names a table twice");
  if (faults.length > 0)
    throw new BackupError(
      `${file} is damaged: it is not what its ${manifestPath} says:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`,
    );
}

function difference(table: ManifestTable, seen: Seen | undefined): string[] {
  const { rows = 0, bytes = 0 } = seen ?? {};
  if (rows !== table.rows)
    return [`table ${table.name} has ${rows} rows, the manifest says ${table.rows}`];
  if (bytes !== table.bytes)
    return [`table ${table.name} has ${bytes} bytes, the manifest says ${table.bytes}`];
  const sha256 = (seen?.hash ?? createHash("sha256")).digest("hex");
  return sha256 === table.sha256
    ? []
    : [`table ${table.name} has the SHA-256 ${sha256}, the manifest says ${table.sha256}`];
}
