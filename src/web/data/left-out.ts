const fewMax = 5;

/**
 * Words of an address that a page did not use, for its reader: the first five, and how many more there were. Without
 * control characters, which no page may hold, signs that change the direction of text, and halves of characters.
 */
export function listLeftOut(words: readonly string[]): string {
  const few = words.slice(0, fewMax).map((word) => word.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ""));
  const more = words.length - few.length;
  return few.join(", ") + (more > 0 ? ` and ${more} more` : "");
}
