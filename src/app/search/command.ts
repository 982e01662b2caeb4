import { defineCommand } from "citty";
import { isEqual } from "../../search/meilisearch/shipping/check.ts";
import { connectMeilisearch } from "../../search/meilisearch/connection.ts";
import { setUp } from "../../search/meilisearch/setup.ts";
import { readEnv, toConfig } from "../config.ts";
import { refuseUnknown } from "../options.ts";
import { perform } from "../perform.ts";
import { giveUp, untilInterrupted } from "../run.ts";
import { StartError } from "../start-error.ts";
import type { AnswerOf, Told } from "../verbs.ts";

/** A command on the database that ships; what it tells goes to the terminal. */
const onDatabase = <Name extends "searchRebuild" | "searchRollback">(
  name: Name,
  description: string,
  words: (answer: AnswerOf<Name>) => string,
) =>
  defineCommand({
    meta: { description },
    setup: ({ rawArgs }) => refuseUnknown(rawArgs),
    run: () =>
      untilInterrupted(async (signal) => {
        try {
          const answer = await perform(name, null as never, note, signal);
          process.stdout.write(`${words(answer)}\n`);
        } catch (error) {
          giveUp(error);
        }
      }),
  });

const note = (told: Told): void => {
  if (told[0] === "noted") process.stderr.write(`${told[1]}\n`);
};

const refusedWords = (failed: number): string =>
  failed === 0 ? "" : ` ${failed} are refused by Meilisearch: see potbank search status.`;

const rebuildCommand = onDatabase(
  "searchRebuild",
  "Make the index anew beside the one that is searched, compare it, and put it in its place. Searches and writes go on.",
  ({ documents, failed, before }) =>
    `The new index is searched: ${documents} documents.${refusedWords(failed)}${before ? " The old one is kept for potbank search rollback." : ""}`,
);

const rollbackCommand = onDatabase(
  "searchRollback",
  "Search the index again that the last rebuild replaced, brought up to the database. Doing it again undoes it.",
  ({ documents, failed }) =>
    `The index before is searched again: ${documents} documents.${refusedWords(failed)}`,
);

/** Exit code of a comparison that could not be made. */
const notComparedExit = 2;

const verifyCommand = defineCommand({
  meta: {
    description:
      "Compare the index with the database: exit code 0 when they are equal, 1 when they differ, 2 when that could not be found out.",
  },
  args: {
    repair: {
      type: "boolean",
      description: "Ship again what differs, remove what is too many, apply the settings.",
      default: false,
    },
  },
  setup: ({ rawArgs }) => refuseUnknown(rawArgs, ["--repair"]),
  run: ({ args: { repair } }) =>
    untilInterrupted(async (signal) => {
      try {
        const found = await perform("searchVerify", { repair }, note, signal);
        if (!found) throw new StartError("There is no index yet; a server or worker makes it.");
        const { documents, missing, stale, extra, waiting, failed, settings } = found;
        const equal = isEqual(found);
        const lines = [
          `${documents} documents: ${missing.length} missing, ${stale.length} stale, ${extra.length} extra${waiting.length > 0 ? `, ${waiting.length} waiting to be shipped` : ""}.${refusedWords(failed.length)}`,
          ...(settings.length > 0 ? [`Settings that differ: ${settings.join(", ")}.`] : []),
          equal
            ? "The index is what the database says."
            : repair
              ? "All of it has been repaired, or is shipped again now."
              : "potbank search verify --repair puts it right.",
        ];
        process.stdout.write(`${lines.join("\n")}\n`);
        process.exitCode = equal ? 0 : 1;
      } catch (error) {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
        process.exit(notComparedExit);
      }
    }),
});

const statusCommand = defineCommand({
  meta: { description: "Say how far the index is behind the database, and what it refuses." },
  setup: ({ rawArgs }) => refuseUnknown(rawArgs),
  async run() {
    try {
      const state = await perform("searchStatus", null);
      const lines =
        state.generation === null
          ? ["There is no index yet; a server or worker with MEILI_URL makes it."]
          : [
              `The index made at ${state.generation}${state.trusted ? "" : " is not complete, or may not be what it was"}.`,
              `Waiting: ${state.waiting}${state.waiting > 0 ? `, the oldest for ${Math.round(state.oldestSeconds)} s` : ""}. Refused: ${state.failed}.`,
              state.verifiedAt === null
                ? "It has not been compared with the database yet."
                : `Compared ${new Date(state.verifiedAt).toISOString()}: ${state.missing} missing, ${state.stale} stale, ${state.extra} extra${state.settings.length > 0 ? `; settings: ${state.settings.join(", ")}` : ""}.`,
              ...state.refused.map(
                ({ id, reason, attempts }) => `  ${id}, tried ${attempts} times: ${reason}`,
              ),
            ];
      process.stdout.write(`${lines.join("\n")}\n`);
    } catch (error) {
      giveUp(error);
    }
  },
});

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
  subCommands: {
    setup: setupCommand,
    status: statusCommand,
    verify: verifyCommand,
    rebuild: rebuildCommand,
    rollback: rollbackCommand,
  },
});
