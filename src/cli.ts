import "reflect-metadata";
import { join } from "node:path";
import { defineCommand, runMain } from "citty";
import { startWorkerAlone } from "./app/application.ts";
import { administratorCommand } from "./app/administrator-command.ts";
import { backupCommand, restoreCommand } from "./app/backup/command.ts";
import { readEnv, toConfig } from "./app/config.ts";
import { importCommand } from "./app/import/command.ts";
import { refuseUnknown } from "./app/options.ts";
import { perform } from "./app/perform.ts";
import { prepareDatabase } from "./app/prepared.ts";
import { searchCommand } from "./app/search/command.ts";
import { giveUp, runToEnd } from "./app/run.ts";
import type { AnswerOf, ArgsOf, VerbName } from "./app/verbs.ts";
import { createLog } from "./kernel/log.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Does one verb and says what came of it; a fault ends the program with its words. */
async function answer<Name extends VerbName>(
  name: Name,
  args: ArgsOf<Name>,
  words: (answer: AnswerOf<Name>) => string,
): Promise<void> {
  try {
    say(words(await perform(name, args)));
  } catch (error) {
    giveUp(error);
  }
}

const removedWords = (of: AnswerOf<"retention">, dryRun: boolean): string =>
  `${dryRun ? "Would be removed" : "Removed"}: ${of.unverifiedAccounts} unconfirmed accounts, ${of.sessions} sessions, ${of.verifications} links, ${of.mailMessages} unsent messages, ${of.mailFiles} mail files, ${of.searches} searches, ${of.auditEvents} lines of the audit trail.`;

const main = defineCommand({
  meta: { name: "potbank", description: "Runs and looks after a Potbank." },
  subCommands: {
    migrate: defineCommand({
      meta: { description: "Bring the database's schema up to date." },
      setup: ({ rawArgs }) => refuseUnknown(rawArgs),
      run: () => answer("migrate", null, () => "The schema is up to date."),
    }),
    seed: defineCommand({
      meta: { description: "Load the vocabulary, the schools and the strands from seeds/." },
      args: {
        demo: {
          type: "boolean",
          description: "Also load the invented sessions, projects and reflections.",
          default: false,
        },
      },
      setup: ({ rawArgs }) => refuseUnknown(rawArgs, ["--demo"]),
      run: ({ args }) =>
        answer(
          "seed",
          { demonstration: args.demo },
          ({ summaries }) =>
            `Vocabulary, schools and guidance reports are up to date. Strands: ${summaries.created} created, ${summaries.updated} updated, ${summaries.unchanged} unchanged${summaries.kept > 0 ? `, ${summaries.kept} withdrawn or archived and left so` : ""}.${args.demo ? " The demonstration is loaded and dated around today." : ""}`,
        ),
    }),
    reindex: defineCommand({
      meta: {
        description: "Write every search document anew from its record, and refresh the lexicon.",
      },
      setup: ({ rawArgs }) => refuseUnknown(rawArgs),
      run: () =>
        answer(
          "reindex",
          null,
          ({ written, removed }) => `Search documents: ${written} written, ${removed} removed.`,
        ),
    }),
    retention: defineCommand({
      meta: {
        description:
          "Remove what is older than RETAIN_… allow, as the server does every night: unconfirmed accounts, sessions, mail, audit months.",
      },
      args: {
        "dry-run": {
          type: "boolean",
          description: "Say what would be removed, and remove nothing.",
          default: false,
        },
      },
      setup: ({ rawArgs }) => refuseUnknown(rawArgs, ["--dry-run"]),
      run: async ({ args }) => {
        const dryRun = args["dry-run"];
        try {
          const { config } = toConfig(readEnv());
          const mailFolder = join(config.dataFolder, "mail");
          const removed = await perform("retention", {
            settings: config.retention,
            mailFolder,
            dryRun,
          });
          say(removedWords(removed, dryRun));
        } catch (error) {
          giveUp(error);
        }
      },
    }),
    administrator: administratorCommand,
    import: importCommand,
    search: searchCommand,
    backup: backupCommand,
    restore: restoreCommand,
    worker: defineCommand({
      meta: { description: "Run the sweeps alone; the server then runs with POTBANK_WORKER=0." },
      run: () =>
        runToEnd(async () => {
          const { config, secrets } = toConfig(readEnv());
          return startWorkerAlone(config, secrets, createLog(config.logLevel));
        }),
    }),
    prepare: defineCommand({
      meta: { description: "Make the archive that a first start unpacks; part of the build." },
      run: () => prepareDatabase().catch(giveUp),
    }),
  },
});

await runMain(main);
