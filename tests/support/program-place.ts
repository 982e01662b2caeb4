import { command } from "./command.ts";
import { meiliMasterKey, meiliUrl } from "./meilisearch.ts";
import { ownIndex } from "./meilisearch-installation.ts";
import { dataPlace } from "./served.ts";

/**
 * A database for whole programs, set up against a Meilisearch by `potbank search setup`: `env` is what that printed, beside
 * where the database is. Nothing in it is a master key.
 */
export async function meilisearchPlace({
  url = meiliUrl!,
  demonstration = "0",
}: { url?: string; demonstration?: "0" | "1" } = {}) {
  const place = await dataPlace();
  const base: Record<string, string> = {
    ...place.env,
    POTBANK_DEMO: demonstration,
    LOG_LEVEL: "warn",
    MEILI_URL: url,
    MEILI_INDEX: ownIndex(url),
    // A busy machine must not look like a server that is away.
    MEILI_TIMEOUT_MS: "5000",
  };
  const setup = await command(["search", "setup"], { ...base, MEILI_MASTER_KEY: meiliMasterKey! })
    .end;
  if (setup.code !== 0) throw new Error(setup.err);
  const printed = Object.fromEntries(
    setup.out
      .trim()
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  ) as Record<string, string>;
  const env = { ...base, ...printed };
  return {
    env,
    index: base.MEILI_INDEX!,
    remove: place.remove,
    /** Runs `potbank …` to its end. */
    potbank: (args: readonly string[], more: Record<string, string> = {}) =>
      command(args, { ...env, ...more }).end,
  };
}
