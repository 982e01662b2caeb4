import "reflect-metadata";
import { defineCommand, runMain } from "citty";
import { openDatabase, startWorkerAlone } from "./app/application.ts";
import { readEnv, toConfig } from "./app/config.ts";
import type { Database } from "./app/database.ts";
import { prepareDatabase } from "./app/prepared.ts";
import { reindex } from "./app/reindex.ts";
import { giveUp, runToEnd } from "./app/run.ts";
import { StartError } from "./app/start-error.ts";
import { seed } from "./app/seed.ts";
import { slowStatements } from "./app/slow-statements.ts";
import { createLog, origin } from "./kernel/log.ts";

/** citty takes any option; one that a verb does not know is a slip of the hand. */
function refuseUnknown(rawArgs: readonly string[], known: readonly string[] = []): void {
  const unknown = rawArgs.filter((each) => each.startsWith("-") && !known.includes(each));
  if (unknown.length > 0)
    giveUp(
      new StartError(`There is no option ${unknown.join(", ")} here; --help shows what there is.`),
    );
}

const say = (line: string) => process.stdout.write(`${line}\n`);

/** Opens the configured database for one verb, and closes it whatever happens. */
async function withDatabase(
  verb: string,
  work: (database: Database) => Promise<void>,
): Promise<void> {
  try {
    const { config, secrets } = toConfig(readEnv());
    const database = await openDatabase(config, secrets, {
      purpose: `the command potbank ${verb}`,
      // A batch may take its time, and standard output is for its own words: LOG_LEVEL=debug shows what is slow.
      observe: slowStatements(
        createLog(config.logLevel, process.stderr),
        config.slowStatementMs,
        "debug",
      ),
    });
    try {
      await origin.run({ work: `potbank ${verb}` }, () => work(database));
    } finally {
      await database.close();
    }
  } catch (error) {
    giveUp(error);
  }
}

const main = defineCommand({
  meta: { name: "potbank", description: "Runs and looks after a Potbank." },
  subCommands: {
    migrate: defineCommand({
      meta: { description: "Bring the database's schema up to date." },
      setup: ({ rawArgs }) => refuseUnknown(rawArgs),
      // Opening migrates.
      run: () =>
        withDatabase("migrate", async () => {
          say("The schema is up to date.");
        }),
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
        withDatabase("seed", async ({ em }) => {
          const { summaries } = await seed(em, { demonstration: args.demo, now: new Date() });
          say(
            `Vocabulary, schools and guidance reports are up to date. Strands: ${summaries.created} created, ${summaries.updated} updated, ${summaries.unchanged} unchanged${summaries.kept > 0 ? `, ${summaries.kept} withdrawn or archived and left so` : ""}.${args.demo ? " The demonstration is loaded and dated around today." : ""}`,
          );
        }),
    }),
    reindex: defineCommand({
      meta: {
        description: "Write every search document anew from its record, and refresh the lexicon.",
      },
      setup: ({ rawArgs }) => refuseUnknown(rawArgs),
      run: () =>
        withDatabase("reindex", async ({ em }) => {
          const { written, removed } = await reindex(em);
          say(`Search documents: ${written} written, ${removed} removed.`);
        }),
    }),
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
