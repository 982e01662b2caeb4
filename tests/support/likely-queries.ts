import type { Em } from "../../src/kernel/em.ts";
import { SearchFacetField, type SearchFilter, SearchSort } from "../../src/search/search.inputs.ts";
import { ContentKind } from "../../src/search/searchable.ts";
import type { SearchRequest } from "../../src/search/port.ts";

/**
 * Searches that somebody might make who has the documents in mind: their own words, pieces of sentences, titles, phrases of
 * the vocabulary, misspelt, half typed, in capitals and with hyphens; filtered, sorted, by different readers. The same ones
 * every time.
 */
export async function likelySearches(
  em: Em,
  phrases: readonly string[],
  count: number,
): Promise<SearchRequest[]> {
  const texts = await em.execute<{ title: string; body: string; topics: string[] }[]>(
    `select title, headline || '. ' || body as body, topics from search_document where deleted_at is null order by id`,
  );
  const roll = dice(20_261_124);
  const pick = <T>(from: readonly T[]): T => from[roll(from.length)]!;
  const wordsOf = (text: string) => text.split(/\s+/).filter((word) => word !== "");
  const piece = (length: number) => {
    const words = wordsOf(pick(texts).body);
    const from = roll(Math.max(1, words.length - length));
    return words.slice(from, from + length).join(" ");
  };
  const loose = (length: number) => Array.from({ length }, () => piece(1)).join(" ");
  const forms: (() => string)[] = [
    () => loose(1 + roll(4)),
    () => piece(2 + roll(3)),
    () => piece(8 + roll(12)),
    () => pick(texts).title,
    () => pick(phrases),
    () => `${pick(phrases)} ${piece(1)}`,
    () => misspelt(loose(1 + roll(2)), roll),
    () => piece(3).slice(0, 4 + roll(12)),
    () => wordsOf(piece(3)).join("-"),
    () => loose(2).toLowerCase(),
    () => pick(["what is it ", "how to", "to", "th", "and the ", "", "ta", "SEND", "eal pupils"]),
  ];
  const facets = Object.values(SearchFacetField);
  const sorts = Object.values(SearchSort);
  return Array.from({ length: count }, (_, at) => {
    const query = forms[at % forms.length]!() + (roll(2) ? " " : "");
    const filter: SearchFilter = {
      ...(roll(5) === 0 && { kinds: [pick(Object.values(ContentKind))] }),
      ...(roll(5) === 0 && { topics: [pick(texts).topics[0] ?? "none", "feedback"] }),
      ...(roll(6) === 0 && { phases: ["primary"] }),
      ...(roll(8) === 0 && { impactMonthsMin: roll(6) - 2 }),
      ...(roll(8) === 0 && { evidenceStrengths: [roll(6), roll(6)] }),
      ...(roll(9) === 0 && { costBandMax: 1 + roll(5) }),
      ...(roll(9) === 0 && { updatedAfter: new Date(Date.UTC(2026, roll(12), 1)) }),
    };
    return {
      query: query.slice(0, 500),
      filter,
      facets,
      sort: pick(sorts),
      first: 1_000,
      offset: 0,
      audience: pick([["public"], ["public", "role:REVIEWER"], ["public", "role:EDITOR"]]),
      ...(roll(8) === 0 && { exact: true }),
    };
  });
}

function misspelt(text: string, roll: (n: number) => number): string {
  const at = 1 + roll(Math.max(1, text.length - 3));
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);
}

function dice(seed: number) {
  let state = seed;
  return (n: number) => (state = (state * 48_271) % 2_147_483_647) % n;
}
