import { describe, expect, test } from "vitest";
import { goodPassword, newEmail, signInSite } from "./support/sign-in.ts";

const site = await signInSite();
const { ask, tokenTo, signedIn } = site;

const own = "seven kilns, one cat";
const thiefs = "the thief's own words";
const confirm = (token: string, password?: string) =>
  ask("/confirm-address", { token, ...(password !== undefined && { password }) });
const refused = { status: 400, json: { code: "INVALID_PASSWORD", field: "password" } };
const over = { status: 401, json: { code: "INVALID_TOKEN" } };

/** An address that somebody has signed up with, and the token that its owner is sent. */
async function signedUp(password = goodPassword) {
  const email = newEmail();
  await ask("/sign-up/email", { name: "Somebody", email, password });
  return { email, token: await tokenTo(email) };
}
const isConfirmed = async (email: string) => (await site.account(email)).emailVerified;

describe("the link that confirms the address of a new account", () => {
  test("asks for the password that was chosen: whoever only reads the mail lets nobody in", async () => {
    const { email, token } = await signedUp(thiefs);
    expect(await confirm(token)).toMatchObject(refused);
    expect(await confirm(token, own)).toMatchObject(refused);
    expect(await isConfirmed(email)).toBe(false);
    expect((await ask("/sign-in/email", { email, password: thiefs })).status).toBe(401);
    expect(await confirm(token, thiefs)).toMatchObject({ status: 200, json: { email } });
    expect(await isConfirmed(email)).toBe(true);
  });

  test("tells its reader the address, uses nothing up by being opened, and works once", async () => {
    const { email, token } = await signedUp();
    const opened = () => ask(`/confirm-address?token=${encodeURIComponent(token)}`);
    expect(await opened()).toMatchObject({ status: 200, json: { email, asksPassword: true } });
    expect(await isConfirmed(email)).toBe(false);
    await confirm(token, goodPassword);
    expect(await opened()).toMatchObject(over);
    expect(await confirm(token, goodPassword)).toMatchObject(over);
  });

  test("leads whoever does not know the password to another one, and the first is over", async () => {
    const { email, token } = await signedUp(thiefs);
    const made = await ask("/confirm-address/new-password", { token });
    await ask("/reset-password", { token: made.json.token, newPassword: own });
    await signedIn(email, own);
    expect(await confirm(token, thiefs)).toMatchObject(over);
    expect(await ask("/confirm-address/new-password", { token })).toMatchObject(over);
    expect((await ask("/sign-in/email", { email, password: thiefs })).status).toBe(401);
  });

  test("is guessed at no more than ten times", async () => {
    const { token } = await signedUp();
    for (let i = 0; i < 10; i++) await confirm(token, `wrong ${i}`);
    expect(await confirm(token, goodPassword)).toMatchObject({ status: 429 });
  });

  test("is used from this site alone", async () => {
    const { email, token } = await signedUp();
    const answer = await site.signIn.handle(
      new Request("https://potbank.test/api/auth/confirm-address", {
        method: "POST",
        headers: { origin: "https://elsewhere.example", "content-type": "application/json" },
        body: JSON.stringify({ token, password: goodPassword }),
      }),
    );
    expect(answer.status).toBe(403);
    expect(await isConfirmed(email)).toBe(false);
  });
});

test("the link that changes an address asks for no password, and gives none away", async () => {
  const [email, newOne] = [await site.member(), newEmail("grace")];
  await ask("/change-email", { newEmail: newOne }, { browser: await signedIn(email) });
  const token = await tokenTo(email);
  const opened = await ask(`/confirm-address?token=${encodeURIComponent(token)}`);
  expect(opened.json).toMatchObject({ asksPassword: false });
  expect(await ask("/confirm-address/new-password", { token })).toMatchObject(over);
  expect(await confirm(token)).toMatchObject({ status: 200 });
});
