import { graphql } from "../generated/gql.ts";

/** One teacher's account. */
export const ReflectionDocument = graphql(`
  query Reflection($id: ID!) {
    reflectionIsGone(id: $id)
    node(id: $id) {
      __typename
      ... on Reflection {
        ...ReflectionCard
        ...OwnReflection
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

export const WithdrawReflectionDocument = graphql(`
  mutation WithdrawReflection($id: ID!) {
    reflectionWithdraw(id: $id) {
      id
    }
  }
`);

export const DeleteReflectionDocument = graphql(`
  mutation DeleteReflection($id: ID!) {
    reflectionDelete(id: $id) {
      id
    }
  }
`);
