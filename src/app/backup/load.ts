import type { Em } from "../../kernel/em.ts";
import type { Progress } from "./attendance.ts";
import { BackupError } from "./backup-error.ts";
import { quoted, type TableShape, tables } from "./catalogue.ts";
import { loosen } from "./loose-ends.ts";
import type { Manifest, ManifestTable } from "./manifest.ts";
import { tableHash } from "./table-hashes.ts";
import { settle } from "./table-lines.ts";
import { type Page, readBackup } from "./verify.ts";

/**
 * Replaces the rows of every table by those of a verified backup, and compares each table's hash with the manifest: it
 * throws rather than leave a difference. `tx` must be in a transaction of a database whose schema has been through
 * exactly the backup's migrations.
 */
export async function load(
  tx: Em,
  file: string,
  manifest: Manifest,
  progress: Progress,
): Promise<void> {
  await settle(tx);
  await tx.execute("set local maintenance_work_mem = '128MB'", [], "run");
  const shapes = matching(file, manifest, await tables(tx));
  const names = manifest.tables.map(({ name }) => name);
  const fasten = await loosen(tx, names);
  await tx.execute(`truncate ${names.map(quoted).join(", ")}`, [], "run");
  const statements = new Map(
    manifest.tables.map((table) => [table.name, insertion(table, shapes.get(table.name)!)]),
  );
  const rows = new Map<string, number>();
  for await (const step of readBackup(file)) {
    if ("manifest" in step) continue;
    await insert(tx, statements.get(step.table), step);
    const loaded = (rows.get(step.table) ?? 0) + step.rows;
    rows.set(step.table, loaded);
    progress(step.table, loaded);
  }
  await fasten();
  for (const sequence of manifest.sequences) await setSequence(tx, sequence);
  for (const table of manifest.tables) await refuseDifference(tx, table, shapes.get(table.name)!);
}

/** The tables as they are here; refuses when one of the backup's is missing or has other columns. */
function matching(
  file: string,
  manifest: Manifest,
  here: readonly TableShape[],
): Map<string, TableShape> {
  const shapes = new Map(here.map((shape) => [shape.name, shape]));
  for (const { name, columns } of manifest.tables) {
    const shape = shapes.get(name);
    if (shape === undefined)
      throw new BackupError(
        `${file} holds a table ${name}, which is not Potbank's: no migration makes it. It was in the database that was backed up; drop it there and back up again.`,
      );
    const theirs = columns.map(({ name, type }) => `${name} ${type}`).sort();
    const ours = shape.columns
      .filter(({ generated }) => !generated)
      .map(({ name, type }) => `${name} ${type}`)
      .sort();
    if (theirs.join("\n") !== ours.join("\n"))
      throw new BackupError(
        `${file} does not fit this database: table ${name} has the columns ${theirs.join(", ")} there, and ${ours.join(", ")} here.`,
      );
  }
  return shapes;
}

function insertion({ name, columns }: ManifestTable, shape: TableShape): string {
  const types = new Map(shape.columns.map((column) => [column.name, column.type]));
  const values = columns.map((column, at) => `(line->>${at})::${types.get(column.name)}`);
  return `insert into ${quoted(name)} (${columns.map((column) => quoted(column.name)).join(", ")})
    overriding system value
    select ${values.join(", ")} from jsonb_array_elements(?::jsonb) as line`;
}

async function insert(tx: Em, statement: string | undefined, page: Page): Promise<void> {
  // Verified a moment ago: the file has been changed since.
  if (statement === undefined)
    throw new BackupError(`The backup has changed while it was read: table ${page.table} is new.`);
  const lines = page.lines.toString("utf8", 0, page.lines.length - 1);
  // A line holds no newline of its own: JSON writes it as two characters.
  await tx.execute(statement, [`[${lines.replaceAll("\n", ",")}]`], "run");
}

/** `setval` alone would stay when the transaction does not; after a restart in the same transaction it goes with it. */
async function setSequence(
  tx: Em,
  { name, lastValue, isCalled }: Manifest["sequences"][number],
): Promise<void> {
  await tx.execute(`alter sequence ${quoted(name)} restart`, [], "run");
  await tx.execute(`select setval(?::regclass, ?::bigint, ?)`, [quoted(name), lastValue, isCalled]);
}

async function refuseDifference(tx: Em, table: ManifestTable, shape: TableShape): Promise<void> {
  const columns = table.columns.map(({ name }) => name);
  const { rows, hash } = await tableHash(tx, shape, columns);
  if (rows !== table.rows || hash !== table.sha256)
    throw new BackupError(
      `After loading, table ${table.name} is not what the backup says (${rows} rows, SHA-256 ${hash}; the manifest: ${table.rows} rows, ${table.sha256}). Nothing was changed.`,
    );
}
