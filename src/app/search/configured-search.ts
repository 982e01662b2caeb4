import type { Logger } from "../../kernel/log.ts";
import { fillingOf, shippingState } from "../../search/meilisearch/shipping/state.ts";
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
