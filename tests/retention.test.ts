import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { retain, type RetentionSettings } from "../src/app/retention.ts";
import { startTimetable } from "../src/app/timetable.ts";
import { newId } from "../src/kernel/ids.ts";
import { createLog } from "../src/kernel/log.ts";
import { testDatabase } from "./support/database.ts";
import { test, type World } from "./support/world.ts";

const settings: RetentionSettings = {
  unverifiedDays: 14,
  sessionDays: 7,
  mailDays: 30,
  searchDays: 90,
  auditMonths: 24,
};
const now = new Date("2026-11-24T03:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

async function mailFolder(files: Record<string, Date>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "potbank-retention-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, time] of Object.entries(files)) {
    await writeFile(join(folder, name), "To: somebody@school.example\r\n\r\nHello\r\n");
    await utimes(join(folder, name), time, time);
  }
  return folder;
}

const run = (world: World, sql: string, values: unknown[]) =>
  world.fresh.execute(sql, values, "run");

async function account(
  world: World,
  email: string,
  { verified = false, madeAt = daysAgo(15), provider = "credential" } = {},
): Promise<string> {
  const id = newId("person");
  await run(
    world,
    `insert into account (id, name, email, email_verified, created_at) values (?, 'A newcomer', ?, ?, ?)`,
    [id, email, verified, madeAt],
  );
  await run(
    world,
    `insert into credential (id, account_id, provider, subject) values (?, ?, ?, ?)`,
    [newId("credential"), id, provider, id],
  );
  return id;
}

const session = (world: World, accountId: string, endsAt: Date) =>
  run(world, `insert into login_session (id, account_id, token, expires_at) values (?, ?, ?, ?)`, [
    newId("session"),
    accountId,
    newId("token"),
    endsAt,
  ]);

/** Something of each kind that is too old, and something of each that is not. */
async function oldAndNew(world: World) {
  const stray = await account(world, "stray@school.example");
  const kept = {
    newcomer: await account(world, "new@school.example", { madeAt: daysAgo(13) }),
    verified: await account(world, "verified@school.example", { verified: true }),
    elsewhere: await account(world, "elsewhere@school.example", { provider: "google" }),
    signedIn: await account(world, "signed-in@school.example"),
  };
  await session(world, kept.signedIn, daysAgo(-3));
  await session(world, kept.verified, daysAgo(6));
  await session(world, kept.verified, daysAgo(8));
  for (const [id, endsAt] of [
    ["over", daysAgo(1)],
    ["open", daysAgo(-1)],
  ] as const)
    await run(
      world,
      `insert into login_verification (id, identifier, value, expires_at) values (?, ?, 'x', ?)`,
      [id, id, endsAt],
    );
  for (const [id, madeAt] of [
    ["old", daysAgo(31)],
    ["new", daysAgo(29)],
  ] as const)
    await run(
      world,
      `insert into mail_message (id, kind, recipient, subject, text, created_at, attempts) values (?, 'x', 'x', 'x', '', ?, 9)`,
      [id, madeAt],
    );
  for (const [id, asked] of [
    ["old", daysAgo(91)],
    ["new", daysAgo(90)],
  ] as const)
    await run(world, `insert into asked_search (id, day, words, hits) values (?, ?, 'x', 0)`, [
      id,
      asked.toISOString().slice(0, 10),
    ]);
  for (const at of ["2024-10-31T23:59:59Z", "2024-11-01T00:00:00Z", "2026-11-01T00:00:00Z"])
    await run(
      world,
      `insert into audit_event (id, at, act, subject, detail) values (?, ?, 'made.up', 'x', '{}')`,
      [at, at],
    );
  return { stray, kept };
}

const ids = async (world: World, table: string, column = "id") =>
  (
    await world.fresh.execute<{ id: string }[]>(
      `select ${column} as id from ${table} order by ${column}`,
    )
  ).map(({ id }) => id);

const counts = {
  unverifiedAccounts: 1,
  sessions: 1,
  verifications: 1,
  mailMessages: 1,
  mailFiles: 1,
  searches: 1,
  auditEvents: 1,
};

test("a night removes what is too old of each kind, and nothing else", async ({ world }) => {
  const { kept } = await oldAndNew(world);
  const folder = await mailFolder({
    "old.eml": daysAgo(31),
    "new.eml": daysAgo(29),
    "other.txt": daysAgo(99),
  });
  const removed = await retain(world.em, settings, { mailFolder: folder, now });
  expect(removed).toEqual(counts);
  expect(await ids(world, "account")).toEqual(Object.values(kept).sort());
  expect(await ids(world, "person")).toEqual(Object.values(kept).sort());
  expect(await ids(world, "login_session")).toHaveLength(2);
  expect(await ids(world, "login_verification")).toEqual(["open"]);
  expect(await ids(world, "mail_message")).toEqual(["new"]);
  expect(await ids(world, "asked_search")).toEqual(["new"]);
  expect((await readdir(folder)).sort()).toEqual(["new.eml", "other.txt"]);
  expect(await ids(world, "audit_event", "act")).toEqual([
    "audit.months-removed",
    "made.up",
    "made.up",
  ]);
  const again = await retain(world.em, settings, { mailFolder: folder, now });
  expect(Object.values(again).every((count) => count === 0)).toBe(true);
});

test("what was written to an address by others stays when a stray account had it", async ({
  world,
}) => {
  const { stray } = await oldAndNew(world);
  await run(
    world,
    `insert into invitation (id, email, role, token_hash, state, created_at, expires_at)
     values ('invitation_x', 'stray@school.example', 'TEACHER', 'x', 'PENDING', now(), now())`,
    [],
  );
  for (const [id, about] of [
    ["invited", "{invitation_x}"],
    ["confirm", `{${stray}}`],
  ])
    await run(
      world,
      `insert into mail_message (id, kind, recipient, subject, text, created_at, attempts, about)
       values (?, 'x', 'stray@school.example', 'x', 'x', ?, 0, ?::text[])`,
      [id, now, about],
    );
  await retain(world.em, settings, { mailFolder: await mailFolder({}), now });
  expect(await ids(world, "mail_message")).toEqual(["invited", "new"]);
  expect(await ids(world, "invitation")).toEqual(["invitation_x"]);
});

test("a dry run counts the same and removes nothing", async ({ world }) => {
  await oldAndNew(world);
  const folder = await mailFolder({ "old.eml": daysAgo(31) });
  const state = async () =>
    Promise.all(
      ["account", "login_session", "login_verification", "mail_message", "audit_event"].map(
        (table) => ids(world, table),
      ),
    );
  const before = await state();
  expect(await retain(world.em, settings, { mailFolder: folder, now, dryRun: true })).toEqual(
    counts,
  );
  expect(await state()).toEqual(before);
  expect(await readdir(folder)).toEqual(["old.eml"]);
});

test("a folder of mail that was never made is an empty one", async ({ world }) => {
  const nowhere = join(tmpdir(), "potbank-no-such-folder");
  expect((await retain(world.em, settings, { mailFolder: nowhere, now })).mailFiles).toBe(0);
});

test("pg-boss does a timed job on this database, beside transactions of ours, and again after a restart", async () => {
  const database = await testDatabase();
  const ran: number[] = [];
  for (const round of [1, 2]) {
    const done = Promise.withResolvers<void>();
    const job = {
      name: "retention",
      cron: "17 3 * * *",
      async run() {
        // As the real one: a transaction of ours, while pg-boss waits for its answer.
        await database.em
          .fork()
          .transactional((tx) => tx.execute("select count(*) from audit_event"));
        ran.push(round);
        done.resolve();
        return {};
      },
    };
    const timetable = startTimetable(database, [job], createLog("silent"), { pollSeconds: 0.5 });
    expect(await timetable.ready).toBe(true);
    await timetable.request("retention");
    await done.promise;
    await timetable.stop();
  }
  expect(ran).toEqual([1, 2]);
  const [schedule] = await database.em
    .fork()
    .execute<{ cron: string; timezone: string }[]>("select cron, timezone from pgboss.schedule");
  expect(schedule).toEqual({ cron: "17 3 * * *", timezone: "Europe/London" });
});
