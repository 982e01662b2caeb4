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

/** The acronyms of a text, each as often as it is written. */
export function acronymsIn(text: string): string[] {
  const found: string[] = [];
  let run: string[] = [];
  const close = () => {
    if (run.length < shoutingFrom) found.push(...run.flatMap((word) => acronymOf(word) ?? []));
    run = [];
  };
  for (const [piece] of text.matchAll(wordOrGap)) {
    if (piece === " ") continue;
    if (/^\p{Lu}+$/u.test(piece)) run.push(piece);
    else {
      close();
      const acronym = acronymOf(piece);
      if (acronym) found.push(acronym);
    }
  }
  close();
  return found;
}

/** PostgreSQL keeps at most 255 places of a lexeme; far fewer already say "about this". */
const placesMax = 20;

/** The acronyms of weighted texts, in the text form of a tsvector: `'=TA':1A,3D`. */
export function acronymVector(texts: readonly (readonly [weight: string, text: string])[]): string {
  const places = new Map<string, string[]>();
  let place = 0;
  for (const [weight, text] of texts)
    for (const acronym of acronymsIn(text)) {
      const own = places.get(acronym) ?? [];
      if (own.length < placesMax) own.push(`${(place += 1)}${weight}`);
      places.set(acronym, own);
    }
  return [...places]
    .map(([acronym, own]) => `${acronymLexeme(acronym)}:${own.join(",")}`)
    .join(" ");
}
