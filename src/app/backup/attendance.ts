import { BackupError } from "./backup-error.ts";
import { amount } from "./manifest.ts";

/** Who waits for a backup or a restore. */
export interface Attendance {
  /** Hears now and then how far it is; nothing when it is done soon. */
  readonly note?: (text: string) => void;
  /** Asks it to stop, with nothing written and nothing changed. */
  readonly signal?: AbortSignal;
}

/** Called after every page of a table with the rows there have been; throws when it is to stop. */
export type Progress = (table: string, rows: number) => void;

/** Something must be seen to go on, and no more than that. */
const everyMs = 3_000;

/** Passes progress on as lines for people. */
export function attended({ note, signal }: Attendance): Progress {
  let next = Date.now() + everyMs;
  return (table, rows) => {
    if (signal?.aborted) throw new BackupError("Stopped. Nothing was written.");
    if (note === undefined || Date.now() < next) return;
    next = Date.now() + everyMs;
    note(`… ${table}: ${amount(rows, "row")}`);
  };
}
