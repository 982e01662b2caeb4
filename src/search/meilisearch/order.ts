import { readings } from "../postgresql-rank.ts";
import type { ResolvedUnit } from "../postgresql-units.ts";
import { stopWords } from "../query-words.ts";
import { SearchSort } from "../search.inputs.ts";
import type { Wanted } from "../wanted.ts";
import { stemWord } from "./document-vector.ts";
import { anyOf, type Condition, listed, startsWith } from "./filter.ts";
import { titleToken } from "./tokens.ts";

/** One way of ordering some of the hits; a hit stands where the best of them puts it. */
export interface Ordering {
  readonly q: string;
  /** Which of the hits; null for all. */
  readonly among: Condition | null;
  readonly weight: number;
  readonly sort: readonly string[];
}

/** Meilisearch reads this many words of a query. */
const wordsMax = 10;

/** How each sort begins; hits without the value come last of themselves. */
const sorts: Readonly<Record<SearchSort, readonly string[]>> = {
  RELEVANCE: [],
  NEWEST: ["publishedAt:desc", "id:asc"],
  IMPACT: ["impactMonths:desc"],
  EVIDENCE_STRENGTH: ["evidenceStrength:desc"],
  COST: ["costBand:asc"],
};

const isSummary = listed("kind", ["EVIDENCE_SUMMARY"]);

/** As in the score that PostgreSQL makes: a summary that weighs the evidence leads, a page on one product a little. */
const hubs: readonly { readonly among: Condition; readonly weight: number }[] = [
  { among: `${isSummary} AND evidenceStrength >= 0`, weight: 2 },
  { among: `${isSummary} AND NOT evidenceStrength >= 0`, weight: 1.2 },
  { among: `NOT ${isSummary}`, weight: 1 },
];

/** How much more a title counts that the query names whole, times the part of the query that it is. */
const titleWeight = 6;

/** The orderings that together place every hit: by what the words say, and last, whoever they leave out. */
export function orderingsOf(wanted: Wanted, sort: SearchSort): Ordering[] {
  const everything: Ordering = { q: "", among: null, weight: 1, sort: sorts[sort] };
  const q = textOf(wanted);
  if (wanted.plain === "" && sort === SearchSort.RELEVANCE)
    return [{ ...everything, sort: sorts.NEWEST }];
  if (sort === SearchSort.NEWEST || q === "") return [everything];
  const titles = namedTitles(wanted);
  return [
    ...hubs.flatMap(({ among, weight }) => [
      { q, among, weight, sort: sorts[sort] },
      ...titles.map(({ named, share }) => ({
        q,
        among: `(${among}) AND (${named})`,
        weight: weight * (1 + titleWeight * share) + (share > 0.9 ? 10 : 0),
        sort: sorts[sort],
      })),
    ]),
    everything,
  ];
}

/** The query in lexemes, its rarest units where it is long; a space after it unless its last word may be half typed. */
function textOf({ units }: Wanted): string {
  const wordsOf = new Map(units.map((unit) => [unit, stemsOf(unit)]));
  const kept = new Set<ResolvedUnit>();
  let words = 0;
  for (const unit of units.toSorted((a, b) => b.information - a.information)) {
    words += wordsOf.get(unit)!.length;
    if (kept.size > 0 && words > wordsMax) break;
    kept.add(unit);
  }
  const text = units.flatMap((unit) => (kept.has(unit) ? wordsOf.get(unit)! : [])).join(" ");
  const last = units.at(-1);
  return text === "" || (last?.unit.typing && kept.has(last)) ? text : `${text} `;
}

/** How a unit is said in the texts: as it was typed where they have that, else as they do say it. */
const stemsOf = (unit: ResolvedUnit): string[] =>
  (readings(unit)[0]?.marks[0] ?? []).map(stemWord).filter((word) => word !== "");

/** Titles that are whole in the query, by the part of it that they are; of a query half typed also those that begin with it. */
function namedTitles({
  plain,
  unfinished,
}: Wanted): { readonly named: Condition; readonly share: number }[] {
  const words = plain.split(" ").slice(0, 12);
  const pieces = words.flatMap((_, from) =>
    words.slice(from).map((_each, length) => words.slice(from, from + length + 1)),
  );
  const titles = pieces
    .filter((piece) => !piece.every((word) => stopWords.has(word)))
    .map((piece) => piece.join(" "));
  const classes = [
    { from: 0.9, share: 1 },
    { from: 0.5, share: 0.7 },
    { from: 0, share: 0.3 },
  ];
  return classes.flatMap(({ from, share }, at) => {
    const until = classes[at - 1]?.from ?? Infinity;
    const named = titles.filter(
      (title) => title.length / plain.length > from && title.length / plain.length <= until,
    );
    const conditions = named.length > 0 ? [listed("plainTitle", named.map(titleToken))] : [];
    if (unfinished && plain.includes(" ") && share === 0.7)
      conditions.push(startsWith("plainTitle", titleToken(plain)));
    return conditions.length === 0 ? [] : [{ named: anyOf(conditions), share }];
  });
}
