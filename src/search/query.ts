import { acronymOf } from "./acronyms.ts";
import { plainText, type QueryWord, stopWords, wordsOf } from "./query-words.ts";
import type { Synonyms } from "./synonyms.ts";

/** One way of saying a unit: adjacent words, words anywhere, an acronym as such, the beginning of a word. */
export interface Alternative {
  readonly form: "phrase" | "words" | "acronym" | "prefix";
  readonly text: string;
  /** What was typed counts more than what means the same or is only its beginning. */
  readonly own: boolean;
}

/** What carries meaning on its own in a query: a word, or a phrase of the vocabulary. */
export interface Unit {
  readonly words: readonly QueryWord[];
  readonly alternatives: readonly Alternative[];
  /** Part of the vocabulary: never respelt. */
  readonly known: boolean;
  /** The user may not have finished typing it. */
  readonly typing: boolean;
  /** The acronym that the same letters may be instead: "send" in "send letters home" is the verb, in "send reading" is not. */
  readonly insteadOf: string | null;
}

export interface Understanding {
  /** The words and single spaces, as titles are compared. */
  readonly plain: string;
  readonly units: readonly Unit[];
  /** No space after the last word says that it has been typed whole. */
  readonly unfinished: boolean;
}

/** Letters from which a word half typed is taken as the beginning of one. */
export const prefixFrom = 3;

/** Reads a query as units, without looking at any document: every engine begins here. */
export function understand(query: string, synonyms: Synonyms): Understanding {
  const words = wordsOf(query);
  const allStop = words.every(isStop);
  const unfinished = /[\p{L}\p{N}]$/u.test(query);
  const units: Unit[] = [];
  for (let at = 0; at < words.length;) {
    const typing = (length: number) => unfinished && at + length === words.length;
    const word = words[at]!;
    const match = synonyms.at(words, at);
    // "it" and "re" may be acronyms of the vocabulary, but typed small they are the little words.
    if (match && !(match.length === 1 && isStop(word) && !isTypedAcronym(word))) {
      const own = words.slice(at, at + match.length);
      const unit = vocabularyUnit(own, match.acronym, match.members, typing(match.length));
      units.push(unit);
      if (match.acronym && !isTypedAcronym(word) && words.length > 1) units.push(wordReading(own));
      at += match.length;
      continue;
    }
    const length = hyphenated(words, at, synonyms);
    if (length > 1) units.push(hyphenUnit(words.slice(at, at + length), typing(length)));
    else if (allStop || !isStop(word)) units.push(wordUnit(word, typing(1)));
    at += length;
  }
  return { plain: plainText(query), units: distinct(units), unfinished };
}

const isTypedAcronym = (word: QueryWord): boolean => acronymOf(word.typed) !== undefined;

const isStop = ({ plain }: QueryWord): boolean => stopWords.has(plain);

const textOf = (words: readonly QueryWord[]): string => words.map(({ plain }) => plain).join(" ");

/** An acronym and what it stands for say the same; of two phrases, the one typed is meant more. */
function vocabularyUnit(
  words: readonly QueryWord[],
  acronym: boolean,
  members: readonly string[],
  typing: boolean,
): Unit {
  const text = textOf(words);
  const alternatives: Alternative[] = acronym ? [] : [{ form: "phrase", text, own: true }];
  // "year 4" and "one to one" as words anywhere would find nearly every text.
  if (!acronym && words.length > 1 && !/\d/.test(text) && !words.some(isStop))
    alternatives.push({ form: "words", text, own: false });
  for (const member of members) {
    const capitals = acronymOf(member);
    alternatives.push(
      capitals
        ? { form: "acronym", text: capitals, own: acronym }
        : { form: "phrase", text: plainText(member), own: acronym },
    );
  }
  if (typing && !acronym && words.length === 1) alternatives.push(...prefixOf(text));
  return { words, alternatives, known: true, typing, insteadOf: null };
}

/** The letters of an acronym typed small, as the word they also spell. */
const wordReading = (words: readonly QueryWord[]): Unit => ({
  words,
  alternatives: [{ form: "phrase", text: textOf(words), own: true }],
  known: true,
  typing: false,
  insteadOf: textOf(words).toUpperCase(),
});

/** "co-operative" is also written cooperative, and "self-regulation" as two words. */
function hyphenUnit(words: readonly QueryWord[], typing: boolean): Unit {
  const text = textOf(words);
  return {
    words,
    alternatives: [
      { form: "phrase", text, own: true },
      { form: "words", text, own: false },
      { form: "phrase", text: text.replaceAll(" ", ""), own: false },
    ],
    known: false,
    typing,
    insteadOf: null,
  };
}

const wordUnit = (word: QueryWord, typing: boolean): Unit => ({
  words: [word],
  alternatives: [
    { form: "phrase", text: word.plain, own: true },
    ...(isStop(word) ? [] : asAcronym(word.plain)),
    ...(typing ? prefixOf(word.plain) : []),
  ],
  known: false,
  typing,
  insteadOf: null,
});

/** Any short word may be an acronym of the texts (DNA, BBC), where it is indexed as nothing else. */
const asAcronym = (plain: string): Alternative[] =>
  /^[a-z]{2,10}$/.test(plain) ? [{ form: "acronym", text: plain.toUpperCase(), own: true }] : [];

const prefixOf = (plain: string): Alternative[] =>
  plain.length >= prefixFrom && /^[a-z0-9]+$/.test(plain)
    ? [{ form: "prefix", text: plain, own: false }]
    : [];

/** How many words hang together by hyphens here, as long as none of them begins a phrase of the vocabulary. */
function hyphenated(words: readonly QueryWord[], at: number, synonyms: Synonyms): number {
  let length = 1;
  while (words[at + length]?.joined && !synonyms.at(words, at + length)) length++;
  return length;
}

/** A word said twice is not twice as important. */
function distinct(units: readonly Unit[]): Unit[] {
  const byText = new Map<string, Unit>();
  for (const unit of units) byText.set(`${unit.insteadOf} ${textOf(unit.words)}`, unit);
  return [...byText.values()];
}
