import { graphql } from "../generated/gql.ts";

graphql(`
  fragment CalendarSession on CpdSession {
    id
    title
    url
    startsAt
    endsAt
    mode
    venue
    audience
    publishedAt
    updatedAt
    provider {
      name
    }
    sections {
      html
    }
  }
`);
