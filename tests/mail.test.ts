import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { type ConfigError, toConfig } from "../src/app/config.ts";
import { configuredPost } from "../src/app/mail/configured-post.ts";
import { deliverMail } from "../src/app/mail/delivery.ts";
import { startMailWorker } from "../src/app/mail/mail-worker.ts";
import { filePost, smtpPost } from "../src/app/mail/post.ts";
import type { Em } from "../src/kernel/em.ts";
import { createLog } from "../src/kernel/log.ts";
import { MailMessage } from "../src/kernel/mail-message.entity.ts";
import { type Mail, mail, mailNow } from "../src/kernel/mail.ts";
import { testDatabase } from "./support/database.ts";
import { mailServer } from "./support/mail-server.ts";

const database = await testDatabase();
const { em } = database;
const from = "Potbank <no-reply@potbank.example>";
const letter: Mail = {
  to: "ada@school.example",
  subject: "Confirm your address – Potbank",
  text: "Good morning,\n\n.one line begins with a dot; £5 and naïve are no ASCII\n\nhttps://potbank.example/verify?token=abc123&next=%2Faccount\n",
  kind: "verify-email",
  about: ["person_ada"],
};

/** What a log says, line by line. */
function kept() {
  const lines: string[] = [];
  return { lines, log: createLog("info", { write: (line: string) => void lines.push(line) }) };
}

const waiting = () =>
  em.fork().createQueryBuilder(MailMessage).orderBy({ id: "asc" }).execute<MailMessage[]>();
const due = () => em.fork().execute(`update mail_message set next_attempt_at = now()`, [], "run");

beforeEach(async () => {
  await em.fork().execute(`delete from mail_message`, [], "run");
});

describe("a message", () => {
  test("is written in its caller's transaction, and not at all when that fails", async () => {
    await em.fork().transactional(async (tx) => mail(tx as Em, letter));
    await expect(
      em.fork().transactional(async (tx) => {
        mail(tx as Em, letter);
        await tx.flush();
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await waiting()).toMatchObject([{ recipient: letter.to, attempts: 0, lastError: null }]);
  });

  test("with a line break in a header is refused", async () => {
    for (const bad of [{ to: "a@b.example\nBcc: c@d.example" }, { subject: "One\r\nTwo" }])
      await expect(mailNow(em, { ...letter, ...bad })).rejects.toThrow("two lines");
    expect(await waiting()).toEqual([]);
  });
});

describe("by SMTP", () => {
  test("a message arrives as it was written, and its row is gone", async () => {
    const server = await mailServer();
    const { lines, log } = kept();
    const post = smtpPost(server.url, from);
    await mailNow(em, letter);
    await mailNow(em, { ...letter, to: "odd,person@school.example", kind: "reset-password" });
    expect(await deliverMail(em.fork(), post, log)).toBe(2);
    post.close();
    expect(server.arrived).toMatchObject([
      { from: "no-reply@potbank.example", to: [letter.to] },
      { to: ['"odd,person"@school.example'] },
    ]);
    const { mail: first } = server.arrived[0]!;
    expect(first).toMatchObject({ subject: letter.subject, text: letter.text });
    expect(first.from?.text).toBe('"Potbank" <no-reply@potbank.example>');
    expect(first.headers.get("auto-submitted")).toBe("auto-generated");
    // Whom it speaks of is for us to know.
    expect(server.arrived.map(({ mail: each }) => each.headers.has("x-potbank-about"))).toEqual([
      false,
      false,
    ]);
    expect(await waiting()).toEqual([]);
    expect(lines).toHaveLength(2);
    for (const personal of [/ada/, /odd/, /abc123/, /Confirm/])
      expect(lines.join("")).not.toMatch(personal);
  });

  test("a server that is away is tried again later, and the reason stands on the row", async () => {
    const server = await mailServer();
    const { lines, log } = kept();
    const post = smtpPost(server.url, from);
    await server.close();
    await mailNow(em, letter);
    await mailNow(em, letter);
    expect(await deliverMail(em.fork(), post, log)).toBe(0);
    const [first, second] = await waiting();
    expect(first).toMatchObject({
      attempts: 1,
      lastError: expect.stringContaining("ECONNREFUSED"),
    });
    expect(first!.nextAttemptAt!.getTime()).toBeGreaterThan(Date.now() + 20_000);
    expect(second).toMatchObject({ attempts: 0, lastError: null });
    await server.reopen();
    expect(await deliverMail(em.fork(), post, log)).toBe(1);
    expect(await waiting()).toHaveLength(1);
    await due();
    expect(await deliverMail(em.fork(), post, log)).toBe(1);
    post.close();
    expect(await waiting()).toEqual([]);
    expect(lines.join("")).not.toContain("ada");
  });

  test("an address that the server refuses for good is given up, without its text, and holds up no other", async () => {
    const server = await mailServer((command, line) =>
      command !== "RCPT"
        ? undefined
        : line.includes("gone@")
          ? "550 5.1.1 <gone@school.example> unknown"
          : line.includes("later@")
            ? "451 4.7.1 later"
            : undefined,
    );
    const { lines, log } = kept();
    const post = smtpPost(server.url, from);
    await mailNow(em, { ...letter, to: "gone@school.example" });
    await mailNow(em, { ...letter, to: "later@school.example" });
    await mailNow(em, letter);
    expect(await deliverMail(em.fork(), post, log)).toBe(1);
    expect(await waiting()).toMatchObject([
      { recipient: "gone@school.example", text: "", nextAttemptAt: null },
      { recipient: "later@school.example", text: letter.text, attempts: 1 },
    ]);
    expect(lines.join("")).not.toContain("@");
    await em
      .fork()
      .execute(`update mail_message set attempts = 13 where next_attempt_at is not null`);
    await due();
    await em.fork().execute(`update mail_message set next_attempt_at = null where text = ''`);
    expect(await deliverMail(em.fork(), post, log)).toBe(0);
    post.close();
    expect((await waiting())[1]).toMatchObject({ text: "", nextAttemptAt: null, attempts: 14 });
  });

  test("a connection that breaks before the answer leaves the message waiting", async () => {
    let broken = true;
    const server = await mailServer((command) => (command === "." && broken ? null : undefined));
    const post = smtpPost(server.url, from);
    await mailNow(em, letter);
    expect(await deliverMail(em.fork(), post, createLog("silent"))).toBe(0);
    expect(await waiting()).toMatchObject([{ attempts: 1 }]);
    broken = false;
    await due();
    expect(await deliverMail(em.fork(), post, createLog("silent"))).toBe(1);
    post.close();
    expect(server.arrived).toHaveLength(1);
  });

  test("several workers send nothing twice", async () => {
    const server = await mailServer();
    for (let n = 0; n < 12; n += 1) await mailNow(em, { ...letter, to: `p${n}@school.example` });
    const posts = [1, 2, 3].map(() => smtpPost(server.url, from));
    const sent = await Promise.all(
      posts.map((post) => deliverMail(em.fork(), post, createLog("silent"))),
    );
    for (const post of posts) post.close();
    expect(sent.reduce((sum, each) => sum + each)).toBe(12);
    expect(new Set(server.arrived.map(({ to }) => to[0])).size).toBe(12);
    expect(server.arrived).toHaveLength(12);
  });

  test("a message goes out as soon as its transaction is committed", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const server = await mailServer();
    const worker = startMailWorker(em, smtpPost(server.url, from), createLog("silent"));
    try {
      await em.fork().transactional(async (outer) => {
        await outer.transactional(async (tx) => mail(tx as Em, letter));
        await outer.execute("select 1");
      });
      await vi.waitFor(() => expect(server.arrived).toHaveLength(1), { timeout: 10_000 });
    } finally {
      vi.useRealTimers();
      await worker.stop();
    }
  });
});

test("a sweep that the database fails says so without anybody's address", async () => {
  const { lines, log } = kept();
  const broken = {
    fork: () => ({
      async execute() {
        throw new Error("update mail_message … 'ada@school.example' - connection lost");
      },
    }),
    getEventManager: () => em.getEventManager(),
  } as unknown as Em;
  const worker = startMailWorker(broken, filePost("/nowhere", from), log);
  await worker.stop();
  expect(lines.join("")).toContain("a sweep of the mail failed");
  expect(lines.join("")).not.toContain("ada@");
});

describe("into files", () => {
  const folders: string[] = [];
  afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true }))));
  const folder = async () => {
    folders.push(await mkdtemp(join(tmpdir(), "potbank-mail-")));
    return join(folders.at(-1)!, "mail");
  };

  test("each message is a file of its own that a mail program opens and nobody else may read", async () => {
    const place = await folder();
    const { lines, log } = kept();
    const post = filePost(place, from);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() });
    await mailNow(em, letter);
    await mailNow(em, { ...letter, subject: "Again" });
    await due();
    expect(await deliverMail(em.fork(), post, log)).toBe(2);
    vi.useRealTimers();
    const names = (await readdir(place)).toSorted();
    expect(names).toHaveLength(2);
    expect(names[1]).toMatch(/^20\d\d-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3}Z-verify-email\.eml$/);
    expect(names[0]).toMatch(/-verify-email-2\.eml$/);
    const path = join(place, names[1]!);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(place)).mode & 0o777).toBe(0o700);
    const read = await simpleParser(await readFile(path));
    expect(read).toMatchObject({ subject: letter.subject, text: letter.text });
    expect(lines.map((line) => JSON.parse(line).file).toSorted()).toEqual(names);
    expect(lines.join("")).not.toMatch(/ada|abc123|Confirm/);
    expect(await waiting()).toEqual([]);
  });

  test("on a server's database, without SMTP_URL, the start says that nobody receives them", () => {
    const { lines, log } = kept();
    const config = { database: "postgresql", dataFolder: "/data", mailFrom: from } as const;
    configuredPost(config, { smtpUrl: undefined }, log).close();
    expect(lines.join("")).toContain("SMTP_URL is not set: no mail is sent");
    configuredPost({ ...config, database: "embedded" }, { smtpUrl: undefined }, log).close();
    configuredPost(config, { smtpUrl: "smtp://127.0.0.1:1" }, log).close();
    expect(lines).toHaveLength(1);
  });
});

test("faults in the mail settings are said, and never the password", () => {
  const faults = (env: Record<string, string>): readonly string[] => {
    try {
      toConfig(env);
      return [];
    } catch (error) {
      return (error as ConfigError).faults;
    }
  };
  expect(faults({ SMTP_URL: "mail.example:secret", MAIL_FROM: from })).toEqual([
    expect.stringMatching(/^SMTP_URL must look like/),
  ]);
  expect(faults({ SMTP_URL: "https://u:secret@mail.example", MAIL_FROM: from }).join()).not.toMatch(
    /secret/,
  );
  expect(faults({ SMTP_URL: "smtps://u:p@mail.example" })).toEqual([
    expect.stringMatching(/^MAIL_FROM is missing/),
  ]);
  for (const bad of [
    "nobody",
    "Potbank <nobody>",
    "A <a@b.example>, B <b@b.example>",
    "a@b.example>",
  ])
    expect(faults({ MAIL_FROM: bad }), bad).toEqual([expect.stringMatching(/^MAIL_FROM is/)]);
  for (const good of ["a@b.example", from])
    expect(faults({ SMTP_URL: "smtp://mail.example", MAIL_FROM: good }), good).toEqual([]);
});
