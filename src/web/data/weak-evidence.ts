import type { ImpactMonthsStatus } from "../generated/graphql.ts";

interface Figures {
  readonly impactMonths?: number | null;
  readonly impactMonthsStatus: ImpactMonthsStatus;
  readonly evidenceStrength?: number | null;
}

/** Months from which on a figure is large, up or down. */
const large = 4;

/** Fewer than 3 padlocks, or none known: months on such evidence may well change. */
export const isOnWeakEvidence = ({
  evidenceStrength,
}: Pick<Figures, "evidenceStrength">): boolean => (evidenceStrength ?? 0) < 3;

/** Whether the figure in months is large, whatever it rests on; one that is not known is not. */
export const isLarge = (months: number | null | undefined): boolean =>
  Math.abs(months ?? 0) >= large;

/** A large figure that is known to rest on two padlocks or fewer: it is marked wherever it is shown. */
export const isLargeOnFewPadlocks = ({
  impactMonths,
  impactMonthsStatus,
  evidenceStrength,
}: Figures): boolean =>
  impactMonthsStatus === "RATED" &&
  isLarge(impactMonths) &&
  typeof evidenceStrength === "number" &&
  isOnWeakEvidence({ evidenceStrength });
