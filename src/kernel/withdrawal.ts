import { badInput } from "./errors.ts";
import { cleanText } from "./input.ts";

const longest = 1_000;

/** Why something public is taken back, for the tombstone that readers find; refuses an empty reason. */
export function withdrawalReason(typed: string): string {
  const reason = cleanText(typed.trim(), "reason", longest);
  if (reason === "") throw badInput("reason", "is empty; say in a sentence why it is taken back.");
  return reason;
}
