import { readings } from "../postgresql-rank.ts";
import type { Reading, ResolvedUnit } from "../postgresql-units.ts";
import { ContentKind } from "../searchable.ts";
import type { Wanted } from "../wanted.ts";
import { weightIn } from "./document-weights.ts";
import { lexemesIn } from "./match.ts";
import { lexemeToken, titleToken } from "./tokens.ts";

/** What a hit brings with it to be scored. */
export interface Scored {
  readonly kind: string;
  readonly title: string;
  readonly plainTitle: string;
  readonly evidenceStrength: number | null;
  readonly weights: string;
}

/** As in the statement that PostgreSQL ranks by. */
const nearWeight = 0.5;
const titleWeight = 6;

/** How much a summary's score counts: twice where it weighs the evidence, a little more than others where it does not. */
export const hubOf = (kind: string, evidenceStrength: number | null): number => {
  if (kind !== ContentKind.EVIDENCE_SUMMARY) return 1;
  return evidenceStrength === null ? 1.2 : 2;
};

/**
 * The score that PostgreSQL would give the document, from what it brings along. It differs where a phrase is concerned: a
 * document with all of its words and not the phrase is scored as if it had it.
 */
export function scorer({ units, plain, unfinished }: Wanted): (hit: Scored) => number {
  const all = units.reduce((sum, { information }) => sum + information, 0);
  const prepared = units.map((unit) => ({
    information: unit.information,
    own: unit.own && prepare(unit.own),
    near: unit.near && prepare(unit.near),
  }));
  const query = `_${titleToken(plain)}_`;
  return (hit) => {
    let rank = 0;
    let carried = 0;
    for (const { information, own, near } of prepared) {
      const score = Math.max(own ? own(hit.weights) : 0, near ? nearWeight * near(hit.weights) : 0);
      rank += score * information;
      if (score > 0) carried += information;
    }
    const score = (rank / all) * (carried / all) * hubOf(hit.kind, hit.evidenceStrength);
    const named = namedBy(hit);
    return score * (1 + titleWeight * named) + (named > 0.9 ? 1 : 0);
  };

  /** How much of the query the title is, when the query has it whole; of a query half typed, how far the title is typed. */
  function namedBy({ title, plainTitle }: Scored): number {
    if (plainTitle === "") return 0;
    if (title.length <= plain.length + 4 && query.includes(`_${plainTitle}_`))
      return title.length / plain.length;
    const begun = unfinished && plain.includes(" ") && plainTitle.startsWith(titleToken(plain));
    return begun ? plain.length / title.length : 0;
  }
}

/** What a reading gives a document, by the document's weights. */
function prepare({ rank, match, size, simple }: Reading): (weights: string) => number {
  const counted = lexemesIn(rank).flat().map(lexemeToken);
  const ways = lexemesIn(match).map((lexemes) => lexemes.map(lexemeToken));
  const group = size > 1;
  return (weights) => {
    const matches =
      simple || ways.some((tokens) => tokens.every((token) => weights.includes(`|${token} `)));
    if (!matches) return 0;
    return counted.reduce((sum, token) => sum + weightIn(weights, token, group), 0);
  };
}

/** The lexemes by which a unit is counted, as documents carry them. */
export const countedOf = (unit: ResolvedUnit): string[] => [
  ...new Set(readings(unit).flatMap(({ rank }) => lexemesIn(rank).flat().map(lexemeToken))),
];
