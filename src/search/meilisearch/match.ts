import { readings } from "../postgresql-rank.ts";
import type { ResolvedUnit } from "../postgresql-units.ts";
import { allOf, anyOf, type Condition, listed, startsWith } from "./filter.ts";
import { exactToken, lexemeToken, pairDistanceMax, pairToken } from "./tokens.ts";

/** What a document must have of a unit. Single lexemes are apart: lists of them are one condition, whatever they are of. */
export interface Match {
  readonly lexemes: readonly string[];
  readonly others: readonly Condition[];
}

/** What `tsv @@ match` asks of a document, asked of its lexemes and pairs: any of the unit's readings. */
export function matchOf(unit: ResolvedUnit): Match {
  const lexemes = new Set<string>();
  const others = new Set<Condition>();
  for (const alternative of readings(unit).flatMap(({ match }) => match.split(" | "))) {
    const { operands, operators } = parsed(alternative);
    const [first] = operands;
    if (operands.length > 1) others.add(together(operands, operators));
    else if (first!.beginning) others.add(startsWith("lexemes", exactToken(first!.lexeme)));
    else lexemes.add(lexemeToken(first!.lexeme));
  }
  return { lexemes: [...lexemes], others: [...others] };
}

/** Any of these units. */
export function anyUnit(matches: readonly Match[]): Condition {
  const lexemes = [...new Set(matches.flatMap((match) => match.lexemes))];
  const others = [...new Set(matches.flatMap((match) => match.others))];
  return anyOf([...(lexemes.length > 0 ? [listed("lexemes", lexemes)] : []), ...others]);
}

/** The lexemes of every way that a reading has, apart. */
export const lexemesIn = (query: string): string[][] =>
  query.split(" | ").map((way) => parsed(way).operands.map(({ lexeme }) => lexeme));

interface Operand {
  readonly lexeme: string;
  /** True for `'abc':*`. */
  readonly beginning: boolean;
}

const token = /'((?:[^'\\]|''|\\.)*)'(:\*)?|(&|<(?:-|\d+)>)|\s+/gy;

/** A tsquery of the forms that units are resolved to: lexemes with `&` or with distances between. */
function parsed(query: string): { operands: Operand[]; operators: string[] } {
  const operands: Operand[] = [];
  const operators: string[] = [];
  let read = 0;
  for (const [text, lexeme, beginning, operator] of query.matchAll(token)) {
    read += text.length;
    if (operator !== undefined) operators.push(operator);
    else if (lexeme !== undefined)
      operands.push({
        lexeme: lexeme.replaceAll("''", "'").replaceAll(/\\(.)/g, "$1"),
        beginning: beginning !== undefined,
      });
  }
  if (read !== query.length || operators.length !== operands.length - 1)
    throw new Error("A unit of a query was resolved to a form that has no filter.");
  return { operands, operators };
}

/**
 * All of the lexemes; of a phrase also every two of them that stand near enough in it to be a pair. Of three words and more
 * that is all but the phrase itself: what has every pair of it apart and nowhere the whole is very rare.
 */
function together(operands: readonly Operand[], operators: readonly string[]): Condition {
  const places = [0];
  for (const operator of operators)
    places.push(places.at(-1)! + (operator === "<->" ? 1 : Number.parseInt(operator.slice(1), 10)));
  const pairs = operators.includes("&")
    ? []
    : operands.flatMap((first, a) =>
        operands.slice(a + 1).flatMap((second, b) => {
          const distance = places[a + 1 + b]! - places[a]!;
          return distance > pairDistanceMax
            ? []
            : [pairToken(first.lexeme, distance, second.lexeme)];
        }),
      );
  // A pair says that both its words are there.
  const lexemes =
    pairs.length === 0 || pairs.length < operands.length - 1
      ? [...new Set(operands.map(({ lexeme }) => lexemeToken(lexeme)))]
      : [];
  return allOf([
    ...pairs.map((pair) => listed("pairs", [pair])),
    ...lexemes.map((lexeme) => listed("lexemes", [lexeme])),
  ]);
}
