import type { Em } from "../../kernel/em.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Filling } from "../../search/meilisearch/fitness.ts";
import { remembered } from "../../search/meilisearch/shipping/ledger.ts";
import { shippingState } from "../../search/meilisearch/shipping/state.ts";
import type { Config, Secrets } from "../config.ts";
import type { Database } from "../database.ts";
import { guardedMeilisearch, postgreSqlAlone, type SearchSide } from "./search-side.ts";

/** What answers searches by the configuration. */
export function configuredSearch(
  { em }: Pick<Database, "em">,
  { meilisearch: address }: Pick<Config, "meilisearch">,
  { meilisearchKeys: keys }: Pick<Secrets, "meilisearchKeys">,
  log: Logger,
): SearchSide {
  if (!address || !keys) return postgreSqlAlone();
  return guardedMeilisearch({ address, keys, em, log, fillingOf, indexState: shippingState });
}

async function fillingOf(em: Em, generation: string): Promise<Filling | undefined> {
  const known = await remembered(em, generation);
  if (!known) return undefined;
  const { oldestSeconds } = await shippingState(em);
  return { complete: known.filledAt !== null && known.doubtedAt === null, oldestSeconds };
}
