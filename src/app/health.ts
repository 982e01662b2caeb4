import type { Database } from "./database.ts";

/** Whether this process can serve, and what is wrong when it cannot. */
export interface HealthReport {
  readonly status: "ok" | "unavailable";
  readonly database: "ok" | "unreachable";
}

export type Health = () => Promise<HealthReport>;

const patienceMs = 2_000;

/** What the database answers within so many milliseconds; undefined when it fails or takes longer. */
export function within<T>(ms: number, answer: Promise<T>): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, ms, undefined).unref());
  return Promise.race([answer.catch(() => undefined), late]);
}

/** Asks the database a question, and gives up after two seconds. */
export const databaseHealth =
  (database: Database): Health =>
  async () => {
    const answer = await within(patienceMs, database.em.fork().execute("select 1"));
    return answer === undefined
      ? { status: "unavailable", database: "unreachable" }
      : { status: "ok", database: "ok" };
  };
