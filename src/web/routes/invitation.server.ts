import { graphql } from "../generated/gql.ts";

/** An invitation by the secret of its link, and who looks. */
export const InvitationDocument = graphql(`
  query Invitation($token: String!) {
    viewer {
      email
      person {
        id
      }
      membership {
        id
        school {
          id
          name
        }
      }
    }
    invitation(token: $token) {
      email
      name
      role
      state
      expiresAt
      invitedByName
      isForViewer
      school {
        ...SchoolMarks
      }
    }
  }
`);

/** Accepts it. */
export const AcceptInvitationDocument = graphql(`
  mutation AcceptInvitation($token: String!) {
    invitationAccept(token: $token) {
      id
    }
  }
`);
