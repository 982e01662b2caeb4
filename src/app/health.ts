import type { Database } from "./database.ts";

/** Whether this process can serve, and what is wrong when it cannot. */
export interface HealthReport {
  readonly status: "ok" | "unavailable";
  readonly database: "ok" | "unreachable";
}

export type Health = () => Promise<HealthReport>;

const patienceMs = 2_000;

/** Asks the database a question, and gives up after two seconds. */
export const databaseHealth =
  (database: Database): Health =>
  async () => {
    const answer = database.em
      .fork()
      .execute("select 1")
      .then(
        () => true,
        () => false,
      );
    const late = new Promise<false>((resolve) => setTimeout(resolve, patienceMs, false).unref());
    const reachable = await Promise.race([answer, late]);
    return reachable
      ? { status: "ok", database: "ok" }
      : { status: "unavailable", database: "unreachable" };
  };
