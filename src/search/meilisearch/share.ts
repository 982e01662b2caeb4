import type { ResolvedUnit } from "../postgresql-units.ts";
import { shareMin, type Wanted } from "../wanted.ts";
import { allOf, anyOf, type Condition, nothing, startsWith } from "./filter.ts";
import { anyUnit, matchOf, type Match } from "./match.ts";
import { titleToken } from "./tokens.ts";

/** Conditions on units that one filter may hold: some forty bytes each, and each is looked up. */
const conditionsMax = 600;

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
  const portions = units.map(({ portion }) => portion / all);
  for (let kept = units.length; ; kept = Math.ceil(kept * 0.8)) {
    const condition = reaching(units, portions, kept, least, conditionsMax);
    if (condition !== undefined) return { condition, isExact: kept === units.length };
  }
}

/** Documents that carry this part of what the units that tell most tell together; undefined where it takes too long to say. */
export function carrying({ units }: Wanted, part: number): Condition | undefined {
  const kept = Math.min(units.length, tierUnitsMax);
  const most = units
    .map(({ information }) => information)
    .sort((a, b) => b - a)
    .slice(0, kept)
    .reduce((sum, information) => sum + information, 0);
  const shares = units.map(({ information }) => information / most);
  return reaching(units, shares, kept, part, tierConditionsMax);
}

/** Six units have 63 sets, of which a tier names twenty at most. */
const tierUnitsMax = 6;

/** A condition that only orders must not cost more than the one that says what is a hit. */
const tierConditionsMax = 60;

/** The sets of the units that tell most which reach the least share; undefined when they are too many. */
function reaching(
  units: readonly ResolvedUnit[],
  shares: readonly number[],
  kept: number,
  least: number,
  max: number,
): Condition | undefined {
  const order = shares
    .map((_, at) => at)
    .sort((a, b) => shares[b]! - shares[a]!)
    .slice(0, kept);
  const matches = units.map(matchOf);
  const carried = units.map(() => false);
  /** In the order of the units, as the statement adds them up: the last bit decides at the border. */
  const reaches = () =>
    shares.reduce((sum, share, at) => sum + (carried[at] ? share : 0), 0) >= least;
  const supposing = <T>(places: readonly number[], work: () => T): T => {
    for (const at of places) carried[at] = true;
    const result = work();
    for (const at of places) carried[at] = false;
    return result;
  };
  let conditions = 0;
  const from = (start: number): Condition | null => {
    const rest = order.slice(start);
    if (rest.length === 0 || !supposing(rest, reaches)) return null;
    // In this order, whatever alone reaches the share with what is carried stands before what does not.
    const last = rest.findIndex((at) => !supposing([at], reaches));
    const enough = last < 0 ? rest : rest.slice(0, last);
    const pieces: Condition[] = enough.length > 0 ? [anyUnit(ofUnits(matches, enough))] : [];
    conditions += enough.length;
    for (let at = start + enough.length; at < order.length && conditions <= max; at++) {
      const more = supposing([order[at]!], () => from(at + 1));
      if (more === null) continue;
      conditions++;
      pieces.push(allOf([anyUnit(ofUnits(matches, [order[at]!])), more]));
    }
    return pieces.length === 0 ? null : anyOf(pieces);
  };
  const condition = from(0);
  return conditions > max ? undefined : (condition ?? nothing);
}

const ofUnits = (matches: readonly Match[], places: readonly number[]): Match[] =>
  places.map((at) => matches[at]!);
