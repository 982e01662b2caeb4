import { describe, expect } from "vitest";
import type { PersonViewer, Viewer } from "../src/kernel/viewer.ts";
import { acts, whole } from "./support/reflections.ts";
import { test as base, type World } from "./support/world.ts";

/** So many of everything, each of another person at another school. */
const many = 24;

interface Scene {
  readonly administrator: Viewer;
  readonly publisher: Viewer;
  readonly author: Viewer;
  readonly lead: Viewer;
  readonly urn: number;
}

/** Asks, and fails where it is refused. */
async function done(world: World, source: string, variables: object, viewer: Viewer) {
  const { data, errors } = await world.ask(source, { ...variables }, viewer);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function crowd(world: World): Promise<Scene> {
  const summary = await world.summary();
  // It stands first among the schools: what hangs on it is read for few of them too.
  const school = await world.school("A school");
  const [boss, publisher, head, writer] = [
    await world.person(),
    await world.person(),
    await world.person(school),
    await world.person(school),
  ];
  const administrator = world.as(boss, "ADMINISTRATOR");
  for (const person of [boss, head]) await world.account(person);
  await world.grant(boss, "ADMINISTRATOR");
  await world.grant(head, "SCHOOL_LEAD");
  const lead = world.as(head, "SCHOOL_LEAD");
  const author = world.as(writer, "TEACHER") as PersonViewer;
  for (let i = 0; i < many; i++) {
    const elsewhere = await world.school();
    const person = await world.person(i % 2 ? elsewhere : school);
    await world.account(person);
    const other = world.as(person, "TEACHER") as PersonViewer;
    const another = world.as(await world.person(), "ADMINISTRATOR");
    const { id } = person;
    await done(
      world,
      `mutation ($id: ID!) { roleGrant(personId: $id, role: REVIEWER) { id } }`,
      { id },
      another,
    );
    const asking = world.as(await world.person(elsewhere), "TEACHER");
    await done(
      world,
      `mutation ($id: ID!) { membershipRequest(schoolId: $id) { __typename } }`,
      { id: school.id },
      asking,
    );
    await done(
      world,
      `mutation ($input: InvitationCreateInput!) { invitationCreate(input: $input) { __typename } }`,
      { input: { email: `nia-${i}@example.test`, schoolId: elsewhere.id } },
      another,
    );
    const input = { about: summary.id, ...whole };
    // One's own, each of another school, as of somebody who has moved often.
    await done(world, acts.create, { input }, { ...author, schoolId: elsewhere.id });
    const { done: made } = await done(
      world,
      acts.create,
      { input },
      { ...other, schoolId: elsewhere.id },
    );
    const submission = { input: { id: made.id, revision: 1 } };
    await done(world, acts.submit, submission, { ...other, schoolId: elsewhere.id });
  }
  return {
    administrator,
    publisher: world.as(publisher, "PUBLISHER"),
    author,
    lead,
    urn: school.urn,
  };
}

const person = `name email roles viewerCan { update endMembership grantRoles revokeRoles } school { name phase { label } }
  subjects { label } phases { label } interests { label } roleGrants { role grantedBy { name } } memberships { state school { name } decidedBy { name } }`;
const reflection = `title author { name } school { name } evidence { title } state moderation latest { context } viewerCan { update share submit accept }
  marks { key } hasUnsharedChanges editedAt`;
const membership = `state person { name email school { name } } school { name } decidedBy { name } endedBy { name } viewerCan { decide cancel }`;

/** What a page of each list costs with its relations, in statements, and who reads it. */
const pages = {
  "one's own reflections": {
    as: "author",
    cost: 7,
    list: `viewer { list: reflections(first: $first) { nodes { id ${reflection} } } }`,
  },
  "what waits for a moderator": {
    as: "publisher",
    cost: 7,
    list: `list: moderationQueue(first: $first) { nodes { id ${reflection} } }`,
  },
  "members of a school": {
    as: "lead",
    cost: 8,
    list: `school(urn: $urn) { list: members(first: $first) { nodes { id ${person} } } }`,
  },
  "requests to join a school": {
    as: "lead",
    cost: 5,
    list: `school(urn: $urn) { list: membershipRequests(first: $first) { nodes { id ${membership} } } }`,
  },
  people: {
    as: "administrator",
    cost: 8,
    list: `list: people(first: $first) { nodes { id ${person} } }`,
  },
  "schools with members and requests": {
    as: "administrator",
    cost: 9,
    list: `list: schools(first: $first) { nodes { id members(first: 3) { totalCount nodes { name roles } } membershipRequests(first: 3) { nodes { ${membership} } } } }`,
  },
  "the audit trail": {
    as: "administrator",
    cost: 4,
    list: `list: auditEvents(first: $first) { nodes { id act at subject detail { name value } actor { name email personId } subjectPerson { name school { name } } } }`,
  },
  invitations: {
    as: "administrator",
    cost: 3,
    list: `list: invitations(first: $first) { nodes { id email state school { name } invitedBy { name } acceptedBy { name } } }`,
  },
} as const;

const test = base.extend<{ scene: Scene }>({
  scene: async ({ world }, use) => use(await crowd(world)),
});

describe("a page costs the same number of statements for 12 rows and for all:", () => {
  test("lists that somebody reads signed in, with their relations", async ({ world, scene }) => {
    const costs: Record<string, readonly [few: number, all: number]> = {};
    for (const [name, { as, list }] of Object.entries(pages)) {
      const page = `query ($first: Int!${list.includes("$urn") ? ", $urn: Int!" : ""}) { ${list} }`;
      const ask = async (first: number) => {
        const { urn } = scene;
        const { data, errors, statements } = await world.ask(page, { first, urn }, scene[as]);
        expect(errors, name).toBeUndefined();
        const { list: found } = data.list ? data : (data.viewer ?? data.school);
        return { rows: found.nodes.length as number, cost: statements.length };
      };
      const [few, all] = [await ask(12), await ask(100)];
      expect(few.rows, name).toBe(12);
      expect(all.rows, name).toBeGreaterThanOrEqual(many / 2);
      costs[name] = [few.cost, all.cost];
    }
    expect(costs).toEqual(
      Object.fromEntries(Object.entries(pages).map(([name, { cost }]) => [name, [cost, cost]])),
    );
  });
});
