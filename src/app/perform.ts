import { createLog, origin } from "../kernel/log.ts";
import { openAsItIs } from "./backup/open.ts";
import { type Config, readEnv, type Secrets, toConfig } from "./config.ts";
import { DataLockedError } from "./data-lock.ts";
import type { Database } from "./database.ts";
import { handOver } from "./hand-over/client.ts";
import { openDatabase } from "./open-database.ts";
import { slowStatements } from "./slow-statements.ts";
import { type AnswerOf, type ArgsOf, type Told, type Verb, type VerbName, verbs } from "./verbs.ts";

/**
 * Does one verb on the configured database: here, or by the server that holds the embedded one. `hear` is told what
 * happens meanwhile; `signal` asks it to stop.
 */
export async function perform<Name extends VerbName>(
  name: Name,
  args: ArgsOf<Name>,
  hear: (told: Told) => void = () => {},
  signal: AbortSignal = new AbortController().signal,
): Promise<AnswerOf<Name>> {
  // Settings are asked for before there are keys.
  const { config, secrets } = toConfig(readEnv(), { keysLater: name === "searchSettings" });
  let database: Database;
  try {
    database = await open(config, secrets, name);
  } catch (error) {
    if (!(error instanceof DataLockedError)) throw error;
    const answer = await handOver(
      config.dataFolder,
      { verb: name, args },
      (told) => hear(told as Told),
      signal,
    );
    // Held by something that takes no commands: another command, or a server that is just starting.
    if (!answer) throw error;
    return answer.done as AnswerOf<Name>;
  }
  try {
    const verb: Verb = verbs[name];
    return await origin.run(
      { work: `potbank ${name}` },
      () => verb(database, args as never, hear, signal) as Promise<AnswerOf<Name>>,
    );
  } finally {
    await database.close();
  }
}

function open(config: Config, secrets: Secrets, name: VerbName): Promise<Database> {
  const purpose = `the command potbank ${name}`;
  if (name === "backup") return openAsItIs(config, secrets, purpose);
  return openDatabase(config, secrets, {
    purpose,
    // A batch may take its time, and standard output is for its own words: LOG_LEVEL=debug shows what is slow.
    observe: slowStatements(
      createLog(config.logLevel, process.stderr),
      config.slowStatementMs,
      "debug",
    ),
  });
}
