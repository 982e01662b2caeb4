import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { deliverMail } from "../src/app/mail/delivery.ts";
import { filePost } from "../src/app/mail/post.ts";
import { newId } from "../src/kernel/ids.ts";
import { createLog } from "../src/kernel/log.ts";
import { Membership } from "../src/people/membership.entity.ts";
import { Person } from "../src/people/person.entity.ts";
import { RoleGrant } from "../src/people/role-grant.entity.ts";
import type { School } from "../src/people/school.entity.ts";
import { testApi } from "./support/api.ts";

const folder = await mkdtemp(join(tmpdir(), "potbank-deletion-"));
afterAll(() => rm(folder, { recursive: true, force: true }));
let logged = "";
const log = createLog("trace", { write: (line: string) => void (logged += line) });
const api = await testApi({ log, env: { POTBANK_DATA: folder } });
const { em } = api.database;
const world = () => api.world;
const password = "a stove, nine herons";
const delete_ = `mutation ($input: AccountDeleteInput!) { accountDelete(input: $input) { contributions } }`;
const export_ = `mutation ($password: String) { personalDataExport(password: $password) { json } }`;

/** Answers with the cookie of a session, where one was begun. */
async function signIn(path: string, body: object, cookie = "") {
  const answer = await fetch(`${api.url}/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(cookie && { cookie }) },
    body: JSON.stringify(body),
  });
  const cookies = answer.headers.getSetCookie().map((line) => line.split(";", 1)[0]);
  return { status: answer.status, cookie: cookies.join("; ") };
}

const own = async (cookie: string, query: string, variables: object = {}) => {
  const { json } = await api.post({ query, variables }, { cookie });
  return json as { data: any; errors?: { message: string; extensions: any }[] }; // oxlint-disable-line typescript/no-explicit-any
};

/** What nobody else's row can hold. */
const markersOf = (tag: string) => ({
  name: `Zebedee ${tag}name`,
  email: `${tag}mail@marker.example`,
  private: `${tag}private`,
  school: `${tag}school`,
  public: `${tag}opq`,
});

/** Signs up, confirms the address by the mail, and signs in. */
async function member(name: string, email: string) {
  await signIn("/sign-up/email", { name, email, password });
  const mails = () =>
    em
      .fork()
      .execute<{ text: string }[]>("select text from mail_message where recipient = ?", [email]);
  // Nobody waits for a mail to be written, so that an answer tells nothing by its time.
  await expect.poll(async () => (await mails()).length, { timeout: 30_000 }).toBeGreaterThan(0);
  const token = decodeURIComponent(/token=([^\s&]+)/.exec((await mails())[0]!.text)![1]!);
  await signIn("/confirm-address", { token, password });
  const { cookie, status } = await signIn("/sign-in/email", { email, password });
  expect(status).toBe(200);
  const person = await em.fork().findOneOrFail(Person, { name });
  return { cookie, person };
}

async function reflection(cookie: string, words: string, about: string) {
  const { data, errors } = await own(
    cookie,
    `mutation ($input: ReflectionCreateInput!) { reflectionCreate(input: $input) { id revision } }`,
    {
      input: {
        about,
        title: `On ${words}`,
        context: `A class about ${words}.`,
        tried: `We tried ${words}.`,
        happened: `Then ${words} happened.`,
        next: `More ${words}.`,
      },
    },
  );
  expect(errors).toBeUndefined();
  return data.reflectionCreate as { id: string; revision: number };
}

/** A person who has done everything there is to do, and a lead of the same school. */
async function busyPerson(tag: string, school: School) {
  const markers = markersOf(tag);
  const about = (await world().summary()).id;
  const { cookie, person } = await member(markers.name, markers.email);
  const lead = await world().person(school);
  const fresh = em.fork();
  fresh.create(RoleGrant, { personId: lead.id, role: "SCHOOL_LEAD", schoolId: school.id } as never);
  fresh.create(Membership, {
    personId: person.id,
    schoolId: school.id,
    state: "ACTIVE",
    basis: "APPROVAL",
    requestedAt: new Date(),
    decidedAt: new Date(),
    decidedById: lead.id,
  } as never);
  await fresh.flush();
  await fresh.nativeUpdate(Person, { id: person.id }, { schoolId: school.id });
  await fresh.execute(
    `insert into invitation (id, email, name, role, school_id, token_hash, state, created_at, expires_at)
     values (?, ?, ?, 'TEACHER', ?, ?, 'PENDING', now(), now())`,
    [newId("invitation"), markers.email, markers.name, school.id, newId("hash")],
  );
  await fresh.execute(
    `insert into login_verification (id, identifier, value, expires_at) values (?, ?, ?, now())`,
    [newId("verification"), newId("hash"), JSON.stringify({ email: markers.email })],
  );
  await own(
    cookie,
    `mutation ($input: PersonUpdateInput!) { personUpdate(input: $input) { id } }`,
    {
      input: { name: markers.name, careerStage: "TEACHER" },
    },
  );
  await reflection(cookie, markers.private, about);
  const shared = await reflection(cookie, markers.school, about);
  const { data: sharing } = await own(
    cookie,
    `mutation ($input: ReflectionShareInput!) { reflectionShare(input: $input) { __typename } }`,
    { input: { id: shared.id, revision: shared.revision } },
  );
  expect(sharing.reflectionShare.__typename).toBe("Reflection");
  const offered = await reflection(cookie, markers.public, about);
  await own(
    cookie,
    `mutation ($input: ReflectionShareInput!) { reflectionSubmit(input: $input) { __typename } }`,
    { input: { id: offered.id, revision: offered.revision } },
  );
  const moderator = world().as(await world().person(), "PUBLISHER");
  const accepted = await api.world.ask(
    `mutation ($input: ReflectionAcceptInput!) { reflectionAccept(input: $input) { __typename } }`,
    { input: { id: offered.id, revision: offered.revision } },
    moderator,
  );
  expect(accepted.data.reflectionAccept.__typename).toBe("Reflection");
  await world().project({ leadId: person.id, title: `Project of ${tag}` });
  for (let each = 0; each < 3; each += 1)
    await signIn("/sign-in/email", { email: markers.email, password: "wrong wrong wrong" });
  // Some messages are in the folder, some still wait.
  await deliverMail(
    em.fork(),
    filePost(join(folder, "mail"), "Potbank <a@b.example>"),
    log,
    () => true,
  );
  await signIn("/request-password-reset", { email: markers.email });
  const elsewhere = await world().school();
  const head = await world().person(elsewhere);
  await world().account(head);
  await world().grant(head, "SCHOOL_LEAD");
  await own(cookie, `mutation ($id: ID!) { membershipRequest(schoolId: $id) { __typename } }`, {
    id: elsewhere.id,
  });
  await world().drain();
  return { markers, cookie, person, publicId: offered.id };
}

/** Where a word stands: names of tables, files, the log. */
async function tracesOf(word: string): Promise<string[]> {
  const found: string[] = [];
  const tables = await em.fork().execute<{ schema: string; name: string }[]>(
    `select table_schema as schema, table_name as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  for (const { schema, name } of tables) {
    const [row] = await em
      .fork()
      .execute<{ count: number }[]>(
        `select count(*)::int as count from "${schema}"."${name}" t where position(lower(?) in lower(t::text)) > 0`,
        [word],
      );
    if (row!.count > 0) found.push(name);
  }
  const mailFolder = join(folder, "mail");
  for (const file of await readdir(mailFolder))
    if ((await readFile(join(mailFolder, file), "utf8")).toLowerCase().includes(word.toLowerCase()))
      found.push(file);
  if (logged.toLowerCase().includes(word.toLowerCase())) found.push("the log");
  return found.sort();
}

describe.each(["REMOVE", "KEEP"] as const)(
  "a person who did everything and deletes the account (%s)",
  { timeout: 120_000 },
  (contributions) => {
    test("leaves no trace but what they chose to leave, anywhere", async () => {
      const tag = contributions === "KEEP" ? "zqkeepzq" : "zqgonezq";
      const school = await world().school();
      const { markers, cookie, person, publicId } = await busyPerson(tag, school);
      // The search would be worth nothing if it found nothing before.
      const nameBefore = await tracesOf(markers.name);
      expect(nameBefore).toEqual(
        expect.arrayContaining(["audit_identity", "invitation", "mail_message", "person"]),
      );
      const emailBefore = await tracesOf(markers.email);
      expect(emailBefore).toEqual(
        expect.arrayContaining(["account", "audit_identity", "login_verification", "mail_message"]),
      );
      expect(emailBefore.some((place) => place.endsWith(".eml"))).toBe(true);
      expect(await tracesOf(markers.private)).toEqual(["reflection", "search_document"]);
      expect(await tracesOf(markers.public)).toEqual(
        expect.arrayContaining(["reflection", "search_document", "search_lexeme", "search_word"]),
      );
      expect(logged.length).toBeGreaterThan(1_000);

      const { data, errors } = await own(cookie, delete_, { input: { contributions, password } });
      expect(errors).toBeUndefined();
      expect(data.accountDelete).toEqual({ contributions });

      for (const [what, word] of Object.entries(markers))
        if (what !== "public" || contributions === "REMOVE")
          expect(await tracesOf(word), what).toEqual([]);
      // What stays says neither who nor from where.
      const [kept] = await em
        .fork()
        .execute<object[]>("select author_id, school_id from reflection where id = ?", [publicId]);
      if (contributions === "KEEP") expect(kept).toEqual({ author_id: null, school_id: null });
      // The id is where lines that only grow name it, and in facts that were told; nobody can tell whose it was.
      const places = await tracesOf(person.id);
      expect(places.filter((place) => !["audit_event", "outbox_event"].includes(place))).toEqual(
        [],
      );
      const { data: after } = await own(cookie, "{ viewer { person { id } } }");
      expect(after.viewer.person).toBeNull();
      expect((await signIn("/sign-in/email", { email: markers.email, password })).status).toBe(401);
    });
  },
);

describe("who deletes an account", { timeout: 60_000 }, () => {
  const asked = (input: object) => ({ input: { contributions: "REMOVE", ...input } });

  test("gives the password again, and after ten wrong ones waits", async () => {
    const { cookie, person } = await member("Ada Careful", "careful@school.example");
    const without = await own(cookie, delete_, asked({}));
    expect(without.errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      field: "password",
    });
    for (let each = 0; each < 10; each += 1) {
      const wrong = await own(cookie, delete_, asked({ password: "wrong wrong wrong" }));
      expect(wrong.errors?.[0]?.extensions.code).toBe("BAD_USER_INPUT");
    }
    const right = await own(cookie, delete_, asked({ password }));
    expect(right.errors?.[0]?.extensions.code).toBe("RATE_LIMITED");
    expect(await em.fork().count(Person, { id: person.id })).toBe(1);
  });

  test("without a password types the address, soon after signing in", async () => {
    const { person } = await member("Ada Elsewhere", "elsewhere@school.example");
    await em
      .fork()
      .execute("update credential set password_hash = null where account_id = ?", [person.id]);
    const ask = (signedInSecondsAgo: number, email: string) =>
      world().ask(delete_, asked({ email }), {
        ...world().as(person),
        signedInSecondsAgo,
      } as never);
    const late = await ask(3_600, "elsewhere@school.example");
    expect(late.errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    const other = await ask(60, "somebody@school.example");
    expect(other.errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "email" });
    expect((await ask(60, " Elsewhere@school.example ")).errors).toBeUndefined();
    expect(await em.fork().count(Person, { id: person.id })).toBe(0);
  });

  test("is not the last administrator", async () => {
    const { cookie, person } = await member("Ada Last", "last@school.example");
    const grant = async (personId: string) => {
      const fresh = em.fork();
      fresh.create(RoleGrant, { personId, role: "ADMINISTRATOR" } as never);
      await fresh.flush();
    };
    await grant(person.id);
    const refused = await own(cookie, delete_, asked({ password }));
    expect(refused.errors?.[0]?.extensions.code).toBe("CONFLICT");
    expect(await em.fork().count(Person, { id: person.id })).toBe(1);
    const other = await world().person();
    await world().account(other);
    await grant(other.id);
    expect((await own(cookie, delete_, asked({ password }))).errors).toBeUndefined();
  });

  test("is signed in", async () => {
    for (const [query, variables] of [
      [delete_, asked({ password })],
      [export_, {}],
    ] as const)
      expect((await own("", query, variables)).errors?.[0]?.extensions.code).toBe(
        "UNAUTHENTICATED",
      );
  });
});

test(
  "what one downloads is everything that is held, and nothing to sign in with",
  { timeout: 60_000 },
  async () => {
    const { markers, cookie, person } = await busyPerson("zqdownzq", await world().school());
    const { data, errors } = await own(cookie, export_);
    expect(errors).toBeUndefined();
    const { json } = data.personalDataExport;
    const held = JSON.parse(json);
    for (const [what, word] of Object.entries(markers)) expect(json, what).toContain(word);
    expect(held.profile).toMatchObject({ name: markers.name, careerStage: "TEACHER" });
    expect(held.account).toMatchObject({ email: markers.email, emailConfirmed: true });
    expect(held.account.sessions).toHaveLength(1);
    expect(held.schoolsAndRoles.memberships).toHaveLength(2);
    expect(held.reflections).toHaveLength(3);
    expect(held.invitations.received).toHaveLength(1);
    expect(held.projects).toHaveLength(1);
    expect(held.auditTrail.whatYouDid.length).toBeGreaterThan(0);
    const secrets = await em.fork().execute<{ secret: string }[]>(
      `select password_hash as secret from credential where account_id = ?
       union all select token from login_session where account_id = ?
       union all select substring(text from 'token=([^\\s&]+)') from mail_message where recipient = ? and text like '%token=%'`,
      [person.id, person.id, markers.email],
    );
    expect(secrets.length).toBeGreaterThanOrEqual(3);
    for (const { secret } of secrets) expect(json).not.toContain(secret);
    const [line] = await em
      .fork()
      .execute<{ act: string }[]>(
        "select act from audit_event where subject = ? and act = 'personal-data.exported'",
        [person.id],
      );
    expect(line).toBeDefined();
  },
);

test("every table that names a person lets the person go", async () => {
  const keys = await em.fork().execute<{ table: string; deletes: string }[]>(
    `select conrelid::regclass::text as "table", confdeltype::text as deletes from pg_constraint
       where contype = 'f' and confrelid = 'person'::regclass`,
  );
  expect(keys.length).toBeGreaterThan(8);
  expect(keys.filter(({ deletes }) => deletes !== "c" && deletes !== "n")).toEqual([]);
});
