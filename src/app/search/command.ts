import { defineCommand } from "citty";
import { connectMeilisearch } from "../../search/meilisearch/connection.ts";
import { setUp } from "../../search/meilisearch/setup.ts";
import { readEnv, toConfig } from "../config.ts";
import { refuseUnknown } from "../options.ts";
import { perform } from "../perform.ts";
import { giveUp } from "../run.ts";
import { StartError } from "../start-error.ts";

const setupCommand = defineCommand({
  meta: {
    name: "setup",
    description:
      "Make the keys of MEILI_URL's server for this installation, with MEILI_MASTER_KEY, print them, and apply the index's settings.",
  },
  setup: ({ rawArgs }) => refuseUnknown(rawArgs),
  async run() {
    try {
      const { config, secrets } = toConfig(readEnv(), { keysLater: true });
      if (config.meilisearch === undefined)
        throw new StartError(
          "MEILI_URL is missing; it must be the address of a Meilisearch such as http://127.0.0.1:7700.",
        );
      if (secrets.meilisearchMasterKey === undefined)
        throw new StartError(
          "MEILI_MASTER_KEY is missing; for this command it must be the key that Meilisearch was started with. Nothing else needs it.",
        );
      const connection = connectMeilisearch(config.meilisearch, secrets.meilisearchMasterKey);
      const made = await setUp(connection, await perform("searchSettings", null));
      const { url, index } = config.meilisearch;
      process.stderr.write(
        `Meilisearch ${made.version} at ${url} is ready. Settings of the index ${index}: ${made.changed.length === 0 ? "as they should be" : `changed ${made.changed.join(", ")}`}.\nInto the environment of every server and worker, and nowhere else:\n`,
      );
      process.stdout.write(
        `MEILI_URL=${url}\n${index === "potbank" ? "" : `MEILI_INDEX=${index}\n`}MEILI_API_KEY=${made.apiKey}\nMEILI_SEARCH_KEY=${made.searchKey}\n`,
      );
    } catch (error) {
      giveUp(error);
    }
  },
});

/** `potbank search …`: what is done about the Meilisearch that answers searches. */
export const searchCommand = defineCommand({
  meta: { name: "search", description: "Look after the Meilisearch that answers searches." },
  subCommands: { setup: setupCommand },
});
