import { graphql } from "../generated/gql.ts";

/** One's own reflections in one state or all, and how many there are in each. */
export const MyReflectionsDocument = graphql(`
  query MyReflections($state: ReflectionState, $after: String) {
    viewer {
      person {
        id
      }
      reflections(first: 20, after: $after, state: $state) {
        nodes {
          ...OwnReflection
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      all: reflections(first: 1) {
        totalCount
      }
      PRIVATE: reflections(first: 1, state: PRIVATE) {
        totalCount
      }
      SHARED: reflections(first: 1, state: SHARED) {
        totalCount
      }
      SUBMITTED: reflections(first: 1, state: SUBMITTED) {
        totalCount
      }
      RETURNED: reflections(first: 1, state: RETURNED) {
        totalCount
      }
      PUBLIC: reflections(first: 1, state: PUBLIC) {
        totalCount
      }
    }
  }
`);
