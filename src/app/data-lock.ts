import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The right to open the embedded database of one folder, held until `release()` or the end of the process. */
export interface DataLock {
  readonly folder: string;
  release(): void;
}

/** The folder is in use by another process, or cannot be used at all. The message is for the person at the terminal. */
export class DataLockedError extends Error {
  override readonly name = "DataLockedError";
}

/** How long a refused process waits: a holder that is just closing gets the time to finish. */
const patienceMs = 200;

/** Without this reference the garbage collector could close the connection, and the lock with it. */
const held = new Set<DatabaseSync>();

/**
 * Takes the folder for this process, or throws a `DataLockedError` that names the one who has it.
 *
 * Two processes on one embedded database corrupt it silently. The lock is SQLite's own lock on a file, which
 * the kernel drops when the process ends, by SIGKILL too: there is no stale lock. Opening `lock.sqlite`
 * by other means in the same process would drop it as well (POSIX locks), so nothing else may touch that file.
 */
export function acquireDataLock(folder: string, { purpose }: { purpose: string }): DataLock {
  const database = openLockFile(folder);
  try {
    database.exec("pragma journal_mode = memory");
    database.exec("begin exclusive");
  } catch (error) {
    database.close();
    throw refusal(folder, error);
  }
  held.add(database);
  const holder = join(folder, "holder.json");
  try {
    writeHolder(holder, purpose);
  } catch (error) {
    held.delete(database);
    database.close();
    throw unusable(folder, error);
  }
  return {
    folder,
    release() {
      if (!held.delete(database)) return;
      rmSync(holder, { force: true });
      database.close();
    },
  };
}

function openLockFile(folder: string): DatabaseSync {
  try {
    mkdirSync(folder, { recursive: true });
    return new DatabaseSync(join(folder, "lock.sqlite"), { timeout: patienceMs });
  } catch (error) {
    throw unusable(folder, error);
  }
}

/** Written beside and moved into place, so that a refused process never reads half of it. */
function writeHolder(path: string, purpose: string): void {
  const holder = {
    purpose,
    pid: process.pid,
    host: hostname(),
    since: new Date().toISOString(),
  };
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(holder)}\n`);
  renameSync(draft, path);
}

function refusal(folder: string, error: unknown): DataLockedError {
  const busy = error instanceof Error && /locked|busy/i.test(error.message);
  if (!busy) return unusable(folder, error);
  return new DataLockedError(
    `The data folder ${folder} is in use by ${readHolder(folder)}. ` +
      "Stop that process first, or set POTBANK_DATA to another folder.",
    { cause: error },
  );
}

function readHolder(folder: string): string {
  try {
    const { purpose, pid, host, since } = JSON.parse(
      readFileSync(join(folder, "holder.json"), "utf8"),
    ) as Record<string, unknown>;
    if (typeof purpose !== "string" || typeof pid !== "number") throw new TypeError("no holder");
    const where = host === hostname() ? "" : ` on ${String(host)}`;
    return `another process: ${purpose} (process ${pid}${where}, since ${String(since)})`;
  } catch {
    return "another process, which left no word about itself (holder.json cannot be read)";
  }
}

function unusable(folder: string, error: unknown): DataLockedError {
  const reason = error instanceof Error ? error.message : String(error);
  return new DataLockedError(
    `The data folder ${folder} cannot be used (${reason}). ` +
      "Make it a folder that this user may write to, or set POTBANK_DATA to another one.",
    { cause: error },
  );
}
