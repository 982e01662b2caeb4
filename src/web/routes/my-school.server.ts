import { graphql } from "../generated/gql.ts";

/** One's school: where one stands, who else belongs to it, and what its lead has to decide. */
export const MySchoolDocument = graphql(`
  query MySchool($members: String, $requests: String) {
    viewer {
      permissions
      person {
        id
        roles
      }
      membership {
        id
        basis
        requestedAt
        decidedAt
        school {
          ...SchoolMarks
          domains {
            id
            domain
            addedAt
          }
          members(first: 50, after: $members) {
            totalCount
            nodes {
              ...SchoolMember
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
          membershipRequests(first: 50, after: $requests) {
            totalCount
            nodes {
              id
              requestedAt
              viewerCan {
                decide
              }
              person {
                id
                name
                school {
                  id
                  name
                }
              }
            }
            pageInfo {
              hasNextPage
              endCursor
            }
          }
        }
      }
      membershipRequest {
        id
        requestedAt
        school {
          ...SchoolMarks
        }
      }
      memberships {
        id
        state
        school {
          ...SchoolMarks
        }
      }
    }
  }
`);

graphql(`
  fragment SchoolMember on Person {
    id
    name
    roles
    memberships {
      id
      state
      requestedAt
      decidedAt
    }
    viewerCan {
      endMembership
      grantRoles
      revokeRoles
    }
  }
`);

/** Approves a request to join. */
export const ApproveDocument = graphql(`
  mutation ApproveRequest($id: ID!) {
    membershipApprove(id: $id) {
      id
    }
  }
`);

/** Declines a request to join. */
export const DeclineDocument = graphql(`
  mutation DeclineRequest($id: ID!) {
    membershipDecline(id: $id) {
      id
    }
  }
`);

/** Takes one's own request back. */
export const CancelDocument = graphql(`
  mutation CancelRequest($id: ID!) {
    membershipCancel(id: $id) {
      id
    }
  }
`);

/** Leaves one's school. */
export const LeaveDocument = graphql(`
  mutation LeaveSchool($id: ID!) {
    membershipLeave(id: $id) {
      id
    }
  }
`);

/** Ends somebody's membership. */
export const EndMembershipDocument = graphql(`
  mutation EndMembership($id: ID!) {
    membershipEnd(id: $id) {
      id
    }
  }
`);

/** Gives somebody a role. */
export const GrantRoleDocument = graphql(`
  mutation GrantRole($personId: ID!, $role: Role!) {
    roleGrant(personId: $personId, role: $role) {
      id
    }
  }
`);

/** Takes a role from somebody. */
export const RevokeRoleDocument = graphql(`
  mutation RevokeRole($personId: ID!, $role: Role!) {
    roleRevoke(personId: $personId, role: $role) {
      id
    }
  }
`);

/** Lists a domain of the school. */
export const AddDomainDocument = graphql(`
  mutation AddDomain($schoolId: ID!, $domain: String!) {
    schoolDomainAdd(schoolId: $schoolId, domain: $domain) {
      id
    }
  }
`);

/** Takes a domain off the list. */
export const RemoveDomainDocument = graphql(`
  mutation RemoveDomain($id: ID!) {
    schoolDomainRemove(id: $id) {
      id
    }
  }
`);
