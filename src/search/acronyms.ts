/** Letters and an inner ampersand: TA, SEND, D&T, SpLD. Digits need no care: nothing looks like KS2. */
const acronymForm = /^\p{Lu}[\p{L}&]{1,9}$/u;
const wordOrGap = /[\p{L}\p{N}&]+|[^\p{L}\p{N}&]+/gu;

/** Longer runs of capitals are shouting ("PLEASE SEND LETTERS HOME"), not acronyms side by side. */
const shoutingFrom = 3;

/** How an acronym is indexed: `SENs` and `SEN` as SEN, `DfE` as DFE. Undefined for what is written as a word. */
export function acronymOf(word: string): string | undefined {
  const singular = word.replace(/(?<=\p{Lu})s$/u, "");
  if (!acronymForm.test(singular)) return undefined;
  return (singular.match(/\p{Lu}/gu) ?? []).length >= 2 ? singular.toUpperCase() : undefined;
}

/** The lexeme of an acronym: no text can contain it, because the equals sign separates words. */
export const acronymLexeme = (acronym: string): string => `'=${acronym}'`;

/**
 * A text with its acronyms taken out, and the acronyms, each as often as it is written. An article stands where one was:
 * it is not indexed, and words apart stay apart. So "sending" does not find a text that only says SEND.
 */
export function separateAcronyms(text: string): { acronyms: string[]; words: string } {
  const acronyms: string[] = [];
  let words = "";
  let run: string[] = [];
  const close = () => {
    if (run.length === 0) return;
    const shouted = run.filter((piece) => piece !== " ").length >= shoutingFrom;
    for (const piece of run) {
      const acronym = shouted ? undefined : acronymOf(piece);
      if (acronym) acronyms.push(acronym);
      words += acronym ? "a" : piece;
    }
    run = [];
  };
  for (const [piece] of text.matchAll(wordOrGap)) {
    if (/^\p{Lu}+$/u.test(piece) || (piece === " " && run.length > 0)) run.push(piece);
    else {
      close();
      const acronym = acronymOf(piece);
      if (acronym) acronyms.push(acronym);
      words += acronym ? "a" : piece;
    }
  }
  close();
  return { acronyms, words };
}

/** PostgreSQL keeps at most 255 places of a lexeme; far fewer already say "about this". */
const placesMax = 20;

/** The acronyms of weighted texts, in the text form of a tsvector: `'=TA':1A,3D`. */
export function acronymVector(
  texts: readonly (readonly [weight: string, acronyms: readonly string[]])[],
): string {
  const places = new Map<string, string[]>();
  let place = 0;
  for (const [weight, acronyms] of texts)
    for (const acronym of acronyms) {
      const own = places.get(acronym) ?? [];
      if (own.length < placesMax) own.push(`${(place += 1)}${weight}`);
      places.set(acronym, own);
    }
  return [...places]
    .map(([acronym, own]) => `${acronymLexeme(acronym)}:${own.join(",")}`)
    .join(" ");
}
