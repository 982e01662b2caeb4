import { graphql } from "../generated/gql.ts";

/** One school research project. */
export const ProjectDocument = graphql(`
  query Project($slug: String!) {
    researchProject(slug: $slug) {
      ...ProjectCard
      slug
      updatedAt
      withdrawal {
        reason
        withdrawnAt
      }
      lead {
        id
        name
      }
      school {
        id
        name
        town
        phase {
          id
          label
        }
      }
      sections {
        heading
        html
      }
      terms {
        id
        scheme
        slug
        label
      }
      evidence(first: 10) {
        nodes {
          ...SummaryCard
        }
      }
    }
  }
`);
