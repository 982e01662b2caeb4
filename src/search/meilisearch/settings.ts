import type { Settings } from "meilisearch";
import type { Em } from "../../kernel/em.ts";
import type { SynonymSource } from "../port.ts";
import { stopWords, wordsOf } from "../query-words.ts";

/** Hits are counted exactly up to this many, and pages of a search by words reach this deep. */
export const totalMax = 100_000;

/** Values of a facet that are counted: a vocabulary has a few hundred terms of a scheme. */
const facetValuesMax = 2_000;

/**
 * What is given back of a document: what a client that searches the index itself may read, and what hits are scored by.
 * Never audiences or hashes.
 */
const readable = [
  "id",
  "kind",
  "title",
  "headline",
  "keywords",
  "body",
  "topics",
  "subjects",
  "phases",
  "keyStages",
  "pupilGroups",
  "costBand",
  "evidenceStrength",
  "impactMonths",
  "publishedAt",
  "updatedAt",
  "plainTitle",
  "weights",
];

const filterable = (attributePatterns: string[], comparison: boolean) => ({
  attributePatterns,
  features: { facetSearch: false, filter: { equality: true, comparison } },
});

/** Settings that are the same whatever the vocabulary says. */
const fixed: Settings = {
  displayedAttributes: readable,
  searchableAttributes: ["title", "headline", "keywords", "body"],
  filterableAttributes: [
    filterable(["id", "kind", "topics", "subjects", "phases", "keyStages", "pupilGroups"], false),
    filterable(["audience", "lexemes", "pairs", "impacts", "plainTitle", "titleEnds"], false),
    filterable(["costBand", "evidenceStrength", "impactMonths", "publishedAt", "updatedAt"], true),
    filterable(["version", "bucket"], false),
  ],
  sortableAttributes: [
    "id",
    "publishedAt",
    "updatedAt",
    "impactMonths",
    "evidenceStrength",
    "costBand",
  ],
  // A sort that is asked for comes first, and words decide among what it leaves equal.
  rankingRules: ["sort", "words", "typo", "proximity", "attribute", "exactness"],
  typoTolerance: {
    enabled: true,
    minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 },
    disableOnNumbers: true,
  },
  stopWords: [...stopWords].sort(),
  // D&T is a word.
  nonSeparatorTokens: ["&"],
  faceting: { maxValuesPerFacet: facetValuesMax, sortFacetValuesBy: { "*": "count" } },
  pagination: { maxTotalHits: totalMax },
  facetSearch: false,
};

/** Everything the index must be set to, with the vocabulary as it is now. */
export async function indexSettings(em: Em, synonyms: SynonymSource): Promise<Settings> {
  return { ...fixed, synonyms: synonymsOf(await synonyms(em)) };
}

/** A term of more words is not looked up by Meilisearch. */
const synonymWordsMax = 3;

/** Each word or phrase of the vocabulary with everything that means the same. */
function synonymsOf(groups: readonly (readonly string[])[]): Record<string, string[]> {
  const byTerm = new Map<string, Set<string>>();
  for (const group of groups) {
    const terms = [...new Set(group.map(term))].filter(
      (each) => each !== "" && each.split(" ").length <= synonymWordsMax,
    );
    for (const each of terms) {
      const others = byTerm.get(each) ?? new Set();
      for (const other of terms) if (other !== each) others.add(other);
      if (others.size > 0) byTerm.set(each, others);
    }
  }
  return Object.fromEntries(
    [...byTerm].sort(byKey).map(([each, others]) => [each, [...others].sort()]),
  );
}

const term = (text: string): string =>
  wordsOf(text)
    .map(({ plain }) => plain)
    .join(" ");

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : 1;

/** Settings that the server gives back as they were given, and where one entry too many is wrong. */
const whole: ReadonlySet<string> = new Set(["synonyms"]);

/** Lists whose order says something; all others are sets. */
const ordered: ReadonlySet<string> = new Set([
  "searchableAttributes",
  "rankingRules",
  "displayedAttributes",
]);

/**
 * What of `wanted` the index is not yet set to: most changes of settings make the server read every document anew, so
 * nothing else is sent. What `wanted` does not name is left alone. Empty when all is as it should be.
 */
export function differences(current: Settings, wanted: Settings): Settings {
  const differing = Object.entries(wanted).filter(([name, value]) => {
    const now = canonical(current[name as keyof Settings], ordered.has(name));
    const then = canonical(value, ordered.has(name));
    return whole.has(name) ? text(now) !== text(then) : !holds(now, then);
  });
  return Object.fromEntries(differing);
}

/** Sets in one order. */
function canonical(value: unknown, keepOrder: boolean): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, keepOrder));
    return keepOrder ? items : items.toSorted((a, b) => (text(a) < text(b) ? -1 : 1));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, each]) => [name, canonical(each, keepOrder)] as const)
      .sort(byKey),
  );
}

/** JSON has no undefined; a setting that is not there is like none. */
const text = (value: unknown): string => JSON.stringify(value) ?? "";

/** True when everything wanted is so; the server adds defaults to what it was given. */
function holds(current: unknown, wanted: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null || Array.isArray(wanted))
    return text(current) === text(wanted);
  if (typeof current !== "object" || current === null) return false;
  const has = current as Record<string, unknown>;
  return Object.entries(wanted).every(([name, value]) => holds(has[name], value));
}
