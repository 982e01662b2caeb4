import { describe, expect, test } from "vitest";
import { Authenticator } from "./support/authenticator.ts";
import { Browser, goodPassword, newEmail, signInSite } from "./support/sign-in.ts";

const site = await signInSite();
const { ask, member, mailsTo, tokenTo, signedIn } = site;

const others = ["seven kilns, one cat", "four herons, no stove", "lantern, river, stone"];
const [newPassword, thiefs, latest] = others as [string, string, string];

const linkTo = async (email: string): Promise<string> => {
  await ask("/request-password-reset", { email });
  return tokenTo(email);
};
const reset = (token: string, password: string) =>
  ask("/reset-password", { token, newPassword: password });
const confirm = (token: string) => ask("/confirm-address", { token });
const over = { status: 400, json: { code: "INVALID_TOKEN" } };
const kinds = async (email: string) => (await mailsTo(email)).map(({ kind }) => kind);

describe("a link to choose a password is over", () => {
  test("once another one was used, and its owner is told of the new password", async () => {
    const email = await member();
    const [older, newer] = [await linkTo(email), await linkTo(email)];
    expect(await reset(newer, newPassword)).toMatchObject({ status: 200 });
    expect((await mailsTo(email)).at(-1)).toMatchObject({ kind: "password-changed" });
    expect(await reset(older, thiefs)).toMatchObject(over);
    await signedIn(email, newPassword);
  });

  test("once the password was changed, and its owner is told", async () => {
    const email = await member();
    const link = await linkTo(email);
    const browser = await signedIn(email);
    await ask("/change-password", { currentPassword: goodPassword, newPassword }, { browser });
    expect((await mailsTo(email)).at(-1)).toMatchObject({ kind: "password-changed" });
    expect(await reset(link, thiefs)).toMatchObject(over);
  });

  test("once the account has another address", async () => {
    const [email, newOne] = [await member(), newEmail("grace")];
    const browser = await signedIn(email);
    const link = await linkTo(email);
    await ask("/change-email", { newEmail: newOne }, { browser });
    await confirm(await tokenTo(email));
    await confirm(await tokenTo(newOne));
    await signedIn(newOne);
    expect(await reset(link, thiefs)).toMatchObject(over);
    await signedIn(newOne);
  });

  test("once somebody signed out everywhere", async () => {
    const email = await member();
    const link = await linkTo(email);
    await ask("/revoke-sessions", {}, { browser: await signedIn(email) });
    expect(await reset(link, thiefs)).toMatchObject(over);
  });
});

describe("a new password ends", () => {
  test("a change of address that somebody has asked for, at the old address and at the new one", async () => {
    const [email, atOld, atNew] = [await member(), newEmail("thief"), newEmail("thief")];
    const browser = await signedIn(email);
    await ask("/change-email", { newEmail: atNew }, { browser });
    await confirm(await tokenTo(email));
    await ask("/change-email", { newEmail: atOld }, { browser });
    const [toConfirm, toFinish] = [await tokenTo(email), await tokenTo(atNew)];
    await reset(await linkTo(email), newPassword);
    for (const token of [toConfirm, toFinish])
      expect(await confirm(token)).toMatchObject({ status: 401, json: { code: "INVALID_TOKEN" } });
    expect(await mailsTo(atOld)).toEqual([]);
    await signedIn(email, newPassword);
  });

  test("a link that signs in", async () => {
    const email = await member();
    await ask("/sign-in/magic-link", { email, name: "Any" });
    const link = await tokenTo(email);
    await reset(await linkTo(email), newPassword);
    expect(await ask("/sign-in/link", { token: link })).toMatchObject(over);
  });
});

test("who chooses a first password by a link is not told that it was changed", async () => {
  const email = newEmail();
  await ask("/sign-up/email", { name: "Ada", email, password: thiefs });
  await reset(await linkTo(email), newPassword);
  expect(await kinds(email)).not.toContain("password-changed");
});

describe("a device that is not asked for a code is asked again", () => {
  /** Somebody with a second factor, and the browser of a device that is not asked. */
  async function trusting() {
    const email = await member();
    const browser = await signedIn(email);
    const set = await ask("/two-factor/enable", { password: goodPassword }, { browser });
    const app = new Authenticator(set.json.totpURI);
    await ask("/two-factor/verify-totp", { code: app.code() }, { browser });
    const device = new Browser();
    await ask("/sign-in/email", { email, password: goodPassword }, { browser: device });
    const trusted = await ask(
      "/two-factor/verify-totp",
      { code: app.code(), trustDevice: true },
      { browser: device },
    );
    expect(trusted.status).toBe(200);
    await ask("/sign-out", {}, { browser: device });
    const isAsked = async (password = goodPassword) => {
      const said = await ask("/sign-in/email", { email, password }, { browser: device });
      expect(said.status).toBe(200);
      return said.json.twoFactorRedirect === true;
    };
    expect(await isAsked()).toBe(false);
    return { email, browser, isAsked };
  }

  test("after a password was chosen by a link", async () => {
    const { email, isAsked } = await trusting();
    await reset(await linkTo(email), newPassword);
    expect(await isAsked(newPassword)).toBe(true);
  });

  test("after the password was changed", async () => {
    const { browser, isAsked } = await trusting();
    await ask(
      "/change-password",
      { currentPassword: goodPassword, newPassword: latest },
      { browser },
    );
    expect(await isAsked(latest)).toBe(true);
  });

  test("after the second factor was taken away and set up anew", async () => {
    const { browser, isAsked } = await trusting();
    const password = goodPassword;
    await ask("/two-factor/disable", { password }, { browser });
    const set = await ask("/two-factor/enable", { password }, { browser });
    const code = new Authenticator(set.json.totpURI).code();
    expect(await ask("/two-factor/verify-totp", { code }, { browser })).toMatchObject({
      status: 200,
    });
    expect(await isAsked()).toBe(true);
  });

  test.each(["/revoke-sessions", "/revoke-other-sessions"])("after %s", async (path) => {
    const { browser, isAsked } = await trusting();
    expect((await ask(path, {}, { browser })).status).toBe(200);
    expect(await isAsked()).toBe(true);
  });
});
