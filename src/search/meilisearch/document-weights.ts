import type { Vector } from "./document-vector.ts";
import { lexemeToken } from "./tokens.ts";

// What PostgreSQL's rank is made of, a number a lexeme: `ts_rank` of one word depends on its own places alone, and what its
// normalization 1 takes off on the length of the document alone. So a document can bring its part of every score with it.

/** Body, keywords, headline, title: as in the statement that PostgreSQL ranks by. */
const weights = { D: 0.1, C: 0.2, B: 0.3, A: 0.5 };
const groupWeights = { D: 0.1, C: 0.03, B: 0.3, A: 0.5 };

/** What a lexeme's rank is written in. */
const unit = 1_000_000;

/** Sum of 1/i² over all i, by which ts_rank divides. */
const limit = 1.64493406685;

type Places = Vector extends ReadonlyMap<string, infer P> ? P : never;

/** `ts_rank` of one word: its best place whole, every other one by how early it stands. */
function rankOf(places: Places, by: Readonly<Record<"A" | "B" | "C" | "D", number>>): number {
  let sum = 0;
  let best = -1;
  let bestAt = 0;
  places.forEach(({ weight }, at) => {
    sum += by[weight] / (at + 1) ** 2;
    if (by[weight] > best) {
      best = by[weight];
      bestAt = at;
    }
  });
  return (best + sum - best / (bestAt + 1) ** 2) / limit;
}

/** Less, the longer the document. */
const brevityOf = (vector: Vector): number => {
  let words = 0;
  for (const places of vector.values()) words += Math.max(1, places.length);
  return 1 / Math.log2(words + 1);
};

/**
 * Every lexeme with its rank in the document, by itself and as one of a group of synonyms: `|learn 5123 4790|read 901 901|`.
 * One text, because a list of hundreds of values costs more to send and to read.
 */
export function weightsOf(vector: Vector): string {
  const brevity = brevityOf(vector);
  let text = "|";
  for (const [lexeme, places] of vector) {
    const own = Math.round(rankOf(places, weights) * brevity * unit);
    const group = Math.round(rankOf(places, groupWeights) * brevity * unit);
    text += `${lexemeToken(lexeme)} ${own} ${group}|`;
  }
  return text;
}

/** A lexeme's rank out of such a text, 0 where it is not. */
export function weightIn(text: string, token: string, group: boolean): number {
  const at = text.indexOf(`|${token} `);
  if (at < 0) return 0;
  const from = at + token.length + 2;
  const space = text.indexOf(" ", from);
  const number = group ? text.slice(space + 1, text.indexOf("|", space)) : text.slice(from, space);
  return Number(number) / unit;
}

/** Steps of a quarter in a rank's logarithm: one place in the body of a text of a thousand words is in the lower ones. */
const levelOf = (rank: number): number =>
  Math.max(0, Math.min(levels - 1, Math.floor(Math.log2(rank / 0.003) * 4)));

export const levels = 32;

/** The lexemes with their ranks in steps, for filters: `learn^12`. A summary's counts twice, as it does in the score. */
export function impactsOf(vector: Vector, hub: number): string[] {
  const brevity = brevityOf(vector);
  return [...vector].map(([lexeme, places]) =>
    impactToken(lexemeToken(lexeme), levelOf(rankOf(places, weights) * brevity * hub)),
  );
}

export const impactToken = (token: string, level: number): string => `${token}^${level}`;
