import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { createSite } from "../src/app/application.ts";
import { toConfig } from "../src/app/config.ts";
import { createLog } from "../src/kernel/log.ts";
import { Person } from "../src/people/person.entity.ts";
import { Account } from "../src/people/account.entity.ts";
import { Authenticator } from "./support/authenticator.ts";
import { testSignIn } from "./support/api.ts";
import { testDatabase } from "./support/database.ts";
import { Browser, oidcServer } from "./support/oidc.ts";
import { freePort } from "./support/served.ts";

const database = await testDatabase();
const em = () => database.em.fork();

const lines: string[] = [];
const log = createLog("info", { write: (line: string) => void lines.push(line) });
const port = await freePort();
const own = `http://localhost:${port}`;
const provider = await oidcServer(`${own}/api/auth/callback/county`);
const { config, secrets } = toConfig({
  PUBLIC_URL: own,
  POTBANK_DEMO: "0",
  OIDC_PROVIDERS: JSON.stringify([
    { id: "county", label: "County account", discovery: provider.discovery, clientId: "potbank" },
    {
      id: "vouched",
      label: "Our own directory",
      discovery: provider.discovery,
      clientId: "vouched",
      emailsAreVerified: true,
    },
  ]),
  OIDC_CLIENT_SECRET_COUNTY: provider.clientSecret,
  OIDC_CLIENT_SECRET_VOUCHED: provider.clientSecret,
});
const signIn = await testSignIn(database, own, log, { providers: secrets.oidcProviders });
const { http, apollo } = await createSite(database, config, log, { signIn });
await new Promise<void>((resolve) => http.listen(port, "localhost", resolve));
afterAll(async () => {
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
  await apollo.stop();
});

beforeEach(() => provider.subjects.clear());

const post = (browser: Browser, path: string, body: object, origin = own) =>
  browser.go(`${own}/api/auth${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", origin },
    body: JSON.stringify(body),
  });

/** Where the provider's page is reached. */
async function begin(browser: Browser, id = "county"): Promise<string> {
  const answer = await post(browser, "/sign-in/social", {
    provider: id,
    callbackURL: "/my-school",
    errorCallbackURL: "/sign-in?error=provider&next=%2Fmy-school",
    disableRedirect: true,
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { url: string }).url;
}

/** Signs in at the provider as somebody (nobody: turns back), and comes back as far as a page of ours. */
async function through(
  browser: Browser,
  start: string,
  login: string | null,
  meddle: (callback: URL) => void = () => {},
) {
  const { url } = await browser.follow(start, (to) => {
    if (to.origin === own && !to.pathname.startsWith("/api/auth/")) return undefined;
    if (to.pathname.startsWith("/interaction/") && login !== null)
      to.searchParams.set("login", login);
    if (to.origin === own) meddle(to);
    return to.href;
  });
  return new URL(url);
}

const by = async (login: string | null, browser = new Browser()) => ({
  browser,
  page: await through(browser, await begin(browser), login),
});

async function viewer(browser: Browser) {
  const cookie = [...browser.cookies(own)].map(([name, value]) => `${name}=${value}`).join("; ");
  return signIn.viewerOf(new Headers({ cookie }));
}

const account = (email: string) =>
  em().createQueryBuilder(Account).where({ email }).execute("get") as Promise<Account | null>;

let counter = 0;
/** Somebody whom the provider knows. */
function subject(more: object = {}) {
  const login = `subject-${++counter}`;
  const email = `${login}@school.example`;
  provider.subjects.set(login, { email, email_verified: true, name: "Grace Hopper", ...more });
  return { login, email };
}

/** An account with a password, whose address is confirmed or not. */
async function withPassword(email: string, { confirmed }: { confirmed: boolean }) {
  await signIn.handle(
    new Request(`${own}/api/auth/sign-up/email`, {
      method: "POST",
      headers: { origin: own, "content-type": "application/json" },
      body: JSON.stringify({ name: "Ada Byron", email, password: "a stove, nine herons" }),
    }),
  );
  await signIn.settled();
  if (confirmed)
    await em().execute(`update account set email_verified = true where email = ?`, [email], "run");
  return (await account(email))!.id;
}

const anonymous = { kind: "anonymous" };

describe("signing in by another site", () => {
  test("makes a person at the first time, and finds the same one at the second", async () => {
    const { login, email } = subject({ email: "Grace.Hopper@School.Example" });
    expect(email).toMatch(/@/);
    const first = await by(login);
    expect(first.page.href).toBe(`${own}/my-school`);
    const made = (await account("grace.hopper@school.example"))!;
    expect(made).toMatchObject({ emailVerified: true });
    const one = { kind: "person", personId: made.id };
    expect(await viewer(first.browser)).toMatchObject(one);
    expect(await em().findOneOrFail(Person, { id: made.id })).toMatchObject({
      name: "Grace Hopper",
    });
    const second = await by(login);
    expect(await viewer(second.browser)).toMatchObject(one);

    // Also when the address there has changed: who somebody is there is what counts.
    provider.subjects.set(login, { email: "new@school.example", email_verified: true });
    expect(await viewer((await by(login)).browser)).toMatchObject(one);
    expect(await account("new@school.example")).toBeFalsy();
  });

  test("asks for a code for this attempt alone: PKCE, state and nonce", async () => {
    const { searchParams } = new URL(await begin(new Browser()));
    expect(searchParams.get("code_challenge_method")).toBe("S256");
    for (const name of ["code_challenge", "state", "nonce"])
      expect(searchParams.get(name)?.length, name).toBeGreaterThan(20);
    expect(searchParams.get("scope")?.split(" ")).toContain("openid");
    expect(searchParams.get("redirect_uri")).toBe(`${own}/api/auth/callback/county`);
  });

  test("takes no name from there that could not have been typed here", async () => {
    const { login, email } = subject({ name: "Win at http://evil.example\u202E\r\nBcc: x@y.zz" });
    await by(login);
    const { id } = (await account(email))!;
    expect((await em().findOneOrFail(Person, { id })).name).not.toContain("evil");
  });

  test("keeps none of the other site's tokens", async () => {
    const { login } = subject();
    await by(login);
    const rows = await em().execute<Record<string, unknown>[]>(
      `select access_token, refresh_token, id_token from credential where subject = ?`,
      [login],
    );
    expect(rows).toEqual([{ access_token: null, refresh_token: null, id_token: null }]);
  });

  test("joins an account of the same address, where both have confirmed it", async () => {
    const { login, email } = subject();
    const id = await withPassword(email, { confirmed: true });
    const { browser } = await by(login);
    expect(await viewer(browser)).toMatchObject({ personId: id });
  });

  test("never joins an account whose address nobody has confirmed here", async () => {
    const { login, email } = subject();
    await withPassword(email, { confirmed: false });
    const { browser, page } = await by(login);
    expect(page.href).toBe(`${own}/sign-in?error=account-exists&next=%2Fmy-school`);
    expect(await viewer(browser)).toEqual(anonymous);
    expect(await account(email)).toMatchObject({ emailVerified: false });
    const linked = await em().execute(`select 1 from credential where subject = ?`, [login]);
    expect(linked).toEqual([]);
  });

  test("is refused with the same words for an unconfirmed address, whoever has it here", async () => {
    for (const unconfirmed of [false, undefined]) {
      const known = subject({ email_verified: unconfirmed });
      const id = await withPassword(known.email, { confirmed: true });
      const unknown = subject({ email_verified: unconfirmed });
      const answers = [await by(known.login), await by(unknown.login)];
      for (const { browser, page } of answers) {
        expect(page.pathname + page.search).toMatch(/^\/sign-in\?error=email-not-verified/);
        expect(await viewer(browser)).toEqual(anonymous);
      }
      expect(answers[0]!.page.href).toBe(answers[1]!.page.href);
      expect(await account(unknown.email)).toBeFalsy();
      const credentials = await em().execute(
        `select provider from credential where account_id = ?`,
        [id],
      );
      expect(credentials).toEqual([{ provider: "credential" }]);
    }
  });

  test("is refused where the other site tells no address", async () => {
    const { login } = subject({ email: undefined, email_verified: undefined });
    const { browser, page } = await by(login);
    expect(page.searchParams.get("error")).toBe("email-missing");
    expect(await viewer(browser)).toEqual(anonymous);
  });

  test("ends at the sign-in page when its reader turns back, in words of ours", async () => {
    const { browser, page } = await by(null);
    expect(page.href).toBe(`${own}/sign-in?error=cancelled&next=%2Fmy-school`);
    expect(await viewer(browser)).toEqual(anonymous);
  });

  test("does not ask for our second factor: the other site asks for its own", async () => {
    const { login } = subject();
    const { browser } = await by(login);
    const set = await post(browser, "/two-factor/enable", {});
    const app = new Authenticator(((await set.json()) as { totpURI: string }).totpURI);
    expect((await post(browser, "/two-factor/verify-totp", { code: app.code() })).status).toBe(200);
    expect(await viewer((await by(login)).browser)).toMatchObject({ kind: "person" });
  });
});

describe("an attempt that somebody has meddled with", () => {
  test("with another state, or none, signs nobody in", async () => {
    const { login, email } = subject();
    const meddlings: ((callback: URL) => void)[] = [
      (callback) => callback.searchParams.set("state", "x".repeat(32)),
      (callback) => callback.searchParams.delete("state"),
    ];
    for (const meddle of meddlings) {
      const browser = new Browser();
      const page = await through(browser, await begin(browser), login, meddle);
      expect(page.searchParams.get("error")).toBe("expired");
      expect(await viewer(browser)).toEqual(anonymous);
    }
    expect(await account(email)).toBeFalsy();
  });

  test("begun in another browser, signs nobody in", async () => {
    const { login } = subject();
    const mallory = new Browser();
    const start = await begin(mallory);
    mallory.forget(own);
    const page = await through(mallory, start, login);
    expect(page.pathname).toBe("/sign-in");
    expect(page.searchParams.get("error")).toBe("expired");
    expect(await viewer(mallory)).toEqual(anonymous);
  });

  test("with another code signs nobody in", async () => {
    const { login } = subject();
    const browser = new Browser();
    const page = await through(browser, await begin(browser), login, (callback) =>
      callback.searchParams.set("code", "made-up"),
    );
    expect(page.searchParams.get("error")).toBe("failed");
    expect(await viewer(browser)).toEqual(anonymous);
  });

  test("with an ID token from the browser signs nobody in", async () => {
    const browser = new Browser();
    const answer = await post(browser, "/sign-in/social", {
      provider: "county",
      idToken: { token: "e30.e30.", nonce: "n" },
    });
    expect(await answer.json()).toMatchObject({ url: expect.stringContaining(provider.issuer) });
    expect(await viewer(browser)).toEqual(anonymous);
  });

  test("cannot lead on to another site", async () => {
    for (const callbackURL of [
      "https://elsewhere.example/",
      "//elsewhere.example/",
      "/.//elsewhere.example/",
      "/a/..//elsewhere.example/",
      "/\\elsewhere.example/",
    ]) {
      const answer = await post(new Browser(), "/sign-in/social", {
        provider: "county",
        callbackURL,
      });
      expect(answer.status).toBe(404);
    }
  });
});

describe("a provider that is away", () => {
  test("is said to be, before and after it was ever reached, and is used again when it is back", async () => {
    const { login } = subject();
    const browser = new Browser();
    const start = await begin(browser);
    let stopped = false;
    const page = await (async () => {
      try {
        return await through(browser, start, login, () => {
          // Its page was still there; when the code is to be redeemed it is gone.
          if (!stopped) void provider.close();
          stopped = true;
        });
      } finally {
        expect(stopped).toBe(true);
      }
    })();
    expect(page.pathname).toBe("/sign-in");
    expect(["provider-away", "failed"]).toContain(page.searchParams.get("error"));
    expect(await viewer(browser)).toEqual(anonymous);

    // Nobody has come by this one yet, so its addresses are not known.
    const away = await post(browser, "/sign-in/social", { provider: "vouched" });
    expect(away.status).toBe(424);
    expect(await away.json()).toEqual({
      code: "PROVIDER_AWAY",
      message: expect.stringContaining("Our own directory cannot be reached"),
    });
    expect((await post(browser, "/sign-in/social", { provider: "nobody" })).status).toBe(404);

    await provider.reopen();
    expect((await post(browser, "/sign-in/social", { provider: "vouched" })).status).toBe(200);
    expect(await viewer((await by(login)).browser)).toMatchObject({ kind: "person" });
  });
});

test("the sign-in page is told the ways in, and no secret", () => {
  expect(signIn.waysIn?.providers).toEqual([
    { id: "county", name: "County account" },
    { id: "vouched", name: "Our own directory" },
  ]);
});

test("nothing personal is logged", () => {
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.join("")).not.toMatch(/@school|Hopper|Byron|code=|turned back/i);
});
