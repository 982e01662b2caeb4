import { createHash } from "node:crypto";
import type { Em } from "../../kernel/em.ts";
import { type TableShape, tables } from "./catalogue.ts";
import { dumpedColumns, onSnapshot, tableLines } from "./table-lines.ts";

/** What a table holds, in one line to compare. */
export interface TableHash {
  readonly rows: number;
  /** SHA-256 of its lines (`tableLines`), each ended by a newline, in hexadecimal. */
  readonly hash: string;
}

/** What a comparison leaves out. */
export interface Omissions {
  /** Names of columns, in every table (`updated_at`) or in one (`school.id`): clocks, and ids given at random. */
  readonly columns?: readonly string[];
  /** Names of tables. */
  readonly tables?: readonly string[];
}

/**
 * The hash of every table of the schema by its name, from one snapshot: two databases that hold the same give the same,
 * whichever driver, collation and order of writing they have. Columns that the database generates are left out.
 */
export function tableHashes(em: Em, without: Omissions = {}): Promise<Map<string, TableHash>> {
  return onSnapshot(em, async (tx) => {
    const hashes = new Map<string, TableHash>();
    for (const table of await tables(tx))
      if (!without.tables?.includes(table.name))
        hashes.set(table.name, await tableHash(tx, table, kept(table, without)));
    return hashes;
  });
}

/** The hash of one table; `tx` must be inside `onSnapshot`. */
export async function tableHash(
  tx: Em,
  table: TableShape,
  columns: readonly string[] = dumpedColumns(table),
): Promise<TableHash> {
  const hash = createHash("sha256");
  let rows = 0;
  for await (const lines of tableLines(tx, table, columns)) {
    hash.update(`${lines.join("\n")}\n`);
    rows += lines.length;
  }
  return { rows, hash: hash.digest("hex") };
}

const kept = (table: TableShape, { columns = [] }: Omissions): string[] =>
  dumpedColumns(table).filter(
    (name) => !columns.includes(name) && !columns.includes(`${table.name}.${name}`),
  );
