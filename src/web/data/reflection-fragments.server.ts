import { graphql } from "../generated/gql.ts";

graphql(`
  fragment OwnReflection on Reflection {
    id
    title
    visibility
    state
    moderationNote
    revision
    hasUnsharedChanges
    editedAt
    submittedAt
    publishedAt
    latest {
      title
      context
      tried
      happened
      next
    }
    school {
      id
      name
    }
    evidence {
      id
      slug
      title
    }
    cpdSession {
      id
      slug
      title
    }
    viewerCan {
      update
      share
      submit
      withdraw
      delete
    }
  }
`);

graphql(`
  fragment FoundMark on ReflectionMark {
    key
    part
    kind
    start
    end
    words
    isConfirmed
  }
`);
