import { afterAll } from "vitest";
import {
  connectMeilisearch,
  type MeilisearchAddress,
  type MeilisearchKeys,
} from "../../src/search/meilisearch/connection.ts";
import { ensureKeys, keyUid } from "../../src/search/meilisearch/keys.ts";
import { meiliMasterKey, meiliUrl, withServer } from "./meilisearch.ts";

const made: { url: string; index: string }[] = [];

// Here and not where an index is named: a hook that a running test asks for is never called.
afterAll(async () => {
  for (const { url, index } of made.splice(0)) await cleared(url, index);
});

/** A name for an index of this test file's own. Its indexes and keys are gone after the file's last test. */
export function ownIndex(url = meiliUrl!): string {
  const index = `test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  if (withServer) made.push({ url, index });
  return index;
}

/** What is left out is described all the same; a connection makes no call by itself. */
const nowhere = "http://127.0.0.1:9";

/** Where an index of a test's own is. */
export const addressOf = (index: string, { url = meiliUrl ?? nowhere, timeoutMs = 2_000 } = {}) =>
  ({ url, publicUrl: url, index, timeoutMs }) satisfies MeilisearchAddress;

/** A connection with all rights: for what somebody else does to a server, never for what the program does. */
export const asMaster = (index: string, at: { url?: string; timeoutMs?: number } = {}) =>
  connectMeilisearch(addressOf(index, at), meiliMasterKey ?? "");

/** The keys that `potbank search setup` makes for an index; the index is not made. Of no use without a server. */
export const limitedKeys = async (index: string, url?: string): Promise<MeilisearchKeys> =>
  withServer ? ensureKeys(asMaster(index, url === undefined ? {} : { url })) : { apiKey: "none" };

async function cleared(url: string, index: string): Promise<void> {
  const { ask } = asMaster(index, { url });
  // A server of a test's own may be gone by now, with all that it held.
  const indexes = await ask((client) => client.getRawIndexes({ limit: 1_000 })).catch(() => null);
  if (indexes === null) return;
  for (const { uid } of indexes.results)
    if (uid === index || uid.startsWith(`${index}-`))
      await ask((client) => client.deleteIndex(uid));
  for (const purpose of ["server", "search"] as const)
    await ask((client) => client.deleteKey(keyUid(index, purpose))).catch(() => undefined);
}
