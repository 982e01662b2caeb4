import { graphql } from "../generated/gql.ts";

/** A page of the audit trail under the filters of its address, and the acts there are. */
export const AuditDocument = graphql(`
  query Audit($filter: AuditEventFilter!, $after: String) {
    auditActs
    auditEvents(filter: $filter, first: 50, after: $after) {
      totalCount
      nodes {
        id
        at
        act
        subject
        actor {
          id
          name
          email
          personId
        }
        subjectPerson {
          id
          name
        }
        detail {
          name
          value
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
