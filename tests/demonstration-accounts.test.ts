import { readFile } from "node:fs/promises";
import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { toConfig } from "../src/app/config.ts";
import {
  closeDemonstrationAccounts,
  restoreDemonstrationAccounts,
} from "../src/app/demonstration-accounts.ts";
import { seed } from "../src/app/seed.ts";
import { signInSite } from "./support/sign-in.ts";

const made = (env: Record<string, string>) => toConfig(env).config.demonstrationAccounts;

test("the demonstration's accounts are made unless it is production, has a server's database or is no demonstration", () => {
  expect(made({})).toBe(true);
  expect(made({ NODE_ENV: "development" })).toBe(true);
  expect(made({ NODE_ENV: "production" })).toBe(false);
  expect(made({ DATABASE_URL: "postgresql://a@b/c" })).toBe(false);
  expect(made({ POTBANK_DEMO: "0" })).toBe(false);
});

test("what npm start says of NODE_ENV for the libraries is not what the operator says", async () => {
  expect(made(await underNpm({}))).toBe(true);
  expect(made(await underNpm({ NODE_ENV: "production" }))).toBe(false);
});

/** The environment as the program finds it when `npm start` has loaded its script. */
async function underNpm(env: Record<string, string>): Promise<Record<string, string>> {
  const child = spawn(
    process.execPath,
    [
      "--import",
      "./scripts/started-by-npm.mjs",
      "--eval",
      "console.log(JSON.stringify(process.env))",
    ],
    { env: { PATH: process.env.PATH ?? "", ...env }, stdio: ["ignore", "pipe", "inherit"] },
  );
  let text = "";
  for await (const part of child.stdout) text += String(part);
  const seen = JSON.parse(text) as Record<string, string>;
  expect(seen.NODE_ENV).toBe("production");
  return seen;
}

// One after another, on one database: seeding takes most of the time.
const site = await signInSite();

test("nobody has an account in what a first start unpacks", async () => {
  await seed(site.database.em, { demonstration: true, now: new Date() });
  expect(await site.em().execute(`select id from account`)).toEqual([]);
});

test("one can sign in with each, and they are made again whatever was tried with them", async () => {
  const accounts = await restoreDemonstrationAccounts(site.database.em);
  expect(accounts.map(({ email }) => email.split("@")[0])).toEqual([
    "teacher",
    "colleague",
    "lead",
    "mentor",
    "reviewer",
    "publisher",
    "administrator",
  ]);
  const readme = await readFile("README.md", "utf8");
  for (const { name, email, password } of accounts) {
    expect(name).toMatch(/\(example\)$/);
    expect(await site.viewer(await site.signedIn(email, password))).toMatchObject({
      kind: "person",
    });
    expect(readme).toContain(email);
    expect(readme).toContain(password);
  }
  const [teacher] = accounts;
  await site
    .em()
    .execute(`update account set email = 'other@school.example' where email = ?`, [teacher!.email]);
  await site.em().execute(`update credential set password_hash = null`);
  expect(await restoreDemonstrationAccounts(site.database.em)).toEqual(accounts);
  await site.signedIn(teacher!.email, teacher!.password);
});

test("where it is no demonstration they are taken away, and are not made beside accounts of others", async () => {
  const [teacher] = await restoreDemonstrationAccounts(site.database.em);
  const browser = await site.signedIn(teacher!.email, teacher!.password);
  await site.member();
  expect(await restoreDemonstrationAccounts(site.database.em)).toHaveLength(7);
  await closeDemonstrationAccounts(site.database.em);
  expect(await site.viewer(browser)).toEqual({ kind: "anonymous" });
  expect(await site.em().execute(`select count(*)::int as count from account`)).toEqual([
    { count: 1 },
  ]);
  expect(await restoreDemonstrationAccounts(site.database.em)).toEqual([]);
});
