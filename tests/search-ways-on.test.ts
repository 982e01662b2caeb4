import { describe, expect } from "vitest";
import { ReflectionVisibility } from "../src/reflections/reflection.entity.ts";
import { TermScheme } from "../src/terms/term.entity.ts";
import { test, type World } from "./support/world.ts";

const page = `query ($query: String!, $filter: SearchFilter, $spelling: SearchSpelling = CORRECTED, $first: Int = 20, $after: String) {
  search(query: $query, filter: $filter, spelling: $spelling, first: $first, after: $after) {
    totalCount correctedQuery suggestedQuery
    looser { query without totalCount }
    pageInfo { endCursor }
    nodes { ... on EvidenceSummary { title } ... on CpdSession { title } }
  }
}`;

const ask = async (world: World, query: string, more: Record<string, unknown> = {}) => {
  const { data, errors, statements } = await world.ask(page, { query, ...more });
  expect(errors).toBeUndefined();
  return { ...data.search, statements };
};

async function library(world: World): Promise<void> {
  for (const [slug, label] of [
    ["primary", "Primary"],
    ["secondary", "Secondary"],
  ])
    await world.term(TermScheme.PHASE, slug!, { label: label! });
  const subject = await world.term(TermScheme.SUBJECT, "geography", { label: "Geography" });
  const primary = { PHASE: ["primary"] };
  await world.summary({
    title: "Volcanoes in the classroom",
    terms: { ...primary, SUBJECT: [subject.slug] },
  });
  await world.summary({ title: "Glaciers before volcanoes", terms: { PHASE: ["secondary"] } });
  await world.session({ title: "Teaching about volcanoes", terms: primary });
  await world.session({ title: "Rivers from source to sea", terms: { PHASE: ["secondary"] } });
  await world.drain();
}

describe("a search that takes words as typed", () => {
  test("finds what is there, not what it might have meant, and tells the likelier spelling", async ({
    world,
  }) => {
    await library(world);
    const corrected = await ask(world, "volcanoss ");
    expect(corrected).toMatchObject({ correctedQuery: "volcanoes ", suggestedQuery: null });
    expect(corrected.totalCount).toBe(3);
    const exact = await ask(world, "volcanoss ", { spelling: "EXACT" });
    expect(exact).toMatchObject({
      totalCount: 0,
      correctedQuery: null,
      suggestedQuery: "volcanoes ",
      looser: [],
    });
    const right = await ask(world, "volcanoes ", { spelling: "EXACT" });
    expect(right).toMatchObject({ totalCount: 3, correctedQuery: null, suggestedQuery: null });
  });

  test("a cursor belongs to the spelling it was given under", async ({ world }) => {
    await library(world);
    const { pageInfo } = await ask(world, "volcanoes ", { spelling: "EXACT", first: 1 });
    const after = pageInfo.endCursor;
    const next = await ask(world, "volcanoes ", { spelling: "EXACT", first: 1, after });
    expect(next.nodes).toHaveLength(1);
    const { errors } = await world.ask(page, { query: "volcanoes ", after });
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "after" });
  });
});

describe("a search that finds nothing", () => {
  test("counts what each choice left out would find, and leads there", async ({ world }) => {
    await library(world);
    const filter = { kinds: ["CPD_SESSION"], phases: ["secondary"], subjects: ["geography"] };
    const { totalCount, looser } = await ask(world, "volcanoes ", { filter });
    expect(totalCount).toBe(0);
    expect(looser).toEqual([
      { query: "volcanoes ", without: ["KIND", "SUBJECT", "PHASE"], totalCount: 3 },
    ]);
    const two = await ask(world, "volcanoes ", {
      filter: { kinds: ["CPD_SESSION"], phases: ["secondary"] },
    });
    expect(two.looser).toEqual([
      { query: "volcanoes ", without: ["KIND"], totalCount: 1 },
      { query: "volcanoes ", without: ["PHASE"], totalCount: 1 },
      { query: "volcanoes ", without: ["KIND", "PHASE"], totalCount: 3 },
    ]);
    const led = await ask(world, "volcanoes ", { filter: { kinds: ["CPD_SESSION"] } });
    expect(led).toMatchObject({ totalCount: 1, looser: [] });
  });

  test("offers single words of the query that find something under the same filter, with their counts", async ({
    world,
  }) => {
    await library(world);
    // Fillers make both words rare, so that a text with one of three is no hit.
    for (let i = 0; i < 12; i++) await world.summary({ title: `Maps ${i}` });
    await world.drain();
    const filter = { kinds: ["CPD_SESSION"], phases: ["secondary"] };
    const { totalCount, looser } = await ask(world, "glaciers volcanoes classroom rivers ", {
      filter,
    });
    expect(totalCount).toBe(0);
    expect(looser).toContainEqual({ query: "rivers", without: [], totalCount: 1 });
    for (const each of looser.filter(
      ({ without }: { without: string[] }) => without.length === 0,
    )) {
      const found = await ask(world, each.query, { filter });
      expect(found.totalCount, each.query).toBe(each.totalCount);
    }
  });

  test("costs the same few statements whatever was chosen", async ({ world }) => {
    await library(world);
    const few = await ask(world, "volcanoes rivers ", {
      filter: { subjects: ["no-such-subject"] },
    });
    const many = await ask(world, "volcanoes rivers ", {
      filter: {
        kinds: ["CPD_SESSION"],
        subjects: ["no-such-subject"],
        phases: ["secondary"],
        topics: ["no-such-topic"],
        costBands: [1, 2],
      },
    });
    expect(few.totalCount + many.totalCount).toBe(0);
    expect(many.statements.length).toBe(few.statements.length);
    const { statements } = await world.ask(page.replace(/looser {[^}]*}/, ""), {
      query: "volcanoes rivers ",
      filter: { subjects: ["no-such-subject"] },
    });
    expect(many.statements.length).toBe(statements.length + 3);
  });

  test("makes its looser searches once, however often they are asked for", async ({ world }) => {
    await library(world);
    const variables = { query: "volcanoes rivers ", filter: { subjects: ["no-such-subject"] } };
    const once = await world.ask(page, variables);
    const often = await world.ask(
      page.replace("looser", "again: looser { totalCount } more: looser { query } looser"),
      variables,
    );
    expect(often.errors).toBeUndefined();
    expect(often.data.search.again).toHaveLength(once.data.search.looser.length);
    expect(often.statements.length).toBe(once.statements.length);
  });

  test("says nothing of what the reader may not see", async ({ world }) => {
    await library(world);
    const school = await world.school();
    const ada = await world.person(school);
    await world.reflection({
      title: "Quokkas and volcanoes",
      authorId: ada.id,
      visibility: ReflectionVisibility.PRIVATE,
    });
    await world.drain();
    const filter = { kinds: ["REFLECTION"], phases: ["primary"] };
    const { looser } = await ask(world, "volcanoes ", { filter });
    expect(looser).toEqual([
      { query: "volcanoes ", without: ["KIND"], totalCount: 2 },
      { query: "volcanoes ", without: ["KIND", "PHASE"], totalCount: 3 },
    ]);
  });
});

describe("a query half typed", () => {
  test("finds the title that goes on so, however few letters its last word has", async ({
    world,
  }) => {
    await world.summary({ title: "One to one tuition" });
    await world.summary({ title: "O is for oracy", headline: "One o." });
    for (let i = 0; i < 5; i++) await world.summary({ title: `Lesson one of unit ${i}` });
    await world.drain();
    for (const query of ["one to o", "one to on", "one to one t"])
      expect((await ask(world, query)).nodes[0], query).toEqual({ title: "One to one tuition" });
    const begun = await ask(world, "tu");
    expect(begun.nodes).toEqual([{ title: "One to one tuition" }]);
  });
});
