import { afterAll } from "vitest";
import { connectMeilisearch } from "../../src/search/meilisearch/connection.ts";
import { keyUid } from "../../src/search/meilisearch/keys.ts";
import { meiliMasterKey, meiliUrl, withServer } from "./meilisearch.ts";

/** A name for an index of this test file's own. Its indexes and keys are gone after the file's last test. */
export function ownIndex(url = meiliUrl!): string {
  const index = `test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  if (withServer) afterAll(() => cleared(url, index));
  return index;
}

/** What is left out is described all the same; a connection makes no call by itself. */
const nowhere = "http://127.0.0.1:9";

/** A connection with all rights. */
export const asMaster = (index: string, { url = meiliUrl ?? nowhere, timeoutMs = 2_000 } = {}) =>
  connectMeilisearch({ url, publicUrl: url, index, timeoutMs }, meiliMasterKey ?? "");

async function cleared(url: string, index: string): Promise<void> {
  const { ask } = asMaster(index, { url });
  const { results } = await ask((client) => client.getRawIndexes({ limit: 1_000 }));
  for (const { uid } of results)
    if (uid === index || uid.startsWith(`${index}-`))
      await ask((client) => client.deleteIndex(uid));
  for (const purpose of ["server", "search"] as const)
    await ask((client) => client.deleteKey(keyUid(index, purpose))).catch(() => undefined);
}
