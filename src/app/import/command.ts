import { resolve } from "node:path";
import { defineCommand } from "citty";
import { perform } from "../perform.ts";
import { refuseUnknown } from "../options.ts";
import { giveUp, interruptedExit, isForPeople, untilInterrupted } from "../run.ts";
import { importSources } from "./sources.ts";
import { StartError } from "../start-error.ts";
import { allSkipped, importTerminal, reportText, skippedIn } from "./terminal.ts";

/** Exit code of an import that left rows out, where that matters. */
const rowsSkippedExit = 3;

const options = {
  "dry-run": {
    type: "boolean",
    description: "Go through everything, report what would be done, and store nothing.",
    default: false,
  },
  strict: {
    type: "boolean",
    description: `End with exit code ${rowsSkippedExit} when a row was skipped.`,
    default: false,
  },
} as const;

/** `potbank import SOURCE PATH`: one command for each kind of file. */
export const importCommand = defineCommand({
  meta: {
    name: "import",
    description:
      "Load real data. Running it again changes nothing, and completes what was stopped half-way.",
  },
  subCommands: Object.fromEntries(
    Object.entries(importSources).map(([name, source]) => [
      name,
      defineCommand({
        meta: { name, description: source.what },
        args: {
          path: { type: "positional", description: source.path, required: true },
          ...options,
        },
        setup: ({ rawArgs }) => refuseUnknown(rawArgs, ["--dry-run", "--strict"]),
        run: ({ args }) => importFrom(name, args),
      }),
    ]),
  ),
});

const importFrom = (
  source: string,
  args: { path: string; "dry-run": boolean; strict: boolean },
): Promise<void> =>
  untilInterrupted(async (signal) => {
    const terminal = importTerminal();
    const dryRun = args["dry-run"];
    try {
      const counts = await perform(
        "import",
        { source, path: resolve(args.path), dryRun },
        (told) => {
          const [name, ...rest] = told;
          (terminal[name] as (...args: unknown[]) => void)(...rest);
        },
        signal,
      );
      terminal.end();
      process.stdout.write(`${reportText(counts, { dryRun })}\n`);
      if (allSkipped(counts)) giveUp(new StartError("Nothing in it could be used."));
      if (args.strict && skippedIn(counts) > 0) process.exitCode = rowsSkippedExit;
    } catch (error) {
      terminal.end();
      if (signal.aborted && isForPeople(error)) {
        process.stderr.write(`${(error as Error).message}\n`);
        process.exit(interruptedExit);
      }
      giveUp(error);
    }
  });
