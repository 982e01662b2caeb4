import { graphql } from "../generated/gql.ts";

/** A page of the table, what the whole table has, and how much there is besides. */
export const ToolkitDocument = graphql(`
  query Toolkit(
    $filter: EvidenceSummaryFilter!
    $sort: EvidenceSummarySort!
    $first: Int!
    $after: String
  ) {
    evidenceSummaries(filter: $filter, sort: $sort, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...SummaryCard
        slug
        costEffectivenessGroup
        terms(scheme: PHASE) {
          id
          slug
          label
        }
      }
    }
    rated: evidenceSummaries(
      filter: { impactMonthsStatuses: [RATED, INSUFFICIENT_EVIDENCE] }
      first: 100
    ) {
      totalCount
      nodes {
        id
        terms(scheme: PHASE) {
          id
          slug
        }
      }
    }
    notRated: evidenceSummaries(filter: { impactMonthsStatuses: [NOT_RATED_IN_MONTHS] }, first: 1) {
      totalCount
    }
    phases: terms(scheme: PHASE) {
      id
      slug
      label
    }
  }
`);
