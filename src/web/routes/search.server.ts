import { graphql } from "../generated/gql.ts";

/** One page of results with every facet. */
export const SearchDocument = graphql(`
  query Search(
    $query: String!
    $filter: SearchFilter
    $facets: [SearchFacetField!]!
    $sort: SearchSort!
    $first: Int!
    $after: String
  ) {
    search(
      query: $query
      filter: $filter
      facets: $facets
      sort: $sort
      first: $first
      after: $after
    ) {
      totalCount
      totalIsExact
      correctedQuery
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
  }
`);

/** Where to go on from when nothing was found. */
export const TopicsDocument = graphql(`
  query Topics {
    terms(scheme: TOPIC) {
      id
      slug
      label
    }
  }
`);
