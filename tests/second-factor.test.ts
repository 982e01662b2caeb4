import { describe, expect, test } from "vitest";
import { Authenticator } from "./support/authenticator.ts";
import { Browser, goodPassword, signInSite } from "./support/sign-in.ts";

const site = await signInSite();
const { ask, member, mailsTo, tokenTo, signedIn, viewer, em } = site;

const anonymous = { kind: "anonymous" };

/** Somebody with a second factor. */
async function guarded() {
  const email = await member();
  const browser = await signedIn(email);
  const set = await ask("/two-factor/enable", { password: goodPassword }, { browser });
  const app = new Authenticator(set.json.totpURI);
  const on = await ask("/two-factor/verify-totp", { code: app.code() }, { browser });
  expect(on.status).toBe(200);
  return { email, browser, app, codes: set.json.backupCodes as string[] };
}

const kinds = async (email: string) => (await mailsTo(email)).map(({ kind }) => kind);

/** Signs in as far as the code is asked for. */
async function halfway(email: string): Promise<Browser> {
  const browser = new Browser();
  const first = await ask("/sign-in/email", { email, password: goodPassword }, { browser });
  expect(first.json).toMatchObject({ twoFactorRedirect: true, twoFactorMethods: ["totp"] });
  expect(await viewer(browser)).toEqual(anonymous);
  return browser;
}

describe("setting up a second factor", () => {
  test("asks for the password and for a first right code, and gives ten recovery codes", async () => {
    const email = await member();
    const browser = await signedIn(email);
    for (const body of [{}, { password: "not my password" }])
      expect(await ask("/two-factor/enable", body, { browser })).toMatchObject({
        status: 400,
        json: { code: "INVALID_PASSWORD" },
      });
    const set = await ask("/two-factor/enable", { password: goodPassword }, { browser });
    expect(new Set(set.json.backupCodes).size).toBe(10);
    const app = new Authenticator(set.json.totpURI);
    expect(app.issuer).toBe("Potbank");

    await signedIn(email);
    const wrong = await ask("/two-factor/verify-totp", { code: app.wrong() }, { browser });
    expect(wrong).toMatchObject({ status: 401, json: { code: "INVALID_CODE" } });
    expect(await site.account(email)).toMatchObject({ twoFactorEnabled: false });

    const right = await ask("/two-factor/verify-totp", { code: app.code() }, { browser });
    expect(right.status).toBe(200);
    expect(await site.account(email)).toMatchObject({ twoFactorEnabled: true });
    expect(await kinds(email)).toContain("second-factor-on");
    const again = await ask("/two-factor/enable", { password: goodPassword }, { browser });
    expect(again).toMatchObject({ json: { code: "TOTP_ALREADY_ENABLED" } });
  });

  test("ends what was signed in elsewhere without one", async () => {
    const email = await member();
    const [here, elsewhere] = [await signedIn(email), await signedIn(email)];
    const set = await ask("/two-factor/enable", { password: goodPassword }, { browser: here });
    const code = new Authenticator(set.json.totpURI).code();
    expect(await viewer(elsewhere)).not.toEqual(anonymous);
    await ask("/two-factor/verify-totp", { code }, { browser: here });
    expect(await viewer(elsewhere)).toEqual(anonymous);
    expect(await viewer(here)).not.toEqual(anonymous);
  });

  test("keeps neither the secret nor a recovery code in clear", async () => {
    const { app, codes } = await guarded();
    expect(app.code()).toMatch(/^\d{6}$/);
    const kept = JSON.stringify(await em().execute(`select * from second_factor`));
    for (const code of codes) expect(kept).not.toContain(code);
    expect(kept).not.toMatch(/"secret":"[A-Za-z0-9_-]{32}"/);
  });

  test("without a password, asks for a sign-in of the last ten minutes", async () => {
    const email = await member();
    const { id } = await site.account(email);
    await em().execute(`delete from credential where account_id = ?`, [id], "run");
    await ask("/sign-in/magic-link", { email });
    const browser = new Browser();
    await ask("/sign-in/link", { token: await tokenTo(email) }, { browser });
    await em().execute(
      `update login_session set created_at = now() - interval '11 minutes' where account_id = ?`,
      [id],
      "run",
    );
    expect(await ask("/two-factor/enable", {}, { browser })).toMatchObject({
      status: 403,
      json: { code: "SESSION_NOT_FRESH" },
    });
    await em().execute(`update login_session set created_at = now() where account_id = ?`, [id]);
    expect((await ask("/two-factor/enable", {}, { browser })).status).toBe(200);
  });
});

describe("who has a second factor", () => {
  test("is asked for it after the password, and signed in by a right code", async () => {
    const { email, app } = await guarded();
    const browser = await halfway(email);
    expect(await ask("/two-factor/verify-totp", { code: app.wrong() }, { browser })).toMatchObject({
      status: 401,
    });
    expect(await viewer(browser)).toEqual(anonymous);
    expect((await ask("/two-factor/verify-totp", { code: app.code() }, { browser })).status).toBe(
      200,
    );
    expect(await viewer(browser)).toMatchObject({ kind: "person" });
  });

  test("is asked for it after a link too", async () => {
    const { email, app } = await guarded();
    await ask("/sign-in/magic-link", { email });
    const browser = new Browser();
    const first = await ask("/sign-in/link", { token: await tokenTo(email) }, { browser });
    expect(first).toMatchObject({ status: 200, json: { twoFactorRedirect: true } });
    expect(JSON.stringify(first.json)).not.toMatch(/token|session|email/);
    expect(await viewer(browser)).toEqual(anonymous);
    const { id } = await site.account(email);
    const sessions = await em().execute(`select id from login_session where account_id = ?`, [id]);
    expect(sessions).toHaveLength(1); // the one that set it up
    await ask("/two-factor/verify-totp", { code: app.code() }, { browser });
    expect(await viewer(browser)).toMatchObject({ personId: id });
  });

  test("is signed in by a recovery code once, and told so", async () => {
    const { email, codes } = await guarded();
    const browser = await halfway(email);
    expect(
      (await ask("/two-factor/verify-backup-code", { code: codes[3] }, { browser })).status,
    ).toBe(200);
    expect(await viewer(browser)).toMatchObject({ kind: "person" });
    expect(await kinds(email)).toContain("recovery-code-used");
    const second = await halfway(email);
    expect(
      await ask("/two-factor/verify-backup-code", { code: codes[3] }, { browser: second }),
    ).toMatchObject({ status: 401, json: { code: "INVALID_BACKUP_CODE" } });
    expect(await viewer(second)).toEqual(anonymous);
  });

  test("cannot use a code a second time", async () => {
    const { email, app } = await guarded();
    const code = app.code();
    const first = await halfway(email);
    expect((await ask("/two-factor/verify-totp", { code }, { browser: first })).status).toBe(200);
    const second = await halfway(email);
    expect(await ask("/two-factor/verify-totp", { code }, { browser: second })).toMatchObject({
      status: 401,
      json: { code: "INVALID_CODE" },
    });
    expect(await viewer(second)).toEqual(anonymous);
  });

  test("can use a code once though it is sent several times at the same moment", async () => {
    const { email, app } = await guarded();
    const browsers = await Promise.all([1, 2, 3, 4].map(() => halfway(email)));
    const code = app.code();
    const answers = await Promise.all(
      browsers.map((browser) => ask("/two-factor/verify-totp", { code }, { browser })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401, 401]);
  });

  test("has ten codes looked at, however many are sent at the same moment", async () => {
    const { email, app } = await guarded();
    const browsers: Browser[] = [];
    while (browsers.length < 14) browsers.push(await halfway(email));
    const answers = await Promise.all(
      browsers.map((browser, at) =>
        at % 2 === 0
          ? ask("/two-factor/verify-totp", { code: app.wrong() }, { browser })
          : ask("/two-factor/verify-backup-code", { code: `aaaaa-bbbb${at % 10}` }, { browser }),
      ),
    );
    const locked = answers.filter(({ status }) => status === 429);
    expect(locked).toHaveLength(4);
    expect(locked[0]!.json.code).toBe("ACCOUNT_TEMPORARILY_LOCKED");
  });

  test("begins anew after five wrong codes, and waits after ten", async () => {
    const { email, app } = await guarded();
    const tryFive = async () => {
      const browser = await halfway(email);
      for (let n = 0; n < 5; n += 1)
        await ask("/two-factor/verify-totp", { code: app.wrong() }, { browser });
      return browser;
    };
    const first = await tryFive();
    const sixth = await ask("/two-factor/verify-totp", { code: app.code() }, { browser: first });
    expect(sixth.json.code).toBe("TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE");
    await tryFive();
    const third = await halfway(email);
    expect(
      await ask("/two-factor/verify-totp", { code: app.code() }, { browser: third }),
    ).toMatchObject({ status: 429, json: { code: "ACCOUNT_TEMPORARILY_LOCKED" } });
    expect(await viewer(third)).toEqual(anonymous);
  });

  test("is asked again on the same device, unless they wished not to be", async () => {
    const { email, app } = await guarded();
    const plain = await halfway(email);
    await ask("/two-factor/verify-totp", { code: app.code() }, { browser: plain });
    await ask("/sign-out", {}, { browser: plain });
    const again = await ask(
      "/sign-in/email",
      { email, password: goodPassword },
      { browser: plain },
    );
    expect(again.json).toMatchObject({ twoFactorRedirect: true });
    await ask(
      "/two-factor/verify-totp",
      { code: app.code(), trustDevice: true },
      { browser: plain },
    );
    await ask("/sign-out", {}, { browser: plain });
    const trusted = await ask(
      "/sign-in/email",
      { email, password: goodPassword },
      { browser: plain },
    );
    expect(trusted.json.twoFactorRedirect).toBeUndefined();
    expect(await viewer(plain)).toMatchObject({ kind: "person" });
  });

  test("makes new recovery codes with the password, and the old ones are over", async () => {
    const { email, browser, codes } = await guarded();
    expect(
      await ask("/two-factor/generate-backup-codes", { password: "wrong one" }, { browser }),
    ).toMatchObject({ status: 400 });
    const made = await ask(
      "/two-factor/generate-backup-codes",
      { password: goodPassword },
      { browser },
    );
    expect(made.json.backupCodes).toHaveLength(10);
    const old = await halfway(email);
    expect(
      (await ask("/two-factor/verify-backup-code", { code: codes[0] }, { browser: old })).status,
    ).toBe(401);
    expect(
      (
        await ask(
          "/two-factor/verify-backup-code",
          { code: made.json.backupCodes[0] },
          { browser: old },
        )
      ).status,
    ).toBe(200);
  });

  test("takes it away with the password, and is told so", async () => {
    const { email, browser } = await guarded();
    expect(await ask("/two-factor/disable", { password: "wrong" }, { browser })).toMatchObject({
      status: 400,
    });
    expect((await ask("/two-factor/disable", { password: goodPassword }, { browser })).status).toBe(
      200,
    );
    expect(await kinds(email)).toContain("second-factor-off");
    expect(await viewer(await signedIn(email))).toMatchObject({ kind: "person" });
  });

  test("never gets a code by mail", async () => {
    const { email } = await guarded();
    const browser = await halfway(email);
    for (const path of ["/two-factor/send-otp", "/two-factor/verify-otp"]) {
      const answer = await site.signIn.handle(
        new Request(`https://potbank.test/api/auth${path}`, {
          method: "POST",
          headers: { cookie: browser.header, "content-type": "application/json" },
          body: JSON.stringify({ code: "123456" }),
        }),
      );
      expect(answer.status).toBe(404);
    }
  });
});
