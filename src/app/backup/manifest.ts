import { z } from "zod";
import { checked } from "../../kernel/import-error.ts";
import { BackupError } from "./backup-error.ts";

/** The first entry of the archive: by it a file is known for a backup before anything else of it is believed. */
export const markerPath = "potbank-backup.json";

/** The last entry: what the archive must hold. A file that is cut off has none. */
export const manifestPath = "manifest.json";

/** Where a table's page of rows stands; pages are counted from 1. */
export const pagePath = (table: string, page: number): string =>
  `tables/${encodeURIComponent(table)}/${String(page).padStart(6, "0")}.jsonl`;

/** Raised when an older program could not read what this one writes. */
export const formatVersion = 1;

const columnSchema = z.object({ name: z.string().min(1), type: z.string().min(1) });

const tableSchema = z.object({
  name: z.string().min(1),
  columns: z.array(columnSchema),
  rows: z.int().nonnegative(),
  /** Bytes of its lines, uncompressed. */
  bytes: z.int().nonnegative(),
  /** SHA-256 of its lines, as `sha256sum` of its unpacked files one after another would say. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const manifestSchema = z.object({
  format: z.literal(formatVersion),
  programVersion: z.string(),
  createdAt: z.iso.datetime(),
  database: z.enum(["embedded", "postgresql"]),
  migrations: z.array(z.string()).min(1),
  tables: z.array(tableSchema).min(1),
  sequences: z.array(
    z.object({
      name: z.string().min(1),
      lastValue: z.string().regex(/^-?\d+$/),
      isCalled: z.boolean(),
    }),
  ),
});

/** What a backup says of itself. */
export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestTable = Manifest["tables"][number];

/** Reads the first entry; throws a `BackupError` when it is another program's, or a later one's. */
export function readMarker(file: string, content: Buffer): void {
  const format = (parsed(content) as { format?: unknown } | undefined)?.format;
  if (typeof format !== "number")
    throw new BackupError(`${file} is not a Potbank backup: its ${markerPath} cannot be read.`);
  if (format !== formatVersion)
    throw new BackupError(
      `${file} is a backup of format ${format}; this program reads format ${formatVersion}. Restore it with the program that made it, or a newer one.`,
    );
}

/** Reads the last entry; throws an error that names each fault. */
export function readManifest(file: string, content: Buffer): Manifest {
  const value = parsed(content);
  if (value === undefined)
    throw new BackupError(`${file} is damaged: its ${manifestPath} cannot be read.`);
  return checked(`${file}: ${manifestPath}`, () => manifestSchema.parse(value));
}

function parsed(content: Buffer): unknown {
  try {
    return JSON.parse(content.toString("utf8"));
  } catch {
    return undefined;
  }
}

const counted = new Intl.NumberFormat("en-GB");

/** "1 table", "24 tables", "27,332 rows". */
export const amount = (number: number, noun: string): string =>
  `${counted.format(number)} ${noun}${number === 1 ? "" : "s"}`;

/** "0.4 MB". */
export const megabytes = (bytes: number): string =>
  `${counted.format(Number((bytes / 1e6).toFixed(1)))} MB`;

/** Rows and bytes of all tables together. */
export const totals = ({ tables }: Pick<Manifest, "tables">) => ({
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0),
});
