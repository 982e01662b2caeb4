import { createHash } from "node:crypto";
import { badInput } from "../kernel/errors.ts";
import type { SearchFilter, SearchSort, SearchSpelling } from "./search.inputs.ts";

/** Deepest hit that a search leads to; complete lists come from the list queries, whose cursors have no end. */
export const depthMax = 1000;

/** What a cursor belongs to: it means nothing under another query, filter, sort or spelling. */
export interface CursorScope {
  readonly query: string;
  readonly filter: SearchFilter;
  readonly sort: SearchSort;
  readonly spelling: SearchSpelling;
}

/** Opaque to clients: how many hits come before, and a seal over that and the scope. */
export const searchCursor = (scope: CursorScope, offset: number): string =>
  Buffer.from(`${offset}.${seal(scope, offset)}`).toString("base64url");

/** How many hits come before the page after this cursor; refuses one that is damaged, foreign or too deep. */
export function offsetOf(cursor: string | null | undefined, scope: CursorScope): number {
  if (cursor === null || cursor === undefined) return 0;
  const [offset = "", sealed] = Buffer.from(cursor, "base64url").toString("utf8").split(".");
  if (!/^\d{1,9}$/.test(offset) || sealed !== seal(scope, Number(offset)))
    throw badInput(
      "after",
      "is not a cursor of this search; take endCursor of the page before, with the same query, filter, sort and spelling.",
    );
  if (Number(offset) < depthMax) return Number(offset);
  throw badInput(
    "after",
    `a search leads to ${depthMax} hits at most; narrow it by a filter, or page through evidenceSummaries, reflections, researchProjects or cpdSessions, which have no end.`,
  );
}

function seal({ query, filter, sort, spelling }: CursorScope, offset: number): string {
  // The same choice written in another order, or with empty fields, is the same choice.
  const choice = Object.entries(filter)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([field, value]) => [field, Array.isArray(value) ? value.map(String).sort() : value])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return createHash("sha256")
    .update(JSON.stringify([query, choice, sort, spelling, offset]))
    .digest("base64url")
    .slice(0, 16);
}
