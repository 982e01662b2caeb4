import { graphql } from "../generated/gql.ts";

/** Who writes, and what about. */
export const NewReflectionDocument = graphql(`
  query NewReflection(
    $evidence: String!
    $isAboutEvidence: Boolean!
    $session: String!
    $isAboutSession: Boolean!
    $words: String!
    $isSearching: Boolean!
  ) {
    viewer {
      person {
        id
      }
    }
    evidenceSummary(slug: $evidence) @include(if: $isAboutEvidence) {
      id
      slug
      title
      state
    }
    cpdSession(slug: $session) @include(if: $isAboutSession) {
      id
      slug
      title
    }
    search(query: $words, filter: { kinds: [EVIDENCE_SUMMARY, CPD_SESSION] }, first: 15)
      @include(if: $isSearching) {
      totalCount
      nodes {
        __typename
        id
        title
        ... on EvidenceSummary {
          slug
        }
        ... on CpdSession {
          slug
          startsAt
        }
      }
    }
  }
`);

/** A reflection as its author edits it. */
export const EditReflectionDocument = graphql(`
  query EditReflection($id: ID!) {
    viewer {
      person {
        id
      }
    }
    node(id: $id) {
      __typename
      ... on Reflection {
        ...OwnReflection
      }
    }
  }
`);

export const CreateReflectionDocument = graphql(`
  mutation CreateReflection($input: ReflectionCreateInput!) {
    reflectionCreate(input: $input) {
      id
      revision
    }
  }
`);

export const UpdateReflectionDocument = graphql(`
  mutation UpdateReflection($input: ReflectionUpdateInput!) {
    reflectionUpdate(input: $input) {
      __typename
      ... on Reflection {
        id
        revision
      }
      ... on ReflectionNewerVersion {
        newerRevision
        theirs {
          title
          context
          tried
          happened
          next
        }
      }
    }
  }
`);

/** A reflection before it is shared: its text, its marks, and with whom it can be shared. */
export const ShareReflectionPageDocument = graphql(`
  query ShareReflectionPage($id: ID!) {
    viewer {
      person {
        id
        school {
          id
          name
        }
      }
    }
    node(id: $id) {
      __typename
      ... on Reflection {
        ...OwnReflection
        marks {
          ...FoundMark
        }
      }
    }
  }
`);

export const ShareReflectionDocument = graphql(`
  mutation ShareReflection($input: ReflectionShareInput!) {
    outcome: reflectionShare(input: $input) {
      __typename
      ... on Reflection {
        id
      }
      ... on ReflectionMarksToClear {
        marks {
          key
        }
      }
      ... on ReflectionIncomplete {
        missing
      }
    }
  }
`);

export const SubmitReflectionDocument = graphql(`
  mutation SubmitReflection($input: ReflectionShareInput!) {
    outcome: reflectionSubmit(input: $input) {
      __typename
      ... on Reflection {
        id
      }
      ... on ReflectionMarksToClear {
        marks {
          key
        }
      }
      ... on ReflectionIncomplete {
        missing
      }
    }
  }
`);
