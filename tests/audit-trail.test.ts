import { describe, expect } from "vitest";
import { csvCell } from "../src/app/audit-export.ts";
import { auditApart } from "../src/kernel/audit.ts";
import { Person } from "../src/people/person.entity.ts";
import { testApi } from "./support/api.ts";
import { test, type World } from "./support/world.ts";

const trail = `query ($filter: AuditEventFilter, $first: Int, $after: String) {
  auditEvents(filter: $filter, first: $first, after: $after) {
    nodes { id at act subject actor { id name email personId } subjectPerson { name } detail { name value } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const acts = (data: { auditEvents: { nodes: { act: string }[] } }) =>
  data.auditEvents.nodes.map(({ act }) => act);

/** Two persons, and a line of each kind. */
async function eventful(world: World) {
  const administrator = await world.person(undefined, "Grace Admin");
  const teacher = await world.person(undefined, "Ada Potter");
  const asAdministrator = world.as(administrator, "ADMINISTRATOR");
  const write = (by: Person | null, act: string, subject: string, detail = {}) =>
    auditApart(world.fresh, by?.id ?? null, act, subject, detail);
  await write(administrator, "role.granted", teacher.id, { role: "REVIEWER" });
  await write(teacher, "session.opened", teacher.id);
  await write(null, "sign-in.failed", administrator.id);
  await write(teacher, "reflection.shared", "reflection_1");
  return { administrator, teacher, asAdministrator, write };
}

describe("the audit trail", () => {
  test("is read by administrators: who did what to whom, newest first", async ({ world }) => {
    const { asAdministrator, administrator, teacher } = await eventful(world);
    const { data, errors } = await world.ask(trail, {}, asAdministrator);
    expect(errors).toBeUndefined();
    expect(acts(data)).toEqual([
      "reflection.shared",
      "sign-in.failed",
      "session.opened",
      "role.granted",
    ]);
    expect(data.auditEvents.nodes[3]).toMatchObject({
      actor: { name: "Grace Admin", personId: administrator.id },
      subject: teacher.id,
      subjectPerson: { name: "Ada Potter" },
      detail: [{ name: "role", value: "REVIEWER" }],
    });
    expect(data.auditEvents.nodes[1].actor).toBeNull();
  });

  test("exists for nobody else", async ({ world }) => {
    const person = await world.person(await world.school());
    const others = world.as(person, "SCHOOL_LEAD", "PUBLISHER", "REVIEWER");
    for (const document of [trail, "{ auditActs }"]) {
      const signedOut = await world.ask(document);
      expect(signedOut.errors?.[0]?.extensions.code).toBe("UNAUTHENTICATED");
      const { data, errors } = await world.ask(document, {}, others);
      expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
      expect(data).toBeNull();
    }
  });

  test("is narrowed by act, subject, actor, person and time, all at once", async ({ world }) => {
    const { asAdministrator, teacher } = await eventful(world);
    const all = (await world.ask(trail, {}, asAdministrator)).data.auditEvents.nodes;
    const found = async (filter: object) =>
      acts((await world.ask(trail, { filter }, asAdministrator)).data);
    expect(await found({ act: "session.opened" })).toEqual(["session.opened"]);
    expect(await found({ subject: "reflection_1" })).toEqual(["reflection.shared"]);
    expect(await found({ actor: all[0].actor.id })).toEqual([
      "reflection.shared",
      "session.opened",
    ]);
    expect(await found({ person: teacher.id })).toEqual([
      "reflection.shared",
      "session.opened",
      "role.granted",
    ]);
    expect(await found({ person: teacher.id, act: "role.granted" })).toEqual(["role.granted"]);
    expect(await found({ person: "person_unknown" })).toEqual([]);
    expect(await found({ to: "2020-01-01T00:00:00Z" })).toEqual([]);
    expect(await found({ from: all[3].at })).toHaveLength(4);
  });

  test("is paged without gaps or repeats", async ({ world }) => {
    const { asAdministrator } = await eventful(world);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await world.ask(trail, { first: 1, after }, asAdministrator);
      seen.push(...acts(data));
      ({ endCursor: after } = data.auditEvents.pageInfo);
      if (!data.auditEvents.pageInfo.hasNextPage) break;
    } while (after);
    expect(seen).toEqual(["reflection.shared", "sign-in.failed", "session.opened", "role.granted"]);
  });

  test("costs the same statements however many lines a page has", async ({ world }) => {
    const { asAdministrator, administrator, teacher, write } = await eventful(world);
    const ask = () => world.ask(trail, { filter: { person: teacher.id } }, asAdministrator);
    const few = await ask();
    for (let each = 0; each < 10; each += 1) {
      await write(administrator, `act.${each}`, teacher.id);
      await write(teacher, `act.${each}`, administrator.id);
    }
    const many = await ask();
    expect(many.data.auditEvents.nodes.length).toBeGreaterThan(few.data.auditEvents.nodes.length);
    // The person's actor, the lines, their actors, their persons.
    expect(many.statements).toHaveLength(4);
    expect(few.statements).toHaveLength(4);
  });

  test("names every act once, and keeps the lines of a person who is gone, without a name", async ({
    world,
  }) => {
    const { asAdministrator, teacher } = await eventful(world);
    const actor = (await world.ask(trail, {}, asAdministrator)).data.auditEvents.nodes[0].actor.id;
    await world.fresh.nativeDelete(Person, { id: teacher.id });
    const { data } = await world.ask(`{ auditActs }`, {}, asAdministrator);
    expect(data.auditActs).toEqual([
      "reflection.shared",
      "role.granted",
      "session.opened",
      "sign-in.failed",
    ]);
    const after = await world.ask(trail, { filter: { actor } }, asAdministrator);
    expect(after.data.auditEvents.nodes[0].actor).toEqual({
      id: actor,
      name: null,
      email: null,
      personId: null,
    });
    expect(JSON.stringify((await world.ask(trail, {}, asAdministrator)).data)).not.toContain("Ada");
  });
});

describe("the trail as CSV", () => {
  test("has every line under the filters, guards formulas, and is itself in the trail", async () => {
    const by: { administrator?: Person } = {};
    const api = await testApi({
      signIn: {
        viewerOf: async (headers) =>
          headers.get("cookie") === "as=administrator"
            ? {
                kind: "person",
                personId: by.administrator!.id,
                schoolId: null,
                roles: ["ADMINISTRATOR"],
              }
            : { kind: "person", personId: "person_other", schoolId: null, roles: ["TEACHER"] },
        handle: async () => new Response(null, { status: 404 }),
      },
    });
    const { em } = api.database;
    const administrator = await api.world.person(undefined, '=HYPERLINK("https://evil.example")');
    by.administrator = administrator;
    // More than two pages of the list.
    for (let each = 0; each < 205; each += 1)
      await auditApart(em, administrator.id, "made.up", `school_${each}`);
    await auditApart(em, null, "left.out", "school_1");
    const csv = await fetch(`${api.url}/audit.csv?act=made.up`, {
      headers: { cookie: "as=administrator" },
    });
    expect(csv.status).toBe(200);
    expect(csv.headers.get("content-type")).toContain("text/csv");
    expect(csv.headers.get("content-disposition")).toContain("attachment");
    expect(csv.headers.get("cache-control")).toContain("no-store");
    const [head, ...lines] = (await csv.text()).trimEnd().split("\r\n");
    expect(head).toContain("at,act,subject,actor,name,email,detail,id");
    expect(lines).toHaveLength(205);
    expect(new Set(lines).size).toBe(205);
    expect(lines[0]).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    const trailed = await em
      .fork()
      .execute<{ detail: unknown }[]>(
        "select detail from audit_event where act = 'audit.exported' and actor is not null",
      );
    expect(trailed.map(({ detail }) => detail)).toEqual([{ act: "made.up" }]);

    const refused = await fetch(`${api.url}/audit.csv`, { headers: { cookie: "as=other" } });
    expect(refused.status).toBe(403);
    expect(await refused.text()).not.toContain("made.up");
    const signedOut = await fetch(`${api.url}/audit.csv`, { redirect: "manual" });
    expect(signedOut.status).toBe(303);
    expect(signedOut.headers.get("location")).toMatch(/^\/sign-in/);
  });

  test.for([
    ["=1+1", "'=1+1"],
    ["+44 7700", "'+44 7700"],
    ["-1", "'-1"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\t=1", "'\t=1"],
    [" =1", "' =1"],
    ["a,b", '"a,b"'],
    ['a "b"', '"a ""b"""'],
    ["a\r\n=b", '"a\r\n=b"'],
    ["role.granted", "role.granted"],
  ])("a cell is text to every spreadsheet: %j", ([value, cell]) => {
    expect(csvCell(value!)).toBe(cell);
  });
});
