import { describe, expect } from "vitest";
import type { Viewer } from "../src/kernel/viewer.ts";
import { RoleGrant } from "../src/people/role-grant.entity.ts";
import { test, type World } from "./support/world.ts";

const give = `mutation ($id: ID!, $role: Role!) { roleGrant(personId: $id, role: $role) {
  roles viewerCan { grantRoles revokeRoles } roleGrants { role revokedAt school { id } grantedBy { id } } } }`;
const take = `mutation ($id: ID!, $role: Role!) { roleRevoke(personId: $id, role: $role) { roles roleGrants { role revokedBy { id } } } }`;

interface Errors {
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[] | undefined;
}
const code = ({ errors }: Errors) => errors?.[0]?.extensions["code"];

async function scene(world: World) {
  const school = await world.school();
  const admin = await world.person(undefined, "Ida Admin");
  await world.grant(admin, "ADMINISTRATOR");
  const lead = await world.person(school);
  await world.grant(lead, "SCHOOL_LEAD");
  const teacher = await world.person(school, "Nia Ash");
  await world.account(teacher);
  return {
    school,
    teacher,
    admin,
    lead,
    asAdmin: world.as(admin, "TEACHER", "ADMINISTRATOR"),
    asLead: world.as(lead, "TEACHER", "SCHOOL_LEAD"),
  };
}

describe("a role", () => {
  test("is given and taken by an administrator, and every grant stays as history", async ({
    world,
  }) => {
    const { teacher, admin, asAdmin } = await scene(world);
    const id = teacher.id;
    const { data, errors } = await world.ask(give, { id, role: "REVIEWER" }, asAdmin);
    expect(errors).toBeUndefined();
    expect(data.roleGrant).toEqual({
      roles: ["TEACHER", "REVIEWER"],
      viewerCan: {
        grantRoles: ["MENTOR", "SCHOOL_LEAD", "PUBLISHER", "ADMINISTRATOR"],
        revokeRoles: ["REVIEWER"],
      },
      roleGrants: [
        { role: "REVIEWER", revokedAt: null, school: null, grantedBy: { id: admin.id } },
      ],
    });
    const twice = await world.ask(give, { id, role: "REVIEWER" }, asAdmin);
    expect(code(twice)).toBe("CONFLICT");
    expect(twice.errors?.[0]?.message).toMatch(/^Nia Ash holds this role since \d+ \w+ \d{4} at /);
    const taken = await world.ask(take, { id, role: "REVIEWER" }, asAdmin);
    expect(taken.data.roleRevoke).toEqual({
      roles: ["TEACHER"],
      roleGrants: [{ role: "REVIEWER", revokedBy: { id: admin.id } }],
    });
    const stale = await world.ask(take, { id, role: "REVIEWER" }, asAdmin);
    expect(code(stale)).toBe("CONFLICT");
    expect(stale.errors?.[0]?.message).toMatch(/^Nia Ash does not hold this role since /);
    await world.ask(give, { id, role: "REVIEWER" }, asAdmin);
    expect(await world.fresh.count(RoleGrant, { personId: id })).toBe(2);
  });

  test("is not given by teachers; a lead gives that of a lead, in their own school alone", async ({
    world,
  }) => {
    const { school, teacher, asLead } = await scene(world);
    const id = teacher.id;
    expect(code(await world.ask(give, { id, role: "MENTOR" }))).toBe("UNAUTHENTICATED");
    expect(
      code(await world.ask(give, { id, role: "SCHOOL_LEAD" }, world.as(teacher, "TEACHER"))),
    ).toBe("FORBIDDEN");
    expect(code(await world.ask(give, { id, role: "ADMINISTRATOR" }, asLead))).toBe("FORBIDDEN");
    expect(code(await world.ask(give, { id, role: "REVIEWER" }, asLead))).toBe("FORBIDDEN");
    const stranger = await world.person(await world.school());
    expect(code(await world.ask(give, { id: stranger.id, role: "SCHOOL_LEAD" }, asLead))).toBe(
      "NOT_FOUND",
    );
    const author = await world.person(await world.school());
    await world.reflection({ authorId: author.id });
    expect(code(await world.ask(give, { id: author.id, role: "SCHOOL_LEAD" }, asLead))).toBe(
      "FORBIDDEN",
    );
    const { data } = await world.ask(give, { id, role: "SCHOOL_LEAD" }, asLead);
    expect(data.roleGrant.roles).toEqual(["TEACHER", "SCHOOL_LEAD"]);
    const [grant] = await world.fresh.find(RoleGrant, { personId: id });
    expect(grant?.schoolId).toBe(school.id);
  });

  test("of a teacher is nobody's to give, nor that of a lead to somebody without a school", async ({
    world,
  }) => {
    const { teacher, asAdmin } = await scene(world);
    const none = await world.ask(give, { id: teacher.id, role: "TEACHER" }, asAdmin);
    expect([code(none), none.errors?.[0]?.extensions["field"]]).toEqual(["BAD_USER_INPUT", "role"]);
    const free = await world.person();
    expect(code(await world.ask(give, { id: free.id, role: "SCHOOL_LEAD" }, asAdmin))).toBe(
      "CONFLICT",
    );
    const gone = await world.ask(give, { id: "person_x", role: "MENTOR" }, asAdmin);
    expect(gone.errors?.[0]?.message).toBe("No person person_x.");
  });

  test("of the last administrator stays: somebody else must be one first", async ({ world }) => {
    const { teacher, admin, asAdmin } = await scene(world);
    // Somebody who cannot sign in looks after nobody.
    await world.grant(await world.person(), "ADMINISTRATOR");
    const last = await world.ask(take, { id: admin.id, role: "ADMINISTRATOR" }, asAdmin);
    expect(code(last)).toBe("CONFLICT");
    expect(last.errors?.[0]?.message).toContain("last administrator");
    await world.ask(give, { id: teacher.id, role: "ADMINISTRATOR" }, asAdmin);
    const { errors } = await world.ask(take, { id: admin.id, role: "ADMINISTRATOR" }, asAdmin);
    expect(errors).toBeUndefined();
  });
});

describe("viewer", () => {
  test("says which roles one acts in, which are withheld, and what one may do", async ({
    world,
  }) => {
    const { admin, asAdmin, asLead } = await scene(world);
    const ask = async (viewer?: Viewer) =>
      (
        await world.ask(
          `{ viewer { person { id } email roles withheldRoles permissions } }`,
          {},
          viewer,
        )
      ).data.viewer;
    expect(await ask()).toEqual({
      person: null,
      email: null,
      roles: [],
      withheldRoles: [],
      permissions: [],
    });
    const email = await world.account(admin);
    expect(await ask(asAdmin)).toMatchObject({
      person: { id: admin.id },
      email,
      roles: ["TEACHER", "ADMINISTRATOR"],
      withheldRoles: [],
      permissions: expect.arrayContaining(["PERSON_MANAGE", "PERSON_INVITE", "AUDIT_READ"]),
    });
    const withheld = await ask(world.as(admin, "TEACHER"));
    expect(withheld.withheldRoles).toEqual(["ADMINISTRATOR"]);
    expect(withheld.permissions).toEqual(["REFLECTION_WRITE"]);
    expect((await ask(asLead)).permissions).toEqual(
      expect.arrayContaining(["SCHOOL_LEAD", "PERSON_INVITE"]),
    );
    expect((await ask(asLead)).permissions).not.toContain("PERSON_MANAGE");
  });
});
