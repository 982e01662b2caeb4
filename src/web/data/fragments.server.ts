import { graphql } from "../generated/gql.ts";

// What one card shows of each kind of record; pages put these fragments together.

graphql(`
  fragment Figures on EvidenceSummary {
    impactMonths
    impactMonthsStatus
    costBand
    evidenceStrength
  }
`);

graphql(`
  fragment SummaryCard on EvidenceSummary {
    id
    title
    url
    headline
    ...Figures
  }
`);

graphql(`
  fragment SessionCard on CpdSession {
    id
    title
    url
    startsAt
    endsAt
    audience
    mode
    venue
    capacity
    placesLeft
    provider {
      id
      name
    }
  }
`);

graphql(`
  fragment SelfStudyCard on SelfStudyItem {
    id
    title
    url
    headline
    programme
    module
    writtenFor
    durationMinutes
    provider {
      id
      name
    }
  }
`);

graphql(`
  fragment ProjectCard on ResearchProject {
    id
    title
    url
    question
    status
    publishedAt
    school {
      id
      urn
      name
    }
  }
`);

graphql(`
  fragment ReflectionCard on Reflection {
    id
    title
    url
    tried
    createdAt
    publishedAt
    author {
      id
      name
    }
    school {
      id
      urn
      name
    }
  }
`);

/** What tells one school from another of the same name. */
graphql(`
  fragment SchoolMarks on School {
    id
    urn
    name
    town
    postcode
    status
    phase {
      id
      label
    }
  }
`);
