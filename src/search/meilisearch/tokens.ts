import { createHash } from "node:crypto";
import { publicAudience } from "../audience.ts";

// Meilisearch compares filter values after folding case and accents, and cuts them at 468 bytes. What must be equal to the
// letter is written so that folding changes nothing and cutting is never reached.

/** Longer values are told apart by a hash. */
const tokenMax = 200;

/** A value of a filter, to the letter: two different texts are two different tokens. Beginnings stay beginnings up to 200 letters. */
export function exactToken(text: string): string {
  const token = text.replace(
    /[^a-z0-9=_.'&+/:@?,~#-]/gu,
    (character) => `%${character.codePointAt(0)!.toString(16)};`,
  );
  if (token.length <= tokenMax) return token;
  return `${token.slice(0, tokenMax - 34)}%%${hashOf(token).slice(0, 32)}`;
}

/** A lexeme as documents carry it; an acronym's capitals are small, because the equals sign tells it already. */
export const lexemeToken = (lexeme: string): string =>
  exactToken(/^=[A-Z&]+$/.test(lexeme) ? lexeme.toLowerCase() : lexeme);

/** Two lexemes of a document, the second so many words after the first. */
export const pairToken = (first: string, distance: number, second: string): string =>
  `${exactToken(first)}|${distance}|${exactToken(second)}`;

/** Pairs are kept up to this distance: "English as an additional language" has its words that far apart. */
export const pairDistanceMax = 3;

/** A title's words from one of them to the end, with an underscore after each: what begins with "how_to_" has these words. */
export const titleToken = (plain: string): string => exactToken(plain.replaceAll(" ", "_"));

/**
 * Who may find a document, as it is in the index: `public` alone where everybody may, else a hash of each token. A client that
 * searches the index itself may count its documents by any filterable field, and is told no person's or school's id by that.
 */
export const audienceTokens = (audience: readonly string[]): string[] =>
  audience.includes(publicAudience) ? [publicAudience] : audience.map(audienceToken);

/** One token a viewer holds, as documents in the index carry it. */
export const audienceToken = (token: string): string =>
  token === publicAudience ? token : hashOf(token).slice(0, 32);

const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");
