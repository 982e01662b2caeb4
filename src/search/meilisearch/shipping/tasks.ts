import { setTimeout as sleep } from "node:timers/promises";
import type { EnqueuedTask, Meilisearch, Task } from "meilisearch";
import type { MeilisearchConnection } from "../connection.ts";
import { MeilisearchFault } from "../fault.ts";
import { backOff } from "./back-off.ts";

/** A task that is no longer known: the server is not the one that took it, or was restored from before. */
export class TaskLost extends Error {
  override readonly name = "TaskLost";
}

export const restored =
  "Meilisearch was restored from an older state: its tasks are not those that it gave.";

/** A task that ended otherwise than well, in words fit for a log. */
export class TaskFailed extends Error {
  override readonly name = "TaskFailed";
}

/** True for what another try may put right by itself. */
export const isPassing = (error: unknown): error is MeilisearchFault =>
  error instanceof MeilisearchFault &&
  (["timeout", "unreachable", "busy", "garbled", "server error"].includes(error.kind) ||
    error.code === "no_space_left_on_device");

const patienceMs = 60_000;

/** Asks until there is an answer; gives up after a minute of passing faults, and at once on any other. */
export async function persist<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  const until = Date.now() + patienceMs;
  for (let failed = 1; ; failed++)
    try {
      signal?.throwIfAborted();
      return await work();
    } catch (error) {
      if (!isPassing(error) || Date.now() > until) throw error;
      await sleep(backOff(failed, { firstMs: 100, mostMs: 5_000 }), undefined, {
        ...(signal && { signal }),
      });
    }
}

const longestPollMs = 250;

/** Tasks that have ended among these, asked once; throws `TaskLost` for one that the server does not know. */
export async function endedOf(
  connection: MeilisearchConnection,
  uids: readonly number[],
): Promise<Task[]> {
  const { results } = await connection.ask((client) =>
    client.tasks.getTasks({ uids: [...uids], limit: uids.length }),
  );
  if (results.length < uids.length) throw new TaskLost(restored);
  return results.filter(({ status }) => status !== "enqueued" && status !== "processing");
}

/** Waits until one of these tasks has ended, however long the queue before it is, and answers all that have. */
export async function someEnded(
  connection: MeilisearchConnection,
  uids: readonly number[],
  signal?: AbortSignal,
): Promise<Task[]> {
  for (let wait = 10; ; wait = Math.min(longestPollMs, wait * 1.5)) {
    const ended = await persist(() => endedOf(connection, uids), signal);
    if (ended.length > 0) return ended;
    await sleep(wait, undefined, { ...(signal && { signal }) });
  }
}

/** Has the server do something, waits for its end, and throws a `TaskFailed` when it did not end well. */
export async function done(
  connection: MeilisearchConnection,
  work: (client: Meilisearch) => Promise<EnqueuedTask>,
  signal?: AbortSignal,
): Promise<Task> {
  const { taskUid } = await persist(() => connection.ask(work), signal);
  const [task] = await someEnded(connection, [taskUid], signal);
  if (task!.status !== "succeeded")
    throw new TaskFailed(
      `Meilisearch could not do it: ${task!.type} ${task!.status}${task!.error ? ` (${task!.error.code})` : ""}.`,
    );
  return task!;
}
