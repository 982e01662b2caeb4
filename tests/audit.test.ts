import { expect } from "vitest";
import { audit, auditApart } from "../src/kernel/audit.ts";
import { AuditEvent, AuditIdentity } from "../src/kernel/audit.entity.ts";
import { anonymous } from "../src/kernel/viewer.ts";
import { Person } from "../src/people/person.entity.ts";
import { test, type World } from "./support/world.ts";

/** Runs a statement that must fail, and takes its damage back; answers what the database said. */
async function refusal(world: World, ...statements: string[]): Promise<string> {
  const failed = await world.fresh
    .transactional(async (tx) => {
      for (const sql of statements) await tx.execute(sql, [], "run");
    })
    .then(
      () => "",
      (error: Error) => error.message,
    );
  return failed;
}

const line = (world: World, at: string) =>
  world.fresh.execute(
    `insert into audit_event (id, at, act, subject, detail) values (?, ?, 'made.up', 'school_1', '{}')`,
    [`audit_${at}`, at],
  );

const days = async (world: World) =>
  (await world.fresh.execute<{ id: string }[]>("select id from audit_event order by at")).map(
    ({ id }) => id.slice("audit_".length),
  );

test("a line says what was done, on what, and by an actor whose name stands elsewhere", async ({
  world,
}) => {
  const person = await world.person(undefined, "Ada Potter");
  await world.fresh.transactional((tx) =>
    audit(tx, world.as(person), "role.granted", "person_x", { role: "REVIEWER" }),
  );
  await auditApart(world.fresh, person.id, "session.opened", person.id);
  const lines = await world.fresh.find(AuditEvent, {}, { orderBy: { at: "asc", id: "asc" } });
  expect(lines.map(({ act }) => act)).toEqual(["role.granted", "session.opened"]);
  expect(lines[0]).toMatchObject({ subject: "person_x", detail: { role: "REVIEWER" } });
  expect(lines[0]!.actor).toMatch(/^actor_/);
  expect(lines[1]!.actor).toBe(lines[0]!.actor);
  expect(JSON.stringify(lines)).not.toContain("Ada");
  const [identity, ...others] = await world.fresh.find(AuditIdentity, {});
  expect(others).toEqual([]);
  expect(identity).toMatchObject({ personId: person.id, name: "Ada Potter" });
});

test("a line stands only if the act does", async ({ world }) => {
  const person = await world.person();
  await world.fresh
    .transactional(async (tx) => {
      await audit(tx, world.as(person), "role.granted", person.id);
      throw new Error("no");
    })
    .catch(() => undefined);
  expect(await world.fresh.count(AuditEvent)).toBe(0);
});

test("who is not signed in, or is gone, leaves a line without an actor", async ({ world }) => {
  await world.fresh.transactional((tx) => audit(tx, anonymous, "sign-in.failed", "person_x"));
  await auditApart(world.fresh, "person_unknown", "session.closed", "person_unknown");
  expect((await world.fresh.find(AuditEvent, {})).map(({ actor }) => actor)).toEqual([null, null]);
});

test("a line takes no e-mail address", async ({ world }) => {
  await expect(
    world.fresh.transactional((tx) => audit(tx, anonymous, "made.up", "x", { to: "a@b.example" })),
  ).rejects.toThrow(/"to" of made.up is an address/);
});

test("a person who goes takes the name along, and the line stays", async ({ world }) => {
  const person = await world.person();
  await world.fresh.transactional((tx) => audit(tx, world.as(person), "made.up", "x"));
  await world.fresh.nativeDelete(Person, { id: person.id });
  expect(await world.fresh.count(AuditIdentity)).toBe(0);
  expect((await world.fresh.find(AuditEvent, {}))[0]!.actor).toMatch(/^actor_/);
});

test.for([
  "update audit_event set act = 'other'",
  "update audit_event set act = 'other' where false",
  "delete from audit_event",
  "truncate audit_event",
  `insert into audit_event (id, at, act, subject, detail) select id, at, 'other', subject, detail from audit_event
   on conflict (id) do update set act = excluded.act`,
])("the database itself refuses: %s", async (sql, { world }) => {
  await line(world, "2020-01-15");
  expect(await refusal(world, sql)).toMatch(/can only be added to/);
  expect(await days(world)).toEqual(["2020-01-15"]);
});

test("whole months go by the retention function, and the trail is closed again behind it", async ({
  world,
}) => {
  for (const at of ["2019-12-31T23:59:59Z", "2020-01-15T00:00:00Z", "2020-02-01T00:00:00Z"])
    await line(world, at);
  const [row] = await world.fresh.execute<{ removed: string }[]>(
    "select audit_remove_months('2020-02-01')::text as removed",
  );
  expect(row!.removed).toBe("2");
  expect(await days(world)).toEqual(["2020-02-01T00:00:00Z"]);
  expect(await refusal(world, "delete from audit_event")).toMatch(/can only be added to/);
});

test.for([
  ["'2020-01-15'", /not the first day/],
  ["null", /not the first day/],
  ["(date_trunc('month', now() at time zone 'UTC') + interval '1 month')::date", /is not over/],
] as const)("part of a month never goes: %s", async ([month, words], { world }) => {
  await line(world, "2020-01-10T00:00:00Z");
  expect(await refusal(world, `select audit_remove_months(${month})`)).toMatch(words);
  expect(await days(world)).toHaveLength(1);
});

test("a role that does not own the trail can neither remove months nor lift the refusal", async ({
  world,
}) => {
  await line(world, "2020-01-10T00:00:00Z");
  await world.fresh.execute("create role potbank_reader_of_tests", [], "run");
  await world.fresh.execute(
    "grant select, insert, update, delete, truncate on audit_event to potbank_reader_of_tests",
    [],
    "run",
  );
  const asReader = (sql: string) => refusal(world, "set local role potbank_reader_of_tests", sql);
  expect(await asReader("select audit_remove_months('2020-02-01')")).toMatch(/permission denied/);
  expect(await asReader("alter table audit_event disable trigger user")).toMatch(/must be owner/);
  expect(await asReader("delete from audit_event")).toMatch(/can only be added to/);
  expect(await days(world)).toHaveLength(1);
});
