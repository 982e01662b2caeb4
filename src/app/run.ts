import { ImportError } from "../kernel/import-error.ts";
import { BackupError } from "./backup/backup-error.ts";
import { ConfigError } from "./config.ts";
import { DataLockedError } from "./data-lock.ts";
import { faultIn } from "./fault.ts";
import { SetupError } from "../search/meilisearch/setup.ts";
import { MeilisearchFault } from "../search/meilisearch/fault.ts";
import { ShippingRefused } from "../search/meilisearch/shipping/rebuild.ts";
import { TaskFailed, TaskLost } from "../search/meilisearch/shipping/tasks.ts";
import { StartError } from "./start-error.ts";

/** Longest a stop may take before the process ends anyway. */
const stopWithinMs = 10_000;

/** Exit code of what was stopped by the person at the terminal. */
export const interruptedExit = 130;

/** Faults of the surroundings and of files, which a person can mend; anything else is a defect and keeps its stack. */
const forPeople = [
  BackupError,
  ConfigError,
  DataLockedError,
  ImportError,
  MeilisearchFault,
  SetupError,
  ShippingRefused,
  StartError,
  TaskFailed,
  TaskLost,
];

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

/** Does a piece of work that Ctrl-C asks to stop in good order; a second time means now. */
export async function untilInterrupted<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const interrupt = () => {
    if (stop.signal.aborted) process.exit(interruptedExit);
    stop.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  try {
    return await work(stop.signal);
  } finally {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}

/** Starts something and runs it until SIGTERM or SIGINT, then stops it in good order. */
export async function runToEnd(start: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  let stopping = false;
  const running = start();
  const stop = () => {
    if (stopping) process.exit(interruptedExit);
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
