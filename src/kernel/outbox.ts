import { setImmediate } from "node:timers/promises";
import { LockMode } from "@mikro-orm/core";
import type { Em } from "./em.ts";
import { OutboxEvent } from "./outbox.entity.ts";

const attemptsMax = 10;

/** What to do about a fact. Called at least once; must read the present state and be idempotent. */
export type FactHandler = (em: Em, subject: string) => Promise<void>;
export type FactHandlers = Readonly<Record<string, readonly FactHandler[]>>;

/** Write a fact. Call it inside the transaction that makes the fact true. */
export function record(tx: Em, name: string, subject: string): void {
  tx.create(OutboxEvent, { name, subject });
}

/**
 * Handle what is waiting, one transaction each, so that one bad fact holds up no other. Answers how many were handled.
 * A fact that nobody handles yet stays waiting, for the handler that may come; once `signal` is aborted the rest waits too.
 */
export async function drain(em: Em, handlers: FactHandlers, signal?: AbortSignal): Promise<number> {
  const waiting = await em
    .createQueryBuilder(OutboxEvent)
    .select("id")
    .where({
      name: { $in: Object.keys(handlers) },
      handledAt: null,
      attempts: { $lt: attemptsMax },
    })
    .orderBy({ id: "asc" })
    .limit(100)
    .execute();
  let handled = 0;
  for (const { id } of waiting) {
    if (signal?.aborted) break;
    handled += await attempt(em.fork({ keepTransactionContext: true }), id, handlers);
    // Hundreds may wait after an import, and the embedded database never goes back to the event loop by itself.
    await setImmediate();
  }
  return handled;
}

/** What waits for a handler that exists, and how long the oldest has waited, in seconds (0 when none waits). */
export async function waitingFacts(
  em: Em,
  handlers: FactHandlers,
): Promise<{ waiting: number; oldestSeconds: number; givenUp: number }> {
  const names = Object.keys(handlers);
  const [row] = await em.execute<{ waiting: number; oldest: number; given_up: number }[]>(
    `select count(*) filter (where attempts < ?)::int as waiting,
            coalesce(extract(epoch from now() - min(recorded_at) filter (where attempts < ?)), 0)::float8 as oldest,
            count(*) filter (where attempts >= ?)::int as given_up
     from outbox_event where handled_at is null and name in (${names.map(() => "?").join(", ")})`,
    [attemptsMax, attemptsMax, attemptsMax, ...names],
  );
  return {
    waiting: row?.waiting ?? 0,
    oldestSeconds: Math.max(row?.oldest ?? 0, 0),
    givenUp: row?.given_up ?? 0,
  };
}

async function attempt(em: Em, id: string, handlers: FactHandlers): Promise<number> {
  return em.transactional(async (tx) => {
    // SKIP LOCKED: another worker has it, or it has been done since we looked.
    const fact = await tx.findOne(
      OutboxEvent,
      { id, handledAt: null },
      { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
    );
    if (!fact) return 0;
    try {
      // A savepoint: a handler that breaks its SQL must not break ours.
      await tx.transactional(async (inner) => {
        for (const handle of handlers[fact.name] ?? []) await handle(inner as Em, fact.subject);
      });
      fact.handledAt = new Date();
      return 1;
    } catch (error) {
      fact.attempts += 1;
      fact.lastError = String(error);
      return 0;
    }
  });
}
