import { Ctx, Query, Resolver } from "type-graphql";
import type { Context } from "../../../kernel/context.ts";
import { requireRole } from "../../../kernel/viewer.ts";
import { audienceOf } from "../../audience.ts";
import { recordsOf } from "../../registry.ts";
import { SearchIndex } from "./search-index.types.ts";
import { refusedDocuments, shippingState } from "./state.ts";

const shownMax = 100;

@Resolver()
export class SearchIndexResolver {
  @Query(() => SearchIndex, {
    nullable: true,
    description:
      "How the search index follows the database, and what it refuses; null where none follows. For publishers and administrators: UNAUTHENTICATED or FORBIDDEN for anybody else.",
  })
  async searchIndex(@Ctx() ctx: Context): Promise<SearchIndex | null> {
    requireRole(ctx.viewer, "see how the search index is", "PUBLISHER", "ADMINISTRATOR");
    const { generation, failed, missing, stale, extra, ...state } = await shippingState(ctx.em);
    if (generation === null) return null;
    const refused = await refusedDocuments(ctx.em, shownMax, audienceOf(ctx.viewer));
    const records = await recordsOf(ctx, refused);
    return {
      ...state,
      differences: missing === null ? null : missing + (stale ?? 0) + (extra ?? 0),
      failedCount: failed,
      failed: refused.map((each, at) => ({ ...each, record: records[at] ?? null })),
    };
  }
}
