import { setImmediate } from "node:timers/promises";
import type { Em } from "./em.ts";
import { ImportError } from "./import-error.ts";

/** What became of one record of a file. */
export type Outcome = "created" | "updated" | "unchanged";

/** Records of one kind. `read` is always the sum of the others. */
export interface KindCount {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  skipped: number;
}

/** A row or record that was not stored, and why. `line` counts from 1, the header included. */
export interface Skip {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** What an import did, by kind of record ("schools", "findings"), in the order in which the kinds were met. */
export type ImportCounts = Readonly<Record<string, KindCount>>;

/** What whoever started an import hears while it goes on. */
export interface ImportListener {
  skipped(skip: Skip): void;
  /** How far through the file it is, 0 to 1, and what has been counted. */
  progressed(file: string, share: number, counts: ImportCounts): void;
  /** Something an operator should know that is no row's fault. */
  noted(text: string): void;
}

/** The import was asked to stop, and did so between two transactions. */
export class ImportStopped extends ImportError {
  constructor() {
    super(
      "The import was stopped. What had been stored stays; run the same command again to go on.",
    );
  }
}

/** Most rows of a file that one transaction may store. */
export const batchMax = 500;

/** Any number, as long as it is ours: two imports at once take turns, batch by batch. */
const importLock = 7_256_200_142;

class RolledBack extends Error {}

/**
 * One run of an import: stores rows in short transactions of their own and keeps count. Importing is idempotent, so a
 * run that ended half-way, however it ended, is completed by running it again.
 */
export class ImportRun {
  /** When it began: the moment that new and changed records carry. */
  readonly at: Date;
  readonly dryRun: boolean;
  readonly #em: Em;
  readonly #listener: ImportListener;
  readonly #signal: AbortSignal | undefined;
  readonly #counts: Record<string, KindCount> = {};

  constructor(
    em: Em,
    options: { at: Date; dryRun: boolean; listener: ImportListener; signal?: AbortSignal },
  ) {
    this.#em = em;
    this.at = options.at;
    this.dryRun = options.dryRun;
    this.#listener = options.listener;
    this.#signal = options.signal;
  }

  get counts(): ImportCounts {
    return this.#counts;
  }

  /**
   * Runs `work` in a transaction of its own, which a dry run rolls back. What `work` counts stands only if the
   * transaction does. Store no more than `batchMax` rows in one.
   */
  async commit<T>(work: (tx: Em, count: Tally) => Promise<T>): Promise<T> {
    this.refuseIfStopped();
    const tally = new Tally();
    let answer: T | undefined;
    try {
      await this.#em.fork().transactional(async (tx) => {
        await tx.execute("select pg_advisory_xact_lock(?)", [importLock]);
        answer = await work(tx as Em, tally);
        // What is held back until the flush must be tried in a dry run too.
        await tx.flush();
        if (this.dryRun) {
          await tx.execute("set constraints all immediate");
          throw new RolledBack();
        }
      });
    } catch (error) {
      if (!(error instanceof RolledBack)) throw error;
    }
    for (const [kind, outcome, number] of tally.entries) this.#add(kind, outcome, number);
    // The embedded database answers without ever going back to the event loop: requests that came in get their turn here.
    await setImmediate();
    return answer as T;
  }

  /**
   * As `commit`, for rows that stand each for itself: where the database refuses a value of one, that row alone is left
   * out, with the database's words, and the others are stored.
   */
  async store<R extends { readonly line: number }>(
    kind: string,
    file: string,
    rows: readonly R[],
    work: (tx: Em, rows: readonly R[], tally: Tally) => Promise<void>,
  ): Promise<void> {
    if (rows.length === 0) return;
    try {
      await this.commit((tx, tally) => work(tx, rows, tally));
    } catch (error) {
      if (!isValueFault(error)) throw error;
      if (rows.length === 1) {
        this.skip(kind, {
          file,
          line: rows[0]!.line,
          reason: (error as Error).message.replaceAll(/\s*\n\s*- /g, "; "),
        });
        return;
      }
      const half = Math.ceil(rows.length / 2);
      await this.store(kind, file, rows.slice(0, half), work);
      await this.store(kind, file, rows.slice(half), work);
    }
  }

  /** Reads, outside any transaction of the import. */
  read<T>(work: (em: Em) => Promise<T>): Promise<T> {
    return work(this.#em.fork() as Em);
  }

  /** Leaves one record out, with the reason: what is wrong, and what would be right. */
  skip(kind: string, skip: Skip): void {
    this.#add(kind, "skipped", 1);
    this.#listener.skipped(skip);
  }

  /** Something an operator should know that is no row's fault. */
  note(text: string): void {
    this.#listener.noted(text);
  }

  /** Tells how far through a file the reading is; a file's reader calls it. Throws `ImportStopped` when asked to stop. */
  progress(file: string, share: number): void {
    this.refuseIfStopped();
    this.#listener.progressed(file, share, this.#counts);
  }

  refuseIfStopped(): void {
    if (this.#signal?.aborted) throw new ImportStopped();
  }

  #add(kind: string, outcome: Outcome | "skipped", number: number): void {
    const count = (this.#counts[kind] ??= {
      read: 0,
      created: 0,
      updated: 0,
      unchanged: 0,
      skipped: 0,
    });
    count.read += number;
    count[outcome] += number;
  }
}

/** PostgreSQL's classes 22 (a value that does not fit) and 23 (a rule of the record that it breaks). */
const isValueFault = (error: unknown): boolean =>
  error instanceof Error && "code" in error && /^2[23]/.test(String(error.code));

/** What one transaction did, kept apart until it has been committed. */
export class Tally {
  readonly entries: [kind: string, outcome: Outcome, number: number][] = [];

  count(kind: string, outcome: Outcome, number = 1): void {
    if (number > 0) this.entries.push([kind, outcome, number]);
  }
}

/** Rows in batches of at most `size`, in their order. */
export async function* batched<T>(
  rows: AsyncIterable<T>,
  size: number = batchMax,
): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
