import type { EntityClass, FilterQuery } from "@mikro-orm/core";
import { rowsUnder, toRows } from "./compiled.ts";
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
  /** Reads the children by id, where what is shown is more than the rows of their table. */
  readonly byIds?: Batch<Row>;
}

/** How a resolver asks for one page of one parent's children. */
export type RelationPage<Row> = (
  ctx: Context,
  parentId: string,
  request: PageRequest,
) => Promise<Page<Row>>;

/**
 * One page of children for each parent, in one statement however many parents there are: the rows ranked within their
 * parent. Where the children are read `byIds`, that is a second. Counting is another, run only when a client asks.
 */
export function relation<Row extends { id: string }>(is: Relation<Row>): RelationPage<Row> {
  const { byIds } = is;
  const ranked: BatchWith<Row[], PageRequest> = (ctx, parentIds, request) =>
    rankedChildren(ctx, is, parentIds, request);
  const counted: Batch<number> = (ctx, parentIds) => countChildren(ctx, is, parentIds);
  return async (ctx, parentId, request) => {
    const found = (await ctx.loadWith(ranked, request, parentId)) ?? [];
    const rows = byIds ? await Promise.all(found.map(({ id }) => ctx.load(byIds, id))) : found;
    return toPage(
      rows.filter((row) => row !== undefined),
      request,
      cursorBy<Row>(is.order),
      async () => (await ctx.load(counted, parentId)) ?? 0,
    );
  };
}

async function rankedChildren<Row extends { id: string }>(
  ctx: Context,
  is: Relation<Row>,
  parentIds: readonly string[],
  { first, after }: PageRequest,
): Promise<Map<string, Row[]>> {
  const order = is.order.keys
    .map(({ path, direction, nullable, computed }) => {
      const expression = computed ? computed.sql("c") : column(ctx, is.child, path, "c");
      return `${expression} ${direction}${nullable ? " nulls last" : ""}`;
    })
    .join(", ");
  const from = childrenOf(ctx, is, parentIds, afterCursor<never>(is.order, after));
  const rows = await ctx.em.execute<{ "#parent": string; id: string }[]>(
    `select * from (
       select ${from.parent} as "#parent", ${is.byIds ? "c.id" : "c.*"},
              row_number() over (partition by ${from.parent} order by ${order}) as "#place"
       ${from.sql}) as ranked
     where "#place" <= ? order by "#place"`,
    [...from.params, first + 1],
  );
  const children = is.byIds
    ? (rows as unknown as Row[])
    : toRows<Row>(ctx.em, is.child as never, rows);
  const byParent = new Map<string, Row[]>();
  for (const [at, row] of rows.entries()) {
    const siblings = byParent.get(row["#parent"]);
    if (siblings) siblings.push(children[at]!);
    else byParent.set(row["#parent"], [children[at]!]);
  }
  return byParent;
}

async function countChildren(
  ctx: Context,
  is: Pick<Relation<{ id: string }>, "child" | "link" | "parent" | "visible">,
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
  is: Pick<Relation<{ id: string }>, "child" | "link" | "parent" | "visible">,
  parentIds: readonly string[],
  also: object,
): { sql: string; params: unknown[]; parent: string } {
  const visible = rowsUnder(ctx.em, is.child, { $and: [is.visible(ctx.viewer), also] });
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
