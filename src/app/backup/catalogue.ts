import type { Em } from "../../kernel/em.ts";

/** A table as the database's own catalogue describes it. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly ColumnShape[];
  /** Columns of the primary key, in its order; empty where there is none. */
  readonly key: readonly string[];
}

export interface ColumnShape {
  readonly name: string;
  /** As SQL spells it, without a length: a cast must not cut a value, only refuse it. */
  readonly type: string;
  /** Made by the database out of the others: neither dumped nor loaded. */
  readonly generated: boolean;
}

/** A counter as it stands. Text, because a bigint is wider than a JavaScript number. */
export interface SequenceState {
  readonly name: string;
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** What belongs to an extension comes with it. */
const own = `c.relnamespace = current_schema()::regnamespace
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`;

/** Every table of the schema in byte order of its name, so that one made by a later migration is never forgotten. */
export async function tables(em: Em): Promise<TableShape[]> {
  const rows = await em.execute<{ name: string; shape: string }[]>(
    `select c.relname::text as name, json_build_object(
       'columns', coalesce((
         select json_agg(json_build_object(
           'name', a.attname, 'type', format_type(a.atttypid, -1), 'generated', a.attgenerated <> ''
         ) order by a.attnum)
         from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), '[]'),
       'key', coalesce((
         select json_agg(a.attname order by k.position)
         from pg_index i
         cross join unnest(i.indkey::int2[]) with ordinality k (number, position)
         join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number
         where i.indrelid = c.oid and i.indisprimary and k.position <= i.indnkeyatts), '[]')
     )::text as shape
     from pg_class c
     where c.relkind in ('r', 'p') and not c.relispartition and ${own}
     order by c.relname::text collate "C"`,
  );
  return rows.map(({ name, shape }) => ({
    name,
    ...(JSON.parse(shape) as Omit<TableShape, "name">),
  }));
}

/** Every sequence of the schema, those of identity columns too. */
export async function sequences(em: Em): Promise<SequenceState[]> {
  const names = await em.execute<{ name: string }[]>(
    `select c.relname::text as name from pg_class c
     where c.relkind = 'S' and ${own} order by c.relname::text collate "C"`,
  );
  const states: SequenceState[] = [];
  for (const { name } of names) {
    const [state] = await em.execute<Omit<SequenceState, "name">[]>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${quoted(name)}`,
    );
    states.push({ name, ...state! });
  }
  return states;
}

/** A name as SQL takes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
