import { type EntityClass, type FilterQuery, raw } from "@mikro-orm/core";
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
    const rows = await em
      .createQueryBuilder(entity)
      .where({ $and: [{ id: { $in: [...ids] } }, visible?.(viewer) ?? {}] } as never)
      .execute();
    return new Map((rows as Row[]).map((row) => [row.id, row]));
  };

/** The row with this value in a unique column, if the viewer may see it. */
export async function rowBy<Row extends object>(
  { em }: Context,
  entity: EntityClass<Row>,
  where: FilterQuery<NoInfer<Row>>,
): Promise<Row | null> {
  const rows = await em
    .createQueryBuilder(entity)
    .where(where as never)
    .limit(1)
    .execute();
  return (rows[0] as Row | undefined) ?? null;
}

/** One page of a table's rows under a filter, in one statement; the count is another, run only when asked for. */
export async function listPage<Row extends object>(
  ctx: Context,
  entity: EntityClass<Row>,
  where: FilterQuery<NoInfer<Row>>,
  order: Order,
  request: PageRequest,
): Promise<Page<Row>> {
  const along = order.keys.flatMap(({ path, computed }) =>
    computed && !computed.value ? [raw(`${computed.sql("e")} as "${path}"`)] : [],
  );
  const rows = await ctx.em
    .createQueryBuilder(entity, "e")
    .select(["*", ...along] as never)
    .where({ $and: [where, afterCursor<Row>(order, request.after)] } as never)
    .orderBy(orderBy(order) as never)
    .limit(request.first + 1)
    .execute();
  return toPage(rows as Row[], request, cursorBy<Row>(order), () =>
    ctx.em
      .createQueryBuilder(entity, "e")
      .where(where as never)
      .getCount(),
  );
}
