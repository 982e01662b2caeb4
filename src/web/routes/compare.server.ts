import { graphql } from "../generated/gql.ts";

/** The strands that are compared, and those that can be added. */
export const CompareDocument = graphql(`
  query Compare($slugs: [String!]!) {
    evidenceSummaries(filter: { slugs: $slugs }, first: 4) {
      nodes {
        ...SummaryCard
        slug
        notices
        updatedAt
        source {
          name
          url
          retrievedOn
        }
        terms {
          id
          scheme
          slug
          label
        }
        sections {
          heading
          html
        }
        cpdSessions(first: 10) {
          nodes {
            id
            title
            url
            startsAt
            endsAt
            audience
            capacity
            placesLeft
          }
        }
        researchProjects(first: 1) {
          totalCount
        }
        reflections(first: 1) {
          totalCount
        }
      }
    }
    offered: evidenceSummaries(
      filter: { impactMonthsStatuses: [RATED, INSUFFICIENT_EVIDENCE] }
      sort: TITLE
      first: 100
    ) {
      nodes {
        id
        slug
        title
      }
    }
  }
`);

/** What one can start from when nothing is chosen, or only one: that which rests on most. */
export const CompareStartDocument = graphql(`
  query CompareStart {
    evidenceSummaries(
      filter: { impactMonthsStatuses: [RATED] }
      sort: EVIDENCE_STRENGTH
      first: 6
    ) {
      nodes {
        id
        slug
        title
      }
    }
    offered: evidenceSummaries(
      filter: { impactMonthsStatuses: [RATED, INSUFFICIENT_EVIDENCE] }
      sort: TITLE
      first: 100
    ) {
      nodes {
        id
        slug
        title
      }
    }
  }
`);
