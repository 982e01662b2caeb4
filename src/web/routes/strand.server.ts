import { graphql } from "../generated/gql.ts";

/** One strand with all that hangs on it. */
export const StrandDocument = graphql(`
  query Strand(
    $slug: String!
    $findingsAfter: String
    $sessions: Int!
    $selfStudy: Int!
    $projects: Int!
    $reflections: Int!
  ) {
    evidenceSummary(slug: $slug) {
      ...SummaryCard
      slug
      state
      withdrawal {
        reason
        withdrawnAt
      }
      notices
      publishedAt
      updatedAt
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
      source {
        name
        url
        licence
        retrievedOn
        note
      }
      references {
        key
        short
        text
        url
      }
      guidanceReports {
        id
        title
        publisher
        year
        url
      }
      findings(first: 20, after: $findingsAfter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          outcome
          outcomeDomain
          period
          comparison
          sampleDescription
          sampleSize
          interventionSampleSize
          comparisonSampleSize
          interventionClusters
          comparisonClusters
          isSubgroup
          effectSize
          effectSizeBasis
          effectSizeAsPublished
          improvementIndex
          designRating
          study {
            id
            title
            year
            design
            url
          }
        }
      }
      related(first: 6) {
        nodes {
          ...SummaryCard
        }
      }
      cpdSessions(first: $sessions) {
        totalCount
        nodes {
          ...SessionCard
        }
      }
      selfStudyItems(first: $selfStudy) {
        totalCount
        nodes {
          ...SelfStudyCard
        }
      }
      researchProjects(first: $projects) {
        totalCount
        nodes {
          ...ProjectCard
        }
      }
      reflections(first: $reflections) {
        totalCount
        nodes {
          ...ReflectionCard
        }
      }
    }
  }
`);

/** What a citation of a strand needs to know. */
export const CitedStrandDocument = graphql(`
  query CitedStrand($slug: String!) {
    evidenceSummary(slug: $slug) {
      slug
      title
      url
      state
      updatedAt
      source {
        name
        url
        retrievedOn
      }
    }
  }
`);
