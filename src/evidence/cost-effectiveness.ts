import { registerEnumType } from "type-graphql";
import type { OrderKey } from "../kernel/paging.ts";

/** What can be said when months are set against cost; decision 0015 says why there is no ratio. */
export enum CostEffectivenessGroup {
  GAIN = "GAIN",
  GAIN_ON_WEAK_EVIDENCE = "GAIN_ON_WEAK_EVIDENCE",
  NO_GAIN = "NO_GAIN",
  NOT_COMPARABLE = "NOT_COMPARABLE",
}
registerEnumType(CostEffectivenessGroup, {
  name: "CostEffectivenessGroup",
  description:
    "What can be said when months are set against cost, in the order of EvidenceSummarySort.COST_EFFECTIVENESS.",
  valuesConfig: {
    GAIN: { description: "More progress at a known cost, on at least 3 padlocks." },
    GAIN_ON_WEAK_EVIDENCE: {
      description: "More progress at a known cost, on fewer than 3 padlocks or an unknown number.",
    },
    NO_GAIN: { description: "0 months or fewer: no gain to set against the cost." },
    NOT_COMPARABLE: { description: "Months or cost are not known." },
  },
});

/** Fewest padlocks on which an order by cost and months is more than a guess: "moderate" evidence. */
const soundPadlocks = 3;

/** Most that a pupil can cost in a year, in pounds, for bands 1 to 4 (facts table F3); band 5 has no upper limit. */
const mostPounds = [80, 200, 720, 1200] as const;

// Whole numbers, so that a cursor holds exactly what the database computes: hundredths of a penny.
const fraction = 10_000;

interface Rated {
  readonly impactMonths: number | null;
  readonly costBand: number | null;
  readonly evidenceStrength: number | null;
}

/** In which part of the order a summary stands. */
export function costEffectivenessGroup(of: Rated): CostEffectivenessGroup {
  if (of.impactMonths === null || of.costBand === null)
    return CostEffectivenessGroup.NOT_COMPARABLE;
  if (of.impactMonths <= 0) return CostEffectivenessGroup.NO_GAIN;
  return (of.evidenceStrength ?? 0) >= soundPadlocks
    ? CostEffectivenessGroup.GAIN
    : CostEffectivenessGroup.GAIN_ON_WEAK_EVIDENCE;
}

const groupsInOrder = Object.values(CostEffectivenessGroup);

/** The most that a month can cost for a pupil, in hundredths of a penny; null without a gain or an upper limit. */
function mostForAMonth({ impactMonths, costBand }: Rated): number | null {
  const pounds = mostPounds[(costBand ?? 0) - 1];
  if (pounds === undefined || impactMonths === null || impactMonths <= 0) return null;
  return Math.floor((pounds * fraction) / impactMonths);
}

/**
 * First by group, then by the most that a month can cost: an upper limit out of the band's own, since where a strand
 * lies within its band nobody knows. It orders and is never shown. `r` is the revision in the list of summaries.
 */
export const costEffectivenessKeys: readonly OrderKey[] = [
  {
    path: "costEffectivenessGroup",
    type: "integer",
    direction: "asc",
    computed: {
      sql: () =>
        `(case when r.impact_months is null or r.cost_band is null then 3 when r.impact_months <= 0 then 2
          when r.evidence_strength >= ${soundPadlocks} then 0 else 1 end)`,
      value: (row: Rated) => groupsInOrder.indexOf(costEffectivenessGroup(row)),
    },
  },
  {
    path: "mostForAMonth",
    type: "integer",
    direction: "asc",
    nullable: true,
    computed: {
      sql: () =>
        `(case when r.impact_months > 0 then (case r.cost_band ${mostPounds
          .map((pounds, at) => `when ${at + 1} then ${pounds * fraction}`)
          .join(" ")} end) / r.impact_months end)`,
      value: mostForAMonth,
    },
  },
];
