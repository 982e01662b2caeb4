import { describe, expect, test } from "vitest";
import { Browser, newEmail, signInSite } from "./support/sign-in.ts";

const site = await signInSite();
const { ask, member, mailsTo, tokenTo, viewer, em } = site;

const anonymous = { kind: "anonymous" };
const linksTo = async (email: string) =>
  (await mailsTo(email)).filter(({ kind }) => kind === "sign-in-link");

describe("a link in a mail", () => {
  test("signs its reader in, once", async () => {
    const email = await member();
    const asked = await ask("/sign-in/magic-link", {
      email,
      callbackURL: "/my-school?tab=members",
    });
    expect(asked).toMatchObject({ status: 200, json: { status: true } });
    const [message] = await linksTo(email);
    expect(message!.text).toContain("&next=%2Fmy-school%3Ftab%3Dmembers\n");
    const token = await tokenTo(email);
    expect(message!.text).toContain(`https://potbank.test/sign-in/link?token=${token}&next=`);

    const browser = new Browser();
    expect(await ask("/sign-in/link", { token }, { browser })).toMatchObject({ status: 200 });
    expect(await viewer(browser)).toMatchObject({ personId: (await site.account(email)).id });

    const second = new Browser();
    expect(await ask("/sign-in/link", { token }, { browser: second })).toMatchObject({
      status: 400,
      json: { code: "INVALID_TOKEN" },
    });
    expect(await viewer(second)).toEqual(anonymous);
  });

  test("is not used up, and signs nobody in, by a program that opens it", async () => {
    const email = await member();
    await ask("/sign-in/magic-link", { email });
    const token = await tokenTo(email);
    expect((await linksTo(email))[0]!.text).toContain(`?token=${token}\n`);
    const scanner = new Browser();
    const opened = await ask(`/magic-link/verify?token=${token}`, undefined, { browser: scanner });
    expect(opened.status).toBe(404);
    expect(await ask("/magic-link/verify", { token }, { browser: scanner })).toMatchObject({
      status: 404,
    });
    expect((await ask(`/sign-in/link?token=${token}`)).status).toBe(404);
    expect(await viewer(scanner)).toEqual(anonymous);
    expect((await ask("/sign-in/link", { token })).status).toBe(200);
  });

  test("is asked for with the same answer for an address that nobody knows, which gets no mail and no account", async () => {
    const stranger = newEmail("stranger");
    const rows = () => em().execute(`select id from login_verification`);
    const before = (await rows()).length;
    const unknown = await ask("/sign-in/magic-link", { email: stranger });
    const known = await ask("/sign-in/magic-link", { email: await member() });
    expect({ ...unknown, headers: [...unknown.headers] }).toEqual({
      ...known,
      headers: [...known.headers],
    });
    expect(await mailsTo(stranger)).toEqual([]);
    expect(await site.account(stranger)).toBeNull();
    const kept = JSON.stringify(await em().execute(`select * from login_verification`));
    expect(kept).not.toContain(stranger);
    expect((await rows()).length).toBeGreaterThan(before);
  });

  test("works for ten minutes", async () => {
    const email = await member();
    await ask("/sign-in/magic-link", { email });
    const [row] = await em().execute<{ seconds: number }[]>(
      `select extract(epoch from expires_at - now())::float8 as seconds from login_verification
       where value like ?`,
      [`%${email}%`],
    );
    expect(row!.seconds).toBeGreaterThan(540);
    expect(row!.seconds).toBeLessThanOrEqual(600);
    await em().execute(
      `update login_verification set expires_at = now() - interval '1 second' where value like ?`,
      [`%${email}%`],
      "run",
    );
    expect(await ask("/sign-in/link", { token: await tokenTo(email) })).toMatchObject({
      status: 400,
      json: { code: "INVALID_TOKEN" },
    });
  });

  test("stands nowhere as it was sent", async () => {
    const email = await member();
    await ask("/sign-in/magic-link", { email });
    const token = await tokenTo(email);
    expect(JSON.stringify(await em().execute(`select * from login_verification`))).not.toContain(
      token,
    );
  });

  test("leads on to pages of this site alone", async () => {
    for (const callbackURL of [
      "https://elsewhere.example/",
      "//elsewhere.example",
      "/\\elsewhere.example",
      "/.//elsewhere.example",
    ]) {
      const email = await member();
      await ask("/sign-in/magic-link", { email, callbackURL });
      for (const { text } of await linksTo(email)) expect(text).not.toContain("elsewhere");
    }
  });

  test("confirms the address, and leaves no way in to whoever typed it first", async () => {
    const email = newEmail();
    await ask("/sign-up/email", { name: "Mallory", email, password: "a password of Mallory" });
    await ask("/sign-in/magic-link", { email });
    const browser = new Browser();
    await ask("/sign-in/link", { token: await tokenTo(email) }, { browser });
    expect(await site.account(email)).toMatchObject({ emailVerified: true });
    const mallory = await ask("/sign-in/email", { email, password: "a password of Mallory" });
    expect(mallory.status).toBe(401);
  });

  test("is redeemed from this site alone", async () => {
    const email = await member();
    await ask("/sign-in/magic-link", { email });
    const answer = await site.signIn.handle(
      new Request("https://potbank.test/api/auth/sign-in/link", {
        method: "POST",
        headers: { origin: "https://elsewhere.example", "content-type": "application/json" },
        body: JSON.stringify({ token: await tokenTo(email) }),
      }),
    );
    expect(answer.status).toBe(403);
    expect(answer.headers.getSetCookie()).toEqual([]);
  });
});
