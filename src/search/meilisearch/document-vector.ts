import { lexemeToken, pairDistanceMax, pairToken } from "./tokens.ts";

/** Where a lexeme stands in a document, and in which field: A is the title, B the headline, C keywords, D the body. */
interface Place {
  readonly at: number;
  readonly weight: "A" | "B" | "C" | "D";
}

export type Vector = ReadonlyMap<string, readonly Place[]>;

const entry = /'((?:[^']|'')*)'(?::([0-9A-D,]+))?/g;

/** A tsvector out of its text form. */
export function vectorOf(text: string): Vector {
  const vector = new Map<string, Place[]>();
  for (const [, lexeme, places] of text.matchAll(entry))
    vector.set(
      // In this form quotes and backslashes are doubled.
      lexeme!.replaceAll("''", "'").replaceAll("\\\\", "\\"),
      (places ?? "").split(",").flatMap((place) => {
        const at = Number.parseInt(place, 10);
        if (Number.isNaN(at)) return [];
        return [{ at, weight: (/[ABC]$/.exec(place)?.[0] ?? "D") as Place["weight"] }];
      }),
    );
  return vector;
}

/** Every lexeme, as filters ask for it. */
export const lexemesOf = (vector: Vector): string[] => [...vector.keys()].map(lexemeToken);

/**
 * Lexemes that stand up to three words apart, as phrases are asked for. Acronyms have places of their own, behind the text:
 * they are part of no phrase.
 */
export function pairsOf(vector: Vector): string[] {
  const byPlace = new Map<number, string[]>();
  for (const [lexeme, places] of vector)
    if (!lexeme.startsWith("="))
      for (const { at } of places) {
        const there = byPlace.get(at);
        if (there) there.push(lexeme);
        else byPlace.set(at, [lexeme]);
      }
  const pairs = new Set<string>();
  for (const [at, firsts] of byPlace)
    for (let distance = 1; distance <= pairDistanceMax; distance++)
      for (const second of byPlace.get(at + distance) ?? [])
        for (const first of firsts) pairs.add(pairToken(first, distance, second));
  return [...pairs];
}
