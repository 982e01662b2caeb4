import { describe, expect } from "vitest";
import type { Viewer } from "../src/kernel/viewer.ts";
import { TermScheme } from "../src/terms/term.entity.ts";
import { test } from "./support/world.ts";

const update = `mutation ($input: PersonUpdateInput!) { personUpdate(input: $input) {
  name careerStage subjects { slug } phases { slug } interests { slug } } }`;
interface Errors {
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[] | undefined;
}
const fault = ({ errors }: Errors) => [
  errors?.[0]?.extensions["code"],
  errors?.[0]?.extensions["field"],
];

describe("a profile", () => {
  test("is changed in the parts that are given, and keeps the others", async ({ world }) => {
    const maths = await world.term(TermScheme.SUBJECT);
    const physics = await world.term(TermScheme.SUBJECT);
    const feedback = await world.term(TermScheme.TOPIC);
    const person = await world.person();
    const me = world.as(person, "TEACHER");
    const change = async (input: object) =>
      (await world.ask(update, { input }, me)).data.personUpdate;
    expect(
      await change({
        name: "  Nia\u00a0 Ash ",
        careerStage: "ECT_YEAR_1",
        subjects: [maths.slug, physics.slug],
        interests: [feedback.slug],
      }),
    ).toEqual({
      name: "Nia Ash",
      careerStage: "ECT_YEAR_1",
      subjects: [{ slug: maths.slug }, { slug: physics.slug }],
      phases: [],
      interests: [{ slug: feedback.slug }],
    });
    expect(await change({ careerStage: null, subjects: [physics.slug] })).toEqual({
      name: "Nia Ash",
      careerStage: null,
      subjects: [{ slug: physics.slug }],
      phases: [],
      interests: [{ slug: feedback.slug }],
    });
    expect((await change({ interests: [] })).interests).toEqual([]);
  });

  test("names the field at fault", async ({ world }) => {
    const topic = await world.term(TermScheme.TOPIC);
    const me = world.as(await world.person(), "TEACHER");
    for (const [input, field] of [
      [{ name: "  " }, "name"],
      [{ name: null }, "name"],
      [{ name: "x".repeat(101) }, "name"],
      [{ name: "Nia\u202ehsA" }, "name"],
      [{ name: "Nia\u0000" }, "name"],
      [{ subjects: ["no-such"] }, "subjects"],
      [{ subjects: [topic.slug] }, "subjects"],
      [{ phases: Array.from({ length: 31 }, (_, at) => `p${at}`) }, "phases"],
      [{ interests: ["\u0000"] }, "interests"],
    ] as const)
      expect(fault(await world.ask(update, { input }, me)), JSON.stringify(input)).toEqual([
        "BAD_USER_INPUT",
        field,
      ]);
  });

  test("has no name that mail programs make a link of, in any case or script, and any that people have", async ({
    world,
  }) => {
    const me = world.as(await world.person(), "TEACHER");
    for (const name of [
      "Win at evil.com",
      "Win at EVIL.COM",
      "Prize Www.Evil.Com",
      "see t.co",
      "see x.ai",
      "evil\uff0ecom",
      "evil\u3002com",
      "evil\uff61com",
      "evil\u2024com",
      "evil.\u200dcom",
      "\ud835\udc1e\ud835\udc2f.\ud835\udc1c\ud835\udc28",
      "\u0909\u0926\u093e\u0939\u0930\u0923.\u092d\u093e\u0930\u0924",
      "nia\uff20school",
      "Ada\u2100",
    ])
      expect(fault(await world.ask(update, { input: { name } }, me)), name).toEqual([
        "BAD_USER_INPUT",
        "name",
      ]);
    for (const name of [
      "Dr. A. B. Sharrow-Ó Sé",
      "Nia Ash, Ph.D.",
      "R.J. O’Neill",
      "X \u00c6 A-12",
    ]) {
      const { data } = await world.ask(update, { input: { name } }, me);
      expect(data?.personUpdate.name, name).toBe(name);
    }
  });

  test("is one's own or an administrator's to change", async ({ world }) => {
    const school = await world.school();
    const person = await world.person(school);
    const input = { id: person.id, name: "Changed" };
    const colleague = world.as(await world.person(school), "SCHOOL_LEAD");
    const stranger = world.as(await world.person(), "TEACHER");
    const admin = world.as(await world.person(), "ADMINISTRATOR");
    expect(fault(await world.ask(update, { input }))[0]).toBe("UNAUTHENTICATED");
    expect(fault(await world.ask(update, { input }, colleague))[0]).toBe("FORBIDDEN");
    expect(fault(await world.ask(update, { input }, stranger))[0]).toBe("NOT_FOUND");
    expect((await world.ask(update, { input }, admin)).data.personUpdate.name).toBe("Changed");
  });
});

describe("a person", () => {
  test("without public work exists for themselves, their school, its lead's requests and administrators alone", async ({
    world,
  }) => {
    const school = await world.school();
    const person = await world.person(school);
    await world.account(person, "quiet@kiln.example");
    const stranger = await world.person(await world.school());
    const colleague = await world.person(school);
    const admin = await world.person();
    const ask = async (viewer?: Viewer) => {
      const { data } = await world.ask(
        `query ($id: ID!, $urn: Int!) {
          node(id: $id) { id ... on Person { email roles } } nodes(ids: [$id]) { id }
          school(urn: $urn) { members { totalCount nodes { id } } } }`,
        { id: person.id, urn: school.urn },
        viewer,
      );
      const seen = data.school.members.nodes.some(({ id }: { id: string }) => id === person.id);
      expect(data.nodes[0] !== null).toBe(data.node !== null);
      expect(seen).toBe(data.node !== null);
      expect(data.school.members.totalCount).toBe(data.school.members.nodes.length);
      return data.node;
    };
    expect(await ask()).toBeNull();
    expect(await ask(world.as(stranger, "SCHOOL_LEAD", "PUBLISHER"))).toBeNull();
    const roles = ["TEACHER"];
    expect(await ask(world.as(colleague, "TEACHER"))).toEqual({
      id: person.id,
      email: null,
      roles,
    });
    expect(await ask(world.as(person, "TEACHER"))).toEqual({
      id: person.id,
      email: "quiet@kiln.example",
      roles,
    });
    expect((await ask(world.as(admin, "ADMINISTRATOR"))).email).toBe("quiet@kiln.example");
    await world.reflection({ authorId: person.id });
    expect(await ask()).toEqual({ id: person.id, email: null, roles: null });
    expect((await ask(world.as(stranger, "TEACHER"))).roles).toBeNull();
  });
});

describe("people", () => {
  test("are listed for administrators, by name, and found by name, address, role and school", async ({
    world,
  }) => {
    const school = await world.school();
    const ada = await world.person(school, "ada Zorn");
    await world.account(ada, "az@kiln.example");
    const bo = await world.person(undefined, "Bo 100%");
    await world.grant(bo, "REVIEWER");
    const admin = world.as(await world.person(undefined, "Zed"), "ADMINISTRATOR");
    const list = `query ($filter: PersonFilter, $first: Int, $after: String) { people(filter: $filter, first: $first, after: $after) { totalCount pageInfo { endCursor } nodes { name email } } }`;
    const names = async (filter: object) =>
      (await world.ask(list, { filter }, admin)).data.people.nodes.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names({})).toEqual(["ada Zorn", "Bo 100%", "Zed"]);
    expect(await names({ query: "AZ@kiln" })).toEqual(["ada Zorn"]);
    expect(await names({ query: "0%" })).toEqual(["Bo 100%"]);
    expect(await names({ query: "_" })).toEqual([]);
    expect(await names({ role: "REVIEWER" })).toEqual(["Bo 100%"]);
    expect(await names({ role: "TEACHER" })).toEqual(["ada Zorn"]);
    expect(await names({ schoolUrn: school.urn })).toEqual(["ada Zorn"]);
    const first = await world.ask(list, { first: 1 }, admin);
    const after = first.data.people.pageInfo.endCursor as string;
    const second = await world.ask(list, { first: 1, after }, admin);
    expect(second.data.people).toMatchObject({ totalCount: 3, nodes: [{ name: "Bo 100%" }] });
    for (const [viewer, expected] of [
      [undefined, "UNAUTHENTICATED"],
      [world.as(ada, "TEACHER", "SCHOOL_LEAD", "PUBLISHER"), "FORBIDDEN"],
    ] as const)
      expect(fault(await world.ask(list, {}, viewer))[0]).toBe(expected);
  });

  test("cost the same number of statements however many they are, with all that hangs on them", async ({
    world,
  }) => {
    const admin = world.as(await world.person(), "ADMINISTRATOR");
    const school = await world.school();
    for (let at = 0; at < 12; at++) {
      const person = await world.person(school);
      await world.account(person);
      await world.grant(person, "MENTOR");
    }
    const page = `query ($first: Int!) { people(first: $first) { nodes { name email roles school { name viewerCan { manage } domains { domain } members(first: 2) { nodes { name } } membershipRequests(first: 2) { nodes { id } } }
      subjects { label } memberships { state school { name } decidedBy { name } } roleGrants { role grantedBy { name } } viewerCan { update grantRoles endMembership } } } }`;
    const few = await world.ask(page, { first: 3 }, admin);
    const all = await world.ask(page, { first: 12 }, admin);
    expect(all.errors).toBeUndefined();
    expect(all.data.people.nodes).toHaveLength(12);
    expect(all.statements.length).toBe(few.statements.length);
  });
});
