import { connectMeilisearch } from "../search/meilisearch/connection.ts";
import { documentsOf } from "../search/meilisearch/document.ts";
import { indexSettings } from "../search/meilisearch/settings.ts";
import {
  type Exclusive,
  exclusiveAmongAll,
  exclusiveHere,
} from "../search/meilisearch/shipping/exclusive.ts";
import type { Shipping } from "../search/meilisearch/shipping/indexes.ts";
import { synonymGroups } from "../terms/term.reader.ts";
import { type Config, readEnv, type Secrets, toConfig } from "./config.ts";
import type { Database } from "./database.ts";
import { StartError } from "./start-error.ts";

// The embedded database is one connection of one process: the worker and a command handed over to it share this.
const here = new WeakMap<object, Exclusive>();

function exclusiveOn({ kind, em }: Database): Exclusive {
  if (kind === "postgresql") return exclusiveAmongAll(em);
  let exclusive = here.get(em);
  if (!exclusive) here.set(em, (exclusive = exclusiveHere()));
  return exclusive;
}

/** What ships this database's documents to the configured Meilisearch; undefined without one. */
export function shippingOf(
  database: Database,
  { meilisearch }: Pick<Config, "meilisearch">,
  { meilisearchKeys }: Pick<Secrets, "meilisearchKeys">,
): Shipping | undefined {
  if (!meilisearch || !meilisearchKeys) return undefined;
  return {
    em: database.em,
    connection: connectMeilisearch(meilisearch, meilisearchKeys.apiKey),
    exclusive: exclusiveOn(database),
    documentsOf,
    settings: (em) => indexSettings(em, synonymGroups),
  };
}

/** As `shippingOf`, by the environment of this process; a `StartError` without a Meilisearch. */
export function configuredShipping(database: Database): Shipping {
  const { config, secrets } = toConfig(readEnv());
  const shipping = shippingOf(database, config, secrets);
  if (!shipping)
    throw new StartError(
      "MEILI_URL is missing; it must be the address of the Meilisearch that answers searches.",
    );
  return shipping;
}
