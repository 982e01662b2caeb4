import { describe, expect, test } from "vitest";
import { toConfig } from "../src/app/config.ts";
import { newId } from "../src/kernel/ids.ts";
import type { Role, Viewer } from "../src/kernel/viewer.ts";
import { RoleGrant } from "../src/people/role-grant.entity.ts";
import { testSignIn } from "./support/api.ts";
import { Authenticator } from "./support/authenticator.ts";
import { type Browser, goodPassword, signInSite } from "./support/sign-in.ts";
import { World } from "./support/world.ts";

const site = await signInSite();
const strict = await testSignIn(site.database, "https://potbank.test", undefined, {
  secondFactorRequired: true,
});
const { ask, member, signedIn, mailsTo, em } = site;

const under = (signIn: typeof strict, browser: Browser): Promise<Viewer> =>
  signIn.viewerOf(new Headers({ cookie: browser.header }));
const rolesUnder = async (signIn: typeof strict, browser: Browser) => {
  const viewer = await under(signIn, browser);
  return viewer.kind === "person" ? viewer.roles : [];
};

/** Somebody with roles, signed in. */
async function holder(...roles: Role[]) {
  const email = await member();
  const { id } = await site.account(email);
  const forked = em();
  for (const role of roles)
    forked.create(RoleGrant, {
      personId: id,
      role,
      schoolId: null,
      grantedAt: new Date(),
      grantedById: null,
    } as never);
  await forked.flush();
  return { id, email, browser: await signedIn(email) };
}

async function enrol(browser: Browser): Promise<string[]> {
  const set = await ask("/two-factor/enable", { password: goodPassword }, { browser });
  const app = new Authenticator(set.json.totpURI);
  await ask("/two-factor/verify-totp", { code: app.code() }, { browser });
  return set.json.backupCodes;
}

const asks = (document: string, variables: Record<string, unknown>, viewer: Viewer) =>
  new World(em()).ask(document, variables, viewer);

describe("where a second factor is required", () => {
  test("publishers and administrators act as such only with one, and keep their other roles", async () => {
    const { browser } = await holder("PUBLISHER", "ADMINISTRATOR", "REVIEWER");
    expect(await rolesUnder(strict, browser)).toEqual(["TEACHER", "REVIEWER"]);
    expect(await rolesUnder(site.signIn, browser)).toHaveLength(4);

    const told = await asks(`{ viewer { roles withheldRoles } }`, {}, await under(strict, browser));
    expect(told.data.viewer.roles).toEqual(["TEACHER", "REVIEWER"]);
    expect(told.data.viewer.withheldRoles.toSorted()).toEqual(["ADMINISTRATOR", "PUBLISHER"]);

    await enrol(browser);
    expect((await rolesUnder(strict, browser)).toSorted()).toEqual([
      "ADMINISTRATOR",
      "PUBLISHER",
      "REVIEWER",
      "TEACHER",
    ]);
    const then = await asks(`{ viewer { withheldRoles } }`, {}, await under(strict, browser));
    expect(then.data.viewer.withheldRoles).toEqual([]);
  });

  test("is wherever others depend on it, unless said otherwise", () => {
    const required = (env: Record<string, string>) => toConfig(env).config.secondFactorRequired;
    expect(required({})).toBe(false);
    expect(required({ NODE_ENV: "production" })).toBe(true);
    expect(required({ NODE_ENV: "production", SECOND_FACTOR_REQUIRED: "0" })).toBe(false);
    expect(required({ DATABASE_URL: "postgresql://a@b/c" })).toBe(true);
    expect(required({ SECOND_FACTOR_REQUIRED: "1" })).toBe(true);
    expect(() => toConfig({ SECOND_FACTOR_REQUIRED: "yes" })).toThrow("SECOND_FACTOR_REQUIRED");
  });
});

describe("an administrator", () => {
  const reset = `mutation ($id: ID!) { personSecondFactorReset(personId: $id) { id } }`;
  const codeOf = (said: Awaited<ReturnType<typeof asks>>) => said.errors?.[0]?.extensions.code;

  test("takes a lost second factor away: audited, told by mail, signed out everywhere", async () => {
    const lost = await holder();
    await enrol(lost.browser);
    const admin = await holder("ADMINISTRATOR");
    const viewer = await under(site.signIn, admin.browser);
    const done = await asks(reset, { id: lost.id }, viewer);
    expect(done.data).toEqual({ personSecondFactorReset: { id: lost.id } });

    expect(await under(site.signIn, lost.browser)).toEqual({ kind: "anonymous" });
    expect(await site.account(lost.email)).toMatchObject({ twoFactorEnabled: false });
    expect(
      await em().execute(`select 1 from second_factor where account_id = ?`, [lost.id]),
    ).toEqual([]);
    expect((await mailsTo(lost.email)).map(({ kind }) => kind)).toContain("second-factor-reset");
    const trail = await em().execute(`select act from audit_event where subject = ?`, [lost.id]);
    expect(trail).toContainEqual({ act: "second-factor.reset" });
    // The password is enough now, and a new one can be set up.
    await enrol(await signedIn(lost.email));

    const admins = await asks(reset, { id: admin.id }, viewer);
    expect(codeOf(admins)).toBe("FORBIDDEN");
  });

  test("is told of what cannot be; nobody else may do it", async () => {
    const other = await holder();
    const admin = await holder("ADMINISTRATOR");
    const viewer = await under(site.signIn, admin.browser);
    expect(codeOf(await asks(reset, { id: other.id }, viewer))).toBe("CONFLICT");
    expect(codeOf(await asks(reset, { id: newId("person") }, viewer))).toBe("NOT_FOUND");
    await enrol(other.browser);
    expect(codeOf(await asks(reset, { id: other.id }, { kind: "anonymous" }))).toBe(
      "UNAUTHENTICATED",
    );
    const publisher = await holder("PUBLISHER", "REVIEWER");
    const asPublisher = await under(site.signIn, publisher.browser);
    expect(codeOf(await asks(reset, { id: other.id }, asPublisher))).toBe("FORBIDDEN");
    expect(await site.account(other.email)).toMatchObject({ twoFactorEnabled: true });
  });
});
