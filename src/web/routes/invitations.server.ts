import { graphql } from "../generated/gql.ts";

/** Invitations, the latest first, and who looks. */
export const InvitationsDocument = graphql(`
  query Invitations($filter: InvitationFilter!, $after: String) {
    viewer {
      permissions
      membership {
        id
        school {
          id
          name
          viewerCan {
            inviteRoles
          }
        }
      }
    }
    invitations(filter: $filter, first: 50, after: $after) {
      totalCount
      nodes {
        id
        email
        name
        role
        state
        createdAt
        expiresAt
        closedAt
        batchId
        school {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The id of a school by its URN, as the form has it. */
export const SchoolByUrnDocument = graphql(`
  query SchoolByUrn($urn: Int!) {
    school(urn: $urn) {
      id
    }
  }
`);

/** Invites one person. */
export const InviteDocument = graphql(`
  mutation Invite($input: InvitationCreateInput!) {
    invitationCreate(input: $input) {
      __typename
      ... on PersonHasAccount {
        person {
          id
          name
        }
      }
    }
  }
`);

/** Invites the people of a list, or says what that would do. */
export const InviteListDocument = graphql(`
  mutation InviteList($csv: String!, $dryRun: Boolean!) {
    invitationsImport(csv: $csv, dryRun: $dryRun) {
      batchId
      invited {
        line
        email
        name
        role
        school {
          id
          name
        }
      }
      faults {
        line
        column
        message
      }
    }
  }
`);

/** Takes an invitation back. */
export const RevokeInvitationDocument = graphql(`
  mutation RevokeInvitation($id: ID!) {
    invitationRevoke(id: $id) {
      id
    }
  }
`);

/** Takes back what waits of a list. */
export const UndoBatchDocument = graphql(`
  mutation UndoBatch($batchId: ID!) {
    invitationBatchUndo(batchId: $batchId) {
      revoked
      accepted
    }
  }
`);
