import { graphql } from "../generated/gql.ts";

/** One CPD session with what it builds on, what teachers wrote after it, and what comes up on the same evidence or topic. */
export const SessionDocument = graphql(`
  query Session($slug: String!, $now: DateTime!) {
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
    mechanisms: terms(scheme: PD_MECHANISM) {
      id
      slug
      label
      group
    }
    related: cpdSessions(first: 3, sort: EARLIEST, filter: { relatedTo: $slug, endsAfter: $now }) {
      nodes {
        ...SessionCard
      }
    }
  }
`);
