import { beforeEach, describe, expect, test } from "vitest";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { withoutValues } from "../src/people/sign-in/bare-error.ts";
import { faultOfPassword } from "../src/people/sign-in/passwords.ts";
import { goodPassword, newEmail, signInSite } from "./support/sign-in.ts";

/** How often a password was hashed, for storing or for comparing: what takes nearly all the time. */
let hashed = 0;
const site = await signInSite({
  passwordWork: {
    hash(password) {
      hashed++;
      return hashPassword(password);
    },
    verify(given) {
      hashed++;
      return verifyPassword(given);
    },
  },
});
const { ask, member, mailsTo } = site;

beforeEach(() => {
  hashed = 0;
});

/** What a stranger gets to see of an answer. */
async function seen(path: string, body: Record<string, unknown>) {
  hashed = 0;
  const { status, json, headers } = await ask(path, body);
  return { status, json, cookies: headers.getSetCookie(), work: hashed };
}

describe("nobody can tell who has an account", () => {
  test("by a wrong password: the same words, the same work", async () => {
    const [known, unverified] = [await member(), newEmail()];
    await ask("/sign-up/email", { name: "Ada", email: unverified, password: goodPassword });
    const withoutPassword = await member();
    await site
      .em()
      .execute(`update credential set password_hash = null where account_id = ?`, [
        (await site.account(withoutPassword)).id,
      ]);
    const wrong = { password: "not the password" };
    const unknown = await seen("/sign-in/email", { email: newEmail("nobody"), ...wrong });
    expect(unknown).toMatchObject({
      status: 401,
      json: { code: "INVALID_EMAIL_OR_PASSWORD" },
      cookies: [],
      work: 1,
    });
    for (const email of [known, unverified, withoutPassword])
      expect(await seen("/sign-in/email", { email, ...wrong })).toEqual(unknown);
  });

  test("by signing up and signing in with that password, however often", async () => {
    const [known, free] = [await member(), newEmail("free")];
    const password = "another good password";
    const tried = async (email: string) => {
      await ask("/sign-up/email", { name: "Eve", email, password });
      const answers = [];
      for (let i = 0; i < 11; i++) answers.push(await seen("/sign-in/email", { email, password }));
      return answers;
    };
    const ofFree = await tried(free);
    expect(ofFree.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429]);
    expect(await tried(known)).toEqual(ofFree);
  });

  test("by signing up: the answer comes before anybody looks, and the owner is told by mail", async () => {
    const known = await member();
    const before = (await mailsTo(known)).length;
    const signUp = { name: "Eve", password: "another good password" };
    const unknown = await seen("/sign-up/email", { email: newEmail(), ...signUp });
    expect(unknown).toMatchObject({ status: 200, json: { status: true }, work: 1 });
    expect(await seen("/sign-up/email", { email: known, ...signUp })).toEqual(unknown);
    expect((await mailsTo(known)).slice(before)).toMatchObject([{ kind: "sign-up-again" }]);
    // Nothing of it has become theirs.
    await site.signedIn(known);
    const refused = (email: string) =>
      seen("/sign-up/email", { email, name: "Eve", password: "password1234" });
    expect(await refused(known)).toEqual(await refused(newEmail()));
  });

  test.each(["/request-password-reset", "/send-verification-email"])(
    "by asking for a mail at %s",
    async (path) => {
      const unknown = await seen(path, { email: newEmail("nobody") });
      expect(unknown).toEqual({ status: 200, json: { status: true }, cookies: [], work: 0 });
      expect(await seen(path, { email: await member() })).toEqual(unknown);
    },
  );

  test("an answer that leads to a mail is given before the account is looked for", async () => {
    const known = await member();
    const before = (await mailsTo(known)).length;
    // Nothing is in the outbox yet when the answer is there, whoever is asked for.
    const answer = await site.signIn.handle(
      new Request("https://potbank.test/api/auth/request-password-reset", {
        method: "POST",
        headers: { "content-type": "application/json", origin: "https://potbank.test" },
        body: JSON.stringify({ email: known }),
      }),
    );
    expect(answer.status).toBe(200);
    await site.signIn.settled();
    expect(await mailsTo(known)).toHaveLength(before + 1);
  });
});

describe("what is not right is said", () => {
  test.each([
    [{ email: "ada", password: goodPassword, name: "Ada" }, "INVALID_EMAIL", "email"],
    [{ email: "a@b.example", password: goodPassword, name: " " }, "INVALID_NAME", "name"],
    [{ email: "a@b.example", password: goodPassword, name: "A\nB" }, "INVALID_NAME", "name"],
    [{ email: "a@b.example", password: "short", name: "Ada" }, "PASSWORD_REFUSED", "password"],
    [{ email: "a@b.example", name: "Ada" }, "INVALID_PASSWORD", "password"],
  ])("%j", async (body, code, field) => {
    const said = await ask("/sign-up/email", body);
    expect(said).toMatchObject({ status: 400, json: { code, field } });
    expect(said.json.message).toMatch(/\.$/);
  });

  test("a body that is no object, and a form of another site, lead nowhere", async () => {
    const post = async (body: string, origin: string) => {
      const answer = await site.signIn.handle(
        new Request("https://potbank.test/api/auth/sign-in/email", {
          method: "POST",
          headers: { "content-type": "application/json", origin },
          body,
        }),
      );
      return `${answer.status} ${((await answer.json()) as { code: string }).code}`;
    };
    expect(await post("[1]", "https://potbank.test")).toBe("400 INVALID_BODY");
    expect(await post("{", "https://potbank.test")).toBe("400 INVALID_BODY");
    const fields = JSON.stringify({ email: await member(), password: goodPassword });
    expect(await post(fields, "https://evil.example")).toBe("403 INVALID_ORIGIN");
  });

  test.each([
    "/update-user",
    "/delete-user",
    "/get-access-token",
    "/unlink-account",
    "/two-factor/get-totp-uri",
    "/%73ign-in/email",
  ])("%s is nobody's way around ours", async (path) => {
    const browser = await site.signedIn(await member());
    expect((await ask(path, { name: "Eve" }, { browser })).status).toBe(404);
  });

  test("a password cannot be taken away by whoever sits at an open computer", async () => {
    const email = await member();
    const browser = await site.signedIn(email);
    const [{ id }] = (await ask("/list-accounts", undefined, { browser })).json;
    for (const accountId of [id, (await site.account(email)).id])
      expect(
        await ask("/unlink-account", { providerId: "credential", accountId }, { browser }),
      ).toMatchObject({ status: 404 });
    await site.signedIn(email);
  });

  test("what better-auth could do and nobody here needs is not there", async () => {
    const elsewhere = "callbackURL=/.//evil.example";
    for (const path of [
      "/ok",
      "/error",
      `/reset-password/x?${elsewhere}`,
      `/verify-email?token=x&${elsewhere}`,
    ])
      expect(await ask(path), path).toMatchObject({ status: 404, json: { code: "NOT_FOUND" } });
  });
});

describe("a password", () => {
  test.each([
    "short",
    "x".repeat(129),
    "aaaaaaaaaaaa",
    "1234567890",
    "password1234",
    "Password123!",
    "qwertyuiop",
    "0987654321",
    "iloveyou2024",
    "basketball",
    "Basketball7",
    "potbank2026",
    "wilhelmina1",
    "wilhelmina@school.example",
    "Ada Lovelace 1815",
  ])("as %s is refused", (password) => {
    const own = { email: "wilhelmina@school.example", name: "Ada Lovelace" };
    expect(faultOfPassword(password, own)).toMatch(/\.$/);
  });

  test.each([
    goodPassword,
    "correct horse battery",
    "7f3k-9a2x-4421",
    "wilhelmina drinks tea",
    "Stoke has six towns",
    "пароль из слов",
    "x1".repeat(64).replaceAll("x1x1", "ab3d"),
  ])("as %s is taken: length counts, not kinds of characters", (password) => {
    expect(faultOfPassword(password, { email: "wilhelmina@school.example" })).toBeUndefined();
  });
});

test("an error is logged without what it says, which may be an address", () => {
  const error = Object.assign(new Error(`Key (email)=(ada@school.example) exists.\nTwice.`), {
    code: "23505",
    detail: "ada@school.example",
  });
  const bare = withoutValues(error);
  expect(bare).toMatchObject({ name: "Error", code: "23505" });
  expect(bare.stack).toContain("sign-in-alike.test.ts");
  expect(JSON.stringify(bare)).not.toContain("ada@");
});
