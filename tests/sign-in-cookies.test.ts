import { expect, test } from "vitest";
import { keptSecret } from "../src/app/sign-in-secret.ts";
import { type ConfigError, toConfig } from "../src/app/config.ts";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signInSite } from "./support/sign-in.ts";

test.each([
  ["https://potbank.test", "__Secure-potbank.session_token", true],
  ["http://potbank.test:4000", "potbank.session_token", false],
])("at %s the cookie is %s, for this site and no script", async (publicUrl, name, secure) => {
  const site = await signInSite({ publicUrl });
  const browser = await site.signedIn(await site.member());
  expect([...browser.cookies.keys()]).toEqual([name]);
  const attributes = browser.cookies.get(name)!.attributes.split("; ");
  expect(attributes).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Path=/"]));
  expect(attributes.includes("Secure")).toBe(secure);
  expect(attributes.some((each) => each.startsWith("Domain"))).toBe(false);
});

test("who has no cookie of ours is anonymous without a statement, and who has one costs one", async () => {
  const statements: string[] = [];
  const site = await signInSite({ log: (line) => statements.push(line) });
  const browser = await site.signedIn(await site.member());
  const count = async (cookie: string | undefined) => {
    const before = statements.length;
    const viewer = await site.signIn.viewerOf(new Headers(cookie === undefined ? {} : { cookie }));
    return { kind: viewer.kind, statements: statements.length - before };
  };
  expect(await count(undefined)).toEqual({ kind: "anonymous", statements: 0 });
  expect(await count("theme=dark; other=1")).toEqual({ kind: "anonymous", statements: 0 });
  expect(await count("__Secure-potbank.session_token=made.up")).toEqual({
    kind: "anonymous",
    statements: 0,
  });
  expect(await count(`theme=dark; ${browser.header}`)).toEqual({ kind: "person", statements: 1 });
});

test("the secret is asked for with a server's database, and must be long", () => {
  const faults = (env: Record<string, string>, serving: boolean) => {
    try {
      toConfig(env, { serving });
      return [];
    } catch (error) {
      return (error as ConfigError).faults;
    }
  };
  const server = { DATABASE_URL: "postgresql://a@b/c" };
  expect(faults(server, true)).toEqual([expect.stringMatching(/^SIGN_IN_SECRET is missing/)]);
  expect(faults(server, false)).toEqual([]);
  expect(faults({}, true)).toEqual([]);
  const short = faults({ SIGN_IN_SECRET: "too short" }, true);
  expect(short).toEqual([expect.stringMatching(/^SIGN_IN_SECRET has 9 characters/)]);
  expect(short.join()).not.toContain("too short");
  expect(faults({ ...server, SIGN_IN_SECRET: "x".repeat(32) }, true)).toEqual([]);
});

test("with the embedded database the secret is made once, for its owner's eyes alone", async () => {
  const folder = await mkdtemp(join(tmpdir(), "potbank-secret-"));
  try {
    const secret = await keptSecret(join(folder, "data"));
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(await keptSecret(join(folder, "data"))).toBe(secret);
    const { mode } = await stat(join(folder, "data", "sign-in-secret"));
    if (process.platform !== "win32") expect(mode & 0o777).toBe(0o600);
  } finally {
    await rm(folder, { recursive: true });
  }
});
