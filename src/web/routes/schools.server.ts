import { graphql } from "../generated/gql.ts";

/** A page of schools: all by name, or those that fit what was typed, best first. */
export const SchoolsDocument = graphql(`
  query Schools($query: String, $after: String) {
    schools(query: $query, first: 25, after: $after) {
      totalCount
      nodes {
        id
        urn
        name
        town
        postcode
        status
        phase {
          id
          label
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
