import { beforeAll, describe, expect, test } from "vitest";
import { auditApart } from "../../src/kernel/audit.ts";
import { Person } from "../../src/people/person.entity.ts";
import { RoleGrant } from "../../src/people/role-grant.entity.ts";
import { goodPassword, newEmail } from "../support/sign-in.ts";
import { accountSite } from "./account-site.ts";
import { headOf } from "./page-head.ts";

let site: Awaited<ReturnType<typeof accountSite>>;
const teacher = { name: "Ada Byron", email: newEmail(), cookie: "" };
const administrator = { name: "Grace Hopper", email: newEmail(), cookie: "" };
beforeAll(async () => {
  site = await accountSite();
  for (const person of [teacher, administrator]) await site.member(person.name, person.email);
  const em = site.database.em.fork();
  const { id } = await em.findOneOrFail(Person, { name: administrator.name });
  em.create(RoleGrant, { personId: id, role: "ADMINISTRATOR" } as never);
  await em.flush();
  for (const person of [teacher, administrator]) person.cookie = await site.cookiesOf(person.email);
  await auditApart(em, id, "made.up", "school_1", { what: "<script>alert(1)</script>" });
}, 60_000);

const get = async (path: string, cookie = "") => {
  const response = await fetch(site.url + path, {
    redirect: "manual",
    headers: { accept: "text/html", ...(cookie && { cookie }) },
  });
  return { status: response.status, headers: response.headers, html: await response.text() };
};

describe("the page of the audit trail", () => {
  test("is for administrators: others are told so, and who is signed out signs in first", async () => {
    expect((await get("/audit")).headers.get("location")).toBe("/sign-in?next=%2Faudit");
    const { status, html } = await get("/audit", teacher.cookie);
    expect(status).toBe(403);
    expect(html).not.toContain("made.up");
  });

  test("shows lines with who did it, and leads to a file under the same filters", async () => {
    const { status, html, headers } = await get("/audit?act=made.up", administrator.cookie);
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toContain("no-store");
    expect(headOf(html)).toMatchObject({ noindex: true, canonical: undefined });
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain("Grace Hopper");
    expect(html).toContain("school_1");
    expect(html).not.toContain("<script>alert(1)</script>");
    const file = /href="(\/audit\.csv[^"]*)"/.exec(html)![1]!.replaceAll("&amp;", "&");
    expect(file).toBe("/audit.csv?act=made.up");
    const csv = await get(file, administrator.cookie);
    expect(csv.status).toBe(200);
    expect(csv.html.trim().split("\r\n")).toHaveLength(2);
  });

  test("says so where nothing matches, and keeps what was typed", async () => {
    const { html } = await get("/audit?subject=school_none&from=2026-13-99", administrator.cookie);
    expect(html).toContain("Nothing in the trail matches these filters");
    expect(html).toContain('value="school_none"');
  });
});

describe("the page of one's privacy", () => {
  test("is one's own, in no index and no cache", async () => {
    expect((await get("/account/privacy")).headers.get("location")).toBe(
      "/sign-in?next=%2Faccount%2Fprivacy",
    );
    const { status, html, headers } = await get("/account/privacy", teacher.cookie);
    expect(status).toBe(200);
    expect(headOf(html)).toMatchObject({ noindex: true, canonical: undefined });
    expect(headers.get("cache-control")).toContain("no-store");
    expect(html.match(/<h1/g)).toHaveLength(1);
  });

  test("gives a file with what is held to whoever has just signed in, and to nobody else", async () => {
    const file = await site.form("/account/data.json", { password: "" }, teacher.cookie);
    expect(file.status).toBe(200);
    expect(file.headers.get("content-disposition")).toContain("attachment");
    expect(file.headers.get("cache-control")).toContain("no-store");
    const held = (await file.json()) as { account: object; profile: object };
    expect(held.account).toMatchObject({ email: teacher.email });
    expect(held.profile).toMatchObject({ name: teacher.name });
    const signedOut = await site.form("/account/data.json", { password: "" });
    expect(signedOut.status).toBe(302);
    expect(signedOut.headers.get("location")).toMatch(/^\/sign-in/);
  });

  test("asks for the password later, and says so on the page", async () => {
    await site.database.em
      .fork()
      .execute("update login_session set created_at = now() - interval '1 hour'", [], "run");
    const wrong = await site.form("/account/data.json", { password: "wrong" }, teacher.cookie);
    expect(wrong.headers.get("location")).toBe("/account/privacy?download=password");
    const { html } = await get("/account/privacy?download=password", teacher.cookie);
    expect(html).toContain("That is not your password");
    const right = await site.form("/account/data.json", { password: goodPassword }, teacher.cookie);
    expect(right.status).toBe(200);
  });

  test("deletes the account after a choice and the password, and ends where nobody is signed in", async () => {
    const asked = (fields: Record<string, string>) =>
      site.form("/account/privacy", { intent: "delete", ...fields }, teacher.cookie);
    const undecided = await asked({ password: goodPassword });
    expect(undecided.status).toBe(400);
    expect(await undecided.text()).toContain("Choose what becomes of what you have published");
    const wrong = await asked({ contributions: "KEEP", password: "wrong wrong wrong" });
    expect(wrong.status).toBe(400);
    const words = await wrong.text();
    expect(words).toContain("not the password of your account");
    expect(words).not.toContain("wrong wrong wrong");
    const gone = await asked({ contributions: "KEEP", password: goodPassword });
    expect(gone.headers.get("location")).toBe("/account/deleted?contributions=keep");
    expect(gone.headers.getSetCookie().join()).toMatch(/session_token=;/);
    const after = await get("/account/deleted?contributions=keep");
    expect(after.html).toContain("Your account is deleted");
    expect(after.html).toContain("by a former teacher");
    expect((await get("/account/privacy", teacher.cookie)).status).toBe(302);
  });

  test("tells the last administrator why not", async () => {
    const refused = await site.form(
      "/account/privacy",
      { intent: "delete", contributions: "REMOVE", password: goodPassword },
      administrator.cookie,
    );
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain("This is the last administrator");
  });
});
