import { graphql } from "../generated/gql.ts";

export const SearchOpenedDocument = graphql(`
  mutation SearchOpened($askedId: ID!, $position: Int!) {
    searchOpened(askedId: $askedId, position: $position)
  }
`);
