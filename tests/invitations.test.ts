import { describe, expect } from "vitest";
import { MailMessage } from "../src/kernel/mail-message.entity.ts";
import type { PersonViewer, Role, Viewer } from "../src/kernel/viewer.ts";
import type { GrantedRole } from "../src/people/role.ts";
import { test, type World } from "./support/world.ts";

const create = `mutation ($input: InvitationCreateInput!) { invitationCreate(input: $input) {
  __typename
  ... on InvitationSent { invitation { id email role state school { id } } }
  ... on PersonHasAccount { person { id } } } }`;
const bring = `mutation ($csv: String!, $dryRun: Boolean!) { invitationsImport(csv: $csv, dryRun: $dryRun) {
  batchId invited { line email name role school { urn } } faults { line column message } } }`;
const accept = `mutation ($token: String!) { invitationAccept(token: $token) { id school { id } roles } }`;
const revoke = `mutation ($id: ID!) { invitationRevoke(id: $id) { id state } }`;
const undo = `mutation ($batchId: ID!) { invitationBatchUndo(batchId: $batchId) { revoked accepted } }`;
const offer = `query ($token: String!) { invitation(token: $token) { email role state school { id } invitedByName isForViewer } }`;

const code = (answer: {
  errors?: readonly { extensions: Record<string, unknown> }[] | undefined;
}) => answer.errors?.[0]?.extensions["code"];
const field = (answer: {
  errors?: readonly { extensions: Record<string, unknown> }[] | undefined;
}) => answer.errors?.[0]?.extensions["field"];

/** Somebody with roles that really stand in the record. */
async function holder(world: World, schoolId: string | null, ...roles: GrantedRole[]) {
  const school = schoolId === null ? undefined : ({ id: schoolId } as never);
  const person = await world.person(school);
  await world.grant(person, ...roles);
  return world.as(person, "TEACHER", ...(roles as Role[])) as PersonViewer;
}

async function scene(world: World) {
  const school = await world.school("Bottle Kiln Primary");
  const admin = await holder(world, null, "ADMINISTRATOR");
  const lead = await holder(world, school.id, "SCHOOL_LEAD");
  const invite = (input: object, viewer?: Viewer) => world.ask(create, { input }, viewer);
  const tokens = async (): Promise<string[]> =>
    (await world.fresh.find(MailMessage, { kind: "invitation" }, { orderBy: { id: "asc" } })).map(
      ({ text }) => /\/invitations\/(\S+)/.exec(text)![1]!,
    );
  const newcomer = async (email: string, verified = true): Promise<PersonViewer> => {
    const person = await world.person();
    await world.account(person, email, verified);
    return world.as(person, "TEACHER") as PersonViewer;
  };
  return { school, admin, lead, invite, tokens, newcomer };
}

describe("an invitation", () => {
  test("goes out by mail with a secret that is stored nowhere else, and makes a member with its role", async ({
    world,
  }) => {
    const { school, lead, invite, tokens, newcomer } = await scene(world);
    const sent = await invite({ email: " Nia@Kiln.Example ", name: "Nia", role: "MENTOR" }, lead);
    expect(sent.errors).toBeUndefined();
    expect(sent.data.invitationCreate).toMatchObject({
      __typename: "InvitationSent",
      invitation: {
        email: "nia@kiln.example",
        role: "MENTOR",
        state: "PENDING",
        school: { id: school.id },
      },
    });
    const [token] = await tokens();
    const [row] = await world.em.execute(`select * from invitation`);
    expect(JSON.stringify(row)).not.toContain(token);
    const nia = await newcomer("nia@kiln.example");
    expect((await world.ask(offer, { token }, nia)).data.invitation).toEqual({
      email: "nia@kiln.example",
      role: "MENTOR",
      state: "PENDING",
      school: { id: school.id },
      invitedByName: expect.any(String),
      isForViewer: true,
    });
    const { data, errors } = await world.ask(accept, { token }, nia);
    expect(errors).toBeUndefined();
    expect(data.invitationAccept).toEqual({
      id: nia.personId,
      school: { id: school.id },
      roles: ["TEACHER", "MENTOR"],
    });
    const again = await world.ask(accept, { token }, nia);
    expect(code(again)).toBe("CONFLICT");
    expect(again.errors?.[0]?.message).toMatch(/^This invitation was accepted on /);
  });

  test("is accepted by nobody signed out, with another address or an unconfirmed one, or with another link", async ({
    world,
  }) => {
    const { lead, invite, tokens, newcomer } = await scene(world);
    await invite({ email: "nia@kiln.example", role: "TEACHER" }, lead);
    const [token] = await tokens();
    expect(code(await world.ask(accept, { token }))).toBe("UNAUTHENTICATED");
    const other = await newcomer("eve@kiln.example");
    expect(code(await world.ask(accept, { token }, other))).toBe("FORBIDDEN");
    expect((await world.ask(offer, { token }, other)).data.invitation.isForViewer).toBe(false);
    const unconfirmed = await newcomer("nia@kiln.example", false);
    expect(code(await world.ask(accept, { token }, unconfirmed))).toBe("FORBIDDEN");
    expect(code(await world.ask(accept, { token: "x" }, other))).toBe("NOT_FOUND");
    expect((await world.ask(offer, { token: "x" })).data.invitation).toBeNull();
  });

  test("leads nowhere once it is taken back, has expired, or its sender may not send it any more", async ({
    world,
  }) => {
    const { lead, admin, invite, tokens, newcomer } = await scene(world);
    const nia = await newcomer("nia@kiln.example");
    const first = await invite({ email: "nia@kiln.example", role: "TEACHER" }, lead);
    const { id } = first.data.invitationCreate.invitation;
    const twice = await invite({ email: "nia@kiln.example", role: "TEACHER" }, lead);
    expect(code(twice)).toBe("CONFLICT");
    expect((await world.ask(revoke, { id }, lead)).data.invitationRevoke.state).toBe("REVOKED");
    expect(code(await world.ask(revoke, { id }, lead))).toBe("CONFLICT");
    const withdrawn = await world.ask(accept, { token: (await tokens())[0] }, nia);
    expect(withdrawn.errors?.[0]?.message).toMatch(/^This invitation was taken back on /);

    await invite({ email: "nia@kiln.example", role: "TEACHER" }, lead);
    await world.em.execute(`update invitation set expires_at = now() where state = 'PENDING'`);
    const late = await world.ask(accept, { token: (await tokens())[1] }, nia);
    expect(late.errors?.[0]?.message).toMatch(/^This invitation could be accepted until /);
    expect((await world.ask(offer, { token: (await tokens())[1] })).data.invitation.state).toBe(
      "EXPIRED",
    );

    await invite({ email: "nia@kiln.example", role: "TEACHER" }, lead);
    await world.ask(
      `mutation ($id: ID!) { roleRevoke(personId: $id, role: SCHOOL_LEAD) { id } }`,
      { id: lead.personId },
      admin,
    );
    const orphaned = await world.ask(accept, { token: (await tokens())[2] }, nia);
    expect(code(orphaned)).toBe("CONFLICT");
    expect(orphaned.errors?.[0]?.message).toContain("ask for a new one");
  });

  test("is a lead's for teachers and mentors of their own school, an administrator's for anything", async ({
    world,
  }) => {
    const { school, lead, admin, invite } = await scene(world);
    const other = await world.school();
    const teacher = await holder(world, school.id);
    const email = "nia@kiln.example";
    expect(code(await invite({ email, role: "TEACHER" }))).toBe("UNAUTHENTICATED");
    expect(code(await invite({ email, role: "TEACHER" }, teacher))).toBe("FORBIDDEN");
    expect(code(await invite({ email, role: "PUBLISHER" }, lead))).toBe("FORBIDDEN");
    expect(code(await invite({ email, role: "SCHOOL_LEAD" }, lead))).toBe("FORBIDDEN");
    expect(code(await invite({ email, role: "TEACHER", schoolId: other.id }, lead))).toBe(
      "FORBIDDEN",
    );
    const leaderless = await invite({ email, role: "SCHOOL_LEAD" }, admin);
    expect([code(leaderless), field(leaderless)]).toEqual(["BAD_USER_INPUT", "schoolId"]);
    const bad = await invite({ email: "nia@kiln", role: "TEACHER" }, admin);
    expect([code(bad), field(bad)]).toEqual(["BAD_USER_INPUT", "email"]);
    const named = await invite({ email, role: "TEACHER", name: "\u202eevil" }, admin);
    expect([code(named), field(named)]).toEqual(["BAD_USER_INPUT", "name"]);
    const lone = await invite({ email, role: "SCHOOL_LEAD", schoolId: other.id }, admin);
    expect(lone.data.invitationCreate.__typename).toBe("InvitationSent");
    const list = `{ invitations { totalCount nodes { school { id } } } }`;
    expect((await world.ask(list, {}, admin)).data.invitations.totalCount).toBe(1);
    expect((await world.ask(list, {}, lead)).data.invitations.totalCount).toBe(0);
    expect(code(await world.ask(list, {}, teacher))).toBe("FORBIDDEN");
    const { id } = lone.data.invitationCreate.invitation;
    expect(code(await world.ask(revoke, { id }, lead))).toBe("NOT_FOUND");
  });

  test("goes to one address at most six times a day, however often it is taken back, alone or in a list", async ({
    world,
  }) => {
    const { admin, lead, invite, tokens } = await scene(world);
    const email = "nia@kiln.example";
    for (let each = 0; each < 6; each += 1) {
      const { data } = await invite({ email, role: "TEACHER" }, lead);
      await world.ask(revoke, { id: data.invitationCreate.invitation.id }, lead);
    }
    expect(code(await invite({ email, role: "TEACHER" }, lead))).toBe("RATE_LIMITED");
    expect(code(await invite({ email, role: "MENTOR" }, admin))).toBe("RATE_LIMITED");
    const csv = `email\n${email}\ntom@kiln.example`;
    const { data } = await world.ask(bring, { csv, dryRun: false }, lead);
    expect(data.invitationsImport.faults).toEqual([
      { line: 2, column: "email", message: expect.stringContaining("6 times within a day") },
    ]);
    expect(await tokens()).toHaveLength(7);
    await world.em.execute(`update invitation set created_at = created_at - interval '25 hours'`);
    const tomorrow = await invite({ email, role: "TEACHER" }, lead);
    expect(tomorrow.data.invitationCreate.__typename).toBe("InvitationSent");
  });

  test("of somebody with an account is told to administrators, and to leads of their members alone", async ({
    world,
  }) => {
    const { school, lead, admin, invite, newcomer } = await scene(world);
    const stranger = await newcomer("stranger@kiln.example");
    const member = await world.person(school);
    await world.account(member, "member@kiln.example");
    const outcome = async (email: string, viewer: Viewer) =>
      (await invite({ email, role: "TEACHER" }, viewer)).data.invitationCreate;
    expect(await outcome("stranger@kiln.example", admin)).toEqual({
      __typename: "PersonHasAccount",
      person: { id: stranger.personId },
    });
    expect((await outcome("member@kiln.example", lead)).person.id).toBe(member.id);
    expect((await outcome("stranger@kiln.example", lead)).__typename).toBe("InvitationSent");
    expect((await outcome("nobody@kiln.example", lead)).__typename).toBe("InvitationSent");
  });
});

describe("a list of people", () => {
  test("is told line by line on a dry run, which stores and sends nothing", async ({ world }) => {
    const { school, admin, newcomer } = await scene(world);
    await newcomer("known@kiln.example");
    const csv = [
      "\uFEFFE-mail; Name ;Role;School URN",
      `nia@kiln.example;"Nia ""N"" Ash; PhD";school lead;${school.urn}`,
      "",
      "not an address;Eve;;",
      "NIA@kiln.example;Again;;",
      "known@kiln.example;Known;;",
      `tom@kiln.example;Tom;king;${school.urn}`,
      "ada@kiln.example;Ada;;12",
      "short@kiln.example",
      "bo@kiln.example;;;",
      ";;;",
      "lea@kiln.example;Lea;school lead;",
    ].join("\r\n");
    const before = await counts(world);
    const { data, errors } = await world.ask(bring, { csv, dryRun: true }, admin);
    expect(errors).toBeUndefined();
    expect(data.invitationsImport.batchId).toBeNull();
    expect(data.invitationsImport.invited).toEqual([
      {
        line: 2,
        email: "nia@kiln.example",
        name: 'Nia "N" Ash; PhD',
        role: "SCHOOL_LEAD",
        school: { urn: school.urn },
      },
      { line: 10, email: "bo@kiln.example", name: null, role: "TEACHER", school: null },
    ]);
    const faults = data.invitationsImport.faults as { line: number; message: string }[];
    expect(faults.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '4 "not an address" is no e-mail address.',
      "5 stands in line 2 already.",
      expect.stringMatching(/^6 Ada-\d+ already has an account\.$/),
      expect.stringContaining('7 "king" is no role'),
      '8 there is no school with the URN "12".',
      expect.stringContaining("9 has 1 cells where the first line has 4"),
      expect.stringContaining("12 whoever leads a school needs one"),
    ]);
    expect(await counts(world)).toEqual(before);
  });

  test("is sent as one, and undone but for those who have accepted", async ({ world }) => {
    const { school, lead, tokens, newcomer } = await scene(world);
    const csv =
      "email,role\na@kiln.example,teacher\nb@kiln.example,Mentor\nc@kiln.example,publisher";
    const { data } = await world.ask(bring, { csv, dryRun: false }, lead);
    const { batchId, invited, faults } = data.invitationsImport;
    expect(invited.map((row: { school: { urn: number } }) => row.school.urn)).toEqual([
      school.urn,
      school.urn,
    ]);
    expect(faults).toEqual([
      {
        line: 4,
        column: "role",
        message: "You may not invite people to this role at this school.",
      },
    ]);
    const all = await tokens();
    expect(all).toHaveLength(2);
    const again = await world.ask(bring, { csv, dryRun: false }, lead);
    expect(again.data.invitationsImport.batchId).toBeNull();
    expect(again.data.invitationsImport.faults[0].message).toMatch(
      /^This address was invited on .* already/,
    );
    const first = await newcomer("a@kiln.example");
    await world.ask(accept, { token: all[0] }, first);
    const elsewhere = await holder(world, (await world.school()).id, "SCHOOL_LEAD");
    expect(code(await world.ask(undo, { batchId }, elsewhere))).toBe("NOT_FOUND");
    const undone = await world.ask(undo, { batchId }, lead);
    expect(undone.data.invitationBatchUndo).toEqual({ revoked: 1, accepted: 1 });
    const late = await world.ask(accept, { token: all[1] }, await newcomer("b@kiln.example"));
    expect(code(late)).toBe("CONFLICT");
    expect(code(await world.ask(undo, { batchId }, lead))).toBe("CONFLICT");
  });

  test("that is no list is refused as a whole, naming what is wrong", async ({ world }) => {
    const { admin, lead } = await scene(world);
    const refused = async (csv: string, viewer: Viewer = admin) => {
      const answer = await world.ask(bring, { csv, dryRun: true }, viewer);
      expect([code(answer), field(answer)], csv.slice(0, 20)).toEqual(["BAD_USER_INPUT", "csv"]);
      return answer.errors![0]!.message;
    };
    expect(await refused("")).toContain("is empty");
    expect(await refused("name,role\nx,teacher")).toContain('no column "email"');
    expect(await refused("email")).toContain("no row");
    expect(await refused("email,email\na@b.example,")).toContain("twice");
    expect(await refused('email,name\na@kiln.example,"open\nb@kiln.example,B')).toContain(
      "never closed",
    );
    expect(await refused(`email\n${"a@kiln.example\n".repeat(501)}`)).toContain("has 501 rows");
    expect(await refused("email\na\u0000@kiln.example", lead)).toContain("null character");
  });
});

async function counts(world: World): Promise<unknown> {
  const [row] = await world.em.execute(
    `select (select count(*) from invitation) as i, (select count(*) from mail_message) as m, (select count(*) from outbox_event) as o`,
  );
  return row;
}
