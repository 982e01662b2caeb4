import { describe, expect } from "vitest";
import type { Viewer } from "../src/kernel/viewer.ts";
import { createLog } from "../src/kernel/log.ts";
import { keepInsight, rememberedWords } from "../src/search/insight/insight.ts";
import { saveVocabulary } from "../src/terms/vocabulary.service.ts";
import { TermScheme } from "../src/terms/term.entity.ts";
import { test, type World } from "./support/world.ts";

const log = createLog("silent");
const day = new Date("2026-11-18T21:04:00Z");
const keep = (world: World) => keepInsight(world.fresh, log, () => day);
const stored = (world: World) =>
  world.fresh.execute<object[]>(
    `select id, day::text, words, hits, position from asked_search order by words`,
  );

describe("what is remembered of a search", () => {
  test.for([
    ["  Phonics   FIRST ", "phonics first"],
    ["one-to-one", "one to one"],
    ["year 11 in 2026", "year 11 in 2026"],
  ])("are its words: %s", ([query, words]) => {
    expect(rememberedWords(query!)).toBe(words);
  });

  test.for([
    "",
    "  …  ",
    "a.b@school.example",
    "07700 900 123",
    "UPN A123456789012",
    "x".repeat(121),
  ])("is nothing where it may be somebody's, or no question: %s", (query) => {
    expect(rememberedWords(query)).toBeNull();
  });

  test("is its day, words and hits, and the place of the first hit opened; never who asked or when", async ({
    world,
  }) => {
    const insight = keep(world);
    const first = insight.asked("Phonics", 12)!;
    insight.asked("marking", 3);
    insight.opened(first, 4);
    insight.opened(first, 2);
    await insight.flush();
    insight.opened(first, 1);
    insight.opened("asked_01jzmqv4t2f3kagk7c3gm2xh9e", 1);
    insight.opened("nonsense", 1);
    await insight.stop();
    expect(await stored(world)).toEqual([
      { id: expect.any(String), day: "2026-11-18", words: "marking", hits: 3, position: null },
      { id: first, day: "2026-11-18", words: "phonics", hits: 12, position: 2 },
    ]);
  });

  test("reaches the search it is of though another process has not written that yet", async ({
    world,
  }) => {
    const [here, there] = [keep(world), keep(world)];
    const id = here.asked("phonics", 12)!;
    there.opened(id, 3);
    await there.flush();
    await here.flush();
    await there.flush();
    expect(await stored(world)).toMatchObject([{ id, position: 3 }]);
    await Promise.all([here.stop(), there.stop()]);
  });
});

const report = `query ($from: DateTime!, $to: DateTime!) {
  searchInsight(from: $from, to: $to) {
    searches withoutHits withoutOpened
    findNothing { words times hits alike }
    openNothing { words times hits }
    popular { words times opened medianPosition }
  }
}`;
const week = { from: "2026-11-16T00:00:00Z", to: "2026-11-23T00:00:00Z" };

describe("what publishers read of it", () => {
  test("is what found nothing, with words that are written alike, what nobody opened, and what is asked most", async ({
    world,
  }) => {
    await world.term(TermScheme.TOPIC, "metacognition");
    await world.em.flush();
    const publisher = world.as(await world.person(), "PUBLISHER");
    const insight = keep(world);
    const opened = (id: string | null, place: number) => insight.opened(id!, place);
    for (const place of [1, 3]) opened(insight.asked("feedback", 9), place);
    insight.asked("feedback", 9);
    insight.asked("marking", 4);
    for (const query of ["metacogition", "metacogition", "saggar"]) insight.asked(query, 0);
    await insight.stop();
    const late = keepInsight(world.fresh, log, () => new Date("2026-11-23T00:00:00Z"));
    late.asked("next week", 1);
    await late.stop();
    const { data } = await world.ask(report, week, publisher);
    expect(data?.searchInsight).toEqual({
      searches: 7,
      withoutHits: 3,
      withoutOpened: 2,
      findNothing: [
        { words: "metacogition", times: 2, hits: 0, alike: ["metacognition"] },
        { words: "saggar", times: 1, hits: 0, alike: [] },
      ],
      openNothing: [{ words: "marking", times: 1, hits: 4 }],
      popular: [
        { words: "feedback", times: 3, opened: 2, medianPosition: 2 },
        { words: "metacogition", times: 2, opened: 0, medianPosition: null },
        { words: "marking", times: 1, opened: 0, medianPosition: null },
        { words: "saggar", times: 1, opened: 0, medianPosition: null },
      ],
    });
  });

  test("is for publishers and administrators, and some days at a time", async ({ world }) => {
    const person = await world.person();
    const codeOf = async (vars: Record<string, unknown>, viewer?: Viewer) => {
      const { errors } = await world.ask(report, vars, viewer);
      return errors?.[0]?.extensions;
    };
    expect(await codeOf(week)).toMatchObject({ code: "UNAUTHENTICATED" });
    expect(await codeOf(week, world.as(person, "TEACHER", "REVIEWER"))).toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await codeOf(week, world.as(person, "ADMINISTRATOR"))).toBeUndefined();
    const wrong = { from: week.to, to: week.from };
    expect(await codeOf(wrong, world.as(person, "PUBLISHER"))).toMatchObject({ field: "to" });
    const long = { from: "2024-01-01T00:00:00Z", to: week.to };
    expect(await codeOf(long, world.as(person, "PUBLISHER"))).toMatchObject({ field: "to" });
  });
});

const create = `mutation ($words: String!, $means: String!) {
  searchAliasCreate(input: { words: $words, means: $means }) { words means }
}`;
const remove = `mutation ($words: String!) { searchAliasDelete(words: $words) { words } }`;
const list = `{ searchAliases { words means } }`;
const find = `query ($query: String!) { search(query: $query) { nodes { title } } }`;

describe("an alias", () => {
  test("finds what the texts call otherwise, outlives a new vocabulary, and can be taken away", async ({
    world,
  }) => {
    const publisher = world.as(await world.person(), "PUBLISHER");
    await world.summary({ title: "Phonics" });
    await world.em.flush();
    const titles = async () => {
      const { data } = await world.ask(find, { query: "letter sounds" });
      return data?.search.nodes;
    };
    expect(await titles()).toEqual([]);
    const alias = { words: "letter sounds", means: "phonics" };
    const given = { words: " Letter  SOUNDS ", means: "Phonics" };
    for (const again of [given, given])
      expect((await world.ask(create, again, publisher)).data?.searchAliasCreate).toEqual(alias);
    expect(await titles()).toEqual([{ title: "Phonics" }]);
    await saveVocabulary(world.fresh, "{}", "[]");
    expect((await world.ask(list, {}, publisher)).data?.searchAliases).toEqual([alias]);
    await world.ask(remove, { words: "letter sounds" }, publisher);
    expect(await titles()).toEqual([]);
    const { errors } = await world.ask(remove, { words: "letter sounds" }, publisher);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "NOT_FOUND" });
  });

  test.for([
    [{ words: "…", means: "phonics" }, "input.words"],
    [{ words: "one two three four five six seven", means: "phonics" }, "input.words"],
    [{ words: "letter sounds", means: "Letter sounds" }, "input.means"],
  ] as const)("is refused with the field at fault: %j", async ([given, field], { world }) => {
    const publisher = world.as(await world.person(), "PUBLISHER");
    const { errors } = await world.ask(create, given, publisher);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
  });

  test("means one thing only, and is no teacher's to add", async ({ world }) => {
    const person = await world.person();
    const publisher = world.as(person, "PUBLISHER");
    await world.ask(create, { words: "ls", means: "phonics" }, publisher);
    const other = { words: "ls", means: "life skills" };
    const { errors } = await world.ask(create, other, publisher);
    expect(errors?.[0]?.extensions).toMatchObject({ code: "CONFLICT" });
    const teacher = world.as(person, "TEACHER");
    for (const [source, given] of [
      [create, other],
      [remove, other],
      [list, {}],
    ] as const) {
      const refused = await world.ask(source, given as never, teacher);
      expect(refused.errors?.[0]?.extensions).toMatchObject({ code: "FORBIDDEN" });
    }
  });
});
