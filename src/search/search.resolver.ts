import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { SearchArgs } from "./search.inputs.ts";
import { search } from "./search.service.ts";
import { SearchConnection } from "./search.types.ts";

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      "Evidence summaries, reflections, school research and CPD sessions that the viewer may see, in one ranked list.",
  })
  search(@Args(() => SearchArgs) args: SearchArgs, @Ctx() ctx: Context): Promise<SearchConnection> {
    return search(ctx, args);
  }
}
