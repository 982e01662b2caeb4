import { graphql } from "../generated/gql.ts";

/** One self-study item with its text, its source and the evidence it points to. */
export const SelfStudyItemDocument = graphql(`
  query SelfStudyItem($slug: String!) {
    selfStudyItem(slug: $slug) {
      ...SelfStudyCard
      slug
      moduleSlug
      year
      schoolTerm
      week
      sections {
        heading
        html
      }
      provider {
        website
      }
      source {
        name
        url
        licence
        attribution
        note
      }
      terms {
        id
        scheme
        slug
        label
      }
      evidence(first: 10) {
        nodes {
          ...SummaryCard
        }
      }
    }
  }
`);
