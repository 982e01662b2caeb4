import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeAdministrator } from "../src/people/administrator.service.ts";
import { command } from "./support/command.ts";
import { launch } from "./support/served.ts";
import { goodPassword, newEmail, signInSite } from "./support/sign-in.ts";

const site = await signInSite();
const { ask } = site;

describe("the first administrator", () => {
  test("is made from nothing, and chooses a password by the link, which confirms the address", async () => {
    const email = newEmail("Head");
    const made = await makeAdministrator(site.em(), { email, name: "Ada Byron" });
    expect(made).toMatchObject({ isNew: true, wasOne: false });
    const chosen = await ask("/reset-password", { token: made.token, newPassword: goodPassword });
    expect(chosen.status).toBe(200);
    const viewer = await site.viewer(await site.signedIn(email));
    expect(viewer).toMatchObject({ kind: "person", roles: ["TEACHER", "ADMINISTRATOR"] });
    const again = await makeAdministrator(site.em(), { email, name: "Somebody" });
    expect(again).toMatchObject({ isNew: false, wasOne: true });
  });

  test("may be a member already, who keeps their password", async () => {
    const email = await site.member();
    const made = await makeAdministrator(site.em(), { email: email.toUpperCase(), name: "Other" });
    expect(made).toMatchObject({ isNew: false, wasOne: false });
    expect(await site.viewer(await site.signedIn(email))).toMatchObject({
      roles: ["TEACHER", "ADMINISTRATOR"],
    });
  });

  test("is whoever reads the mail, not who signed up with their address", async () => {
    const email = newEmail();
    await ask("/sign-up/email", { name: "Eve", email, password: "the thief's own words" });
    const token = await site.tokenTo(email);
    await makeAdministrator(site.em(), { email, name: "Ada" });
    await ask("/confirm-address", { token, password: "the thief's own words" });
    const tried = await ask("/sign-in/email", { email, password: "the thief's own words" });
    expect(tried.status).toBe(401);
  });
});

describe("potbank administrator", () => {
  const refused = async (...args: string[]) => {
    const { code, out, err } = await command(["administrator", ...args], {
      POTBANK_DATA: "/dev/null/none",
    }).end;
    expect({ code, out }).toEqual({ code: 1, out: "" });
    return err;
  };

  test("refuses what it does not understand, in a sentence", async () => {
    expect(await refused("head@school.example", "--nmae", "Ada")).toContain(
      "There is no option --nmae here",
    );
    expect(await refused("head")).toContain(`"head" is not an e-mail address`);
    expect(await refused("head@school.example", "Ada", "Byron")).toContain("quotation marks");
  });

  test("works beside a server that holds the embedded database, and leaves no address in its log", async () => {
    const folder = await mkdtemp(join(tmpdir(), "potbank-administrator-"));
    const env = { POTBANK_DATA: folder, POTBANK_DEMO: "0", PUBLIC_URL: "https://potbank.test" };
    const program = await launch(env);
    try {
      await program.ready();
      const { code, out } = await command(
        ["administrator", "head@school.example", "--name", "Ada Byron"],
        env,
      ).end;
      expect(code).toBe(0);
      expect(out).toContain("An account was made for head@school.example");
      const token = /https:\/\/potbank\.test\/reset-password\?token=(\S+)/.exec(out)?.[1];
      const answer = await fetch(`${program.url}/api/auth/reset-password`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token, newPassword: goodPassword }),
      });
      expect(answer.status).toBe(200);
      expect(program.log()).toContain("a command was handed over");
      expect(program.log()).not.toMatch(/head@school|Ada Byron/);
    } finally {
      await program.kill("SIGTERM");
      await rm(folder, { recursive: true, force: true });
    }
  });
});
