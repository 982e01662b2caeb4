import { graphql } from "../generated/gql.ts";

/** The summaries that changed last. */
export const FeedDocument = graphql(`
  query Feed {
    evidenceSummaries(first: 50, sort: UPDATED) {
      nodes {
        ...SummaryCard
        publishedAt
        updatedAt
      }
    }
  }
`);
