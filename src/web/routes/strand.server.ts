import { graphql } from "../generated/gql.ts";

/** One strand with all that hangs on it. */
export const StrandDocument = graphql(`
  query Strand($slug: String!, $findingsAfter: String) {
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
          comparison
          sampleDescription
          sampleSize
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
      cpdSessions(first: 6) {
        nodes {
          ...SessionCard
        }
      }
      selfStudyItems(first: 6) {
        nodes {
          ...SelfStudyCard
        }
      }
      researchProjects(first: 6) {
        nodes {
          ...ProjectCard
        }
      }
      reflections(first: 6) {
        nodes {
          ...ReflectionCard
        }
      }
    }
  }
`);
