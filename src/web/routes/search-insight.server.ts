import { graphql } from "../generated/gql.ts";

/** A week of searches, and the aliases there are. */
export const SearchInsightDocument = graphql(`
  query SearchInsight($from: DateTime!, $to: DateTime!) {
    searchInsight(from: $from, to: $to) {
      searches
      withoutHits
      withoutOpened
      findNothing {
        ...AskedWords
      }
      openNothing {
        ...AskedWords
      }
      popular {
        ...AskedWords
      }
    }
    searchAliases {
      words
      means
    }
  }

  fragment AskedWords on AskedWords {
    words
    times
    hits
    opened
    medianPosition
    alike
  }
`);

export const CreateAliasDocument = graphql(`
  mutation CreateSearchAlias($input: SearchAliasCreateInput!) {
    searchAliasCreate(input: $input) {
      words
      means
    }
  }
`);

export const DeleteAliasDocument = graphql(`
  mutation DeleteSearchAlias($words: String!) {
    searchAliasDelete(words: $words) {
      words
    }
  }
`);
