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
