import { describe, expect } from "vitest";
import { type SchoolDraft, saveSchools } from "../src/people/school.service.ts";
import { SchoolStatus } from "../src/people/school.entity.ts";
import { test, type World } from "./support/world.ts";

const drafts: readonly Partial<SchoolDraft>[] = [
  {
    urn: 124_001,
    name: "St Mary's C.E. Primary School",
    town: "Stoke-on-Trent",
    postcode: "ST4 7JY",
  },
  { urn: 124_002, name: "Saint Marys Catholic Academy", town: "Leek", postcode: "ST13 5AA" },
  {
    urn: 124_003,
    name: "St. Mary and St. John Church of England School",
    town: "Stone",
    postcode: "ST15 8AA",
  },
  { urn: 124_004, name: "O'Brien R.C. V.A. High School", town: "Leek", postcode: "ST13 6BB" },
  { urn: 124_005, name: "Stokesay Primary School", town: "Craven Arms", postcode: "SY7 9NW" },
  { urn: 124_006, name: "Pottery & Clay Infant School", town: "Hanley", postcode: "ST4 7AB" },
  { urn: 124_007, name: "École Bön’s Hill", town: "Brierley Hill", postcode: "DY5 3AA" },
  {
    urn: 124_008,
    name: "Hanley St Luke's CofE Aided Primary School",
    town: "Leek",
    postcode: "ST1 3QH",
  },
  { urn: 124_009, name: "Etruria Academy", town: "Hanley", postcode: "ST40 7ZZ" },
  {
    urn: 125_999,
    name: "Old Hanley School",
    town: "Hanley",
    postcode: "ST1 1AA",
    status: SchoolStatus.CLOSED,
  },
  { urn: 900_124, name: "Hanley Kiln School (example)", town: "Hanley" },
];

async function stored(world: World): Promise<World> {
  await saveSchools(
    world.fresh,
    drafts.map((draft) => ({
      urn: 0,
      name: "",
      town: null,
      postcode: null,
      phase: null,
      pupils: null,
      pupilPremiumPercent: null,
      ...draft,
    })),
  );
  return world;
}

async function find(world: World, query: string): Promise<number[]> {
  const { data, errors } = await world.ask(
    `query ($query: String) { schools(query: $query) { totalCount nodes { urn } } }`,
    { query },
  );
  expect(errors, query).toBeUndefined();
  expect(data.schools.totalCount, query).toBe(data.schools.nodes.length);
  return data.schools.nodes.map(({ urn }: { urn: number }) => urn);
}

describe("schools are found", () => {
  test("while the words are being typed, in any order", async ({ world }) => {
    await stored(world);
    expect(await find(world, "st mary stoke")).toEqual([124_001]);
    expect(await find(world, "stoke ma")).toEqual([124_001]);
    expect(await find(world, "stokes")).toEqual([124_005]);
    expect(await find(world, "school potte")).toEqual([124_006]);
    expect(await find(world, "mary leek")).toEqual([124_002]);
    expect(await find(world, "brierley hill")).toEqual([124_007]);
  });

  test("however Saint, and, apostrophes, accents and denominations are written", async ({
    world,
  }) => {
    await stored(world);
    const saints = [124_003, 124_002, 124_001];
    for (const query of ["st mary", "St. Mary", "saint mary"])
      expect((await find(world, query)).sort(), query).toEqual(saints.toSorted());
    for (const query of ["st. mary's", "st marys", "saint marys", "st mary’s"])
      expect((await find(world, query)).sort(), query).toEqual([124_001, 124_002]);
    for (const query of ["o'brien", "obrien", "o’brien", "o brien", "O'BRI"])
      expect(await find(world, query), query).toEqual([124_004]);
    for (const query of ["ecole bon", "École", "bons hill", "bon's"])
      expect(await find(world, query), query).toEqual([124_007]);
    for (const query of ["obrien va", "v.a. high", "v a high"])
      expect(await find(world, query), query).toEqual([124_004]);
    for (const query of ["pottery & clay", "pottery and clay", "pottery clay", "pottery&clay"])
      expect(await find(world, query), query).toEqual([124_006]);
    for (const query of ["c of e", "ce", "cofe", "C.E.", "church of england", "church of eng"])
      expect((await find(world, query)).sort(), query).toEqual([124_001, 124_003, 124_008]);
    for (const query of ["rc", "R.C.", "roman catholic", "catholic"])
      expect((await find(world, query)).sort(), query).toEqual([124_002, 124_004]);
  });

  test("by postcode with or without the blank, and by the beginning of one", async ({ world }) => {
    await stored(world);
    for (const query of ["ST4 7JY", "st47jy", "st4 7j", "st47j"])
      expect(await find(world, query), query).toEqual([124_001]);
    expect(await find(world, "ST4 7")).toEqual([124_006, 124_001]);
    // ST40 begins like ST4, and comes after those that are ST4.
    expect(await find(world, "st4")).toEqual([124_006, 124_001, 124_009]);
    expect(await find(world, "clay st4 7ab")).toEqual([124_006]);
  });

  test("by URN and by the beginning of one", async ({ world }) => {
    await stored(world);
    expect(await find(world, "124007")).toEqual([124_007]);
    expect((await find(world, "124")).sort()).toEqual([
      124_001, 124_002, 124_003, 124_004, 124_005, 124_006, 124_007, 124_008, 124_009,
    ]);
  });

  test("best first: the name's beginning, its words, the town; closed schools and examples last", async ({
    world,
  }) => {
    await stored(world);
    expect(await find(world, "hanley")).toEqual([
      124_008, // begins so
      124_009, // Etruria, in the town
      124_006, // Pottery, in the town
      125_999, // closed
      900_124, // an example
    ]);
    expect(await find(world, "900124")).toEqual([900_124]);
  });

  test("or none, where nothing that was typed can be in a name", async ({ world }) => {
    await stored(world);
    for (const query of [
      "%",
      "'",
      "&",
      "' or true --",
      "\\",
      "🏫",
      "); drop table school",
      "stokesay:*|zzz",
    ])
      expect(await find(world, query), query).toEqual([]);
    const { errors } = await world.ask(
      `query ($query: String) { schools(query: $query) { totalCount } }`,
      { query: "s".repeat(201) },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "query" });
  });

  test("page by page, each once, in two statements", async ({ world }) => {
    await stored(world);
    for (const query of ["s", "st", null]) {
      const whole = await world.ask(
        `query ($query: String) { schools(first: 100, query: $query) { totalCount nodes { urn } } }`,
        { query },
      );
      expect(whole.statements).toHaveLength(2);
      const urns: number[] = [];
      let after: string | null = null;
      do {
        const { data } = await world.ask(
          `query ($query: String, $after: String) { schools(first: 2, after: $after, query: $query) { nodes { urn } pageInfo { hasNextPage endCursor } } }`,
          { query, after },
        );
        urns.push(...data.schools.nodes.map(({ urn }: { urn: number }) => urn));
        after = data.schools.pageInfo.hasNextPage ? data.schools.pageInfo.endCursor : null;
      } while (after !== null);
      expect(urns).toEqual(whole.data.schools.nodes.map(({ urn }: { urn: number }) => urn));
      expect(new Set(urns).size).toBe(whole.data.schools.totalCount);
    }
  });

  test("through an index, with and without a query", async ({ world }) => {
    await world.fresh.execute(
      `insert into school (id, urn, name, town) select 'school_' || n, n, 'School ' || md5(n::text), 'Town ' || n % 500
       from generate_series(300001, 305000) as n`,
    );
    await world.fresh.execute("analyze school");
    const plan = async (query: string | null) => {
      const { statements } = await world.ask(
        `query ($query: String) { schools(query: $query) { nodes { urn } } }`,
        { query },
      );
      const sql = /\[query\] (.*) limit \?/s.exec(statements[0]!)![1]!;
      const rows = await world.fresh.execute<Record<string, string>[]>(`explain ${sql} limit 21`);
      return rows.map((line) => line["QUERY PLAN"]).join("\n");
    };
    expect(await plan("town 499 a")).toContain("school_words");
    expect(await plan("300123")).toContain("school_words");
    expect(await plan(null)).toContain("school_name_key");
  });
});
