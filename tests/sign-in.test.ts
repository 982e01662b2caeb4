import { describe, expect, test } from "vitest";
import { Person } from "../src/people/person.entity.ts";
import { Browser, goodPassword, newEmail, signInSite } from "./support/sign-in.ts";

const site = await signInSite();
const { ask, member, mailsTo, tokenTo, signedIn, viewer } = site;

describe("an account", () => {
  test("is made by signing up, confirmed by the mail, signed in with and signed out of", async () => {
    const email = newEmail();
    const signedUp = await ask("/sign-up/email", {
      name: "Ada Byron",
      email,
      password: goodPassword,
    });
    expect(signedUp).toMatchObject({ status: 200, json: { status: true } });
    expect(await mailsTo(email)).toMatchObject([{ kind: "verify-address" }]);

    const early = await ask("/sign-in/email", { email, password: goodPassword });
    expect(early).toMatchObject({ status: 403, json: { code: "EMAIL_NOT_VERIFIED" } });

    const token = encodeURIComponent(await tokenTo(email));
    expect(await ask(`/verify-email?token=${token}`)).toMatchObject({ status: 200 });
    const browser = await signedIn(email);
    const account = await site.account(email);
    expect(await viewer(browser)).toEqual({
      kind: "person",
      personId: account.id,
      schoolId: null,
      roles: ["TEACHER"],
    });
    expect((await ask("/get-session", undefined, { browser })).json.user.email).toBe(email);

    const stolen = new Browser();
    for (const [name, cookie] of browser.cookies) stolen.cookies.set(name, cookie);
    expect((await ask("/sign-out", {}, { browser })).status).toBe(200);
    expect(await viewer(stolen)).toEqual({ kind: "anonymous" });
    expect((await ask("/get-session", undefined, { browser: stolen })).json).toBeNull();
  });

  test("has the id of its person, whose name stands there alone", async () => {
    const email = await member();
    const { id } = await site.account(email);
    expect(id).toMatch(/^person_/);
    const person = await site.em().createQueryBuilder(Person).where({ id }).execute("get");
    expect(person).toMatchObject({ id, name: "Ada Byron" });
    expect(await site.em().execute(`select name from account where id = ?`, [id])).toEqual([
      { name: "" },
    ]);
    await site.em().nativeDelete(Person, { id });
    expect(await site.em().execute(`select id from account where id = ?`, [id])).toEqual([]);
    expect(await site.em().execute(`select id from credential where account_id = ?`, [id])).toEqual(
      [],
    );
  });
});

describe("a session", () => {
  test("that is over counts for nothing, to the pages and to better-auth", async () => {
    const email = await member();
    const browser = await signedIn(email);
    expect(await viewer(browser)).toMatchObject({ kind: "person" });
    const { id } = await site.account(email);
    await site
      .em()
      .execute(
        `update login_session set expires_at = now() - interval '1 second' where account_id = ?`,
        [id],
      );
    expect(await viewer(browser)).toEqual({ kind: "anonymous" });
    expect((await ask("/list-sessions", undefined, { browser })).status).toBe(401);
    expect((await ask("/get-session", undefined, { browser })).json).toBeNull();
  });
});
