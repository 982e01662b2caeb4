import nlp from "compromise/two";
import {
  anyVerbs,
  doubtfulNames,
  givenNames,
  honorifics,
  institutions,
  ordinaryPhrases,
  ordinaryWords,
  personVerbs,
  thingEnding,
} from "./name-words.ts";

interface Word {
  readonly text: string;
  /** In small letters, without the s of a possessive. */
  readonly low: string;
  readonly start: number;
  readonly end: number;
  readonly isFirst: boolean;
  readonly isCapital: boolean;
  readonly tags: ReadonlySet<string>;
}

/** Where a name stands in a text, in UTF-16 code units. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Places where a person is likely named: what a lexicon of first names knows, what follows "Mr" or "Miss", and words that
 * are capitalised where only names are. What is called as one of `known` (a term, a strand, a school) is nobody.
 */
export function personalNames(text: string, known: readonly string[]): Place[] {
  const words = wordsOf(text);
  const nobody = notPersons(text, words, [...known, ...ordinaryPhrases]);
  const crowded = titleLines(text, words);
  const named = new Set<number>();
  words.forEach((_, at) => {
    const title = honorificAt(words, at, text);
    if (title) for (const each of title) named.add(each);
    else if (!nobody.has(at) && isName(words, at, crowded.has(at), text)) named.add(at);
  });
  // Named once, named everywhere: at the start of a sentence too, where a capital says nothing.
  const names = new Set(
    [...named].map((at) => words[at]!.low).filter((low) => !honorifics.has(low)),
  );
  words.forEach(({ low, isCapital }, at) => {
    if (isCapital && names.has(low) && !nobody.has(at) && low.length > 1) named.add(at);
  });
  return joined(text, words, named);
}

const wordPattern = /\p{L}[\p{L}\p{M}\d]*(?:['’-]\p{L}[\p{L}\p{M}\d]*)*/gu;

function wordsOf(text: string): Word[] {
  const tags = tagsOf(text);
  return [...text.matchAll(wordPattern)].map(({ 0: word, index }) => {
    const before = text.slice(Math.max(0, index - 12), index);
    return {
      text: word,
      low: word.toLowerCase().replaceAll("’", "'").replace(/'s?$/, ""),
      start: index,
      end: index + word.length,
      isFirst:
        index === 0 ||
        /(?:^|[.!?:;…\n•*]|[-–—]\s)\s*["'“‘(]*\s*$/.test(before) ||
        /["“‘(]$/.test(before),
      isCapital: /^\p{Lu}/u.test(word) && (/\p{Ll}/u.test(word) || word.length === 1),
      tags: tags.get(index) ?? new Set<string>(),
    };
  });
}

interface Term {
  readonly text: string;
  readonly tags: readonly string[];
  readonly offset: { readonly start: number };
}

/** What the tagger makes of each word, by where it starts. */
function tagsOf(text: string): Map<number, ReadonlySet<string>> {
  const sentences = nlp(text).json({ offset: true }) as { terms: Term[] }[];
  return new Map(
    sentences.flatMap(({ terms }) =>
      terms.map(({ tags, offset }) => [offset.start, new Set(tags)] as const),
    ),
  );
}

/** Places in `words` that belong to something known: a phrase, a school by its last word, a street. */
function notPersons(
  text: string,
  words: readonly Word[],
  known: readonly string[],
): ReadonlySet<number> {
  const nobody = new Set<number>();
  const lowered = words.map(({ low }) => low);
  const phrases = new Map<string, string[][]>();
  for (const name of known) {
    const phrase = [...name.matchAll(wordPattern)].map(({ 0: word }) =>
      word.toLowerCase().replaceAll("’", "'").replace(/'s?$/, ""),
    );
    if (phrase.length > 0) phrases.set(phrase[0]!, [...(phrases.get(phrase[0]!) ?? []), phrase]);
  }
  lowered.forEach((low, at) => {
    for (const phrase of phrases.get(low) ?? [])
      if (phrase.every((word, step) => lowered[at + step] === word))
        phrase.forEach((_, step) => nobody.add(at + step));
    if (!words[at]!.isCapital || !institutions.has(low)) return;
    // "St Mary's Church of England Primary": back over capitals and the small words between them.
    for (let back = at; back >= 0 && at - back < 8; back -= 1) {
      const word = words[back]!;
      const next = words[back + 1];
      if (back < at && next && /[^\s'’.-]/.test(text.slice(word.end, next.start))) break;
      if (
        !word.isCapital &&
        !["of", "the", "and", "ce", "c", "rc"].includes(word.low) &&
        !/^\p{Lu}+$/u.test(word.text)
      )
        break;
      if (word.isFirst && !["st", "saint"].includes(word.low) && ordinaryStart.has(word.low)) break;
      nobody.add(back);
    }
  });
  return nobody;
}

const ordinaryStart = new Set(["in", "at", "our", "my", "the", "we", "when", "after", "from"]);

/** Places in lines where most words are capitalised: a title, in which a capital says nothing. */
function titleLines(text: string, words: readonly Word[]): ReadonlySet<number> {
  const crowded = new Set<number>();
  let line: number[] = [];
  const close = () => {
    const long = line.filter((at) => words[at]!.text.length > 3);
    if (long.length >= 3 && long.filter((at) => words[at]!.isCapital).length / long.length > 0.6)
      for (const at of line) crowded.add(at);
    line = [];
  };
  words.forEach((word, at) => {
    if (at > 0 && text.slice(words[at - 1]!.end, word.start).includes("\n")) close();
    line.push(at);
  });
  close();
  return crowded;
}

/** "Mr Khan", "Miss O", "Dr. Jones": the places of the title and the name. */
function honorificAt(words: readonly Word[], at: number, text: string): number[] | null {
  const word = words[at]!;
  const next = words[at + 1];
  if (!word.isCapital || !honorifics.has(word.low) || !next?.isCapital) return null;
  if (!/^\.? {1,2}$/.test(text.slice(word.end, next.start))) return null;
  const after = words[at + 2];
  const second =
    after?.isCapital && text.slice(next.end, after.start) === " " && !ordinaryWords.has(after.low);
  return second ? [at, at + 1, at + 2] : [at, at + 1];
}

const placeTags = [
  "Place",
  "Country",
  "City",
  "Region",
  "Demonym",
  "Month",
  "WeekDay",
  "Holiday",
  "Acronym",
];

function isName(words: readonly Word[], at: number, isCrowded: boolean, text: string): boolean {
  const { low, isCapital, isFirst, tags } = words[at]!;
  if (!isCapital || low.length < 2 || honorifics.has(low)) return false;
  if (doubtfulNames.has(low))
    return isFirst ? isSubject(words, at, text) : !isCrowded && !seasons.has(low);
  if (isOrdinary(low)) return false;
  if (givenNames.has(low) || tags.has("FirstName")) return true;
  if (tags.has("LastName") && tags.has("Person") && !isCommon(low)) return true;
  if (isCrowded || placeTags.some((tag) => tags.has(tag)) || isCommon(low)) return false;
  if (words.some((other) => other.text === low)) return false;
  if (!isFirst) return true;
  return !thingEnding.test(low) && isSubject(words, at, text);
}

/** Doubtful names that in the middle of a sentence are rather the time. */
const seasons = new Set(["may", "april", "june", "august", "summer", "autumn"]);

/** Of compounds ("Stoke-on-Trent", "Anglo-Saxon") each part that is capitalised. */
const isOrdinary = (low: string): boolean =>
  ordinaryWords.has(low) ||
  (low.includes("-") && low.split("-").every((part) => ordinaryWords.has(part) || isCommon(part)));

/** A word that the lexicon has as something else than a name. */
const isCommon = (low: string): boolean => {
  const tags = lexicon[low] ?? lexicon[low.replace(/^(?:re|un|pre|co)-?(?=\p{L}{3})/u, "")];
  return tags !== undefined && ![tags].flat().some((tag) => nameTags.test(tag));
};
const lexicon = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one
  .lexicon;
const nameTags = /Name|Person/;

/** Whether what stands first in a sentence does what persons do. */
function isSubject(words: readonly Word[], at: number, text: string): boolean {
  const next = words[at + 1];
  if (!next || /[^ ,]/.test(text.slice(words[at]!.end, next.start))) return false;
  if (personVerbs.has(next.low)) return true;
  // A first name and a last name.
  if (next.isCapital && !next.isFirst && !isOrdinary(next.low) && !isCommon(next.low)) return true;
  const near = words.slice(at + 1, at + 22).map(({ low }) => low);
  const isPerson = near.some((low) => ["he", "she", "his", "her", "him"].includes(low));
  if (anyVerbs.has(next.low)) return isPerson;
  return (
    next.low === "and" &&
    words[at + 2]?.isCapital === true &&
    !ordinaryWords.has(words[at + 2]!.low)
  );
}

/** Neighbouring places as one: "Amelia Jones". */
function joined(text: string, words: readonly Word[], named: ReadonlySet<number>): Place[] {
  const places: { start: number; end: number }[] = [];
  let last = -2;
  for (const at of [...named].sort((one, other) => one - other)) {
    const word = words[at]!;
    const before = places.at(-1);
    if (before && last === at - 1 && /^\.? $/.test(text.slice(before.end, word.start)))
      before.end = word.end;
    else places.push({ start: word.start, end: word.end });
    last = at;
  }
  return places.map(({ start, end }) => {
    // The s of "Amelia's" is not the name's.
    const trimmed = text.slice(start, end).replace(/['’]s$/, "");
    return { start, end: start + trimmed.length };
  });
}
