import { graphql } from "../generated/gql.ts";

/** A page of the self-study items, module by module, and what they can be narrowed to. */
export const SelfStudyDocument = graphql(`
  query SelfStudy($after: String, $filter: SelfStudyItemFilter) {
    selfStudyItems(first: 50, after: $after, filter: $filter) {
      totalCount
      nodes {
        ...SelfStudyCard
        moduleSlug
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    phases: terms(scheme: PHASE) {
      id
      slug
      label
    }
    subjects: terms(scheme: SUBJECT) {
      id
      slug
      label
    }
  }
`);
