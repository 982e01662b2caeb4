import { graphql } from "../generated/gql.ts";

graphql(`
  fragment SessionChoiceCounts on CpdSessionFacets {
    subjects {
      ...SessionTermCount
    }
    phases {
      ...SessionTermCount
    }
    topics {
      ...SessionTermCount
    }
    pdMechanisms {
      ...SessionTermCount
    }
    modes {
      mode
      count
    }
    withPlaces
  }
`);

graphql(`
  fragment SessionTermCount on CpdSessionTermCount {
    count
    term {
      id
      slug
      label
      group
    }
  }
`);

/** A page of the sessions of one view, how many there are in the other, and what each further choice would leave. */
export const SessionsDocument = graphql(`
  query Sessions(
    $filter: CpdSessionFilter!
    $sort: CpdSessionSort!
    $after: String
    $others: CpdSessionFilter!
  ) {
    sessions: cpdSessions(first: 24, filter: $filter, sort: $sort, after: $after) {
      totalCount
      nodes {
        ...SessionCard
      }
      pageInfo {
        hasNextPage
        startCursor
        endCursor
      }
    }
    others: cpdSessions(first: 1, filter: $others) {
      totalCount
    }
    facets: cpdSessionFacets(filter: $filter) {
      ...SessionChoiceCounts
    }
  }
`);

/** The sessions of a month, the nearest before and after it, and what each further choice would leave. */
export const SessionMonthDocument = graphql(`
  query SessionMonth(
    $filter: CpdSessionFilter!
    $earlier: CpdSessionFilter!
    $later: CpdSessionFilter!
  ) {
    sessions: cpdSessions(first: 100, filter: $filter, sort: EARLIEST) {
      totalCount
      nodes {
        ...SessionCard
      }
    }
    earlier: cpdSessions(first: 1, filter: $earlier, sort: LATEST) {
      nodes {
        id
        startsAt
      }
    }
    later: cpdSessions(first: 1, filter: $later, sort: EARLIEST) {
      nodes {
        id
        startsAt
      }
    }
    facets: cpdSessionFacets(filter: $filter) {
      ...SessionChoiceCounts
    }
  }
`);
