import type { Em } from "../kernel/em.ts";
import type { Unit } from "./query.ts";
import type { QueryWord } from "./query-words.ts";

/** One wrong letter from five letters, two from nine, as in Meilisearch; a number or an acronym has no spelling. */
const reachOf = (word: string): number => {
  if (!/^[a-z]{5,30}$/.test(word)) return 0;
  return word.length < 9 ? 1 : 2;
};

/** A query of nonsense must not read the lexicon once for each of its words. */
const correctedMax = 6;

/**
 * The query with words that nobody uses replaced by the likeliest ones, or null when there is nothing to replace.
 * Words are offered only when a document that the viewer may see has them, even while the lexicon is stale.
 */
export async function correctSpelling(
  em: Em,
  query: string,
  missing: readonly Unit[],
  audience: readonly string[],
): Promise<string | null> {
  const wrong = missing
    .filter(({ known }) => !known)
    .flatMap(({ words }) => words)
    .filter(({ plain }) => reachOf(plain) > 0)
    .slice(0, correctedMax);
  if (wrong.length === 0) return null;
  const asked = wrong.map(({ plain }, at) => ({ at, word: plain, reach: reachOf(plain) }));
  const candidates = await em.execute<{ at: number; word: string; documents: number }[]>(
    candidatesStatement,
    [JSON.stringify(asked), JSON.stringify(audience)],
  );
  let corrected = query;
  // From the end, so that the places of the words before stay true.
  for (let at = wrong.length - 1; at >= 0; at--) {
    const word = wrong[at]!;
    const best = nearest(
      word.plain,
      candidates.filter((each) => each.at === at),
    );
    if (best)
      corrected =
        corrected.slice(0, word.start) + inTheCaseOf(word, best) + corrected.slice(word.end);
  }
  return corrected === query ? null : corrected;
}

function nearest(
  word: string,
  candidates: readonly { word: string; documents: number }[],
): string | undefined {
  return candidates
    .map((each) => ({ ...each, distance: spellingDistance(word, each.word) }))
    .filter(({ distance }) => distance > 0 && distance <= reachOf(word))
    .sort(
      (a, b) =>
        a.distance - b.distance ||
        Number(b.word[0] === word[0]) - Number(a.word[0] === word[0]) ||
        b.documents - a.documents ||
        (a.word < b.word ? -1 : 1),
    )[0]?.word;
}

const inTheCaseOf = ({ typed }: QueryWord, word: string): string =>
  /^\p{Lu}/u.test(typed) ? word[0]!.toUpperCase() + word.slice(1) : word;

/** Letters to add, drop, change or swap with a neighbour: PostgreSQL's levenshtein counts a swap as two. */
export function spellingDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, beforeLast[j - 2]! + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}

// Twice the reach, because a swap of neighbours is two steps here. No trigram index: "mtah" and "math" share one of nine.
const candidatesStatement = `
  select asked.at, near.word, near.documents
  from jsonb_to_recordset(?::jsonb) as asked (at int, word text, reach int)
  cross join lateral (
    select w.word, w.lexeme, w.documents
    from search_word w
    where char_length(w.word) between char_length(asked.word) - asked.reach and char_length(asked.word) + asked.reach
      and levenshtein_less_equal(w.word, asked.word, asked.reach * 2) <= asked.reach * 2
    order by levenshtein_less_equal(w.word, asked.word, asked.reach * 2), w.documents desc, w.word
    limit 40) as near
  where exists (
    select from search_document d
    where d.tsv @@ (quote_literal(near.lexeme))::tsquery and d.deleted_at is null
      and d.audience && array(select jsonb_array_elements_text(?::jsonb)))`;
