import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { createAlias, deleteAlias, listAliases } from "./search-alias.service.ts";
import { SearchAlias, SearchAliasCreateInput } from "./search-alias.types.ts";

const errors = "For publishers and administrators: UNAUTHENTICATED or FORBIDDEN for anybody else";

@Resolver(() => SearchAlias)
export class SearchAliasResolver {
  @Query(() => [SearchAlias], {
    description: `Aliases that publishers have added, in alphabetical order. ${errors}.`,
  })
  searchAliases(@Ctx() ctx: Context): Promise<SearchAlias[]> {
    return listAliases(ctx);
  }

  @Mutation(() => SearchAlias, {
    description: `Makes words another name for what the texts say; searches use it within half a minute. The same alias again changes nothing. ${errors}; BAD_USER_INPUT for words that cannot be one; CONFLICT where the words are an alias of something else.`,
  })
  searchAliasCreate(
    @Ctx() ctx: Context,
    @Arg("input", () => SearchAliasCreateInput, { description: "The alias." })
    input: SearchAliasCreateInput,
  ): Promise<SearchAlias> {
    return createAlias(ctx, input);
  }

  @Mutation(() => SearchAlias, {
    description: `Takes an alias away. ${errors}; NOT_FOUND where the words are none.`,
  })
  searchAliasDelete(
    @Ctx() ctx: Context,
    @Arg("words", () => String, { description: "The words of the alias." }) words: string,
  ): Promise<SearchAlias> {
    return deleteAlias(ctx, words);
  }
}
