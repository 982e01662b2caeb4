import { graphql } from "../generated/gql.ts";

/** One teacher's account. */
export const ReflectionDocument = graphql(`
  query Reflection($id: ID!) {
    node(id: $id) {
      __typename
      ... on Reflection {
        ...ReflectionCard
        context
        happened
        next
        evidence {
          ...SummaryCard
          state
          terms {
            id
            scheme
            slug
            label
          }
        }
        cpdSession {
          ...SessionCard
          terms {
            id
            scheme
            slug
            label
          }
        }
      }
    }
  }
`);
