import { Arg, Ctx, ID, Query, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { badInput } from "../kernel/errors.ts";
import { requirePrefix } from "../kernel/ids.ts";
import { Node, nodeKind } from "../kernel/node.ts";

/** Most ids that one request of `nodes` may name. */
export const idsMax = 100;

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description: "The record with this id; null when it does not exist for the viewer.",
  })
  async node(
    @Ctx() ctx: Context,
    @Arg("id", () => ID, { description: "Any id that this API gave." }) id: string,
  ): Promise<object | null> {
    return find(ctx, id, "id");
  }

  @Query(() => [Node], {
    nullable: "items",
    description:
      "Records in the order of their ids; null in place of what does not exist for the viewer.",
  })
  async nodes(
    @Ctx() ctx: Context,
    @Arg("ids", () => [ID], { description: "At most 100 ids." }) ids: string[],
  ): Promise<(object | null)[]> {
    if (ids.length > idsMax)
      throw badInput("ids", `${ids.length} ids are too many; at most ${idsMax} at once.`);
    return Promise.all(ids.map((id, index) => find(ctx, id, `ids.${index}`)));
  }
}

async function find(ctx: Context, id: string, field: string): Promise<object | null> {
  const kind = nodeKind(requirePrefix(id, field));
  return (kind && (await ctx.load(kind.byIds, id))) ?? null;
}
