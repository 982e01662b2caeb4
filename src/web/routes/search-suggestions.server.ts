import { formatLongDay } from "../data/dates.ts";
import { pathOf } from "../data/paths.ts";
import type { Suggestion } from "../data/suggestions.ts";
import { costInWords, kinds, monthsInWords, strengthInWords } from "../data/wording.ts";
import { graphql } from "../generated/gql.ts";
import type { FiguresFragment, SuggestionsQuery } from "../generated/graphql.ts";

/** How many the list shows. */
const most = 6;

/** The first hits and nothing else, a few more than are shown, so that there is a choice: it is asked with nearly every key that is pressed. */
export const SuggestionsDocument = graphql(`
  query Suggestions($query: String!) {
    search(query: $query, first: 12) {
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
  const inFull = monthsInWords(of.impactMonths, of.impactMonthsStatus).short;
  // One small line of a phone holds all three figures.
  const months = inFull.replace(/^(\d+ months?) more progress$/, "+$1");
  if (
    of.impactMonthsStatus === "NOT_RATED_IN_MONTHS" &&
    typeof of.costBand !== "number" &&
    typeof of.evidenceStrength !== "number"
  )
    return months;
  const others = [costInWords(of.costBand).short, strengthInWords(of.evidenceStrength).short];
  return [months, ...others.map((words) => words.toLowerCase())].join(", ");
}

const isOver = (hit: Hit, now: string): boolean =>
  hit.__typename === "CpdSession" && Date.parse(hit.endsAt) < Date.parse(now);

function detailOf(hit: Hit, now: string): string | undefined {
  if (hit.__typename === "EvidenceSummary") return figuresInWords(hit);
  if (hit.__typename !== "CpdSession") return undefined;
  return `${formatLongDay(hit.startsAt)}${isOver(hit, now) ? " (has taken place)" : ""}`;
}

/** The best hits in their order, but sessions that have taken place after all that one can still use. */
export function toSuggestions(hits: readonly Hit[], now: string): readonly Suggestion[] {
  return [...hits.filter((hit) => !isOver(hit, now)), ...hits.filter((hit) => isOver(hit, now))]
    .slice(0, most)
    .map((hit) => toSuggestion(hit, now));
}

/** A hit as the list under the box shows it. */
function toSuggestion(hit: Hit, now: string): Suggestion {
  const detail = detailOf(hit, now);
  return {
    title: hit.title,
    path: pathOf(hit.url),
    kind: kinds.find(({ kind }) => kind === hit.kind)?.one ?? "",
    ...(detail !== undefined && { detail }),
  };
}
