import { graphql } from "../generated/gql.ts";

/** One school: what the register says of it, and what it has published. */
export const SchoolDocument = graphql(`
  query School($urn: Int!) {
    school(urn: $urn) {
      id
      urn
      name
      town
      postcode
      localAuthority
      establishmentType
      phase {
        id
        scheme
        slug
        label
      }
      pupils
      pupilsYear
      pupilsSource
      pupilPremiumPercent
      status
      closedOn
      asOf
      attribution
      researchProjects(first: 6) {
        totalCount
        nodes {
          ...ProjectCard
        }
      }
      reflections(first: 6) {
        totalCount
        nodes {
          ...ReflectionCard
        }
      }
    }
  }
`);
