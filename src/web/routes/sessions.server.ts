import { graphql } from "../generated/gql.ts";

/** A page of the sessions: what is coming up, soonest first, then what is over. */
export const SessionsDocument = graphql(`
  query Sessions($after: String) {
    cpdSessions(first: 24, after: $after) {
      nodes {
        ...SessionCard
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
