import type { EntityClass, FilterQuery } from "@mikro-orm/core";
import type { Batch, BatchWith, Context } from "./context.ts";
import {
  afterCursor,
  cursorBy,
  type Order,
  type Page,
  type PageRequest,
  toPage,
} from "./paging.ts";
import type { Viewer } from "./viewer.ts";

/**
 * A to-many relation, read for all parents of a page at once. Either the child names its parent
 * (`Reflection.summaryId`), or a link table names both (`SessionEvidence`).
 */
export interface Relation<Row extends { id: string }> {
  readonly child: EntityClass<{ id: string }>;
  readonly link?: {
    readonly table: EntityClass<object>;
    readonly child: string;
    /** Property of the child that the link names; its id unless said otherwise. */
    readonly childKey?: string;
  };
  /** Property that holds the parent's id, on the link or else on the child. */
  readonly parent: string;
  /** By properties of the child. */
  readonly order: Order;
  readonly visible: (viewer: Viewer) => FilterQuery<never>;
  /** Reads the children's rows, by id. */
  readonly byIds: Batch<Row>;
}

/** How a resolver asks for one page of one parent's children. */
export type RelationPage<Row> = (
  ctx: Context,
  parentId: string,
  request: PageRequest,
) => Promise<Page<Row>>;

/**
 * One page of children for each parent, in two statements however many parents there are: the ids
 * ranked within their parent, then the rows. Counting is a third, run only when a client asks.
 */
export function relation<Row extends { id: string }>(is: Relation<Row>): RelationPage<Row> {
  const ranked: BatchWith<string[], PageRequest> = (ctx, parentIds, request) =>
    rankedChildren(ctx, is, parentIds, request);
  const counted: Batch<number> = (ctx, parentIds) => countChildren(ctx, is, parentIds);
  return async (ctx, parentId, request) => {
    const ids = (await ctx.loadWith(ranked, request, parentId)) ?? [];
    const rows = await Promise.all(ids.map((id) => ctx.load(is.byIds, id)));
    return toPage(
      rows.filter((row) => row !== undefined),
      request,
      cursorBy<Row>(is.order),
      async () => (await ctx.load(counted, parentId)) ?? 0,
    );
  };
}

async function rankedChildren(
  ctx: Context,
  is: Relation<{ id: string }>,
  parentIds: readonly string[],
  { first, after }: PageRequest,
): Promise<Map<string, string[]>> {
  const order = is.order.keys
    .map(({ path, direction, nullable, computed }) => {
      const expression = computed ? computed.sql("c") : column(ctx, is.child, path, "c");
      return `${expression} ${direction}${nullable ? " nulls last" : ""}`;
    })
    .join(", ");
  const from = childrenOf(ctx, is, parentIds, afterCursor<never>(is.order, after));
  const rows = await ctx.em.execute<{ parent: string; child: string }[]>(
    `select parent, child from (
       select ${from.parent} as parent, c.id as child,
              row_number() over (partition by ${from.parent} order by ${order}) as place
       ${from.sql}) as ranked
     where place <= ? order by place`,
    [...from.params, first + 1],
  );
  const byParent = Map.groupBy(rows, (row) => row.parent);
  return new Map([...byParent].map(([parent, found]) => [parent, found.map((row) => row.child)]));
}

async function countChildren(
  ctx: Context,
  is: Relation<{ id: string }>,
  parentIds: readonly string[],
): Promise<Map<string, number>> {
  const from = childrenOf(ctx, is, parentIds, {});
  const rows = await ctx.em.execute<{ parent: string; count: number }[]>(
    `select ${from.parent} as parent, count(*)::int as count ${from.sql} group by 1`,
    from.params,
  );
  return new Map(rows.map(({ parent, count }) => [parent, count]));
}

/** `from …` with the children the viewer may see, as `c`, beside their parents. */
function childrenOf(
  ctx: Context,
  is: Relation<{ id: string }>,
  parentIds: readonly string[],
  also: object,
): { sql: string; params: unknown[]; parent: string } {
  const visible = ctx.em
    .createQueryBuilder(is.child, "v")
    .where({ $and: [is.visible(ctx.viewer), also] } as never)
    .toQuery();
  const places = parentIds.map(() => "?").join(", ");
  const parent = is.link
    ? column(ctx, is.link.table, is.parent, "l")
    : column(ctx, is.child, is.parent, "c");
  const join = is.link
    ? `join "${tableOf(ctx, is.link.table)}" as l on ${column(ctx, is.link.table, is.link.child, "l")} = ${column(ctx, is.child, is.link.childKey ?? "id", "c")}`
    : "";
  return {
    sql: `from (${visible.sql}) as c ${join} where ${parent} in (${places})`,
    params: [...visible.params, ...parentIds],
    parent,
  };
}

const tableOf = (ctx: Context, entity: EntityClass<object>): string =>
  ctx.em.getMetadata().get(entity).tableName;

function column(
  ctx: Context,
  entity: EntityClass<object>,
  property: string,
  alias: string,
): string {
  const meta = ctx.em.getMetadata().get(entity).properties as Record<
    string,
    { fieldNames: string[] }
  >;
  return `${alias}."${meta[property]!.fieldNames[0]}"`;
}
