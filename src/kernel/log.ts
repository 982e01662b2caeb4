import { AsyncLocalStorage } from "node:async_hooks";
import { DriverException } from "@mikro-orm/core";
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
 * An error as it is logged. What a database says of a statement that failed holds the statement with its values, and they
 * may be anybody's words or address: of such an error only its kind, its code and where it came from.
 */
export function errorInLog(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  if (!ofDatabase(error)) return pino.stdSerializers.err(error);
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    ...("code" in error && { code: error.code }),
    ...(frames && { stack: frames.join("\n") }),
  };
}

const ofDatabase = (error: Error): boolean =>
  error instanceof DriverException ||
  "severity" in error ||
  (error.cause instanceof Error && ofDatabase(error.cause));

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
      serializers: { err: errorInLog },
      mixin() {
        const id = origin.getStore()?.requestId;
        return id === undefined ? {} : { requestId: id };
      },
    },
    destination,
  );
