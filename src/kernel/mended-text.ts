/** Text whose letters may have been read in the wrong encoding, mended as far as that can be proved right. */
export interface MendedText {
  readonly text: string;
  /** Letters were put right. */
  readonly mended: boolean;
  /** There is still something that no writer wrote: a byte was lost on the way. */
  readonly damaged: boolean;
}

/** Where Windows-1252 differs from Latin-1: the characters of its bytes 80 to 9F. */
const windows1252 = new Map<string, number>();
for (let byte = 0x80; byte <= 0x9f; byte += 1)
  windows1252.set(new TextDecoder("windows-1252").decode(Uint8Array.of(byte)), byte);

const suspects = new RegExp(`[\\u0080-\\u00ff${[...windows1252.keys()].join("")}]{2,}`, "gu");
const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Control characters and the replacement character; or the first half of a pair that has lost its second. */
const remains = /[\u0080-\u009f\uFFFD]|[ÃÂ](?![\p{L}'’-])|â€/u;

/** Wrongly read twice is the most that has been seen; a bound, so that no text can keep us busy. */
const roundsMax = 5;

/**
 * Mends UTF-8 that was read as Latin-1 or Windows-1252, any number of times over: "OÃ¢ÂÂBrien" is "O’Brien". Only
 * runs of letters whose bytes are valid UTF-8 are read again, which no sensible text is by accident.
 */
export function mendText(original: string): MendedText {
  let text = original;
  for (let round = 0; round < roundsMax; round += 1) {
    const again = text.replace(suspects, readAgain);
    if (again === text) break;
    text = again;
  }
  return { text, mended: text !== original, damaged: remains.test(text) };
}

function readAgain(run: string): string {
  const bytes = Uint8Array.from(
    run.split(""),
    (each) => windows1252.get(each) ?? each.charCodeAt(0),
  );
  try {
    return utf8.decode(bytes);
  } catch {
    return run;
  }
}

const bytesOf = (encoding: string): ReadonlyMap<string, number> => {
  const decoder = new TextDecoder(encoding);
  return new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
};
const windows1251 = bytesOf("windows-1251");
const latin = new TextDecoder("windows-1252");
const cyrillicAmongLatin = /[a-z].*[\u0400-\u04FF]|[\u0400-\u04FF].*[a-z]/i;

/** Mends Windows-1252 that was read as Windows-1251: "Prйvert" is "Prévert". Any other text is returned as it is. */
export function mendCyrillic(text: string): string {
  if (!cyrillicAmongLatin.test(text)) return text;
  const bytes = Array.from(text, (letter) => windows1251.get(letter));
  return bytes.includes(undefined) ? text : latin.decode(Uint8Array.from(bytes as number[]));
}
