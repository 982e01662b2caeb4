import { acronymOf } from "./acronyms.ts";
import { plainWord, stopWords } from "./query-words.ts";

/** Private-use characters stand for the mark's tags until the text is escaped; a text's own are taken out before. */
export const open = "\uE000";
export const close = "\uE001";

const marked = new RegExp(`${open}([^${open}${close}]*)${close}`, "gu");

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const escape = (text: string): string =>
  text.replace(/[\uE000\uE001]/gu, "").replace(/[&<>"']/g, (character) => escapes[character]!);

interface Piece {
  readonly word: string;
  /** What stands between the word marked before and this one. */
  readonly gap: string;
}

/** Escaped text in which `<mark>` is the only tag, and how many different things it marks. */
export interface Marked {
  readonly html: string;
  readonly weight: number;
}

/**
 * ts_headline marks every word of a phrase wherever it stands, and an acronym's letters as any word. Kept are single
 * lexemes, phrases whose words stand together, and acronyms written as such.
 */
export function keepMarks(text: string, wanted: readonly (readonly string[])[]): Marked {
  const tidy = text
    .replace(/\s+/gu, " ")
    .replace(/^[\s.,;:!?)\]–-]+/u, "")
    .trimEnd();
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of tidy.matchAll(marked)) {
    pieces.push({ word: match[1]!, gap: tidy.slice(from, match.index) });
    from = match.index + match[0].length;
  }
  const kept = new Set<number>();
  const reasons = new Set<string>();
  for (const phrase of wanted)
    for (let at = 0; at + phrase.length <= pieces.length; at++) {
      const stands = phrase.every(
        (lexeme, offset) =>
          isForm(pieces[at + offset]!.word, lexeme) &&
          (offset === 0 || isClose(pieces[at + offset]!.gap)),
      );
      if (!stands) continue;
      reasons.add(phrase.join(" "));
      phrase.forEach((_, offset) => kept.add(at + offset));
    }
  const html = pieces.map(({ word, gap }, at) =>
    kept.has(at) ? `${escape(gap)}<mark>${escape(word)}</mark>` : escape(gap + word),
  );
  return { html: html.join("") + escape(tidy.slice(from)), weight: reasons.size };
}

/** Only stop words stand between, which the index does not count either. */
const isClose = (gap: string): boolean =>
  /^[\s\p{L}'’–-]*$/u.test(gap) &&
  gap.split(/[^\p{L}]+/u).every((word) => word === "" || stopWords.has(word.toLowerCase()));

/** Whether the stemmer makes the lexeme of the word, closely enough for a mark: "studies" and "studi", "TAs" and "=TA". */
function isForm(word: string, lexeme: string): boolean {
  if (lexeme.startsWith("=")) return acronymOf(word) === lexeme.slice(1);
  const plain = plainWord(word);
  return (
    plain.startsWith(lexeme) || (/[iy]$/.test(lexeme) && plain.startsWith(lexeme.slice(0, -1)))
  );
}
