import { AsyncLocalStorage } from "node:async_hooks";
import { pino, type Logger } from "pino";

export type { Logger };

/** The id of the request that is being answered, wherever in the program something is logged for it. */
export const requestId = new AsyncLocalStorage<string>();

/** Structured logs, one JSON object a line on standard output, each with the request's id where there is one. */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin() {
      const id = requestId.getStore();
      return id === undefined ? {} : { requestId: id };
    },
  });
