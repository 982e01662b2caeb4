import { graphql } from "../generated/gql.ts";

/** A person as an administrator sees them. */
export const PersonDocument = graphql(`
  query AdministeredPerson($id: ID!) {
    viewer {
      permissions
      person {
        id
      }
    }
    node(id: $id) {
      __typename
      ... on Person {
        id
        name
        email
        careerStage
        roles
        school {
          ...SchoolMarks
        }
        memberships {
          id
          state
          basis
          requestedAt
          decidedAt
          endedAt
          school {
            id
            urn
            name
          }
          viewerCan {
            decide
            end
          }
        }
        roleGrants {
          id
          role
          grantedAt
          revokedAt
          school {
            id
            name
          }
          grantedBy {
            id
            name
          }
        }
        viewerCan {
          endMembership
          grantRoles
          revokeRoles
        }
      }
    }
  }
`);
