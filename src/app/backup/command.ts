import { resolve } from "node:path";
import { defineCommand } from "citty";
import { readEnv, toConfig } from "../config.ts";
import { refuseUnknown } from "../options.ts";
import { perform } from "../perform.ts";
import { giveUp, untilInterrupted } from "../run.ts";
import { amount, type Manifest, megabytes, totals } from "./manifest.ts";
import { restorable } from "./restore.ts";
import { restoreEmbedded } from "./restore-embedded.ts";
import { restorePostgreSql } from "./restore-postgresql.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);
const note = (line: string) => process.stderr.write(`${line}\n`);

/** `potbank backup FILE`: by itself, or through the server that holds the embedded database. */
export const backupCommand = defineCommand({
  meta: { name: "backup", description: "Write everything the database holds to one file." },
  args: {
    file: { type: "positional", required: true, description: "For example potbank.tar.gz." },
    force: { type: "boolean", description: "Replace a file of that name.", default: false },
  },
  setup: ({ rawArgs }) => refuseUnknown(rawArgs, ["--force"]),
  run: ({ args: { file, force } }) =>
    attending(async (signal) => {
      const taken = stopwatch();
      const made = await perform(
        "backup",
        { file: resolve(file), force },
        (told) => void (told[0] === "noted" && note(told[1])),
        signal,
      );
      say(`Backed up ${contents(made)} to ${file} (${megabytes(made.fileBytes)}) in ${taken()}.`);
    }),
});

/** `potbank restore FILE`: fills the configured database, or only checks the file. */
export const restoreCommand = defineCommand({
  meta: {
    name: "restore",
    description: "Fill the database from a backup, once the whole file is verified.",
  },
  args: {
    file: { type: "positional", required: true, description: "What `potbank backup` wrote." },
    replace: {
      type: "boolean",
      description: "Replace everything that the database holds.",
      default: false,
    },
    check: {
      type: "boolean",
      description: "Only verify the file; nothing is written.",
      default: false,
    },
  },
  setup: ({ rawArgs }) => refuseUnknown(rawArgs, ["--replace", "--check"]),
  run: ({ args: { file, replace, check } }) =>
    attending((signal) => (check ? checkOnly(file) : restore(file, replace, signal))),
});

async function checkOnly(file: string): Promise<void> {
  const manifest = await restorable(resolve(file));
  say(`${file} is whole and can be restored: ${contents(manifest)}, ${origin(manifest)}.`);
}

async function restore(file: string, replace: boolean, signal: AbortSignal): Promise<void> {
  const { config, secrets } = toConfig(readEnv());
  const taken = stopwatch();
  const how = { replace, note, signal };
  const { manifest, migrated } = await (secrets.databaseUrl === undefined
    ? restoreEmbedded(config.dataFolder, resolve(file), how)
    : restorePostgreSql(secrets.databaseUrl, resolve(file), how));
  say(
    `Restored ${contents(manifest)} in ${taken()}, ${origin(manifest)}. Every table has the hash that the backup says.`,
  );
  if (migrated.length > 0)
    say(`The backup was of an older schema; then ran ${migrated.join(", ")}.`);
  if (config.demonstration)
    say("The next start adds the demonstration to it, unless POTBANK_DEMO is 0.");
}

const attending = (work: (signal: AbortSignal) => Promise<void>): Promise<void> =>
  untilInterrupted((signal) => work(signal).catch(giveUp));

const contents = (manifest: Pick<Manifest, "tables">): string => {
  const { tables, rows, bytes } = totals(manifest);
  return `${amount(tables, "table")}, ${amount(rows, "row")}, ${megabytes(bytes)}`;
};

const origin = ({ createdAt, programVersion, database }: Manifest): string =>
  `made ${createdAt} by Potbank ${programVersion} from ${database === "embedded" ? "an embedded database" : "PostgreSQL"}`;

function stopwatch(): () => string {
  const start = performance.now();
  return () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
