import { type EntityClass, type FilterQuery, raw } from "@mikro-orm/core";
import { compiled, rowsUnder, toRows } from "./compiled.ts";
import type { Batch, Context } from "./context.ts";
import {
  afterCursor,
  cursorBy,
  type Order,
  orderBy,
  type Page,
  type PageRequest,
  toPage,
} from "./paging.ts";
import type { Viewer } from "./viewer.ts";

/** Batch: rows of a table by id, of those the viewer may see. */
export const rowsById =
  <Row extends { id: string }>(
    entity: EntityClass<Row>,
    visible?: (viewer: Viewer) => FilterQuery<NoInfer<Row>>,
  ): Batch<Row> =>
  async ({ em, viewer }, ids) => {
    const from = rowsUnder(em, entity, visible?.(viewer) ?? {});
    const found = await em.execute<object[]>(
      `select * from (${from.sql}) as found where id in (${ids.map(() => "?").join(", ")})`,
      [...from.params, ...ids],
    );
    return new Map(toRows(em, entity, found).map((row) => [row.id, row]));
  };

/** The row with this value in a unique column, if the viewer may see it. */
export async function rowBy<Row extends object>(
  { em }: Context,
  entity: EntityClass<Row>,
  where: FilterQuery<NoInfer<Row>>,
): Promise<Row | null> {
  const { sql, params } = compiled(em, ["one", entity.name, where], () =>
    em
      .createQueryBuilder(entity)
      .where(where as never)
      .limit(1),
  );
  const [row] = toRows(em, entity, await em.execute<object[]>(sql, [...params]));
  return row ?? null;
}

/** One page of a table's rows under a filter, in one statement; the count is another, run only when asked for. */
export async function listPage<Row extends object>(
  ctx: Context,
  entity: EntityClass<Row>,
  where: FilterQuery<NoInfer<Row>>,
  order: Order,
  request: PageRequest,
): Promise<Page<Row>> {
  const keys = order.keys.map(({ path, direction, nullable = false, computed }) => {
    return [path, direction, nullable, computed?.sql("e") ?? null];
  });
  const parts = ["page", entity.name, where, order.name, keys, request.first, request.after];
  const { sql, params } = compiled(ctx.em, parts, () => {
    const along = order.keys.flatMap(({ path, computed }) =>
      computed && !computed.value ? [raw(`${computed.sql("e")} as "${path}"`)] : [],
    );
    return ctx.em
      .createQueryBuilder(entity, "e")
      .select(["*", ...along] as never)
      .where({ $and: [where, afterCursor<Row>(order, request.after)] } as never)
      .orderBy(orderBy(order) as never)
      .limit(request.first + 1);
  });
  const rows = toRows(ctx.em, entity, await ctx.em.execute<object[]>(sql, [...params]));
  return toPage(rows, request, cursorBy<Row>(order), () =>
    ctx.em
      .createQueryBuilder(entity, "e")
      .where(where as never)
      .getCount(),
  );
}
