import { Meilisearch, type Settings } from "meilisearch";
import type { Em } from "../src/kernel/em.ts";
import { meilisearchRequests } from "../src/search/meilisearch/connection.ts";
import { documentsAfter } from "../src/search/meilisearch/document.ts";
import { indexSettings } from "../src/search/meilisearch/settings.ts";
import type { SynonymSource } from "../src/search/port.ts";

/** The server named by MEILI_URL and MEILI_MASTER_KEY, which benchmarks make and remove indexes of their own on. */
export function meilisearchFromEnvironment(): Meilisearch {
  const { MEILI_URL: host, MEILI_MASTER_KEY: apiKey } = process.env;
  if (!host || !apiKey)
    throw new Error("--engine meilisearch needs MEILI_URL and MEILI_MASTER_KEY of a server.");
  return new Meilisearch({ host, apiKey, requestInit: meilisearchRequests });
}

interface Waiting {
  waitTask: (options: { timeout: number; interval: number }) => Promise<{
    status: string;
    error: { message: string } | null;
  }>;
}

/** A task's success, or its error: the client gives back a failed task as it does a good one. */
export async function succeeded(task: Waiting): Promise<void> {
  const done = await task.waitTask({ timeout: 3_600_000, interval: 20 });
  if (done.status !== "succeeded") throw new Error(done.error?.message ?? done.status);
}

/** Makes an index with the settings that the program gives its own, and others where a comparison wants them. */
export async function createIndex(
  client: Meilisearch,
  index: string,
  em: Em,
  synonyms: SynonymSource,
  settings: Settings = {},
): Promise<void> {
  await succeeded(client.createIndex(index, { primaryKey: "id" }));
  await succeeded(
    client.index(index).updateSettings({ ...(await indexSettings(em, synonyms)), ...settings }),
  );
}

/** Puts every living document after an id into the index, as the rows are now; answers the last one's id. */
export async function fillIndex(
  client: Meilisearch,
  index: string,
  em: Em,
  after = "",
): Promise<string> {
  let last = after;
  const tasks: Waiting[] = [];
  for (;;) {
    const documents = await documentsAfter(em, last, 1_000);
    if (documents.length === 0) break;
    last = documents.at(-1)!.id;
    const task = client.index(index).addDocuments([...documents]);
    await task;
    tasks.push(task);
  }
  for (const task of tasks) await succeeded(task);
  return last;
}
