import type { Em } from "../../kernel/em.ts";
import { quoted, type TableShape } from "./catalogue.ts";

/** About so much text is fetched at once, however wide the rows are: it bounds the memory on both sides. */
const pageBytes = 1_000_000;
const pageRowsMax = 5_000;

/**
 * What makes a value's text the same on every database and in every session. Without parallel workers a sorted
 * subquery keeps its order; a large `work_mem` keeps most sorts off the disk.
 */
const settings = [
  "set local datestyle = 'ISO, YMD'",
  "set local timezone = 'UTC'",
  "set local intervalstyle = 'postgres'",
  "set local bytea_output = 'hex'",
  "set local extra_float_digits = 1",
  "set local max_parallel_workers_per_gather = 0",
  "set local work_mem = '64MB'",
];

/** Makes this transaction write and read values as `tableLines` needs them. */
export async function settle(tx: Em): Promise<void> {
  for (const statement of settings) await tx.execute(statement, [], "run");
}

/**
 * Works on one unchanging picture of the database, with values spelled the same everywhere. Inside a transaction it is
 * that transaction's picture.
 */
export async function onSnapshot<T>(em: Em, work: (tx: Em) => Promise<T>): Promise<T> {
  const settled = async (tx: Em) => {
    await settle(tx);
    return work(tx);
  };
  if (em.isInTransaction()) return settled(em);
  return em
    .fork()
    .transactional(settled, { isolationLevel: "repeatable read" as never, readOnly: true });
}

/** The columns of a table that a dump holds, in the table's order. */
export const dumpedColumns = ({ columns }: TableShape): string[] =>
  columns.filter(({ generated }) => !generated).map(({ name }) => name);

/**
 * Every row as one line, a page of lines at a time: a JSON array of the columns' values as PostgreSQL spells them, null
 * where there is none. Nothing is lost on the way through JavaScript: microseconds, bigints and doubles stay text.
 * In the order of the primary key by bytes, whatever the database's collation; where a column of it is left out, or there
 * is none, in the order of the lines themselves. `tx` must be inside `onSnapshot`.
 */
export async function* tableLines(
  tx: Em,
  table: TableShape,
  columns: readonly string[] = dumpedColumns(table),
): AsyncGenerator<string[]> {
  const line = `json_build_array(${columns.map((name) => `${quoted(name)}::text`).join(", ")})::text`;
  const keyed = table.key.length > 0 && table.key.every((name) => columns.includes(name));
  const order = table.key.map((name) => `${quoted(name)}::text collate "C"`).join(", ");
  // Sorted before it becomes text: long values then stay out of the sort.
  const rows = keyed
    ? `select ${line} as line from (select * from ${quoted(table.name)} order by ${order} offset 0) as sorted`
    : `select line from (select ${line} as line from ${quoted(table.name)} offset 0) as lines order by line collate "C"`;
  await tx.execute(`declare potbank_lines no scroll cursor for ${rows}`, [], "run");
  let size = 100;
  for (;;) {
    const page = await tx.execute<{ line: string }[]>(`fetch ${size} from potbank_lines`);
    if (page.length === 0) break;
    const lines = page.map((row) => row.line);
    yield lines;
    const bytes = lines.reduce((sum, each) => sum + each.length, 0) / lines.length;
    size = Math.max(1, Math.min(pageRowsMax, Math.round(pageBytes / Math.max(1, bytes))));
  }
  await tx.execute("close potbank_lines", [], "run");
}
