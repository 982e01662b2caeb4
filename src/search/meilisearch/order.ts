import { stopWords } from "../query-words.ts";
import type { SearchSort } from "../search.inputs.ts";
import type { Wanted } from "../wanted.ts";
import { impactToken, levels } from "./document-weights.ts";
import { allOf, anyOf, type Condition, listed, startsWith } from "./filter.ts";
import { countedOf } from "./score.ts";
import { carrying } from "./share.ts";
import { titleToken } from "./tokens.ts";

/** How each sort begins; hits without the value come last of themselves. */
export const sortOf = (sort: SearchSort, { plain, units }: Wanted): string[] => {
  const newest = ["publishedAt:desc", "id:asc"];
  // Titles that contain words which the index does not keep are all as good as each other.
  const relevance = plain === "" ? newest : units.length === 0 ? ["id:asc"] : [];
  const sorts: Readonly<Record<SearchSort, string[]>> = {
    RELEVANCE: relevance,
    NEWEST: newest,
    IMPACT: ["impactMonths:desc"],
    EVIDENCE_STRENGTH: ["evidenceStrength:desc"],
    COST: ["costBand:asc"],
  };
  return sorts[sort];
};

/** The levels from which a rank of one word is a high one (in a title), and more than once in a text. Each tier costs as much as a search. */
const high = [10, 6];

/** The parts of what a query tells that make a tier. */
const parts = [0.65, 0.4];

/**
 * Which hits are likely to score more than the others, best first; whoever is in none comes last. Rough, and cheap: what is
 * nearest the front is scored to the point afterwards.
 */
export function tiersOf(wanted: Wanted): Condition[] {
  const { units } = wanted;
  if (units.length === 0) return [];
  const named = namedTitles(wanted);
  const best = units.toSorted((a, b) => b.information - a.information)[0]!;
  const whole = units.length === 1 ? undefined : carrying(wanted, 0.9999);
  const ranked: Condition[] = [];
  for (const level of high) {
    const from = Array.from({ length: levels - level }, (_, up) => level + up);
    const tokens = countedOf(best)
      .slice(0, 12)
      .flatMap((token) => from.map((each) => impactToken(token, each)));
    const condition = listed("impacts", tokens);
    ranked.push(whole === undefined ? condition : allOf([whole, condition]));
  }
  if (units.length === 1) return [...named, ...ranked];
  const partly = parts.flatMap((part) => carrying(wanted, part) ?? []);
  return [...named, ...(whole === undefined ? partly : [...ranked, whole, ...partly])];
}

/** Titles that are whole in the query; of a query half typed also those that begin with it. */
function namedTitles({ plain, unfinished }: Wanted): Condition[] {
  const words = plain.split(" ").slice(0, 12);
  const pieces = words.flatMap((_, from) =>
    words.slice(from).map((_each, length) => words.slice(from, from + length + 1)),
  );
  const titles = pieces
    .filter((piece) => !piece.every((word) => stopWords.has(word)))
    .map((piece) => titleToken(piece.join(" ")));
  const begun =
    unfinished && plain.includes(" ") ? [startsWith("plainTitle", titleToken(plain))] : [];
  if (titles.length === 0 && begun.length === 0) return [];
  return [anyOf([...(titles.length > 0 ? [listed("plainTitle", titles)] : []), ...begun])];
}
