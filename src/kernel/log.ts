import { AsyncLocalStorage } from "node:async_hooks";
import { type DestinationStream, pino, type Logger } from "pino";

export type { Logger };

/** What the program is doing, for whatever is logged or measured meanwhile. */
export interface Origin {
  /** `POST graphql`, `GET page`, `worker`, `potbank reindex`. */
  readonly work: string;
  readonly requestId?: string;
  /** Name of the GraphQL operation, once it is known. */
  operation?: string;
}

/** The origin of the work under way, wherever in the program one asks. */
export const origin = new AsyncLocalStorage<Origin>();

/**
 * Structured logs, one JSON object a line on standard output (or where `destination` says), each with the request's id
 * where there is one.
 */
export const createLog = (
  level: string,
  destination: DestinationStream = pino.destination(1),
): Logger =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      mixin() {
        const id = origin.getStore()?.requestId;
        return id === undefined ? {} : { requestId: id };
      },
    },
    destination,
  );
