import { graphql } from "../generated/gql.ts";

/** One page of results with every facet, and where to go on from when there are none. */
export const SearchDocument = graphql(`
  query Search(
    $query: String!
    $filter: SearchFilter
    $facets: [SearchFacetField!]!
    $sort: SearchSort!
    $spelling: SearchSpelling!
    $first: Int!
    $after: String
    $remember: Boolean!
  ) {
    search(
      query: $query
      filter: $filter
      facets: $facets
      sort: $sort
      spelling: $spelling
      first: $first
      after: $after
      remember: $remember
    ) {
      askedId
      totalCount
      totalIsExact
      degraded
      correctedQuery
      suggestedQuery
      looser {
        query
        without
        totalCount
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
        field
        values {
          value
          label
          count
          selected
        }
      }
      edges {
        cursor
        snippets {
          field
          html
        }
        node {
          __typename
          id
          ... on EvidenceSummary {
            ...SummaryCard
          }
          ... on CpdSession {
            ...SessionCard
          }
          ... on SelfStudyItem {
            ...SelfStudyCard
          }
          ... on ResearchProject {
            ...ProjectCard
          }
          ... on Reflection {
            ...ReflectionCard
          }
        }
      }
    }
    terms(scheme: TOPIC) {
      id
      slug
      label
    }
  }
`);
