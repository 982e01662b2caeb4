import { graphql } from "../generated/gql.ts";

/** A page of school research under the filters of its address, and what they can be. */
export const ProjectsDocument = graphql(`
  query Projects(
    $filter: ResearchProjectFilter!
    $after: String
    $urn: Int!
    $isOfOneSchool: Boolean!
  ) {
    researchProjects(filter: $filter, first: 24, after: $after) {
      totalCount
      nodes {
        ...ProjectCard
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    terms {
      id
      scheme
      slug
      label
    }
    school(urn: $urn) @include(if: $isOfOneSchool) {
      id
      name
    }
  }
`);
