import type { Em } from "../../kernel/em.ts";
import { migrations } from "../migrations.ts";
import { BackupError } from "./backup-error.ts";

/** Names of the migrations that the database has been through, in their order; none where there is no Potbank. */
export async function appliedMigrations(em: Em): Promise<string[]> {
  const [found] = await em.execute<{ there: boolean }[]>(
    `select to_regclass(quote_ident(current_schema()) || '.migration') is not null as there`,
  );
  if (!found?.there) return [];
  const rows = await em.execute<{ name: string }[]>(`select name from migration order by id`);
  return rows.map(({ name }) => name);
}

/** Refuses a backup whose schema this program cannot make. */
export function refuseForeignSchema(file: string, made: readonly string[]): void {
  const known = migrations.map(({ name }) => name);
  const unknown = made.filter((name) => !known.includes(name));
  if (unknown.length > 0)
    throw new BackupError(
      `${file} comes from a newer Potbank: this program lacks the migration${unknown.length > 1 ? "s" : ""} ${unknown.join(", ")}. Restore it with that version or a later one.`,
    );
  if (!isBeginning(made, known))
    throw new BackupError(
      `${file} has been through the migrations ${made.join(", ")}; this program runs them in the order ${known.join(", ")}.`,
    );
}

/** Whether the second list begins with the first. */
export const isBeginning = (part: readonly string[], whole: readonly string[]): boolean =>
  part.every((name, at) => whole[at] === name);
