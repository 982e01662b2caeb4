import { GraphQLDateTime } from "graphql-scalars";
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from "type-graphql";
import type { Context } from "../../kernel/context.ts";
import { badInput } from "../../kernel/errors.ts";
import { checkRange } from "../../kernel/input.ts";
import { depthMax } from "../search-cursor.ts";
import { searchInsight } from "./insight.ts";
import { readInsight } from "./insight.reader.ts";
import { SearchInsightReport } from "./insight.types.ts";

@Resolver()
export class SearchInsightResolver {
  @Query(() => SearchInsightReport, {
    description:
      "What was searched for on the site's pages: for publishers and administrators, UNAUTHENTICATED or FORBIDDEN for anybody else. BAD_USER_INPUT for more than 400 days.",
  })
  searchInsight(
    @Ctx() ctx: Context,
    @Arg("from", () => GraphQLDateTime, { description: "From this day on, in UTC." }) from: Date,
    @Arg("to", () => GraphQLDateTime, { description: "Up to this day, exclusive, in UTC." })
    to: Date,
  ): Promise<SearchInsightReport> {
    return readInsight(ctx, from, to);
  }

  @Mutation(() => Boolean, {
    description:
      "Tells that a hit of a remembered search was opened; anybody may. True always: a search that is not known is passed over. BAD_USER_INPUT for a place that no hit has.",
  })
  searchOpened(
    @Ctx() ctx: Context,
    @Arg("askedId", () => ID, { description: "The search, SearchConnection.askedId." })
    askedId: string,
    @Arg("position", () => Int, { description: "Place of the hit, from 1 to 1,000." })
    position: number,
  ): boolean {
    checkRange(position, "position", 1, depthMax);
    if (askedId.length > 100) throw badInput("askedId", "is no id of a search.");
    ctx.service(searchInsight).opened(askedId, position);
    return true;
  }
}
