import { createHash } from "node:crypto";
import type { Key, KeyCreation } from "meilisearch";
import type { MeilisearchConnection } from "./connection.ts";
import { MeilisearchFault } from "./fault.ts";

/** What a key is for: the program itself, or to sign the tokens of clients that search the index themselves. */
type Purpose = "server" | "search";

// The least with which search, shipping, rebuilding and verifying work. None of these reaches another index, and none of
// them makes keys, dumps or snapshots.
const actions: Readonly<Record<Purpose, readonly KeyCreation["actions"][number][]>> = {
  server: [
    "search",
    "documents.add",
    "documents.get",
    "documents.delete",
    "indexes.get",
    "indexes.create",
    "indexes.delete",
    "indexes.swap",
    "settings.get",
    "settings.update",
    "stats.get",
    "tasks.get",
  ],
  search: ["search"],
};

const names: Readonly<Record<Purpose, string>> = {
  server: "Potbank: the program",
  search: "Potbank: tokens of clients",
};

/** The same for the same index for ever: a key's value follows from it and the master key. A UUID, as Meilisearch wants it. */
export function keyUid(index: string, purpose: Purpose): string {
  const hex = createHash("sha256").update(`potbank ${purpose} key of ${index}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

/** A key as it should be. The program works on spare indexes (`NAME-…`) too; clients search the one that is current. */
const wanted = (index: string, purpose: Purpose): KeyCreation => ({
  uid: keyUid(index, purpose),
  name: names[purpose],
  description: `Made by potbank search setup for the index ${index}.`,
  actions: [...actions[purpose]],
  indexes: purpose === "server" ? [index, `${index}-*`] : [index],
  expiresAt: null,
});

/** The keys of the index, made where they are missing and made anew where they may do something else. Needs the master key. */
export async function ensureKeys(
  connection: MeilisearchConnection,
): Promise<{ apiKey: string; searchKey: string }> {
  const { index } = connection.address;
  return {
    apiKey: (await ensureKey(connection, wanted(index, "server"))).key,
    searchKey: (await ensureKey(connection, wanted(index, "search"))).key,
  };
}

async function ensureKey(connection: MeilisearchConnection, key: KeyCreation): Promise<Key> {
  const known = await connection
    .ask((client) => client.getKey(key.uid!))
    .catch((error: unknown) => {
      if (error instanceof MeilisearchFault && error.code === "api_key_not_found") return undefined;
      throw error;
    });
  if (known && same(known.actions, key.actions) && same(known.indexes, key.indexes)) return known;
  // What a key may do cannot be changed. Made again with the same uid it has the same value: nobody need be told.
  if (known) await connection.ask((client) => client.deleteKey(key.uid!));
  return connection.ask((client) => client.createKey(key));
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify(a.toSorted()) === JSON.stringify(b.toSorted());
