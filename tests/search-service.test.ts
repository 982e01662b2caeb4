import { beforeAll, describe, expect, test } from "vitest";
import { Context, type Service } from "../src/kernel/context.ts";
import { anonymous, type Viewer } from "../src/kernel/viewer.ts";
import { audienceOf } from "../src/search/audience.ts";
import { searchEngine } from "../src/search/port.ts";
import { postgreSqlEngine } from "../src/search/postgresql-engine.ts";
import { project } from "../src/search/projection.ts";
import { registerFacetLabels, registerSearchKind } from "../src/search/registry.ts";
import {
  type SearchArgs,
  SearchFacetField,
  SearchSort,
  SearchSpelling,
} from "../src/search/search.inputs.ts";
import { search } from "../src/search/search.service.ts";
import { ContentKind } from "../src/search/searchable.ts";
import { spellingDistance } from "../src/search/spelling.ts";
import { cachedSynonyms } from "../src/search/synonyms.ts";
import { testDatabase } from "./support/database.ts";

const database = await testDatabase();
const engine = postgreSqlEngine(async () => []);
const gone = new Set<string>();
let batches = 0;

registerSearchKind({
  kind: ContentKind.EVIDENCE_SUMMARY,
  byIds: async (_, ids) => {
    batches += 1;
    return new Map(ids.filter((id) => !gone.has(id)).map((id) => [id, { id }]));
  },
});
registerFacetLabels(SearchFacetField.TOPIC, async () => new Map([["feedback", "Feedback"]]));

const context = (viewer: Viewer = anonymous) =>
  new Context(database.em.fork(), viewer, {
    publicUrl: "http://localhost",
    services: new Map<Service<unknown>, unknown>([[searchEngine, engine]]),
  });

const run = (more: Partial<SearchArgs> = {}, viewer?: Viewer) =>
  search(context(viewer), {
    query: "homework",
    facets: [],
    sort: SearchSort.RELEVANCE,
    spelling: SearchSpelling.CORRECTED,
    first: 20,
    remember: false,
    ...more,
  });

const refused = async (more: Partial<SearchArgs>) =>
  run(more).then(
    () => undefined,
    ({ extensions }) => extensions,
  );

beforeAll(async () => {
  await database.em.fork().transactional((tx) =>
    project(
      tx,
      Array.from({ length: 1100 }, (_, at) => ({
        id: `summary-${String(at).padStart(4, "0")}`,
        kind: ContentKind.EVIDENCE_SUMMARY,
        title: "Homework",
        topics: ["feedback"],
        audience: at === 0 ? ["role:REVIEWER"] : ["public"],
        publishedAt: new Date("2026-01-01"),
        updatedAt: new Date("2026-01-01"),
      })),
    ),
  );
});

describe("a page of hits", () => {
  test("reads its records in one batch a kind and keeps the ranked order", async () => {
    batches = 0;
    const page = await run({ first: 100 });
    expect(batches).toBe(1);
    expect(page.nodes).toHaveLength(100);
    expect(page).toMatchObject({ totalCount: 1099, totalIsExact: true, degraded: false });
    expect(page.nodes.map(({ id }) => id)).toEqual(page.nodes.map(({ id }) => id).toSorted());
  });

  test("leaves out a record that has gone since it was indexed, without repeating its neighbours", async () => {
    const [first, second] = (await run({ first: 2 })).nodes;
    gone.add(second!.id);
    const page = await run({ first: 2 });
    expect(page.nodes).toEqual([first]);
    const next = await run({ first: 2, after: page.pageInfo.endCursor });
    expect(next.nodes.map(({ id }) => id)).not.toContain(second!.id);
    gone.clear();
  });

  test("labels facet values in the field's words", async () => {
    const { KIND, TOPIC } = SearchFacetField;
    const { facets } = await run({ facets: [TOPIC, KIND] });
    expect(facets.map(({ field }) => field)).toEqual([TOPIC, KIND]);
    expect(facets[0]?.values[0]).toMatchObject({ value: "feedback", label: "Feedback" });
    expect(facets[1]?.values[0]).toMatchObject({ label: "Evidence summaries", count: 1099 });
  });

  test("shows a reviewer what is for reviewers", async () => {
    const reviewer: Viewer = { kind: "person", personId: "p", schoolId: null, roles: ["REVIEWER"] };
    expect((await run({}, reviewer)).totalCount).toBe(1100);
    expect((await run({}, { kind: "client", clientId: "c" })).totalCount).toBe(1099);
  });
});

describe("a cursor", () => {
  test("leads on under the same query, filter, sort and spelling, however the filter is written", async () => {
    const one = await run({ first: 5, filter: { topics: ["feedback", "x"], phases: null } });
    const two = await run({
      first: 5,
      filter: { topics: ["x", "feedback"] },
      after: one.pageInfo.endCursor,
    });
    const both = await run({ first: 10, filter: { topics: ["feedback", "x"] } });
    expect([...one.nodes, ...two.nodes]).toEqual(both.nodes);
    expect(two.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
  });

  test("is refused when damaged or foreign, naming the argument", async () => {
    const { endCursor } = (await run({ first: 5 })).pageInfo;
    const after = endCursor!;
    for (const wrong of [
      { after: "x" },
      { after: "" },
      { after: after.slice(0, -4) },
      { after: Buffer.from("900.abc").toString("base64url") },
      { after, query: "homeworks" },
      { after, sort: SearchSort.NEWEST },
      { after, spelling: SearchSpelling.EXACT },
      { after, filter: { phases: ["primary"] } },
    ])
      expect(await refused(wrong), JSON.stringify(wrong)).toMatchObject({
        code: "BAD_USER_INPUT",
        field: "after",
      });
  });

  test("ends at the thousandth hit, and the refusal points to the lists", async () => {
    let after: string | null = null;
    let seen = 0;
    for (let page = 0; page < 10; page++) {
      const { nodes, pageInfo } = await run({ first: 100, after });
      seen += nodes.length;
      after = pageInfo.endCursor;
    }
    expect(seen).toBe(1000);
    await expect(run({ after })).rejects.toThrow(/evidenceSummaries/);
    expect(await refused({ after })).toMatchObject({ code: "BAD_USER_INPUT", field: "after" });
  });
});

test.each([
  ["first", { first: 0 }],
  ["first", { first: 101 }],
  ["query", { query: "a".repeat(501) }],
  ["query", { query: "a".repeat(10_000) }],
  ["filter.costBandMax", { filter: { costBandMax: 6 } }],
  ["filter.costBands", { filter: { costBands: [1, 0] } }],
  ["filter.evidenceStrengthMin", { filter: { evidenceStrengthMin: -1 } }],
  ["filter.evidenceStrengths", { filter: { evidenceStrengths: [6] } }],
] as const)("%s out of range is refused by name: %j", async (field, wrong) => {
  expect(await refused(wrong as Partial<SearchArgs>)).toMatchObject({
    code: "BAD_USER_INPUT",
    field,
  });
});

test("an audience is what a viewer holds, and a client holds no more than the public", () => {
  expect(audienceOf(anonymous)).toEqual(["public"]);
  expect(audienceOf({ kind: "client", clientId: "c" })).toEqual(["public"]);
  expect(
    audienceOf({ kind: "person", personId: "p", schoolId: "s", roles: ["TEACHER", "MENTOR"] }),
  ).toEqual(["public", "person:p", "school:s", "role:TEACHER", "role:MENTOR"]);
});

test("a swap of neighbours is one wrong letter", () => {
  expect(spellingDistance("metacogntion", "metacognition")).toBe(1);
  expect(spellingDistance("phoncis", "phonics")).toBe(1);
  expect(spellingDistance("feedback", "feedback")).toBe(0);
});

test("a changed vocabulary is in use within a minute", async () => {
  let groups = [["a", "b"]];
  let clock = 0;
  const synonyms = cachedSynonyms(
    async () => groups,
    () => clock,
  );
  const word = [{ typed: "c", plain: "c", start: 0, end: 1, joined: false }];
  const em = database.em.fork();
  expect((await synonyms(em)).at(word, 0)).toBeUndefined();
  groups = [["c", "d"]];
  clock += 60_000;
  expect((await synonyms(em)).at(word, 0)?.members).toEqual(["d"]);
});
