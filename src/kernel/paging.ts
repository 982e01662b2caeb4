import { type FilterQuery, raw } from "@mikro-orm/core";
import { badInput } from "./errors.ts";
import { inRange } from "./input.ts";

/** Longest page a client may ask for. */
export const firstMax = 100;

/** What a client asked for: how many, and after which cursor. */
export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
}

/** One column of an order. The last key of every order is unique, so that no two rows tie. */
export interface OrderKey {
  /** Property, or a path through a relation: `shownRevisionId.title`. */
  readonly path: string;
  readonly direction: "asc" | "desc";
  /** What a cursor holds for it: anything else in a cursor is refused. */
  readonly type: "text" | "integer" | "number" | "moment";
  /** Nulls sort last in either direction. */
  readonly nullable?: boolean;
  /**
   * For a key that is computed: its SQL, given the table's alias, and the same value from a row. Without `value` a list
   * reads it along with the row, under its path; relations need `value`.
   */
  readonly computed?: {
    readonly sql: (alias: string) => string;
    readonly value?: (row: never) => CursorValue;
  };
}

/** A named order; its name is in the cursor, so that a cursor cannot be used under another order. */
export interface Order {
  readonly name: string;
  readonly keys: readonly OrderKey[];
}

export type CursorValue = string | number | null;

/** A page as the connection types show it. `count` runs only when a client asks for `totalCount`. */
export interface Page<T> {
  readonly edges: readonly { readonly cursor: string; readonly node: T }[];
  readonly nodes: readonly T[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly count: () => Promise<number>;
}

/** Refuses a page size outside 1 to 100. */
export function checkFirst(first: number, field = "first"): number {
  if (first >= 1 && first <= firstMax) return first;
  throw badInput(
    field,
    `${first} is outside 1 to ${firstMax}; ask for at most ${firstMax} and page on with after.`,
  );
}

/** A cursor is opaque to clients: the order's name and the row's values in it. */
export const encodeCursor = (name: string, values: readonly CursorValue[]): string =>
  Buffer.from(JSON.stringify([name, ...values])).toString("base64url");

/** The values in a cursor, one for each key of the order; refuses one that is damaged or belongs to another order. */
export function decodeCursor(cursor: string, order: Order, field = "after"): CursorValue[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(parts) && parts[0] === order.name && parts.length === order.keys.length + 1) {
      const values = parts.slice(1) as unknown[];
      if (order.keys.every((key, index) => fits(key, values[index])))
        return values as CursorValue[];
    }
  } catch {
    // Not ours: said below.
  }
  throw badInput(
    field,
    "is not a cursor of this list in this order; take endCursor of the page before, with the same filter and sort.",
  );
}

const integerMax = 2 ** 31 - 1;

function fits({ type, nullable }: OrderKey, value: unknown): boolean {
  if (value === null) return nullable === true;
  if (type === "integer") return Number.isInteger(value) && Math.abs(value as number) <= integerMax;
  if (type === "number") return typeof value === "number" && Number.isFinite(value);
  if (typeof value !== "string" || value.includes("\u0000")) return false;
  return type === "text" || isMoment(value);
}

/** A moment as cursors hold it: what `toISOString` makes of a date that PostgreSQL can hold. */
function isMoment(value: string): boolean {
  const moment = new Date(value);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === value && inRange(moment);
}

/** The order as `orderBy` of a query builder takes it. */
export const orderBy = (order: Order): Record<string, unknown>[] =>
  order.keys.map((key) =>
    condition(key, key.nullable ? `${key.direction} nulls last` : key.direction),
  );

/** The rows that come after a cursor in this order, as a filter; everything when there is no cursor. */
export function afterCursor<T extends object>(order: Order, after: string | null): FilterQuery<T> {
  if (after === null) return {} as FilterQuery<T>;
  const values = decodeCursor(after, order);
  const alternatives: object[] = [];
  order.keys.forEach((key, index) => {
    const value = values[index] as CursorValue;
    // Past the nulls of this key there is nothing but the later keys.
    if (value === null) return;
    const beyond = { [key.direction === "asc" ? "$gt" : "$lt"]: value };
    const here = key.nullable
      ? { $or: [condition(key, beyond), condition(key, null)] }
      : condition(key, beyond);
    const equal = order.keys.slice(0, index).map((each, at) => condition(each, values[at]));
    alternatives.push({ $and: [...equal, here] });
  });
  return { $or: alternatives } as FilterQuery<T>;
}

/**
 * A page out of `first + 1` rows: the extra row says whether there is more.
 */
export function toPage<T>(
  rows: readonly T[],
  request: PageRequest,
  cursorOf: (row: T) => string,
  count: () => Promise<number>,
): Page<T> {
  const nodes = rows.slice(0, request.first);
  const cursorAt = (at: number) => (nodes.length > 0 ? cursorOf(nodes.at(at) as T) : null);
  return {
    // Cursors are made when they are asked for: a page of summaries with their sessions has eighty, and few clients look.
    get edges() {
      return nodes.map((node) => ({ node, cursor: cursorOf(node) }));
    },
    nodes,
    pageInfo: {
      hasNextPage: rows.length > request.first,
      hasPreviousPage: request.after !== null,
      get startCursor() {
        return cursorAt(0);
      },
      get endCursor() {
        return cursorAt(-1);
      },
    },
    count,
  };
}

/** The cursor of a row under an order; the row has the order's paths as own properties. */
export const cursorBy =
  <T>(order: Order) =>
  (row: T): string =>
    encodeCursor(
      order.name,
      order.keys.map(({ path, computed }) =>
        computed?.value
          ? computed.value(row as never)
          : cursorValue((row as Record<string, unknown>)[path.split(".").at(-1)!]),
      ),
    );

const cursorValue = (value: unknown): CursorValue =>
  value instanceof Date ? value.toISOString() : ((value ?? null) as CursorValue);

function condition({ path, computed }: OrderKey, value: unknown): Record<string, unknown> {
  if (computed) return { [raw(computed.sql)]: value };
  return path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Record<
    string,
    unknown
  >;
}

/** The page of a record that has nothing in it. */
export const emptyPage = <T>(): Page<T> => ({
  edges: [],
  nodes: [],
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  count: async () => 0,
});
