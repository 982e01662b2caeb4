import type { ResolvedUnit } from "../postgresql-units.ts";
import { shareMin, type Wanted } from "../wanted.ts";
import { allOf, anyOf, type Condition, nothing, startsWith } from "./filter.ts";
import { anyUnit, matchOf, type Match } from "./match.ts";
import { titleToken } from "./tokens.ts";

/** Conditions on units that one filter may hold: some forty bytes each, and each is looked up. */
const conditionsMax = 1_500;

/** The hits of a query, as a filter, and whether it is exactly them or only most of them. */
export interface Hits {
  readonly condition: Condition | null;
  readonly isExact: boolean;
}

/**
 * What is a hit: "carries a least share of the query's information", said without numbers, as the sets of units that reach it.
 * The sums are made in the order and the precision of the statement that says the same of a row. Null when everything is a hit.
 */
export function hitsOf({ units, plain, unfinished }: Wanted): Hits {
  if (units.length === 0)
    return {
      // Words the index does not keep ("how to"): at least a title may contain them.
      condition:
        plain === "" ? null : startsWith("titleEnds", titleToken(unfinished ? plain : `${plain} `)),
      isExact: true,
    };
  const all = units.reduce((sum, { portion }) => sum + portion, 0);
  const least = shareMin(units.length);
  // Of a question too long to say everything about, the units that tell most. What the rest would add is left out.
  for (let kept = units.length; ; kept = Math.ceil(kept * 0.8)) {
    const condition = reaching(units, rarest(units, kept), all, least);
    if (condition !== undefined) return { condition, isExact: kept === units.length };
  }
}

const rarest = (units: readonly ResolvedUnit[], kept: number): number[] =>
  units
    .map((_, at) => at)
    .sort((a, b) => units[b]!.portion - units[a]!.portion)
    .slice(0, kept);

/** The sets of these units that reach the least share; undefined when they are too many. */
function reaching(
  units: readonly ResolvedUnit[],
  byPortion: readonly number[],
  all: number,
  least: number,
): Condition | undefined {
  const matches = units.map(matchOf);
  const shareOf = (carried: ReadonlySet<number>) =>
    units.reduce((sum, { portion }, at) => sum + (carried.has(at) ? portion / all : 0), 0);
  let conditions = 0;
  const from = (start: number, carried: ReadonlySet<number>): Condition | null => {
    const rest = byPortion.slice(start);
    if (rest.length === 0 || shareOf(new Set([...carried, ...rest])) < least) return null;
    // In this order, whatever alone reaches the share with what is carried stands before what does not.
    const last = rest.findIndex((at) => shareOf(new Set([...carried, at])) < least);
    const enough = last < 0 ? rest : rest.slice(0, last);
    const pieces: Condition[] = enough.length > 0 ? [anyUnit(ofUnits(matches, enough))] : [];
    conditions += enough.length;
    for (let at = start + enough.length; at < byPortion.length; at++) {
      if (conditions > conditionsMax) return null;
      const more = from(at + 1, new Set([...carried, byPortion[at]!]));
      if (more === null) continue;
      conditions++;
      pieces.push(allOf([anyUnit(ofUnits(matches, [byPortion[at]!])), more]));
    }
    return pieces.length === 0 ? null : anyOf(pieces);
  };
  const condition = from(0, new Set());
  return conditions > conditionsMax ? undefined : (condition ?? nothing);
}

const ofUnits = (matches: readonly Match[], places: readonly number[]): Match[] =>
  places.map((at) => matches[at]!);
