import type { Em } from "../../kernel/em.ts";
import { quoted } from "./catalogue.ts";

/**
 * Takes off the tables what slows a load down or forbids its order: foreign keys (cycles too), indexes that guard
 * nothing, triggers. Answers what puts all of it back, exactly as the catalogue spelt it; foreign keys are then checked
 * over all rows. In one transaction with the load, so that nobody ever sees the tables without.
 */
export async function loosen(tx: Em, tables: readonly string[]): Promise<() => Promise<void>> {
  const names = JSON.stringify(tables);
  const among = (column: string) => `${column} in (
    select format('%I.%I', current_schema(), value)::regclass from jsonb_array_elements_text(?::jsonb))`;
  const keys = await tx.execute<{ on: string; name: string; definition: string }[]>(
    `select conrelid::regclass::text as on, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and conparentid = 0 and ${among("conrelid")} order by conname`,
    [names],
  );
  const indexes = await tx.execute<{ name: string; definition: string }[]>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
     from pg_index where not indisunique and not indisreplident and ${among("indrelid")}
       and not exists (select from pg_constraint where conindid = indexrelid)
       and not exists (select from pg_inherits where inhrelid = indexrelid)
     order by indexrelid::regclass::text`,
    [names],
  );
  const triggered = await tx.execute<{ name: string }[]>(
    `select distinct tgrelid::regclass::text as name from pg_trigger where not tgisinternal and ${among("tgrelid")}`,
    [names],
  );
  const run = async (statements: readonly string[]) => {
    for (const statement of statements) await tx.execute(statement, [], "run");
  };
  await run(keys.map(({ on, name }) => `alter table ${on} drop constraint ${name}`));
  await run(indexes.map(({ name }) => `drop index ${name}`));
  await run(triggered.map(({ name }) => `alter table ${name} disable trigger user`));
  return async () => {
    await run(indexes.map(({ definition }) => definition));
    await run(
      keys.map(
        ({ on, name, definition }) => `alter table ${on} add constraint ${name} ${definition}`,
      ),
    );
    await run(triggered.map(({ name }) => `alter table ${name} enable trigger user`));
    // Nobody else counts the rows of an embedded database, and a server's own round may be minutes away.
    await run(tables.map((name) => `analyze ${quoted(name)}`));
  };
}
