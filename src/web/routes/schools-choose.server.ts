import { graphql } from "../generated/gql.ts";

/** Who is choosing, and where they stand. */
export const ChooserDocument = graphql(`
  query Chooser($urn: Int!, $chosen: Boolean!) {
    viewer {
      person {
        id
      }
      membership {
        id
        school {
          ...SchoolMarks
        }
      }
      membershipRequest {
        id
        school {
          ...SchoolMarks
        }
      }
    }
    school(urn: $urn) @include(if: $chosen) {
      ...SchoolMarks
    }
  }
`);

/** Asks to join a school. */
export const JoinDocument = graphql(`
  mutation Join($schoolId: ID!) {
    membershipRequest(schoolId: $schoolId) {
      __typename
      ... on MembershipRequested {
        membership {
          id
          state
        }
      }
      ... on MembershipRequestWaiting {
        membership {
          id
          school {
            id
            name
          }
        }
      }
    }
  }
`);
