import { GraphQLDateTime } from "graphql-scalars";
import {
  createUnionType,
  Ctx,
  Field,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
} from "type-graphql";
import type { Context } from "../kernel/context.ts";
import { issueSearchToken } from "./search-token.service.ts";

export enum SearchTokenMissing {
  NOT_CONFIGURED = "NOT_CONFIGURED",
  UNAVAILABLE = "UNAVAILABLE",
}
registerEnumType(SearchTokenMissing, {
  name: "SearchTokenMissing",
  description: "Why there is no token to search the index with.",
  valuesConfig: {
    NOT_CONFIGURED: { description: "This site lets nobody search its index directly; use search." },
    UNAVAILABLE: {
      description:
        "The search server did not take the token just now; use search, or ask again later.",
    },
  },
});

@ObjectType({
  description:
    "What a client searches the Meilisearch index with, by itself: it finds what the viewer may see at this moment, and nothing else. It is a secret of the viewer's.",
})
export class SearchToken {
  @Field(() => String, { description: "Address of the Meilisearch server." })
  url!: string;

  @Field(() => String, { description: "Name of the index, the only one that the token searches." })
  index!: string;

  @Field(() => String, { description: "What to send as the bearer of the authorization header." })
  token!: string;

  @Field(() => GraphQLDateTime, {
    description: "When it ends, 15 minutes from now at the most; ask for another before.",
  })
  expiresAt!: Date;
}

@ObjectType({ description: "There is no token to search the index with." })
export class SearchTokenAbsent {
  @Field(() => SearchTokenMissing, { description: "Why not." })
  reason!: SearchTokenMissing;
}

export const SearchTokenOutcome = createUnionType({
  name: "SearchTokenOutcome",
  description: "What came of asking for a search token.",
  types: () => [SearchToken, SearchTokenAbsent] as const,
  resolveType: (value) => ("token" in value ? "SearchToken" : "SearchTokenAbsent"),
});

@Resolver()
export class SearchTokenResolver {
  @Query(() => SearchTokenOutcome, {
    description:
      "A token for clients that search the Meilisearch index themselves, with the viewer's own view of it. RATE_LIMITED after 30 in a minute for one person.",
  })
  async searchToken(@Ctx() ctx: Context): Promise<typeof SearchTokenOutcome> {
    const issued = await issueSearchToken(ctx);
    return typeof issued === "string" ? { reason: SearchTokenMissing[issued] } : { ...issued };
  }
}
