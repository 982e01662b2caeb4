import { Meilisearch } from "meilisearch";
import type { Em } from "../../src/kernel/em.ts";
import { documentsAfter } from "../../src/search/meilisearch/document.ts";
import { indexSettings } from "../../src/search/meilisearch/settings.ts";
import type { SynonymSource } from "../../src/search/port.ts";

/** The server that tests are given, and its master key; tests that need them are left out without. */
export const meiliUrl = process.env.MEILI_URL;
export const meiliMasterKey = process.env.MEILI_MASTER_KEY;

export const withServer = meiliUrl !== undefined && meiliMasterKey !== undefined;

export const masterClient = (): Meilisearch =>
  new Meilisearch({ host: meiliUrl!, apiKey: meiliMasterKey! });

/** A task's success, or its error: the client gives back a failed task as it does a good one. */
export async function succeeded(task: {
  waitTask: (options: { timeout: number; interval: number }) => Promise<{
    status: string;
    error: { message: string } | null;
  }>;
}): Promise<void> {
  const done = await task.waitTask({ timeout: 600_000, interval: 20 });
  if (done.status !== "succeeded") throw new Error(done.error?.message ?? done.status);
}

/** Fills an index with every living document of a database, as rows are now. */
export async function fillIndex(
  client: Meilisearch,
  index: string,
  em: Em,
  synonyms: SynonymSource,
  settings: object = {},
): Promise<void> {
  await succeeded(client.createIndex(index, { primaryKey: "id" }));
  await succeeded(
    client.index(index).updateSettings({ ...(await indexSettings(em, synonyms)), ...settings }),
  );
  let after = "";
  for (;;) {
    const documents = await documentsAfter(em, after, 1_000);
    if (documents.length === 0) return;
    after = documents.at(-1)!.id;
    await succeeded(client.index(index).addDocuments([...documents]));
  }
}
