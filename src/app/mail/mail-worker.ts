import type { EventSubscriber, TransactionEventArgs } from "@mikro-orm/core";
import type { Em } from "../../kernel/em.ts";
import { type Logger, origin } from "../../kernel/log.ts";
import { MailMessage } from "../../kernel/mail-message.entity.ts";
import { deliverMail } from "./delivery.ts";
import type { Post } from "./post.ts";

/** The sweep that delivers mail. It runs beside the others: a slow mail server holds up nothing else. */
export interface MailWorker {
  /** Waits for the delivery under way. */
  stop(): Promise<void>;
}

const everyMs = 5_000;

/** Delivers what waits, every few seconds and right after a commit of this process that may have written a message. */
export function startMailWorker(em: Em, post: Post, log: Logger): MailWorker {
  let stopped = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  const sweep = async (): Promise<void> => {
    again = false;
    try {
      await deliverMail(em.fork(), post, log, () => !stopped);
    } catch (error) {
      // The database may be away; the next sweep tries again. Of a statement that failed the ORM tells the values, and
      // they are somebody's address: its kind is enough.
      const { name, code } = error as Partial<Record<"name" | "code", string>>;
      log.warn({ fault: { name, code } }, "a sweep of the mail failed");
    }
    if (stopped) return;
    if (again) return sweep();
    running = undefined;
    timer = setTimeout(start, everyMs);
  };
  const start = () => {
    clearTimeout(timer);
    if (stopped) return;
    if (running) again = true;
    else running = origin.run({ work: "mail" }, sweep);
  };
  const nudge = new NudgeAfterCommit(start);
  em.getEventManager().registerSubscriber(nudge);
  start();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      nudge.off();
      await running;
      post.close();
    },
  };
}

/** Longer than any transaction of a request lasts. */
const watchedMs = 60_000;

/**
 * Tells of commits after a message was written. Which transaction a message belongs to is not known here, savepoints have
 * one of their own, so every commit of the next minute counts: one look too many costs one statement.
 */
class NudgeAfterCommit implements EventSubscriber<MailMessage> {
  #until = 0;
  #nudge: (() => void) | undefined;
  constructor(nudge: () => void) {
    this.#nudge = nudge;
  }

  off(): void {
    this.#nudge = undefined;
  }

  getSubscribedEntities() {
    return [MailMessage];
  }

  afterCreate(): void {
    this.#until = Date.now() + watchedMs;
  }

  afterTransactionCommit({ transaction }: TransactionEventArgs): void {
    if (Date.now() > this.#until || (transaction && "savepointName" in transaction)) return;
    // Not within the commit: whoever commits does not wait for it, and its connection is free by then.
    setImmediate(() => this.#nudge?.());
  }
}
