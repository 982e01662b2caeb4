import { badInput } from "./errors.ts";

/** Free text from a client: refuses what is too long or cannot be stored, naming the field. */
export function cleanText(text: string, field: string, longest: number): string {
  if (text.length > longest)
    throw badInput(field, `has ${text.length} characters; at most ${longest} are allowed.`);
  // PostgreSQL text cannot hold NUL.
  if (text.includes("\u0000")) throw badInput(field, "contains a null character; send plain text.");
  return text;
}

/** A slug from an address: anything that cannot be one of ours leads to no record, not to an error. */
export const isSlug = (text: string): boolean =>
  /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text) && text.length <= 200;

/** A whole number from a client that must lie in a range; null and undefined are no number and pass. */
export function checkRange(
  value: number | null | undefined,
  field: string,
  least: number,
  most: number,
): void {
  if (value === null || value === undefined || (value >= least && value <= most)) return;
  throw badInput(field, `is ${value}; it must be a whole number from ${least} to ${most}.`);
}

/** PostgreSQL has no year 0, and nobody searches beyond four digits. */
export const inRange = (moment: Date): boolean =>
  moment.getUTCFullYear() >= 1 && moment.getUTCFullYear() <= 9999;

function checkMoment(value: Date, field: string): void {
  if (inRange(value)) return;
  throw badInput(field, "is outside the years 1 to 9999.");
}

/** Most values of one field of a filter: no vocabulary is much longer, and the database reads each for every row. */
const filterValuesMax = 100;

/**
 * Checks what every filter of a list or a search has in common: lists that are not endless, moments within the calendar,
 * and texts that the database can hold. Names the field at fault, as `filter.topics`.
 */
export function checkFilter(filter: object): void {
  for (const [field, value] of Object.entries(filter)) {
    if (value instanceof Date) checkMoment(value, `filter.${field}`);
    if (Array.isArray(value) && value.length > filterValuesMax)
      throw badInput(
        `filter.${field}`,
        `has ${value.length} values; at most ${filterValuesMax} are allowed, ask for them in parts.`,
      );
    for (const text of [value].flat())
      if (typeof text === "string") cleanText(text, `filter.${field}`, 200);
  }
}
