import { graphql } from "../generated/gql.ts";

/** One CPD session with what it builds on and what teachers wrote after it. */
export const SessionDocument = graphql(`
  query Session($slug: String!) {
    cpdSession(slug: $slug) {
      ...SessionCard
      slug
      audience
      sections {
        heading
        html
      }
      provider {
        name
        website
      }
      terms {
        id
        scheme
        slug
        label
        group
      }
      evidence(first: 10) {
        nodes {
          ...SummaryCard
        }
      }
      reflections(first: 10) {
        nodes {
          ...ReflectionCard
        }
      }
    }
  }
`);
