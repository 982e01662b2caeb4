import { beforeAll, expect, test } from "vitest";
import { AuditEvent } from "../src/kernel/audit.entity.ts";
import { newEmail, signInSite } from "./support/sign-in.ts";

let site: Awaited<ReturnType<typeof signInSite>>;
beforeAll(async () => {
  site = await signInSite();
});

/** Every line about an account that a hook of better-auth does not tell, in order. */
const linesAbout = async (id: string) =>
  (
    await site
      .em()
      .find(
        AuditEvent,
        { subject: id, act: { $in: ["sign-in.failed", "session.closed"] } },
        { orderBy: { at: "asc", id: "asc" } },
      )
  ).map(({ act, actor }) => ({ act, known: actor !== null }));

test("a failed attempt and signing out stand in the trail", async () => {
  const email = await site.member();
  const { id } = await site.account(email);
  await site.ask("/sign-in/email", { email, password: "wrong wrong wrong" });
  const browser = await site.signedIn(email);
  await site.ask("/sign-out", {}, { browser });
  expect(await linesAbout(id)).toEqual([
    { act: "sign-in.failed", known: false },
    { act: "session.closed", known: true },
  ]);
  expect(JSON.stringify(await site.em().find(AuditEvent, {}))).not.toContain(email);
});

test("an attempt on an address without an account, and those refused unseen, leave no line", async () => {
  const before = await site.em().count(AuditEvent);
  await site.ask("/sign-in/email", { email: newEmail("nobody"), password: "wrong wrong wrong" });
  expect(await site.em().count(AuditEvent)).toBe(before);
  const email = await site.member();
  const { id } = await site.account(email);
  for (let each = 0; each < 15; each += 1)
    await site.ask("/sign-in/email", { email, password: "wrong wrong wrong" });
  const failed = (await linesAbout(id)).length;
  expect(failed).toBeGreaterThan(0);
  expect(failed).toBeLessThanOrEqual(10);
});
