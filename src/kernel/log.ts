import { pino, type Logger } from "pino";

export type { Logger };

/** Structured logs, one JSON object a line on standard output. */
export const createLog = (level: string): Logger =>
  pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
