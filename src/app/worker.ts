import type { Em } from "../kernel/em.ts";
import { type Logger, origin } from "../kernel/log.ts";
import { drain } from "../kernel/outbox.ts";
import { refreshLexicon } from "../search/lexicon.ts";
import { startMailWorker } from "./mail/mail-worker.ts";
import type { Post } from "./mail/post.ts";
import { factHandlers } from "./modules.ts";

/** The sweeps that run beside the requests. `stop` waits for the one under way. */
export interface Worker {
  stop(): Promise<void>;
  /** When the lexicon was last found or made fresh, in milliseconds of the epoch; undefined before the first time. */
  lexiconCheckedAt(): number | undefined;
}

const everyMs = 5_000;

/** A recount reads every document; a lexicon half a minute old hides nothing. */
const lexiconEveryMs = 30_000;

/** Handles recorded facts, delivers mail and keeps the search lexicon fresh, over and over until stopped. */
export function startWorker(em: Em, post: Post, log: Logger): Worker {
  const stopping = new AbortController();
  const { signal } = stopping;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let lexiconCheckedAt: number | undefined;
  const sweep = () => origin.run({ work: "worker" }, sweepOnce);
  const sweepOnce = async () => {
    try {
      // A hundred at a time; those that failed wait for the next sweep.
      let handled: number;
      do handled = await drain(em.fork(), factHandlers, signal);
      while (handled > 0 && !signal.aborted);
      if (!signal.aborted && Date.now() >= (lexiconCheckedAt ?? 0) + lexiconEveryMs) {
        await refreshLexicon(em.fork());
        lexiconCheckedAt = Date.now();
      }
    } catch (error) {
      // The database may be away; the next sweep tries again.
      log.warn({ err: error }, "a sweep failed");
    }
    if (!signal.aborted) timer = setTimeout(() => (running = sweep()), everyMs);
  };
  const mailWorker = startMailWorker(em, post, log);
  running = sweep();
  return {
    lexiconCheckedAt: () => lexiconCheckedAt,
    async stop() {
      stopping.abort();
      clearTimeout(timer);
      await Promise.all([running, mailWorker.stop()]);
    },
  };
}
