import { expect, test } from "vitest";
import { forgetOldLimits, networkOf } from "../src/people/sign-in/sign-in-limits.ts";
import { type Said, goodPassword, newEmail, signInSite } from "./support/sign-in.ts";

const site = await signInSite();
const { ask, member, mailsTo } = site;

const school = "203.0.113.7";
const attempt = (email: string, password: string, address = school) =>
  ask("/sign-in/email", { email, password }, { address });

/** Wrong passwords, one after another; what was answered to each. */
async function guess(email: string, times: number, address = school): Promise<Said[]> {
  const answers: Said[] = [];
  for (let i = 0; i < times; i++)
    answers.push(await attempt(email, `wrong password ${i}`, address));
  return answers;
}

/** Makes all that is counted a quarter of an hour older. */
const quarterOfAnHourLater = () =>
  site.em().execute(`update rate_limit set expire = expire - 900000`);

const codes = (answers: readonly Said[]) =>
  answers.map(({ status, json }) => `${status} ${json.code}`);
const wrong = "401 INVALID_EMAIL_OR_PASSWORD";
const locked = "429 ACCOUNT_LOCKED";

test("50 wrong passwords lock the account, not the school's address; its owner gets one mail; then it opens again", async () => {
  const [victim, colleague] = [await member(), await member()];
  const before = (await mailsTo(victim)).length;
  const answers = await guess(victim, 50);
  expect(codes(answers)).toEqual([
    ...Array.from({ length: 10 }, () => wrong),
    ...Array.from({ length: 40 }, () => locked),
  ]);
  expect(answers.at(-1)!.json.message).toMatch(/^Too many wrong passwords for this account\./);
  expect(Number(answers.at(-1)!.headers.get("retry-after"))).toBeGreaterThan(0);
  expect((await mailsTo(victim)).slice(before)).toMatchObject([{ kind: "account-locked" }]);

  // Locked for everybody, whoever knows the password and from wherever.
  expect(codes([await attempt(victim, goodPassword, "198.51.100.9")])).toEqual([locked]);
  // Who sits beside them signs in.
  expect((await attempt(colleague, goodPassword)).status).toBe(200);

  await quarterOfAnHourLater();
  expect((await attempt(victim, goodPassword)).status).toBe(200);
});

test("an address that nobody has is locked after as many, in the same words, and no mail is sent", async () => {
  const [known, unknown] = [await member(), newEmail("nobody")];
  const [one, other] = [await guess(known, 12), await guess(unknown, 12)];
  expect(codes(other)).toEqual(codes(one));
  const words = ({ json }: Said) => json.message.replace(/\d+ minutes|a minute/, "some time");
  expect(other.map(words)).toEqual(one.map(words));
  expect(await mailsTo(unknown)).toEqual([]);
});

test("many wrong passwords at once get no further than one after another", async () => {
  const email = await member();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => attempt(email, `wrong password ${i}`)),
  );
  expect(codes(answers).filter((code) => code === wrong)).toHaveLength(10);
});

test("the right password begins the count anew, and a new one by a link opens the account", async () => {
  const email = await member();
  await guess(email, 9);
  expect((await attempt(email, goodPassword)).status).toBe(200);
  expect(codes(await guess(email, 10))).toEqual(Array.from({ length: 10 }, () => wrong));
  expect(codes([await attempt(email, goodPassword)])).toEqual([locked]);
  await ask("/request-password-reset", { email });
  const newPassword = "seven kilns, one cat";
  await ask("/reset-password", { token: await site.tokenTo(email), newPassword });
  expect((await attempt(email, newPassword)).status).toBe(200);
});

test("however an address or the path is written, it is one account and one gate", async () => {
  const email = await member();
  await guess(email.toUpperCase(), 5);
  expect(codes(await guess(` ${email} `, 6))).toEqual([
    ...Array.from({ length: 5 }, () => wrong),
    locked,
  ]);
  for (const path of [
    "/sign-in//email",
    "/sign-in/email/",
    "/sign-in/e%6dail",
    "//sign-in/email",
    "/Sign-In/email",
    "/./sign-in/email/../email%2f",
  ])
    expect((await ask(path, { email, password: goodPassword })).status, path).toBe(404);
});

test("an address that tries one password on hundreds of accounts is stopped, and another is not", async () => {
  const address = "198.51.100.200";
  const email = await member();
  await site.em().execute(`update rate_limit set points = points + 299 where key like 'address:%'`);
  await attempt(newEmail("nobody"), "spray and pray", address);
  await site.em().execute(`update rate_limit set points = points + 299 where key like 'address:%'`);
  expect(codes([await attempt(email, goodPassword, address)])).toEqual(["429 TOO_MANY_REQUESTS"]);
  expect((await attempt(email, goodPassword, "198.51.100.201")).status).toBe(200);
});

test("somebody at another's open session cannot try passwords without end", async () => {
  const browser = await site.signedIn(await member());
  const answers: Said[] = [];
  for (let i = 0; i < 11; i++)
    answers.push(
      await ask(
        "/change-password",
        { currentPassword: `wrong password ${i}`, newPassword: "seven kilns, one cat" },
        { browser },
      ),
    );
  expect(codes(answers)).toEqual([
    ...Array.from({ length: 10 }, () => "400 INVALID_PASSWORD"),
    locked,
  ]);
});

test("nobody's mailbox is flooded, by whichever form and from however many addresses", async () => {
  const email = await member();
  const before = (await mailsTo(email)).length;
  const asked: Said[] = [];
  for (let i = 0; i < 4; i++) {
    const address = { address: `192.0.2.${100 + i}` };
    asked.push(await ask("/request-password-reset", { email }, address));
    asked.push(
      await ask("/sign-up/email", { name: "Eve", email, password: goodPassword }, address),
    );
  }
  // One of six within the hour was for signing up.
  expect(codes(asked).filter((code) => code === "429 TOO_MANY_MAILS")).toHaveLength(3);
  expect((await mailsTo(email)).slice(before)).toHaveLength(5);
  const unknown = newEmail("nobody");
  const refused: Said[] = [];
  for (let i = 0; i < 8; i++)
    refused.push(await ask("/request-password-reset", { email: unknown }));
  expect(codes(refused).filter((code) => code === "429 TOO_MANY_MAILS")).toHaveLength(2);
});

test("what is counted holds no address, and is forgotten when it no longer counts", async () => {
  const email = newEmail("countess");
  await guess(email, 1);
  const rows = () => site.em().execute<{ key: string }[]>(`select key from rate_limit`);
  expect(JSON.stringify(await rows())).not.toContain("countess");
  expect(JSON.stringify(await rows())).not.toContain(school);
  await forgetOldLimits(site.em(), new Date(Date.now() + 7_200_000));
  expect(await rows()).toEqual([]);
});

test.for([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64"],
  ["2001:0DB8:1:2:ffff::9", "2001:db8:1:2::/64"],
  ["2001:db8::7", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["::ffff:203.0.113.7", "203.0.113.7"],
  ["203.0.113.7", "203.0.113.7"],
  ["unknown", "unknown"],
])("what comes from %s counts for %s", ([address, network]) => {
  expect(networkOf(address!)).toBe(network);
});
