import { graphql } from "../generated/gql.ts";

/** What is coming up as calendars know it. */
export const SessionsCalendarDocument = graphql(`
  query SessionsCalendar($filter: CpdSessionFilter!) {
    cpdSessions(first: 100, filter: $filter, sort: EARLIEST) {
      nodes {
        ...CalendarSession
      }
    }
  }
`);
