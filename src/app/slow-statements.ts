import { type Logger, origin } from "../kernel/log.ts";
import type { StatementObserver } from "./database.ts";

/** Longest piece of a statement that is logged: enough to find it in the source. */
const shownMax = 2_000;

/**
 * Logs a statement that took longer than `thresholdMs`, with what it was sent for. `level` is `warn` where somebody waits
 * for the answer, `debug` for a batch, which may take what it takes.
 */
export const slowStatements =
  (log: Logger, thresholdMs: number, level: "warn" | "debug" = "warn"): StatementObserver =>
  ({ sql, tookMs, failed }) => {
    if (tookMs <= thresholdMs) return;
    const { work, operation } = origin.getStore() ?? { work: "unknown" };
    const statement = sql.replace(/\s+/g, " ").trim();
    log[level](
      {
        work,
        ...(operation !== undefined && { operation }),
        tookMs,
        ...(failed && { failed }),
        statement: statement.length > shownMax ? `${statement.slice(0, shownMax)}…` : statement,
      },
      "a slow statement",
    );
  };
