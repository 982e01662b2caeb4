import { formatDay } from "./dates.ts";

/** When a record came, and when it last changed. */
interface Dated {
  readonly publishedAt?: string | null;
  readonly updatedAt: string;
}

/** Whether it changed on a later day than it came. */
export const wasUpdated = ({ publishedAt, updatedAt }: Dated): boolean =>
  typeof publishedAt === "string" && formatDay(publishedAt) !== formatDay(updatedAt);

/**
 * Those of the latest records whose order means something. Where a day brought more than fit, which of them came first is
 * chance: that whole day is left out.
 */
export function inMeaningfulOrder<Record extends Dated>(
  records: readonly Record[],
  fit: number,
): readonly Record[] {
  const beyond = records[fit];
  if (!beyond) return records;
  return records
    .slice(0, fit)
    .filter(({ updatedAt }) => formatDay(updatedAt) !== formatDay(beyond.updatedAt));
}
