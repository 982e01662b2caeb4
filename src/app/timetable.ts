import { PgBoss } from "pg-boss";
import { type Logger, origin } from "../kernel/log.ts";
import type { Database } from "./database.ts";

/** Something that is done at set times. */
export interface TimedJob {
  /** In kebab case. */
  readonly name: string;
  /** When, as cron has it, by London's clock. */
  readonly cron: string;
  /** Must be harmless to run twice. Its answer is logged. */
  run(): Promise<object>;
}

/** What runs jobs at their times. */
export interface Timetable {
  /** Resolves when the jobs are on the timetable; false when they could not be, which has been logged. */
  readonly ready: Promise<boolean>;
  /** Does a job as soon as a worker looks. */
  request(name: string): Promise<void>;
  /** Waits for a job under way, some seconds at most. */
  stop(): Promise<void>;
}

const stopPatienceMs = 5_000;

/**
 * Puts jobs on the timetable and works on them, in tables of pg-boss's own (schema `pgboss`). Of several processes one
 * does a job. What came due while no process ran, as at night on a laptop, is done once at the next start. Returns at once:
 * the first start on a database makes the tables, and nobody need wait for that.
 */
export function startTimetable(
  database: Database,
  jobs: readonly TimedJob[],
  log: Logger,
  { pollSeconds = 30 }: { pollSeconds?: number } = {},
): Timetable {
  const boss = new PgBoss({
    ...database.forJobs(),
    schema: "pgboss",
    application_name: "potbank timetable",
    // Looking after its tables every minute is for queues that are busy.
    superviseIntervalSeconds: 3_600,
    monitorVacuum: false,
    reindex: false,
  });
  boss.on("error", (error) => log.warn({ err: error }, "the timetable has a fault"));
  const start = async () => {
    await boss.start();
    for (const { name, cron, run } of jobs) {
      await boss.createQueue(name, { retryLimit: 2, retryDelay: 600 });
      await boss.schedule(name, cron, {}, { tz: "Europe/London", missed: "once" });
      await boss.work(name, { pollingIntervalSeconds: pollSeconds }, () =>
        origin.run({ work: `job ${name}` }, async () => {
          const done = await run();
          log.info({ job: name, ...done }, "a timed job is done");
        }),
      );
    }
    return true;
  };
  const ready = start().catch((error: unknown) => {
    log.error({ err: error }, "Timed jobs do not run: the timetable could not be set up.");
    return false;
  });
  return {
    ready,
    async request(name) {
      await boss.send(name, {});
    },
    async stop() {
      await ready;
      await boss.stop({ graceful: true, timeout: stopPatienceMs });
    },
  };
}
