import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "../src/app/mail/delivery.ts";
import { filePost } from "../src/app/mail/post.ts";
import { newId } from "../src/kernel/ids.ts";
import { createLog } from "../src/kernel/log.ts";
import { mailNow } from "../src/kernel/mail.ts";
import { anonymous, type PersonViewer } from "../src/kernel/viewer.ts";
import type { Person } from "../src/people/person.entity.ts";
import type { School } from "../src/people/school.entity.ts";
import { testApi } from "./support/api.ts";

const folder = await mkdtemp(join(tmpdir(), "potbank-forgotten-"));
const mails = join(folder, "mail");
await mkdir(mails);
afterAll(() => rm(folder, { recursive: true, force: true }));
const viewers = new Map<string, PersonViewer>();
const api = await testApi({
  env: { POTBANK_DATA: folder },
  signIn: {
    viewerOf: async (headers) => viewers.get(headers.get("cookie") ?? "") ?? anonymous,
    handle: async () => new Response(null, { status: 404 }),
    waysIn: { providers: [], demonstration: [] },
  },
});
const { em } = api.database;
const { world } = api;

/** As a person who signed in a minute ago, without a password. */
async function ask(person: Person, query: string, variables: object) {
  viewers.set(person.id, { ...(world.as(person) as PersonViewer), signedInSecondsAgo: 60 });
  const { json } = await api.post({ query, variables }, { cookie: person.id });
  expect(json.errors).toBeUndefined();
  return json.data;
}

async function personAt(name: string, email: string, school?: School): Promise<Person> {
  const person = await world.person(school, name);
  await world.account(person, email);
  return person;
}

const askToJoin = (person: Person, school: School) =>
  ask(person, `mutation ($id: ID!) { membershipRequest(schoolId: $id) { __typename } }`, {
    id: school.id,
  });
const deleteAccount = (person: Person, email: string) =>
  ask(
    person,
    `mutation ($input: AccountDeleteInput!) { accountDelete(input: $input) { contributions } }`,
    { input: { contributions: "REMOVE", email } },
  );

/** As sign-in writes it. */
const resetMail = (to: string, about: string[] = []) =>
  mailNow(em, {
    to,
    kind: "reset-password",
    subject: "Choose a new password for Potbank",
    text: "Somebody, we hope you, asked for a new password at Potbank.",
    about,
  });

const verification = (value: string) =>
  em
    .fork()
    .execute(
      `insert into login_verification (id, identifier, value, expires_at) values (?, ?, ?, now())`,
      [newId("verification"), newId("hash"), value],
      "run",
    );

const deliver = () => deliverMail(em.fork(), filePost(mails, "a@b.example"), createLog("silent"));

/** Whom messages go to that wait or lie in the folder, and of what kind they are. */
async function messages(): Promise<string[]> {
  const waiting = await em
    .fork()
    .execute<{ recipient: string; kind: string }[]>("select recipient, kind from mail_message");
  const found = waiting.map(({ recipient, kind }) => `${recipient} ${kind}`);
  for (const file of await readdir(mails)) {
    const { to } = await simpleParser(await readFile(join(mails, file)));
    found.push(`${[to].flat()[0]?.text} ${/Z-([a-z-]+?)(-\d+)?\.eml$/.exec(file)![1]}`);
  }
  return found.sort();
}

beforeEach(async () => {
  await em.fork().execute("delete from mail_message", [], "run");
  for (const file of await readdir(mails)) await rm(join(mails, file));
});

describe.each(["waits", "lies in a file"])("a message that %s", (place) => {
  const tag = place === "waits" ? "a" : "b";
  const own = `an@${tag}.example`;
  const others = `joan@${tag}.example`;

  test("goes with the person it is to or about, and stays when it only has their words", async () => {
    const school = await world.school();
    const lead = await personAt("Tom Lead", `lead@${tag}.example`, school);
    await world.grant(lead, "SCHOOL_LEAD");
    const home = await world.school();
    // The words of every message about signing in, and an address that is the end of another's.
    const person = await personAt("we hope you", own, home);
    const other = await personAt("Joan Other", others);
    await world.grant(person, "SCHOOL_LEAD");
    await resetMail(own);
    await resetMail(`old-${own}`, [person.id]);
    await resetMail(others);
    await resetMail(others, [other.id, own]);
    for (const address of [own, others])
      await verification(JSON.stringify({ type: "magic-link", email: address }));
    for (const { id } of [person, other]) await verification(id);
    await askToJoin(person, school);
    await askToJoin(other, school);
    viewers.set("inviter", {
      ...(world.as(person, "TEACHER", "SCHOOL_LEAD") as PersonViewer),
    });
    const { json } = await api.post(
      {
        query: `mutation ($input: InvitationCreateInput!) { invitationCreate(input: $input) { __typename } }`,
        variables: { input: { email: `guest@${tag}.example`, role: "TEACHER" } },
      },
      { cookie: "inviter" },
    );
    expect(json.errors).toBeUndefined();
    if (place !== "waits") expect(await deliver()).toBe(7);
    expect(await messages()).toHaveLength(7);

    await deleteAccount(person, own);

    expect(await messages()).toEqual([
      `${others} reset-password`,
      `lead@${tag}.example membership-requested`,
    ]);
    const left = await em
      .fork()
      .execute<{ value: string }[]>("select value from login_verification");
    expect(left.map(({ value }) => value).sort()).toEqual(
      [other.id, JSON.stringify({ type: "magic-link", email: others })].sort(),
    );
    await em.fork().execute("delete from login_verification", [], "run");
  });
});

test("an invitation goes with whom it was to, also when they have another address by then", async () => {
  const school = await world.school();
  const lead = await personAt("Tom Sender", "sender@c.example", school);
  await world.grant(lead, "SCHOOL_LEAD");
  viewers.set("inviter", world.as(lead, "TEACHER", "SCHOOL_LEAD") as PersonViewer);
  const { json } = await api.post(
    {
      query: `mutation ($input: InvitationCreateInput!) { invitationCreate(input: $input) { ... on InvitationSent { invitation { id } } } }`,
      variables: { input: { email: "before@c.example", name: "Zora Quill", role: "TEACHER" } },
    },
    { cookie: "inviter" },
  );
  const { id } = json.data.invitationCreate.invitation;
  const guest = await personAt("Zora Quill", "after@c.example");
  await em
    .fork()
    .execute("update invitation set state = 'ACCEPTED', accepted_by_id = ? where id = ?", [
      guest.id,
      id,
    ]);
  await deliver();
  expect(await messages()).toEqual(["before@c.example invitation"]);
  await deleteAccount(guest, "after@c.example");
  expect(await messages()).toEqual([]);
});

test("a file from before messages said whom they are about goes with its recipient alone", async () => {
  const person = await personAt("we hope you", "an@d.example");
  const files = {
    "1-own.eml": "To: An@D.Example\r\nSubject: x\r\n\r\nHello\r\n",
    "2-quoted.eml": 'To: "an"@d.example\r\nSubject: x\r\n\r\nHello\r\n',
    "3-other.eml":
      "To: joan@d.example\r\nSubject: we hope you\r\n\r\nTo: an@d.example\r\n\r\nwe hope you an@d.example\r\n",
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(mails, name), text);
  await deleteAccount(person, "an@d.example");
  expect(await readdir(mails)).toEqual(["3-other.eml"]);
});

test("a message that is delivered while its person goes leaves no file", async () => {
  const person = await personAt("Ada Quick", "quick@e.example");
  await resetMail("quick@e.example");
  const post = filePost(mails, "a@b.example");
  await deliverMail(
    em.fork(),
    {
      ...post,
      async deliver(letter) {
        await deleteAccount(person, "quick@e.example");
        return post.deliver(letter);
      },
    },
    createLog("silent"),
  );
  expect(await messages()).toEqual([]);
});
