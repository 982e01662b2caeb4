import { graphql } from "../generated/gql.ts";

// What the sitemap asks: addresses and days of change, a hundred at a time.

/** Published summaries. */
export const SitemapSummariesDocument = graphql(`
  query SitemapSummaries($after: String) {
    list: evidenceSummaries(first: 100, sort: NEWEST, after: $after) {
      nodes {
        url
        updatedAt
        terms {
          scheme
          slug
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Sessions, coming and past. */
export const SitemapSessionsDocument = graphql(`
  query SitemapSessions($after: String) {
    list: cpdSessions(first: 100, after: $after) {
      nodes {
        url
        updatedAt
        terms {
          scheme
          slug
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Self-study. */
export const SitemapSelfStudyDocument = graphql(`
  query SitemapSelfStudy($after: String) {
    list: selfStudyItems(first: 100, after: $after) {
      nodes {
        url
        updatedAt
        terms {
          scheme
          slug
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Schools’ inquiries, with the schools that have work to show. */
export const SitemapProjectsDocument = graphql(`
  query SitemapProjects($after: String) {
    list: researchProjects(first: 100, after: $after) {
      nodes {
        url
        updatedAt
        terms {
          scheme
          slug
        }
        school {
          urn
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Public reflections, with the schools that they come from. */
export const SitemapReflectionsDocument = graphql(`
  query SitemapReflections($after: String) {
    list: reflections(first: 100, after: $after) {
      nodes {
        url
        updatedAt
        school {
          urn
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
