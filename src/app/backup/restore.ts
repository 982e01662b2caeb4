import type { Em } from "../../kernel/em.ts";
import type { Attendance } from "./attendance.ts";
import { BackupError } from "./backup-error.ts";
import { quoted, tables } from "./catalogue.ts";
import { amount, type Manifest } from "./manifest.ts";
import { refuseForeignSchema } from "./migrations-applied.ts";
import { verifyBackup } from "./verify.ts";

export interface RestoreOptions extends Attendance {
  /** Replace what the database holds; without it only an empty one is filled. */
  readonly replace?: boolean;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Names of the migrations that ran on the restored data: the backup was of an older schema. */
  readonly migrated: readonly string[];
}

/** Verifies a backup and that this program knows its schema; every restore begins with it. */
export async function restorable(file: string): Promise<Manifest> {
  const manifest = await verifyBackup(file);
  refuseForeignSchema(file, manifest.migrations);
  return manifest;
}

/** Refuses to go on when any table holds a row; says what a restore would replace. `place` begins the sentence. */
export async function refuseData(em: Em, place: string): Promise<void> {
  const held: { name: string; rows: number }[] = [];
  for (const { name } of await tables(em)) {
    if (name === "migration") continue;
    const [count] = await em.execute<{ rows: string }[]>(
      `select count(*)::text as rows from ${quoted(name)}`,
    );
    if (count!.rows !== "0") held.push({ name, rows: Number(count!.rows) });
  }
  if (held.length === 0) return;
  held.sort((one, other) => other.rows - one.rows);
  const all = held.reduce((sum, { rows }) => sum + rows, 0);
  const most = held.slice(0, 4).map(({ name, rows }) => `${name} ${rows}`);
  throw new BackupError(
    `${place} holds ${amount(all, "row")} (${most.join(", ")}${held.length > most.length ? ", …" : ""}). A restore would replace all of it: say so with --replace, or restore into an empty database.`,
  );
}
