import { acronymOf } from "./acronyms.ts";

/** A word of a query: as typed, as compared, and where it stood. */
export interface QueryWord {
  readonly typed: string;
  /** Lower case, without accents or a possessive. */
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  /** Stands against the word before it with a hyphen between: one-to-one. */
  readonly joined: boolean;
}

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:[&'’][\p{L}\p{N}\p{M}]+)*/gu;

/** More words than this are not read: 500 characters of one-letter words would be 250 scores a row. */
const wordsMax = 64;

/** The words of a text, whatever stands between them: nothing else of a query ever reaches an engine. */
export function wordsOf(text: string): QueryWord[] {
  const words: QueryWord[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const typed = match[0];
    const end = match.index + typed.length;
    const before = words.at(-1);
    words.push({
      typed,
      plain: plainWord(typed),
      start: match.index,
      end,
      joined: before !== undefined && /^[-‐‑]$/u.test(text.slice(before.end, match.index)),
    });
    if (words.length === wordsMax) break;
  }
  return words;
}

/** Lower case, without accents; "teacher's" and "pupils’" are teacher and pupils. */
export const plainWord = (word: string): string =>
  word
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s$/u, "");

/** A text as titles are compared: its words and single spaces. */
export const plainText = (text: string): string =>
  wordsOf(text)
    .map(({ plain }) => plain)
    .join(" ");

/** Under which a word is looked up among synonyms, so that a plural finds its singular. */
export const synonymKey = (plain: string): string =>
  plain.length < 3 || /(?:ss|us|is)$/.test(plain)
    ? plain
    : plain.replace(/(?<=ss|sh|ch|x)es$/, "").replace(/s$/, "");

/** True for a member of a synonym group that only capitals tell from a word. */
export const isAcronym = (member: string): boolean => acronymOf(member) !== undefined;

/** Words without a subject: what PostgreSQL's English dictionary drops. A query of nothing else keeps them. */
export const stopWords: ReadonlySet<string> = new Set(
  `i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers herself it its
  itself they them their theirs themselves what which who whom this that these those am is are was were be been being have
  has had having do does did doing a an the and but if or because as until while of at by for with about against between
  into through during before after above below to from up down in out on off over under again further then once here there
  when where why how all any both each few more most other some such no nor not only own same so than too very s t can will
  just don should now`.split(/\s+/u),
);
