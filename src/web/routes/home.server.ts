import { graphql } from "../generated/gql.ts";

/** All that the first page shows. */
export const HomeDocument = graphql(`
  query Home($now: DateTime!) {
    terms(scheme: TOPIC) {
      id
      slug
      label
    }
    strands: evidenceSummaries(filter: { evidenceStrengthMin: 3 }, sort: IMPACT, first: 4) {
      nodes {
        ...SummaryCard
      }
    }
    cpdSessions(filter: { startsAfter: $now }, first: 3) {
      nodes {
        ...SessionCard
      }
    }
    researchProjects(first: 3) {
      nodes {
        ...ProjectCard
      }
    }
  }
`);
