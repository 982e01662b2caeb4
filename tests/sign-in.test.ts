import { describe, expect, test } from "vitest";
import { Person } from "../src/people/person.entity.ts";
import { Browser, goodPassword, newEmail, signInSite } from "./support/sign-in.ts";

const site = await signInSite();
const { ask, member, mailsTo, tokenTo, signedIn, viewer } = site;

const otherPassword = "seven kilns, one cat";
const verify = async (email: string, browser?: Browser) =>
  ask(
    "/confirm-address",
    { token: await tokenTo(email), password: goodPassword },
    browser && { browser },
  );

/** The same cookies, as somebody has them who copied them. */
function copied(browser: Browser): Browser {
  const copy = new Browser();
  for (const [name, cookie] of browser.cookies) copy.cookies.set(name, cookie);
  return copy;
}

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
    expect(early).toMatchObject({ status: 401, json: { code: "INVALID_EMAIL_OR_PASSWORD" } });

    expect(await verify(email)).toMatchObject({ status: 200 });
    const browser = await signedIn(email);
    const account = await site.account(email);
    expect(await viewer(browser)).toMatchObject({
      kind: "person",
      personId: account.id,
      schoolId: null,
      roles: ["TEACHER"],
    });
    expect((await ask("/get-session", undefined, { browser })).json.user.email).toBe(email);

    const stolen = copied(browser);
    expect((await ask("/sign-out", {}, { browser })).status).toBe(200);
    expect(browser.cookies.size).toBe(0);
    expect(await viewer(stolen)).toEqual({ kind: "anonymous" });
    expect((await ask("/get-session", undefined, { browser: stolen })).json).toBeNull();
  });

  test("has the id of its person, whose name stands there alone, and goes when the person goes", async () => {
    const email = await member();
    const { id } = await site.account(email);
    expect(id).toMatch(/^person_/);
    const person = await site.em().createQueryBuilder(Person).where({ id }).execute("get");
    expect(person).toMatchObject({ id, name: "Ada Byron" });
    const rows = (sql: string) => site.em().execute(sql, [id]);
    expect(await rows(`select name from account where id = ?`)).toEqual([{ name: "" }]);
    await site.em().nativeDelete(Person, { id });
    expect(await rows(`select id from account where id = ?`)).toEqual([]);
    expect(await rows(`select id from credential where account_id = ?`)).toEqual([]);
  });

  test("gets another link for its address when it asks, however the address is written", async () => {
    const email = newEmail();
    await ask("/sign-up/email", { name: "Ada", email, password: goodPassword });
    await ask("/send-verification-email", { email: email.toUpperCase() });
    expect(await mailsTo(email)).toHaveLength(2);
    expect(await verify(email)).toMatchObject({ status: 200 });
    await ask("/send-verification-email", { email });
    expect(await mailsTo(email)).toHaveLength(2);
  });

  test("refuses a link that was cut off or is of another site's secret", async () => {
    const token = "eyJhbGciOiJIUzI1NiJ9.e30.x";
    const over = { status: 401, json: { code: "INVALID_TOKEN" } };
    expect(await ask(`/confirm-address?token=${token}`)).toMatchObject(over);
    expect(await ask("/confirm-address", { token, password: goodPassword })).toMatchObject(over);
  });
});

test("what people do to their accounts stands in the audit trail, and what others try", async () => {
  const email = await member();
  const browser = await signedIn(email);
  const { id } = await site.account(email);
  await ask(
    "/change-password",
    { currentPassword: goodPassword, newPassword: otherPassword },
    { browser },
  );
  await ask("/request-password-reset", { email });
  await ask("/reset-password", { token: await tokenTo(email), newPassword: goodPassword });
  for (let i = 0; i < 10; i++) await ask("/sign-in/email", { email, password: `wrong ${i}` });
  const lines = await site.em().execute<{ act: string; own: boolean }[]>(
    `select e.act, i.person_id is not null as own from audit_event e
     left join audit_identity i on i.actor = e.actor
     where i.person_id = ? or e.subject = ? order by e.id`,
    [id, id],
  );
  const failed = lines.filter(({ act }) => act === "sign-in.failed");
  expect(failed).toEqual(Array.from({ length: 10 }, () => ({ act: "sign-in.failed", own: false })));
  const others = lines.filter(({ act }) => act !== "sign-in.failed");
  expect(others.map(({ act, own }) => `${act}${own ? "" : " by somebody"}`)).toEqual([
    "account.opened",
    "address.confirmed",
    "session.opened",
    "session.opened",
    "password.changed",
    "password.changed",
    "account.locked by somebody",
  ]);
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

  test("lasts 14 days from signing in, or until the browser is closed where that is wished", async () => {
    const email = await member();
    const [cookie] = [...(await signedIn(email)).cookies.values()];
    expect(cookie!.attributes).toContain("Max-Age=1209600");
    const shared = new Browser();
    await ask(
      "/sign-in/email",
      { email, password: goodPassword, rememberMe: false },
      { browser: shared },
    );
    expect([...shared.cookies.values()][0]!.attributes).not.toContain("Max-Age");
    const left = await site.em().execute<{ days: number }[]>(
      `select round(extract(epoch from expires_at - now()) / 86400)::int as days from login_session
         where account_id = ? order by 1`,
      [(await site.account(email)).id],
    );
    expect(left).toEqual([{ days: 1 }, { days: 14 }]);
  });

  test("needs its signature: who reads the table cannot be somebody", async () => {
    const browser = await signedIn(await member());
    const [name, { value }] = [...browser.cookies][0]!;
    const forged = (cookie: string) =>
      site.signIn.viewerOf(new Headers({ cookie: `${name}=${cookie}` }));
    expect(await forged(value)).toMatchObject({ kind: "person" });
    const token = value.slice(0, value.indexOf("."));
    expect(await forged(token)).toEqual({ kind: "anonymous" });
    expect(await forged(`${token}.`)).toEqual({ kind: "anonymous" });
    expect(await forged(`${token}.${"A".repeat(43)}%3D`)).toEqual({ kind: "anonymous" });
    expect(await forged("%E0%A4%A")).toEqual({ kind: "anonymous" });
  });

  test("is listed, ended one by one, and everywhere at once", async () => {
    const email = await member();
    const [here, phone, school] = [
      await signedIn(email),
      await signedIn(email),
      await signedIn(email),
    ];
    const list = async () => (await ask("/list-sessions", undefined, { browser: here })).json;
    expect(await list()).toHaveLength(3);
    const phoneToken = [...phone.cookies.values()][0]!.value.split(".")[0]!;
    await ask("/revoke-session", { token: phoneToken }, { browser: here });
    expect(await viewer(phone)).toEqual({ kind: "anonymous" });
    expect(await viewer(school)).toMatchObject({ kind: "person" });
    await ask("/revoke-other-sessions", {}, { browser: here });
    expect(await viewer(school)).toEqual({ kind: "anonymous" });
    expect(await list()).toHaveLength(1);
    await ask("/revoke-sessions", {}, { browser: here });
    expect(await viewer(here)).toEqual({ kind: "anonymous" });
  });

  test("is nobody else's to end", async () => {
    const other = await signedIn(await member());
    const token = [...other.cookies.values()][0]!.value.split(".")[0]!;
    await ask("/revoke-session", { token }, { browser: await signedIn(await member()) });
    expect(await viewer(other)).toMatchObject({ kind: "person" });
  });
});

describe("a new password", () => {
  test("by a link works once, confirms the address and signs everybody out", async () => {
    const email = await member();
    const before = await signedIn(email);
    await ask("/request-password-reset", { email });
    const token = await tokenTo(email);
    expect(await ask("/reset-password", { token, newPassword: otherPassword })).toMatchObject({
      status: 200,
    });
    expect(await viewer(before)).toEqual({ kind: "anonymous" });
    await signedIn(email, otherPassword);
    expect((await ask("/sign-in/email", { email, password: goodPassword })).status).toBe(401);
    expect(await ask("/reset-password", { token, newPassword: goodPassword })).toMatchObject({
      status: 400,
      json: { code: "INVALID_TOKEN" },
    });
  });

  test("by a link counts for whoever reads the mail, not for who signed up with their address", async () => {
    const email = newEmail();
    await ask("/sign-up/email", { name: "Somebody", email, password: "the thief's own words" });
    await ask("/sign-up/email", { name: "Ada", email, password: goodPassword });
    await ask("/reset-password", { token: await tokenTo(email), newPassword: otherPassword });
    await signedIn(email, otherPassword);
    expect((await ask("/sign-in/email", { email, password: "the thief's own words" })).status).toBe(
      401,
    );
  });

  test("too late is no longer chosen", async () => {
    const email = await member();
    await ask("/request-password-reset", { email });
    await site
      .em()
      .execute(`update login_verification set expires_at = now() - interval '1 second'`);
    expect(
      await ask("/reset-password", { token: await tokenTo(email), newPassword: otherPassword }),
    ).toMatchObject({ status: 400, json: { code: "INVALID_TOKEN" } });
  });

  test("needs the old one, and signs out everywhere else", async () => {
    const email = await member();
    const [here, elsewhere] = [await signedIn(email), await signedIn(email)];
    const change = (currentPassword: string) =>
      ask("/change-password", { currentPassword, newPassword: otherPassword }, { browser: here });
    expect(await change("not my password")).toMatchObject({
      status: 400,
      json: { code: "INVALID_PASSWORD" },
    });
    expect(await viewer(elsewhere)).toMatchObject({ kind: "person" });
    expect((await change(goodPassword)).status).toBe(200);
    expect(await viewer(here)).toMatchObject({ kind: "person" });
    expect(await viewer(elsewhere)).toEqual({ kind: "anonymous" });
    await signedIn(email, otherPassword);
  });

  test("is refused where it would be guessed, with what is wrong, and the link still works", async () => {
    const email = await member(newEmail("wilhelmina"));
    await ask("/request-password-reset", { email });
    const token = await tokenTo(email);
    for (const newPassword of ["short", "password1234", email.split("@")[0]!])
      expect(await ask("/reset-password", { token, newPassword })).toMatchObject({
        status: 400,
        json: { code: "PASSWORD_REFUSED", field: "newPassword" },
      });
    expect((await ask("/reset-password", { token, newPassword: otherPassword })).status).toBe(200);
    const browser = await signedIn(email, otherPassword);
    expect(
      await ask(
        "/change-password",
        { currentPassword: otherPassword, newPassword: "qwertyuiop" },
        { browser },
      ),
    ).toMatchObject({ status: 400, json: { code: "PASSWORD_REFUSED" } });
  });
});

describe("another address", () => {
  test("is confirmed at the old one, then at the new one, before it counts", async () => {
    const [email, newOne] = [await member(), newEmail("grace")];
    const browser = await signedIn(email);
    expect(await ask("/change-email", { newEmail: newOne }, { browser })).toMatchObject({
      status: 200,
    });
    expect(await mailsTo(newOne)).toEqual([]);
    expect((await mailsTo(email)).at(-1)).toMatchObject({ kind: "confirm-address-change" });
    await verify(email, browser);
    await signedIn(email);
    expect(await mailsTo(newOne)).toMatchObject([{ kind: "verify-address" }]);
    await verify(newOne, browser);
    await signedIn(newOne);
    expect((await ask("/sign-in/email", { email, password: goodPassword })).status).toBe(401);
  });

  test("that somebody has is asked for with the same answers; its owner is told, and keeps it", async () => {
    const [email, taken] = [await member(), await member()];
    const browser = await signedIn(email);
    expect(await ask("/change-email", { newEmail: taken }, { browser })).toMatchObject({
      status: 200,
      json: { status: true },
    });
    expect((await mailsTo(email)).at(-1)).toMatchObject({ kind: "confirm-address-change" });
    expect(await verify(email, browser)).toMatchObject({ status: 200 });
    const told = (await mailsTo(taken)).at(-1)!;
    expect(told).toMatchObject({ kind: "address-wanted" });
    expect(told.text).not.toContain("token=");
    await signedIn(taken);
    await signedIn(email);
  });
});
