import { formatLongDay } from "../data/dates.ts";
import { pathOf } from "../data/paths.ts";
import type { Suggestion } from "../data/suggestions.ts";
import { costInWords, kinds, monthsInWords, strengthInWords } from "../data/wording.ts";
import { graphql } from "../generated/gql.ts";
import type { FiguresFragment, SuggestionsQuery } from "../generated/graphql.ts";

/** The first hits and nothing else: it is asked with nearly every key that is pressed. */
export const SuggestionsDocument = graphql(`
  query Suggestions($query: String!) {
    search(query: $query, first: 6) {
      totalCount
      nodes {
        __typename
        id
        kind
        title
        url
        ... on EvidenceSummary {
          ...Figures
        }
        ... on CpdSession {
          startsAt
          endsAt
        }
      }
    }
  }
`);

type Hit = SuggestionsQuery["search"]["nodes"][number];

/** The three figures in one line; where a source gives none of them, that one sentence. */
function figuresInWords(of: FiguresFragment): string {
  const months = monthsInWords(of.impactMonths, of.impactMonthsStatus).short;
  if (
    of.impactMonthsStatus === "NOT_RATED_IN_MONTHS" &&
    typeof of.costBand !== "number" &&
    typeof of.evidenceStrength !== "number"
  )
    return months;
  const others = [costInWords(of.costBand).short, strengthInWords(of.evidenceStrength).short];
  return [months, ...others.map((words) => words.toLowerCase())].join(", ");
}

function detailOf(hit: Hit, now: string): string | undefined {
  if (hit.__typename === "EvidenceSummary") return figuresInWords(hit);
  if (hit.__typename !== "CpdSession") return undefined;
  const past = Date.parse(hit.endsAt) < Date.parse(now);
  return `${formatLongDay(hit.startsAt)}${past ? " (has taken place)" : ""}`;
}

/** A hit as the list under the box shows it. */
export function toSuggestion(hit: Hit, now: string): Suggestion {
  const detail = detailOf(hit, now);
  return {
    title: hit.title,
    path: pathOf(hit.url),
    kind: kinds.find(({ kind }) => kind === hit.kind)?.one ?? "",
    ...(detail !== undefined && { detail }),
  };
}
