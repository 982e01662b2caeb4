import { ImportError } from "../kernel/import-error.ts";
import { BackupError } from "./backup/backup-error.ts";
import { ConfigError } from "./config.ts";
import { DataLockedError } from "./data-lock.ts";
import { faultIn } from "./fault.ts";
import { StartError } from "./start-error.ts";

/** Longest a stop may take before the process ends anyway. */
const stopWithinMs = 10_000;

/** Faults of the surroundings and of files, which a person can mend; anything else is a defect and keeps its stack. */
const forPeople = [BackupError, ConfigError, DataLockedError, ImportError, StartError];

/** Whether an error's message is for the person at the terminal, and its stack is not. */
export const isForPeople = (error: unknown): boolean =>
  forPeople.some((kind) => error instanceof kind);

/** Says why the program cannot go on, and ends it with exit code 1. */
export function giveUp(error: unknown): never {
  process.stderr.write(`${lastWords(error)}\n`);
  process.exit(1);
}

function lastWords(error: unknown): string {
  if (error instanceof Error)
    return isForPeople(error) ? error.message : (error.stack ?? error.message);
  // The embedded database's file system throws objects that are no errors.
  return `Potbank cannot go on: ${faultIn(error) ?? JSON.stringify(error)}.`;
}

/** Starts something and runs it until SIGTERM or SIGINT, then stops it in good order. */
export async function runToEnd(start: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  let stopping = false;
  const running = start();
  const stop = () => {
    if (stopping) process.exit(130);
    stopping = true;
    setTimeout(
      () => giveUp(new StartError("Stopping took too long; some requests were cut off.")),
      stopWithinMs,
    ).unref();
    running.then((started) => started.stop()).then(() => process.exit(0), giveUp);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  await running.catch(giveUp);
}
