import { graphql } from "../generated/gql.ts";

/** A page of the self-study items, module by module. */
export const SelfStudyDocument = graphql(`
  query SelfStudy($after: String, $filter: SelfStudyItemFilter) {
    selfStudyItems(first: 24, after: $after, filter: $filter) {
      nodes {
        ...SelfStudyCard
        moduleSlug
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
