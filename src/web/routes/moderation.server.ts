import { graphql } from "../generated/gql.ts";

/** The reflection that has waited longest, or the next after one that was passed over. */
export const ModerationDocument = graphql(`
  query Moderation($after: String) {
    viewer {
      person {
        id
      }
    }
    moderationQueue(first: 1, after: $after) {
      totalCount
      nodes {
        ...OwnReflection
        author {
          id
          name
        }
        marks {
          ...FoundMark
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const AcceptReflectionDocument = graphql(`
  mutation AcceptReflection($input: ReflectionAcceptInput!) {
    outcome: reflectionAccept(input: $input) {
      __typename
    }
  }
`);

export const ReturnReflectionDocument = graphql(`
  mutation ReturnReflection($input: ReflectionReturnInput!) {
    outcome: reflectionReturn(input: $input) {
      __typename
    }
  }
`);
