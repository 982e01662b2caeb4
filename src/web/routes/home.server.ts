import { graphql } from "../generated/gql.ts";

/** All that the first page shows. */
export const HomeDocument = graphql(`
  query Home($now: DateTime!, $lately: DateTime!) {
    terms {
      id
      scheme
      slug
      label
    }
    browse: search(first: 1, facets: [TOPIC, PHASE, PUPIL_GROUP]) {
      facets {
        field
        values {
          value
          count
        }
      }
    }
    strands: evidenceSummaries(filter: { evidenceStrengthMin: 3 }, sort: IMPACT, first: 4) {
      nodes {
        ...SummaryCard
      }
    }
    latest: evidenceSummaries(sort: UPDATED, first: 7) {
      totalCount
      nodes {
        id
        title
        url
        publishedAt
        updatedAt
      }
    }
    lately: evidenceSummaries(filter: { updatedAfter: $lately }, first: 1) {
      totalCount
    }
    cpdSessions(filter: { startsAfter: $now }, first: 4) {
      nodes {
        ...SessionCard
      }
    }
    researchProjects(first: 5) {
      nodes {
        ...ProjectCard
      }
    }
    reflections(first: 5) {
      nodes {
        ...ReflectionCard
      }
    }
  }
`);
