import { schoolFactsInWords } from "../data/school-words.ts";
import type { Suggestion } from "../data/suggestions.ts";
import { schoolStatusInWords } from "../data/wording.ts";
import { graphql } from "../generated/gql.ts";
import type { SchoolSuggestionsQuery } from "../generated/graphql.ts";

/** The schools that what was typed so far would find: as few as a list under a field can show. */
export const SchoolSuggestionsDocument = graphql(`
  query SchoolSuggestions($query: String!) {
    schools(query: $query, first: 6) {
      totalCount
      nodes {
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
    }
  }
`);

/** A school as the list shows it: two of one name are told apart by the line below. */
export function toSchoolSuggestion(
  school: SchoolSuggestionsQuery["schools"]["nodes"][number],
  forJoining: boolean,
): Suggestion {
  const { urn, name, phase, status } = school;
  return {
    title: name,
    path: forJoining ? `/schools/choose?school=${urn}` : `/schools/${urn}`,
    kind: status === "OPEN" ? (phase?.label ?? "") : schoolStatusInWords[status],
    detail: schoolFactsInWords({ ...school, phase: null }),
  };
}
