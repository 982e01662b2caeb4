import { graphql } from "../generated/gql.ts";

/** One session as calendars know it. */
export const SessionCalendarDocument = graphql(`
  query SessionCalendar($slug: String!) {
    cpdSession(slug: $slug) {
      ...CalendarSession
    }
  }
`);
