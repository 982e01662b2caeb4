import { beforeAll, describe, expect, test } from "vitest";
import { goodPassword, newEmail } from "../support/sign-in.ts";
import { accountSite } from "./account-site.ts";
import { headOf } from "./page-head.ts";
import { pagesOver } from "./pages-over.ts";

let site: Awaited<ReturnType<typeof accountSite>>;
let email: string;
let cookie: string;
beforeAll(async () => {
  site = await accountSite();
  email = newEmail();
  await site.member("Ada Byron", email);
  cookie = await site.cookiesOf(email);
});

const get = async (path: string, as = "") => {
  const response = await fetch(site.url + path, {
    redirect: "manual",
    headers: { accept: "text/html", ...(as && { cookie: as }) },
  });
  return { status: response.status, headers: response.headers, html: await response.text() };
};

const open = [
  "/sign-in",
  "/sign-in/second-factor",
  "/sign-in/link?token=x",
  "/sign-up",
  "/verify?token=x",
  "/reset-password?token=x",
  "/sign-out",
];
const own = ["/account", "/account/security"];

describe("pages of signing in and of one's account", () => {
  test.each([...open, ...own])(
    "%s is in no index, and has one heading and a title",
    async (path) => {
      const { status, html } = await get(path, own.includes(path) ? cookie : "");
      expect(status).toBe(200);
      expect(headOf(html)).toMatchObject({ noindex: true, canonical: undefined });
      expect(headOf(html).title).toMatch(/ – Potbank$/);
      expect(html.match(/<h1/g)).toHaveLength(1);
    },
  );

  test.each([...open.filter((path) => path !== "/sign-out"), "/account/security"])(
    "%s is kept by no cache, and its address is told to no other site",
    async (path) => {
      const { headers } = await get(path, own.includes(path) ? cookie : "");
      expect(headers.get("cache-control")).toContain("no-store");
      expect(headers.get("referrer-policy")).toBe("no-referrer");
    },
  );

  test.each(own)("%s sends who is signed out to sign in, and back", async (path) => {
    const { status, headers } = await get(path);
    expect(status).toBe(302);
    expect(headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  });

  test.each([
    ["https://evil.example/", "/"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["/.//evil.example", "/"],
    ["/\t/evil.example", "/"],
    ["javascript:alert(1)", "/"],
    ["/sign-out", "/"],
    ["/account?a=1", "/account?a=1"],
  ])("after signing in, %j leads to %s", async (next, place) => {
    const answer = await site.form(`/sign-in?${new URLSearchParams({ next }).toString()}`, {
      email,
      password: goodPassword,
    });
    expect(answer.headers.get("location")).toBe(place);
  });

  test("a wrong password and an unknown address are answered alike, and what was typed is kept but the password", async () => {
    const answers = await Promise.all(
      [email, newEmail("nobody")].map(async (address) => {
        const answer = await site.form("/sign-in", { email: address, password: "not this one" });
        const html = await answer.text();
        expect(html).toContain(`value="${address}"`);
        expect(html).not.toContain("not this one");
        return `${answer.status} ${/role="group"[^>]*>(.*?)<\/div>/s.exec(html)?.[1]}`;
      }),
    );
    expect(answers[0]).toContain("do not belong together");
    expect(answers[1]).toBe(answers[0]);
  });

  test("an account is locked after many wrong passwords, and says for how long and what to do", async () => {
    const target = newEmail("locked");
    await site.member("Lock Ed", target);
    let html = "";
    for (let attempt = 0; attempt < 11; attempt++)
      html = await (
        await site.form("/sign-in", { email: target, password: `no ${attempt}` })
      ).text();
    expect(html).toMatch(/Too many wrong passwords for this account\. Try again in \d+ minutes/);
    expect(html).toContain('href="/reset-password"');
  });

  test("signing up says the same whether the address has an account, and tells its owner by mail", async () => {
    const before = (await site.mailsTo(email)).length;
    const places = await Promise.all(
      [email, newEmail("new")].map(async (address) => {
        const answer = await site.form("/sign-up", {
          name: "Some Body",
          email: address,
          password: goodPassword,
        });
        return `${answer.status} ${answer.headers.get("location")}`;
      }),
    );
    expect(places).toEqual(["302 /verify?sent=yes", "302 /verify?sent=yes"]);
    await expect.poll(async () => (await site.mailsTo(email)).length).toBe(before + 1);
  });

  test("a link from a mail is not used up by opening it, works once, and says when it is over", async () => {
    const address = newEmail("reset");
    await site.member("Res Et", address);
    await site.form("/reset-password", { intent: "ask", email: address });
    const link = await site.linkTo(address, "/reset-password");
    for (let opened = 0; opened < 3; opened++) expect((await get(link)).status).toBe(200);
    const weak = await site.form(link, { newPassword: "password1234" });
    expect(weak.status).toBe(400);
    expect(await weak.text()).toContain("tried first");
    const other = "four herons, no stove";
    const set = await site.form(link, { newPassword: other });
    expect(set.headers.get("location")).toBe("/sign-in?saved=password");
    const again = await site.form(link, { newPassword: other });
    expect(again.status).toBe(400);
    expect(await again.text()).toContain("This link is over");
    expect(await site.cookiesOf(address, other)).toContain("session_token");
  });

  test("a link that signs in asks to be pressed, goes on to where one wanted to, and works once", async () => {
    await site.form("/sign-in?next=/account", { email, how: "link" });
    const link = await site.linkTo(email, "/sign-in/link");
    expect((await get(link)).html).toContain("Press the button");
    const first = await site.form(link, {});
    expect(first.headers.get("location")).toBe("/account");
    expect(first.headers.getSetCookie().join()).toContain("session_token");
    const second = await site.form(link, {});
    expect(second.status).toBe(400);
    expect(await second.text()).toContain("This link is over");
  });

  test("who is signed out asks nothing of the database for the header; who is signed in is asked about once", async () => {
    const { url, asked } = await pagesOver(() => ({
      viewer: { permissions: [], person: { id: "person_1", name: "Ada <b>Byron</b> (example)" } },
    }));
    const header = async (as: string) => {
      const html = await (await fetch(`${url}/about`, { headers: { cookie: as } })).text();
      return html.slice(html.indexOf("<header"), html.indexOf("</header>"));
    };
    expect(await header("other=1")).toContain('href="/sign-in?next=%2Fabout"');
    expect(asked).toHaveLength(0);
    const signedIn = await header("potbank.session_token=x");
    expect(asked).toHaveLength(1);
    expect(signedIn).toContain("Ada &lt;b&gt;Byron&lt;/b&gt;");
    expect(signedIn).toContain('action="/sign-out"');
    expect(signedIn).not.toContain("/audit");
  });

  test("a link signs nobody out; the button does", async () => {
    const mine = await site.cookiesOf(email);
    expect((await get("/sign-out", mine)).html).toContain("Sign out");
    expect((await get("/account", mine)).status).toBe(200);
    const answer = await site.form("/sign-out", {}, mine);
    expect(answer.headers.get("location")).toBe("/sign-in?saved=signed-out");
    expect((await get("/account", mine)).status).toBe(302);
  });

  test("a form from another site changes nothing", async () => {
    const foreign = await fetch(`${site.url}/sign-out`, {
      method: "POST",
      body: new URLSearchParams(),
      headers: { cookie, origin: "https://evil.example" },
    });
    expect(foreign.status).toBe(403);
    expect((await get("/account", cookie)).status).toBe(200);
  });
});
