import { Meilisearch } from "meilisearch";
import { createIndex, fillIndex as fill } from "../../bench/meilisearch.ts";
import type { Em } from "../../src/kernel/em.ts";
import type { SynonymSource } from "../../src/search/port.ts";

export { succeeded } from "../../bench/meilisearch.ts";

/** The server that tests are given, and its master key; tests that need them are left out without. */
export const meiliUrl = process.env.MEILI_URL;
export const meiliMasterKey = process.env.MEILI_MASTER_KEY;

export const withServer = meiliUrl !== undefined && meiliMasterKey !== undefined;

export const masterClient = (): Meilisearch =>
  new Meilisearch({ host: meiliUrl!, apiKey: meiliMasterKey! });

/** Makes an index as the program would, of every living document of a database, as rows are now. */
export async function fillIndex(
  client: Meilisearch,
  index: string,
  em: Em,
  synonyms: SynonymSource,
): Promise<void> {
  await createIndex(client, index, em, synonyms);
  await fill(client, index, em);
}
