import type { Em } from "../kernel/em.ts";
import type { SynonymSource } from "./port.ts";
import { isAcronym, type QueryWord, synonymKey, wordsOf } from "./query-words.ts";

/** A changed vocabulary is in use within this time, in every process. */
const keepMs = 30_000;

/** The groups, by the words that lead to them. */
export interface Synonyms {
  /** The longest phrase of the vocabulary that begins at this word, and every way of saying it. */
  at(words: readonly QueryWord[], start: number): SynonymMatch | undefined;
}

export interface SynonymMatch {
  readonly length: number;
  /** True when the words themselves are an acronym of the vocabulary. */
  readonly acronym: boolean;
  /** The other members of every group that has the phrase, and the phrase's own acronym forms. */
  readonly members: readonly string[];
}

/** Reads the groups through `source` and keeps them for a short while. */
export function cachedSynonyms(
  source: SynonymSource,
  now = Date.now,
): (em: Em) => Promise<Synonyms> {
  let kept: { synonyms: Synonyms; until: number } | undefined;
  return async (em) => {
    if (kept && now() < kept.until) return kept.synonyms;
    // Two requests may both read; a shared promise would make one transaction wait on another's connection.
    const synonyms = compileSynonyms(await source(em));
    kept = { synonyms, until: now() + keepMs };
    return synonyms;
  };
}

/** Makes the groups searchable by phrase. */
export function compileSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const byKey = new Map<string, Set<readonly string[]>>();
  let longest = 0;
  for (const group of groups)
    for (const member of group) {
      const words = wordsOf(member);
      if (words.length === 0) continue;
      longest = Math.max(longest, words.length);
      const key = keyOf(words);
      byKey.set(key, (byKey.get(key) ?? new Set()).add(group));
    }
  return {
    at(words, start) {
      for (let length = Math.min(longest, words.length - start); length > 0; length--) {
        const key = keyOf(words.slice(start, start + length));
        const found = byKey.get(key);
        if (found) return matchOf(key, length, [...found].flat());
      }
      return undefined;
    },
  };
}

function matchOf(key: string, length: number, all: readonly string[]): SynonymMatch {
  const own = (member: string) => keyOf(wordsOf(member)) === key;
  return {
    length,
    acronym: all.some((member) => isAcronym(member) && own(member)),
    members: [...new Set(all.filter((member) => isAcronym(member) || !own(member)))],
  };
}

const keyOf = (words: readonly QueryWord[]): string =>
  words.map(({ plain }) => synonymKey(plain)).join(" ");
