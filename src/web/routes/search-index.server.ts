import { graphql } from "../generated/gql.ts";

/** How the search index is, and what it refuses. */
export const SearchIndexDocument = graphql(`
  query SearchIndex {
    searchIndex {
      waiting
      oldestSeconds
      trusted
      verifiedAt
      differences
      failedCount
      failed {
        ...RefusedDocument
      }
    }
  }

  fragment RefusedDocument on RefusedSearchDocument {
    id
    title
    reason
    attempts
    nextAttemptAt
    record {
      id
      kind
      url
    }
  }
`);
