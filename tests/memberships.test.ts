import { describe, expect } from "vitest";
import { MailMessage } from "../src/kernel/mail-message.entity.ts";
import { SchoolDomain } from "../src/people/school-domain.entity.ts";
import type { PersonViewer } from "../src/kernel/viewer.ts";
import { test, type World } from "./support/world.ts";

const request = `mutation ($school: ID!) { membershipRequest(schoolId: $school) {
  __typename
  ... on MembershipRequested { membership { id state basis } }
  ... on MembershipRequestWaiting { membership { id school { id } } } } }`;
const act = (name: string) =>
  `mutation ($id: ID!) { ${name}(id: $id) { id state person { id school { id } } decidedBy { id } endedBy { id } viewerCan { decide cancel leave end } } }`;
const code = (answer: {
  errors?: readonly { extensions: Record<string, unknown> }[] | undefined;
}) => answer.errors?.[0]?.extensions["code"];

/** A school with a lead who has an account, and a teacher without a school. */
async function scene(world: World) {
  const school = await world.school("Bottle Kiln Primary");
  const lead = await world.person(school, "Tom Lead");
  await world.grant(lead, "SCHOOL_LEAD");
  const address = await world.account(lead);
  const teacher = await world.person(undefined, "Nia Newcomer");
  await world.account(teacher, "nia@bottlekiln.example");
  const ask = async (): Promise<string> => {
    const { data } = await world.ask(request, { school: school.id }, world.as(teacher));
    return data.membershipRequest.membership.id as string;
  };
  const asLead = world.as(lead, "TEACHER", "SCHOOL_LEAD") as PersonViewer;
  return { school, lead, address, teacher, ask, asLead };
}

describe("asking to join a school", () => {
  test("waits for its lead, who gets a mail and finds the request at the school", async ({
    world,
  }) => {
    const { school, lead, address, teacher, asLead } = await scene(world);
    const { data, errors } = await world.ask(request, { school: school.id }, world.as(teacher));
    expect(errors).toBeUndefined();
    expect(data.membershipRequest).toMatchObject({
      __typename: "MembershipRequested",
      membership: { state: "REQUESTED", basis: null },
    });
    const mails = await world.fresh.find(MailMessage, {});
    expect(mails.map(({ recipient }) => recipient)).toEqual([address]);
    expect(mails[0]?.text).toContain("Nia Newcomer asks to join Bottle Kiln Primary");
    const read = `query ($urn: Int!) { school(urn: $urn) { membershipRequests { totalCount nodes { person { name } viewerCan { decide cancel } } } } }`;
    const seen = await world.ask(read, { urn: school.urn }, asLead);
    expect(seen.data.school.membershipRequests).toEqual({
      totalCount: 1,
      nodes: [{ person: { name: "Nia Newcomer" }, viewerCan: { decide: true, cancel: false } }],
    });
    const colleague = await world.person(school);
    const none = { totalCount: 0, nodes: [] };
    for (const viewer of [undefined, world.as(colleague, "TEACHER")])
      expect(
        (await world.ask(read, { urn: school.urn }, viewer)).data.school.membershipRequests,
      ).toEqual(none);
    expect(lead.schoolId).toBe(school.id);
  });

  test("is UNAUTHENTICATED when signed out, and NOT_FOUND for no school", async ({ world }) => {
    const { school, teacher } = await scene(world);
    const out = await world.ask(request, { school: school.id });
    expect(out.errors?.[0]?.message).toBe("Sign in to ask to join a school.");
    expect(code(out)).toBe("UNAUTHENTICATED");
    expect(code(await world.ask(request, { school: "school_x" }, world.as(teacher)))).toBe(
      "NOT_FOUND",
    );
  });

  test("makes a member at once where the verified address is of a domain of that school, and of that alone", async ({
    world,
  }) => {
    const { school, teacher } = await scene(world);
    const other = await world.school();
    world.em.create(SchoolDomain, { schoolId: school.id, domain: "bottlekiln.example" } as never);
    await world.em.flush();
    const elsewhere = await world.ask(request, { school: other.id }, world.as(teacher));
    expect(elsewhere.data.membershipRequest.membership.state).toBe("REQUESTED");
    await world.ask(
      act("membershipCancel"),
      { id: elsewhere.data.membershipRequest.membership.id },
      world.as(teacher),
    );
    const { data } = await world.ask(request, { school: school.id }, world.as(teacher));
    expect(data.membershipRequest.membership).toMatchObject({
      state: "ACTIVE",
      basis: "EMAIL_DOMAIN",
    });
    const [row] = await world.em.execute(`select school_id from person where id = ?`, [teacher.id]);
    expect(row).toEqual({ school_id: school.id });
    expect(code(await world.ask(request, { school: school.id }, world.as(teacher)))).toBe(
      "CONFLICT",
    );
  });

  test("does not believe an address that has not been verified, nor a domain that only ends alike", async ({
    world,
  }) => {
    const { school } = await scene(world);
    world.em.create(SchoolDomain, { schoolId: school.id, domain: "bottlekiln.example" } as never);
    await world.em.flush();
    for (const [email, verified] of [
      ["eve@bottlekiln.example", false],
      ["eve@notbottlekiln.example", true],
      ["eve@pupils.bottlekiln.example", true],
    ] as const) {
      const person = await world.person();
      await world.account(person, email, verified);
      const { data } = await world.ask(request, { school: school.id }, world.as(person));
      expect(data.membershipRequest.membership.state, email).toBe("REQUESTED");
    }
  });

  test("writes to those who decide once a day about a person and a school, however often it is taken back", async ({
    world,
  }) => {
    const { school, address, teacher, ask } = await scene(world);
    const cancelled = async () => {
      const id = await ask();
      await world.ask(act("membershipCancel"), { id }, world.as(teacher));
      return id;
    };
    const mails = async () =>
      (await world.fresh.find(MailMessage, {})).map(({ recipient }) => recipient);
    const first = await cancelled();
    for (let again = 0; again < 3; again += 1) await cancelled();
    expect(await mails()).toEqual([address]);
    const other = await world.person(undefined, "Ada Other");
    await world.ask(request, { school: school.id }, world.as(other));
    expect(await mails()).toEqual([address, address]);
    await world.em.execute(
      `update membership set requested_at = requested_at - interval '25 hours' where person_id = ?`,
      [teacher.id],
    );
    const late = await cancelled();
    expect(await mails()).toEqual([address, address, address]);
    expect(late).not.toBe(first);
  });

  test("is RATE_LIMITED after ten in a day, at whichever schools", async ({ world }) => {
    const { school, teacher } = await scene(world);
    const administrator = await world.person();
    await world.grant(administrator, "ADMINISTRATOR");
    await world.account(administrator);
    for (let each = 0; each < 10; each += 1) {
      const { data } = await world.ask(
        request,
        { school: (await world.school()).id },
        world.as(teacher),
      );
      const { id } = data.membershipRequest.membership;
      await world.ask(act("membershipCancel"), { id }, world.as(teacher));
    }
    const refused = await world.ask(request, { school: school.id }, world.as(teacher));
    expect(code(refused)).toBe("RATE_LIMITED");
    expect(await world.fresh.count(MailMessage, {})).toBe(10);
  });

  test("answers with the request that waits already instead of making a second", async ({
    world,
  }) => {
    const { school, teacher, ask } = await scene(world);
    const first = await ask();
    const other = await world.school();
    const { data } = await world.ask(request, { school: other.id }, world.as(teacher));
    expect(data.membershipRequest).toEqual({
      __typename: "MembershipRequestWaiting",
      membership: { id: first, school: { id: school.id } },
    });
  });
});

describe("a request", () => {
  test("is approved by the lead, once: a second approval says who did it and when", async ({
    world,
  }) => {
    const { school, lead, teacher, ask, asLead } = await scene(world);
    const id = await ask();
    const { data, errors } = await world.ask(act("membershipApprove"), { id }, asLead);
    expect(errors).toBeUndefined();
    expect(data.membershipApprove).toEqual({
      id,
      state: "ACTIVE",
      person: { id: teacher.id, school: { id: school.id } },
      decidedBy: { id: lead.id },
      endedBy: null,
      viewerCan: { decide: false, cancel: false, leave: false, end: true },
    });
    const again = await world.ask(act("membershipApprove"), { id }, asLead);
    expect(code(again)).toBe("CONFLICT");
    expect(again.errors?.[0]?.message).toMatch(
      /^This request was approved by Tom Lead on \d+ \w+ \d{4} at \d\d:\d\d\.$/,
    );
    expect(code(await world.ask(act("membershipDecline"), { id }, asLead))).toBe("CONFLICT");
    const late = await world.ask(act("membershipCancel"), { id }, world.as(teacher));
    expect(code(late)).toBe("CONFLICT");
  });

  test("that was taken back cannot be approved any more", async ({ world }) => {
    const { teacher, ask, asLead } = await scene(world);
    const id = await ask();
    const { data } = await world.ask(act("membershipCancel"), { id }, world.as(teacher));
    expect(data.membershipCancel.state).toBe("CANCELLED");
    const late = await world.ask(act("membershipApprove"), { id }, asLead);
    expect(late.errors?.[0]?.message).toMatch(/^This request was taken back by Nia Newcomer on /);
    expect(code(late)).toBe("CONFLICT");
  });

  test("may be declined, and made anew", async ({ world }) => {
    const { ask, asLead } = await scene(world);
    const id = await ask();
    const { data } = await world.ask(act("membershipDecline"), { id }, asLead);
    expect(data.membershipDecline.state).toBe("DECLINED");
    expect(await ask()).not.toBe(id);
  });

  test("does not exist for strangers and colleagues, and is the lead's and not the person's to approve", async ({
    world,
  }) => {
    const { school, teacher, ask } = await scene(world);
    const id = await ask();
    const elsewhere = await world.person(await world.school());
    const answers = [
      await world.ask(act("membershipApprove"), { id }, world.as(elsewhere, "SCHOOL_LEAD")),
      await world.ask(act("membershipApprove"), { id }, world.as(await world.person(school))),
      await world.ask(act("membershipApprove"), { id: "membership_x" }, world.as(elsewhere)),
    ];
    expect(answers.map(code)).toEqual(["NOT_FOUND", "NOT_FOUND", "NOT_FOUND"]);
    expect(answers[0]?.errors?.[0]?.message).toBe(`No membership ${id}.`);
    expect(code(await world.ask(act("membershipApprove"), { id }, world.as(teacher)))).toBe(
      "FORBIDDEN",
    );
    expect(code(await world.ask(act("membershipApprove"), { id }))).toBe("UNAUTHENTICATED");
  });

  test("to another school moves the person when it is approved and not before; both stay in the history", async ({
    world,
  }) => {
    const { school, teacher, ask, asLead } = await scene(world);
    await world.ask(act("membershipApprove"), { id: await ask() }, asLead);
    const next = await world.school("Next School");
    const head = await world.person(next, "Head Next");
    const here: PersonViewer = {
      kind: "person",
      personId: teacher.id,
      schoolId: school.id,
      roles: ["TEACHER"],
    };
    const { data } = await world.ask(request, { school: next.id }, here);
    const read = `{ viewer { membership { school { id } } membershipRequest { school { id } } memberships { state school { id } endedBy { id } } } }`;
    const before = (await world.ask(read, {}, here)).data.viewer;
    expect(before.membership.school.id).toBe(school.id);
    expect(before.membershipRequest.school.id).toBe(next.id);
    const { id } = data.membershipRequest.membership;
    const moved = await world.ask(act("membershipApprove"), { id }, world.as(head, "SCHOOL_LEAD"));
    expect(moved.errors).toBeUndefined();
    const after = (await world.ask(read, {}, { ...here, schoolId: next.id })).data.viewer;
    expect(after).toMatchObject({
      membership: { school: { id: next.id } },
      membershipRequest: null,
      memberships: [
        { state: "ACTIVE", school: { id: next.id } },
        { state: "LEFT", school: { id: school.id } },
      ],
    });
  });
});

describe("a membership", () => {
  test("is left by its person, who leads the school no more", async ({ world }) => {
    const { school, lead, asLead } = await scene(world);
    const { data } = await world.ask(
      `{ viewer { membership { id viewerCan { leave } } } }`,
      {},
      asLead,
    );
    expect(data.viewer.membership.viewerCan.leave).toBe(true);
    const { id } = data.viewer.membership;
    const left = await world.ask(act("membershipLeave"), { id }, asLead);
    expect(left.data.membershipLeave).toMatchObject({ state: "LEFT", endedBy: { id: lead.id } });
    const held = await world.em.execute(
      `select role from role_grant where person_id = ? and revoked_at is null`,
      [lead.id],
    );
    expect(held).toEqual([]);
    const again = await world.ask(act("membershipLeave"), { id }, { ...asLead, schoolId: null });
    expect(code(again)).toBe("CONFLICT");
    expect(again.errors?.[0]?.message).toMatch(/^This membership was ended by Tom Lead on /);
    expect(school.id).toBeTruthy();
  });

  test("is ended by the lead of the school, by no colleague and no other lead", async ({
    world,
  }) => {
    const { school, asLead } = await scene(world);
    const member = await world.person(school);
    const [{ id }] = await world.em.execute<[{ id: string }]>(
      `select id from membership where person_id = ?`,
      [member.id],
    );
    const colleague = world.as(await world.person(school), "TEACHER");
    const elsewhere = world.as(await world.person(await world.school()), "SCHOOL_LEAD");
    expect(code(await world.ask(act("membershipEnd"), { id }, colleague))).toBe("FORBIDDEN");
    expect(code(await world.ask(act("membershipLeave"), { id }, asLead))).toBe("FORBIDDEN");
    expect(code(await world.ask(act("membershipEnd"), { id }, elsewhere))).toBe("NOT_FOUND");
    const ended = await world.ask(act("membershipEnd"), { id }, asLead);
    expect(ended.data.membershipEnd.state).toBe("LEFT");
    const after = await world.ask(
      `query ($urn: Int!) { school(urn: $urn) { members { nodes { id } } } }`,
      { urn: school.urn },
      asLead,
    );
    expect(
      after.data.school.members.nodes.map(({ id: each }: { id: string }) => each),
    ).not.toContain(member.id);
  });
});
