import { graphql } from "../generated/gql.ts";

/** Everybody, by name, for administrators. */
export const PeopleDocument = graphql(`
  query People($filter: PersonFilter!, $after: String, $urn: Int!, $ofSchool: Boolean!) {
    viewer {
      person {
        id
      }
    }
    people(filter: $filter, first: 50, after: $after) {
      totalCount
      nodes {
        id
        name
        email
        roles
        school {
          id
          urn
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
    school(urn: $urn) @include(if: $ofSchool) {
      id
      name
    }
  }
`);
