import type { Answered } from "./matrix.ts";
import { getNamedType } from "graphql";
import { schema } from "./asking.ts";
import { isConnection, isRecord, pagesIn, recordsIn, recordTypes } from "./walk.ts";

/** Whether there is anything in an answer. */
export function isGiven(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  const [page] = typeof value === "object" && "nodes" in value ? pagesIn(value) : [];
  return page ? page.totalCount > 0 : true;
}

/** Pages of records: which records may stand in them is the table of records' to say. */
const pagesOfRecords = new Set(
  Object.values(schema.getTypeMap())
    .filter(isConnection)
    .filter((type) => isRecord(getNamedType(type.getFields().nodes!.type)))
    .map(({ name }) => name),
);

/** What an answer says beside the records that it leads to, which the table of records is about. */
function said(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => {
    if (each === null || typeof each !== "object" || Array.isArray(each)) return each;
    if (recordsIn(each).length > 0 && Object.keys(each).length === 2) return undefined;
    if ("__typename" in each && pagesOfRecords.has(String(each.__typename))) return undefined;
    return each;
  });
}

/** Fields that are a record themselves: whom it is for is the table of records' to say. */
const toRecord = new Set(
  recordTypes(schema).flatMap((type) =>
    Object.values(type.getFields())
      .filter((field) => isRecord(getNamedType(field.type)))
      .map((field) => `${type.name}.${field.name}`),
  ),
);

/** Fields that are refused to some who see the record, or say something else to them, as `Type.field`. */
export function differing(answered: readonly Answered[]): string[] {
  const found = new Set<string>();
  const first = new Map<string, string>();
  for (const { record, fields, refused } of answered) {
    for (const field of refused) found.add(`${record.type}.${field}`);
    for (const [field, value] of Object.entries(fields)) {
      // What one may do is a table of its own.
      if (field === "viewerCan" || toRecord.has(`${record.type}.${field}`)) continue;
      const key = `${record.id} ${field}`;
      const text = said(value) ?? "";
      if (!first.has(key)) first.set(key, text);
      else if (first.get(key) !== text) found.add(`${record.type}.${field}`);
    }
  }
  return [...found];
}
