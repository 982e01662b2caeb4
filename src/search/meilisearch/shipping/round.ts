import type { Index, Task } from "meilisearch";
import type { Em } from "../../../kernel/em.ts";
import type { MeilisearchConnection } from "../connection.ts";
import type { IndexDocument } from "../document.ts";
import { MeilisearchFault } from "../fault.ts";
import { backOff } from "./back-off.ts";
import { batchesOf, halvesOf } from "./batches.ts";
import {
  attemptsOf,
  drawn,
  dueAfter,
  recordRefused,
  recordShipped,
  rememberTask,
  type Shipped,
  type Waiting,
  waitingAfter,
} from "./ledger.ts";
import { persist, someEnded, restored, TaskFailed, TaskLost } from "./tasks.ts";

/** One index of one generation, to be brought up to the database by one shipper. */
export interface Destination {
  /** A fork: nothing here is in a transaction while the server is waited for. */
  readonly em: Em;
  readonly connection: MeilisearchConnection;
  readonly uid: string;
  readonly generation: string;
  /** Of the tasks that the server has given, as far as it is remembered. */
  readonly highestTask: number;
  /** Living documents as the index holds them. */
  readonly documentsOf: (em: Em, ids: readonly string[]) => Promise<readonly IndexDocument[]>;
  /** Throws once another shipper may be at work on this index. */
  readonly stillMine: () => Promise<void>;
  readonly limits?: Partial<Limits>;
}

/** What bounds memory, payloads and the queue. */
export interface Limits {
  readonly documents: number;
  readonly bytes: number;
  readonly inFlight: number;
}

// The server joins what waits in its queue into one piece of indexing: the more of it, the less each document costs.
const usual: Limits = { documents: 1_000, bytes: 8_000_000, inFlight: 20 };

/** Rows looked at by one statement. */
const pageMax = 1_000;

/** Text of the documents that one statement reads, compressed as it is stored. */
const pageBytes = 2_000_000;

/** So many refused before anything is taken: the fault is not theirs. */
const refusedMax = 30;

const refusedBackOff = { firstMs: 10_000, mostMs: 3_600_000 };

export interface RoundCounts {
  readonly shipped: number;
  readonly refused: number;
}

/**
 * Ships what waited when it began, oldest version first: writers who never pause cannot keep it from ending. Documents are read and enqueued by one hand, in
 * one order, and the server works its queue in that order: an older version never follows a newer one. Several payloads are
 * under way at a time; each is recorded once its task has succeeded. Throws when the server or the lock is gone: what had
 * been recorded stays, the rest is shipped again.
 */
export async function shipRound(to: Destination, signal?: AbortSignal): Promise<RoundCounts> {
  const round = new Round(to, signal);
  const upTo = await drawn(to.em);
  for (const pages of [waitingAfter, dueAfter])
    for (let after = pages === waitingAfter ? "0" : ""; ;) {
      const page = await pages(to.em, to.generation, after, upTo, pageMax);
      if (page.length === 0) break;
      for (const part of batchesOf(page, ({ size }) => size, { count: pageMax, bytes: pageBytes }))
        await round.ship(part);
      after = pages === waitingAfter ? page.at(-1)!.version : page.at(-1)!.id;
      // A due row is no longer due once it is recorded, and is not to be read again before.
      if (pages === dueAfter) await round.settle();
    }
  await round.settle();
  return round.counts;
}

type Load = readonly Waiting[];

interface UnderWay {
  readonly load: Load;
  readonly shipped: readonly Shipped[];
}

class Round {
  readonly #to: Destination;
  readonly #limits: Limits;
  readonly #signal: AbortSignal | undefined;
  readonly #underWay = new Map<number, UnderWay>();
  readonly #again: Load[] = [];
  #shipped = 0;
  #refused = 0;
  #highestTask: number;

  constructor(to: Destination, signal: AbortSignal | undefined) {
    this.#to = to;
    this.#highestTask = to.highestTask;
    this.#limits = { ...usual, ...to.limits };
    this.#signal = signal;
  }

  get counts(): RoundCounts {
    return { shipped: this.#shipped, refused: this.#refused };
  }

  /** Enqueues what these rows are now. */
  async ship(load: Load): Promise<void> {
    const gone = load.filter((each) => each.gone);
    if (gone.length > 0)
      await this.#enqueue(gone, gone, (client) => client.deleteDocuments(gone.map(({ id }) => id)));
    const living = new Map(load.filter((each) => !each.gone).map((each) => [each.id, each]));
    if (living.size === 0) return;
    // One that has been buried meanwhile is not among them: its tombstone has a higher version and comes later.
    const documents = await this.#to.documentsOf(this.#to.em, [...living.keys()]);
    const lines = documents.map((document) => ({ document, line: JSON.stringify(document) }));
    for (const batch of batchesOf(lines, ({ line }) => Buffer.byteLength(line) + 1, {
      count: this.#limits.documents,
      bytes: this.#limits.bytes,
    }))
      await this.#enqueue(
        batch.map(({ document }) => living.get(document.id)!),
        batch.map(({ document: { id, version } }) => ({ id, version })),
        (index) =>
          index.addDocumentsFromString(
            batch.map(({ line }) => line).join("\n"),
            "application/x-ndjson",
          ),
      );
  }

  /** Waits for everything that is under way, and ships again in parts what failed. */
  async settle(): Promise<void> {
    for (;;) {
      await this.#shipAgain();
      if (this.#underWay.size === 0) return;
      await this.#reap();
    }
  }

  async #shipAgain(): Promise<void> {
    for (let load = this.#again.shift(); load; load = this.#again.shift()) await this.ship(load);
  }

  async #enqueue(
    load: Load,
    shipped: readonly Shipped[],
    work: (index: Index) => Promise<{ taskUid: number }>,
  ): Promise<void> {
    while (this.#underWay.size >= this.#limits.inFlight) await this.#reap();
    const { connection, uid, stillMine } = this.#to;
    try {
      const { taskUid } = await persist(async () => {
        await stillMine();
        return connection.ask((client) => work(client.index(uid)));
      }, this.#signal);
      if (taskUid <= this.#highestTask) throw new TaskLost(restored);
      this.#highestTask = taskUid;
      this.#underWay.set(taskUid, { load, shipped });
    } catch (error) {
      // Too large, or nothing it can read: some document's fault, unless it is alone.
      if (!(error instanceof MeilisearchFault) || error.kind !== "bad request") throw error;
      await this.#failed(load, refusalOf(error));
    }
  }

  async #reap(): Promise<void> {
    const { connection } = this.#to;
    const ended = await someEnded(connection, [...this.#underWay.keys()], this.#signal);
    for (const task of ended.toSorted((a, b) => a.uid - b.uid)) await this.#ended(task);
  }

  async #ended(task: Task): Promise<void> {
    const { em, generation } = this.#to;
    const { load, shipped } = this.#underWay.get(task.uid)!;
    this.#underWay.delete(task.uid);
    if (task.status === "succeeded") {
      this.#shipped += shipped.length;
      await recordShipped(em, generation, shipped);
      await rememberTask(em, generation, task.uid);
      return;
    }
    const code = task.error?.code ?? task.status;
    // Of the server or of its disk, or called off by somebody: all of it waits and is shipped again.
    if (task.status === "canceled" || task.error?.type === "system" || code === "index_not_found")
      throw new TaskFailed(`Meilisearch could not take documents (${code}).`);
    await this.#failed(load, task.error?.message ?? code);
  }

  async #failed(load: Load, reason: string): Promise<void> {
    if (load.length > 1) {
      this.#again.push(...halvesOf(load));
      return;
    }
    const [{ id, version }] = load as [Waiting];
    const { em, generation } = this.#to;
    const failed = (await attemptsOf(em, generation, id)) + 1;
    await recordRefused(em, generation, {
      id,
      version,
      reason: reason.slice(0, 500),
      delayMs: backOff(failed, refusedBackOff),
    });
    this.#refused += 1;
    if (this.#shipped === 0 && this.#underWay.size === 0 && this.#refused >= refusedMax)
      throw new TaskFailed("Meilisearch refuses every document.");
  }
}

/** Why the server did not even take a document, in words for who looks after it. */
const refusalOf = ({ code }: MeilisearchFault): string =>
  code === "payload_too_large"
    ? "The document is larger than a request to the search server may be."
    : `The search server refuses it (${code ?? "bad_request"}).`;
