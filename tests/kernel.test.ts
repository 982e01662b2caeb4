import { describe, expect } from "vitest";
import { ConfigError, toConfig } from "../src/app/config.ts";
import { unreachable } from "../src/app/start-error.ts";
import { idFromName, newId, prefixOf } from "../src/kernel/ids.ts";
import { markdownToHtml, markdownToText } from "../src/kernel/markdown.ts";
import { drain, record } from "../src/kernel/outbox.ts";
import { OutboxEvent } from "../src/kernel/outbox.entity.ts";
import { readSummaryFile, SummaryFileError } from "../src/evidence/summary-file.ts";
import { sessionStart } from "../src/app/seed-practice.ts";
import type { Em } from "../src/kernel/em.ts";
import { anonymous, requirePerson, requireRole, type Viewer } from "../src/kernel/viewer.ts";
import { testDatabase } from "./support/database.ts";
import { serverUrl } from "./support/server.ts";
import { test } from "./support/world.ts";

describe("an act", () => {
  const teacher: Viewer = { kind: "person", personId: "p", schoolId: null, roles: ["TEACHER"] };

  test("that needs a person is UNAUTHENTICATED for anybody else, saying what to sign in for", () => {
    expect(requirePerson(teacher, "write a reflection")).toBe(teacher);
    for (const viewer of [anonymous, { kind: "client", clientId: "c" } as const])
      expect(() => requirePerson(viewer, "write a reflection")).toThrow(
        expect.objectContaining({
          message: "Sign in to write a reflection.",
          extensions: { code: "UNAUTHENTICATED" },
        }),
      );
  });

  test("that needs a role is FORBIDDEN for a person without it", () => {
    expect(requireRole(teacher, "teach", "MENTOR", "TEACHER")).toBe(teacher);
    expect(() => requireRole(teacher, "publish a summary", "PUBLISHER")).toThrow(
      expect.objectContaining({
        message: "You may not publish a summary.",
        extensions: { code: "FORBIDDEN" },
      }),
    );
    expect(() => requireRole(anonymous, "publish a summary", "PUBLISHER")).toThrow(
      "Sign in to publish a summary.",
    );
  });
});

describe("drain", () => {
  test("hands each fact over once, keeps a failed one with its error, and lets no fact hold up another", async ({
    world,
  }) => {
    record(world.em, "bad", "b");
    record(world.em, "good", "g");
    await world.em.flush();
    const seen: string[] = [];
    const handlers = {
      good: [async (_em: Em, subject: string) => void seen.push(subject)],
      bad: [
        async (em: Em) => {
          await em.execute("select 1/0");
        },
      ],
    };
    expect(await drain(world.fresh, handlers)).toBe(1);
    expect(await drain(world.fresh, handlers)).toBe(0);
    expect(seen).toEqual(["g"]);
    const [waiting, ...others] = await world.fresh.find(OutboxEvent, { handledAt: null });
    expect(others).toEqual([]);
    expect(waiting).toMatchObject({ name: "bad", attempts: 2 });
    expect(waiting?.lastError).toMatch(/division by zero/);
  });

  test("gives a fact up after ten attempts, and keeps it in sight", async ({ world }) => {
    record(world.em, "bad", "b");
    await world.em.flush();
    const handlers = { bad: [() => Promise.reject(new Error("no"))] };
    for (let i = 0; i < 12; i++) await drain(world.fresh, handlers);
    expect(await world.fresh.findOneOrFail(OutboxEvent, { name: "bad" })).toMatchObject({
      attempts: 10,
      handledAt: null,
    });
  });

  test("stops between two facts when the program stops, and the rest waits for the next start", async ({
    world,
  }) => {
    for (const subject of ["a", "b", "c"]) record(world.em, "good", subject);
    await world.em.flush();
    const stopping = new AbortController();
    const seen: string[] = [];
    const handlers = {
      good: [
        async (_em: Em, subject: string) => {
          seen.push(subject);
          stopping.abort();
        },
      ],
    };
    expect(await drain(world.fresh, handlers, stopping.signal)).toBe(1);
    expect(await drain(world.fresh, handlers)).toBe(2);
    expect(seen.toSorted()).toEqual(["a", "b", "c"]);
  });
});

describe("ids", () => {
  test("say what they are about, sort by age, and follow from a name", () => {
    const ids = Array.from({ length: 50 }, () => newId("summary"));
    expect(ids.map(prefixOf)).toEqual(ids.map(() => "summary"));
    expect(ids.toSorted()).toEqual(ids);
    expect(idFromName("person", "ada")).toBe(idFromName("person", "ada"));
    expect(idFromName("person", "ada")).not.toBe(idFromName("person", "eve"));
    expect(prefixOf(idFromName("person", "ada"))).toBe("person");
    expect(prefixOf("garbage")).toBeUndefined();
  });
});

describe("toConfig", () => {
  test("lists every fault at once, each with what would be right", () => {
    const faulty = () =>
      toConfig({
        PORT: "eighty",
        PUBLIC_URL: "potbank",
        LOG_LEVEL: "loud",
        DATABASE_URL: "mysql://x",
        POTBANK_DEMO: "yes",
      });
    expect(faulty).toThrow(ConfigError);
    for (const name of ["PORT", "PUBLIC_URL", "LOG_LEVEL", "DATABASE_URL", "POTBANK_DEMO"])
      expect(faulty).toThrow(name);
  });

  test("never runs the demonstration on a server's database", () => {
    expect(toConfig({ DATABASE_URL: "postgresql://a@b/c" }).config.demonstration).toBe(false);
    expect(toConfig({}).config).toMatchObject({
      demonstration: true,
      database: "embedded",
      port: 4000,
    });
  });
});

describe("unreachable", () => {
  test("names the database and what to do, and never the password", () => {
    const url = "postgresql://ada:secret@db.example:6000/potbank";
    const error = unreachable(Object.assign(new Error("x"), { code: "ECONNREFUSED" }), url);
    expect(error?.message).toMatch(
      /potbank at db\.example:6000, user ada, cannot be used: nothing listens there/,
    );
    expect(error?.message).not.toContain("secret");
    expect(unreachable(new Error("a bug"), url)).toBeUndefined();
  });
});

describe("Markdown", () => {
  test("becomes HTML without scripts, event handlers, strange links or page headings", () => {
    const html = markdownToHtml(
      `# Big\n\n<img src=x onerror=alert(1)> <a href="javascript:alert(1)">x</a> **bold** [ok](https://a.example)\n\n| a |\n|---|\n| b |`,
    );
    expect(html).not.toMatch(/<img|onerror|javascript:|<h1/);
    expect(html).toMatch(/<h3>Big<\/h3>/);
    expect(html).toMatch(/<strong>bold<\/strong> <a href="https:\/\/a\.example">ok<\/a>/);
    expect(html).toMatch(/<td>b<\/td>/);
  });

  test("becomes the words a reader hears", () => {
    expect(markdownToText("**A & B** <i>x</i>\n\n- 1 < 2 [link](https://a.example)")).toBe(
      "A & B x 1 < 2 link",
    );
  });
});

describe("readSummaryFile", () => {
  const front = `slug: s\ntitle: T\nheadline: H\nimpactMonths: 3\ncostBand: 1\nevidenceStrength: 2\nsource: { name: S }\nreferences:\n  - { key: a-1, short: "A, 2020", text: "A (2020)." }`;
  const file = (yaml: string, body = "## What is it\nText [@a-1].") =>
    `---\n${yaml}\n---\n${body}\n`;

  test("reads figures, and turns citations into links to the reference list", () => {
    const draft = readSummaryFile("s.md", file(front));
    expect(draft).toMatchObject({ impactMonths: 3, impactMonthsStatus: "RATED" });
    expect(draft.sections).toEqual([
      { heading: "What is it", markdown: "Text ([A, 2020](#reference-a-1))." },
    ]);
  });

  for (const [name, content, fault] of [
    ["no front matter", "## Text", /s\.md cannot be used[\s\S]*no front matter/],
    ["broken YAML", file("a: [b"), /not YAML/],
    ["a field out of range", file(front.replace("costBand: 1", "costBand: 9")), /costBand: /],
    ["a misspelt field", file(`${front}\ncostband: 1`), /costband/],
    [
      "no months and no status",
      file(front.replace("impactMonths: 3\n", "")),
      /impactMonths: is missing; give a number, or/,
    ],
    ["a citation of nothing", file(front, "## What is it\n[@b-2]"), /cites "b-2"/],
    ["an empty section", file(front, "## What is it\n"), /section "What is it" is empty/],
  ] as const)
    test(`refuses ${name}, naming the file and the fault`, () => {
      expect(() => readSummaryFile("s.md", content)).toThrow(SummaryFileError);
      expect(() => readSummaryFile("s.md", content)).toThrow(fault);
    });
});

describe("sessionStart", () => {
  test("is a time of day in London, summer and winter, and never at a weekend", () => {
    const friday = new Date("2026-07-03T10:00:00Z");
    expect(sessionStart(friday, 0, "16:00").toISOString()).toBe("2026-07-03T15:00:00.000Z");
    expect(sessionStart(friday, 1, "16:00").toISOString()).toBe("2026-07-06T15:00:00.000Z");
    expect(sessionStart(new Date("2026-01-09T10:00:00Z"), 2, "09:00").toISOString()).toBe(
      "2026-01-12T09:00:00.000Z",
    );
  });
});

describe("the embedded database", () => {
  test.skipIf(serverUrl())("outlives ten thousand failed statements", async () => {
    const database = await testDatabase();
    const em = database.em.fork();
    for (let i = 0; i < 10_000; i++) await em.execute("select 'x'::timestamptz").catch(() => 0);
    expect(await em.execute("select 1 as one")).toEqual([{ one: 1 }]);
  });
});
