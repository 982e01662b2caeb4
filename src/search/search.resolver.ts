import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { SearchArgs } from "./search.inputs.ts";
import { search } from "./search.service.ts";
import { LooserSearch, SearchConnection, SearchEdge, SearchSnippet } from "./search.types.ts";

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

@Resolver(() => SearchEdge)
export class SearchEdgeResolver {
  @FieldResolver(() => [SearchSnippet], {
    description: "At most three pieces of its text with what was searched for, best first.",
  })
  snippets(@Root() edge: SearchEdge): Promise<SearchSnippet[]> {
    return edge.snippetsOf();
  }
}

@Resolver(() => SearchConnection)
export class SearchConnectionResolver {
  @FieldResolver(() => [LooserSearch], {
    description:
      "Where nothing was found: the same search without one field's choices, most hits first, then without any, then by single words of the query. Empty when something was found.",
  })
  looser(@Root() connection: SearchConnection): Promise<LooserSearch[]> {
    return connection.looserOf();
  }
}
