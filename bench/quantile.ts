/** The value below which `share` of the values lie, between the two nearest; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  return below + ((sorted[Math.ceil(at)] ?? below) - below) * (at % 1);
}

/** The value in the middle; NaN of none. */
export const median = (values: readonly number[] = []): number => quantile(values, 0.5);
