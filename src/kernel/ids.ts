import { createHash } from "node:crypto";
import { TypeID, typeidUnboxed } from "typeid-js";
import { badInput } from "./errors.ts";

/** A new id: what it is about, and when it was made, so that ids sort by age: `summary_01k…`. */
export const newId = (prefix: string): string => typeidUnboxed(prefix);

/**
 * The id that a name of ours always leads to, so that seeding twice makes one record.
 * A UUIDv7 in form: the moment is fixed, the random bits are the name's hash.
 */
export function idFromName(prefix: string, name: string): string {
  const bytes = createHash("sha256").update(`${prefix}:${name}`).digest().subarray(0, 16);
  bytes.writeUIntBE(Date.UTC(2026, 0, 1), 0, 6);
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  return TypeID.fromUUIDBytes(prefix, bytes).toString();
}

/** What an id is about, by its prefix; undefined when it is no id of ours at all. */
export function prefixOf(id: string): string | undefined {
  try {
    return TypeID.fromString(id).getType();
  } catch {
    return undefined;
  }
}

/** As `prefixOf`, refusing what is not an id in words a client can act on. */
export function requirePrefix(id: string, field: string): string {
  const prefix = prefixOf(id);
  if (prefix) return prefix;
  throw badInput(
    field,
    `"${id.slice(0, 40)}" is not an id; ids look like summary_01jzmqv4t2f3kagk7c3gm2xh9e.`,
  );
}
