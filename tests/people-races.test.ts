import { describe, expect, test } from "vitest";
import type { Viewer } from "../src/kernel/viewer.ts";
import { RoleGrant } from "../src/people/role-grant.entity.ts";
import { type Answer, answer } from "./support/answer.ts";
import { testDatabase } from "./support/database.ts";
import { serverUrl } from "./support/server.ts";
import { World } from "./support/world.ts";

/** "done", the code of a refusal, or "defect" for anything else, a deadlock for example. */
const outcome = ({ errors }: Answer): unknown =>
  errors === undefined ? "done" : (errors[0]?.extensions["code"] ?? "defect");

// Two connections are needed, and the embedded database is one.
describe.skipIf(!serverUrl())("two who act at the same moment", async () => {
  const database = serverUrl() ? await testDatabase() : undefined;
  const world = () => new World(database!.em.fork());
  const ask = (source: string, variables: object, viewer: Viewer) =>
    answer(database!.em.fork(), [], source, { ...variables }, viewer);

  test("and are the last administrators cannot remove each other: one stays", async () => {
    const scene = world();
    const [one, two] = [await scene.person(), await scene.person()];
    for (const person of [one, two]) {
      await scene.grant(person, "ADMINISTRATOR");
      await scene.account(person);
    }
    const remove = `mutation ($id: ID!) { roleRevoke(personId: $id, role: ADMINISTRATOR) { id } }`;
    const answers = await Promise.all([
      ask(remove, { id: one.id }, scene.as(two, "ADMINISTRATOR")),
      ask(remove, { id: two.id }, scene.as(one, "ADMINISTRATOR")),
    ]);
    expect(answers.map(outcome).toSorted()).toEqual(["CONFLICT", "done"]);
    const left = { role: "ADMINISTRATOR", revokedAt: null } as const;
    expect(await database!.em.fork().count(RoleGrant, left)).toBe(1);
  });

  test("and give each other a role both succeed", async () => {
    const scene = world();
    const [one, two] = [await scene.person(), await scene.person()];
    const give = `mutation ($id: ID!) { roleGrant(personId: $id, role: REVIEWER) { id } }`;
    const answers = await Promise.all([
      ask(give, { id: one.id }, scene.as(two, "ADMINISTRATOR")),
      ask(give, { id: two.id }, scene.as(one, "ADMINISTRATOR")),
    ]);
    expect(answers.map(outcome)).toEqual(["done", "done"]);
  });

  test("and approve and take back one request get one answer and one conflict", async () => {
    const scene = world();
    const school = await scene.school();
    const lead = scene.as(await scene.person(school), "SCHOOL_LEAD");
    const person = scene.as(await scene.person(), "TEACHER");
    const asked = await ask(
      `mutation ($school: ID!) { membershipRequest(schoolId: $school) { ... on MembershipRequested { membership { id } } } }`,
      { school: school.id },
      person,
    );
    const { id } = asked.data.membershipRequest.membership;
    const answers = await Promise.all([
      ask(`mutation ($id: ID!) { membershipApprove(id: $id) { id } }`, { id }, lead),
      ask(`mutation ($id: ID!) { membershipApprove(id: $id) { id } }`, { id }, lead),
      ask(`mutation ($id: ID!) { membershipCancel(id: $id) { id } }`, { id }, person),
    ]);
    expect(answers.map(outcome).toSorted()).toEqual(["CONFLICT", "CONFLICT", "done"]);
  });
});
