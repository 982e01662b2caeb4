import type { EffectSizeBasis } from "../generated/graphql.ts";

/** What a finding says about how sure its effect is. */
export interface Measured {
  readonly effectSize?: number | null;
  readonly effectSizeBasis?: EffectSizeBasis | null;
  readonly interventionSampleSize?: number | null;
  readonly comparisonSampleSize?: number | null;
  readonly interventionClusters?: number | null;
  readonly comparisonClusters?: number | null;
}

/** Why an effect is shown without an interval. */
export type NoInterval = "UNKNOWN_SIZES" | "CLUSTERED" | "STUDY_REPORTED";

/** Approximate 95 % interval, in standard deviations; or why there is none. */
export type EffectInterval =
  | { readonly lower: number; readonly upper: number }
  | { readonly missing: NoInterval };

/** Two-sided 95 % of a normal distribution. */
const z95 = 1.959964;

/**
 * Variance of Hedges' g from the sizes of two independent groups, for pupils allotted one by one
 * (Borenstein and others, 2009, Introduction to Meta-Analysis, formulas 4.20 to 4.24).
 */
export function varianceOfG(g: number, n1: number, n2: number): number {
  const correction = 1 - 3 / (4 * (n1 + n2 - 2) - 1);
  const d = g / correction;
  return correction ** 2 * ((n1 + n2) / (n1 * n2) + d ** 2 / (2 * (n1 + n2)));
}

/** Clusters as many as pupils mean that each pupil was allotted alone. */
const isClustered = (clusters: number | null | undefined, pupils: number): boolean =>
  typeof clusters === "number" && clusters < pupils;

/**
 * The interval that the formula gives, where it holds: both groups' sizes known, pupils allotted one by one,
 * and the figure is Hedges' g and not one of the study's own making.
 */
export function intervalOf(of: Measured): EffectInterval {
  const { effectSize: g, interventionSampleSize: n1, comparisonSampleSize: n2 } = of;
  if (typeof g !== "number" || typeof n1 !== "number" || typeof n2 !== "number")
    return { missing: "UNKNOWN_SIZES" };
  if (isClustered(of.interventionClusters, n1) || isClustered(of.comparisonClusters, n2))
    return { missing: "CLUSTERED" };
  if (of.effectSizeBasis === "STUDY_REPORTED") return { missing: "STUDY_REPORTED" };
  // A variance needs two pupils in each group.
  if (n1 < 2 || n2 < 2) return { missing: "UNKNOWN_SIZES" };
  const margin = z95 * Math.sqrt(varianceOfG(g, n1, n2));
  return { lower: g - margin, upper: g + margin };
}
