import type { Em } from "../kernel/em.ts";
import type { SearchRequest } from "./port.ts";
import { type ResolvedUnit, resolveUnits } from "./postgresql-units.ts";
import { prefixFrom, understand } from "./query.ts";
import { correctSpelling } from "./spelling.ts";
import type { Synonyms } from "./synonyms.ts";

// What a search looks for, the same for every engine: the words that documents have, what each of them tells, and how much of
// it a hit must carry.

/** What selects and ranks. No units and no text: everything is a hit. No units but a text: titles that contain it. */
export interface Wanted {
  readonly units: readonly ResolvedUnit[];
  /** The query's words and single spaces. */
  readonly plain: string;
  /** The last word may be the beginning of one. */
  readonly unfinished: boolean;
}

/**
 * Least share of the query's information that a hit carries. Of few words a hit must have a good part; a long question
 * is a list of hints, and asking for 0.3 of twelve words cost Cranfield 0.03 and CISI 0.11 nDCG@10 (decision 0003).
 */
export const shareMin = (units: number): number => Math.max(0.1, Math.min(0.3, 1.2 / units));

/** What the query asks for, respelt where it must be; null when no document can have any of it. */
export async function want(
  em: Em,
  { query, audience, exact }: SearchRequest,
  synonyms: Synonyms,
): Promise<{ wanted: Wanted | null; correctedQuery: string | null }> {
  let { units, plain, unfinished } = understand(query, synonyms);
  if (plain === "")
    return {
      wanted: query.trim() === "" ? { units: [], plain, unfinished } : null,
      correctedQuery: null,
    };
  let { found, missing } = await resolveUnits(em, units, audience);
  const correctedQuery = await correctSpelling(em, query, missing, audience);
  if (correctedQuery !== null && !exact) {
    ({ units, plain, unfinished } = understand(correctedQuery, synonyms));
    ({ found, missing } = await resolveUnits(em, units, audience));
  }
  // The first letters of a word are no word that could be missing: titles may have one that begins so.
  const begun = unfinished && plain.length < prefixFrom;
  const nothing = found.length === 0 && missing.length > 0 && !begun;
  return { wanted: nothing ? null : { units: found, plain, unfinished }, correctedQuery };
}
