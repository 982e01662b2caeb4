import { graphql } from "../generated/gql.ts";

/** Who is choosing. */
export const ChooserDocument = graphql(`
  query Chooser {
    viewer {
      person {
        id
      }
    }
  }
`);
