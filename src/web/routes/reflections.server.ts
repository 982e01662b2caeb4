import { graphql } from "../generated/gql.ts";

/** A page of reflections under the filters of its address, what they can be, and the names of those chosen. */
export const ReflectionsDocument = graphql(`
  query Reflections(
    $filter: ReflectionFilter!
    $after: String
    $urn: Int!
    $isOfOneSchool: Boolean!
    $strand: String!
    $isAboutOneStrand: Boolean!
    $session: String!
    $isAboutOneSession: Boolean!
  ) {
    reflections(filter: $filter, first: 24, after: $after) {
      totalCount
      nodes {
        ...ReflectionCard
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    terms {
      id
      scheme
      slug
      label
    }
    # Those with padlocks: a list that one can still read through.
    strands: evidenceSummaries(filter: { evidenceStrengthMin: 0 }, first: 100) {
      nodes {
        id
        slug
        title
      }
    }
    school(urn: $urn) @include(if: $isOfOneSchool) {
      id
      name
    }
    evidenceSummary(slug: $strand) @include(if: $isAboutOneStrand) {
      id
      title
    }
    cpdSession(slug: $session) @include(if: $isAboutOneSession) {
      id
      title
    }
  }
`);
