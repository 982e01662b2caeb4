import type { Em } from "../kernel/em.ts";
import type { Logger } from "../kernel/log.ts";
import { drain } from "../kernel/outbox.ts";
import { refreshLexicon } from "../search/lexicon.ts";
import { factHandlers } from "./modules.ts";

/** The sweeps that run beside the requests. `stop` waits for the one under way. */
export interface Worker {
  stop(): Promise<void>;
}

const everyMs = 5_000;

/** A recount reads every document; a lexicon half a minute old hides nothing. */
const lexiconEveryMs = 30_000;

/** Handles recorded facts and keeps the search lexicon fresh, over and over until stopped. */
export function startWorker(em: Em, log: Logger): Worker {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let lexiconDue = 0;
  const sweep = async () => {
    try {
      // A hundred at a time; those that failed wait for the next sweep.
      let handled: number;
      do handled = await drain(em.fork(), factHandlers);
      while (handled > 0);
      if (Date.now() >= lexiconDue) {
        await refreshLexicon(em.fork());
        lexiconDue = Date.now() + lexiconEveryMs;
      }
    } catch (error) {
      // The database may be away; the next sweep tries again.
      log.warn({ err: error }, "a sweep failed");
    }
    if (!stopped) timer = setTimeout(() => (running = sweep()), everyMs);
  };
  running = sweep();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
