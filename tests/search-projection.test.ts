import { expect, test } from "vitest";
import type { Em } from "../src/kernel/em.ts";
import { refreshLexicon } from "../src/search/lexicon.ts";
import { postgreSqlEngine } from "../src/search/postgresql-engine.ts";
import { project, type SearchDraft, unproject } from "../src/search/projection.ts";
import { SearchDocument } from "../src/search/search-document.entity.ts";
import { SearchFacetField, SearchSort } from "../src/search/search.inputs.ts";
import { ContentKind } from "../src/search/searchable.ts";
import { testDatabase } from "./support/database.ts";

const statements: string[] = [];
const database = await testDatabase((line) => statements.push(line));
const engine = postgreSqlEngine(async () => []);

const draft = (id: string, more: Partial<SearchDraft> = {}): SearchDraft => ({
  id,
  kind: ContentKind.REFLECTION,
  title: `Quiet corners ${id}`,
  parts: [{ field: "What I tried", text: "Exit tickets at the end of every lesson." }],
  topics: ["feedback"],
  audience: ["public"],
  publishedAt: new Date("2026-01-01"),
  updatedAt: new Date("2026-01-01"),
  ...more,
});

const find = (em: Em, query: string) =>
  engine.search(em, {
    query,
    filter: {},
    facets: [SearchFacetField.TOPIC],
    sort: SearchSort.RELEVANCE,
    first: 50,
    offset: 0,
    audience: ["public"],
  });

/** Each test in a transaction of its own, taken back at its end. */
async function within(work: (em: Em) => Promise<void>): Promise<void> {
  const em = database.em.fork();
  await em.begin();
  try {
    await work(em);
  } finally {
    await em.rollback();
  }
}

const stored = (em: Em, id: string) =>
  em.fork({ keepTransactionContext: true }).findOneOrFail(SearchDocument, { id });

test("a document is found in the transaction that writes it, and gone when that is rolled back", async () => {
  await within(async (em) => {
    await project(em, [draft("a")]);
    expect((await find(em, "exit tickets ")).total).toBe(1);
  });
  expect((await find(database.em.fork(), "exit tickets ")).total).toBe(0);
});

test("a draft that says the same writes nothing; a changed one has a higher version", () =>
  within(async (em) => {
    await project(em, [draft("a"), draft("b")]);
    const first = await stored(em, "a");
    await project(em, [draft("a"), draft("b", { title: "Loud corners" })]);
    expect((await stored(em, "a")).version).toBe(first.version);
    const [a, b] = [await stored(em, "a"), await stored(em, "b")];
    expect(BigInt(b.version)).toBeGreaterThan(BigInt(a.version));
    expect(b.title).toBe("Loud corners");
  }));

test("a removed document leaves an empty tombstone with a higher version, and may come back", () =>
  within(async (em) => {
    await project(em, [draft("a")]);
    const before = await stored(em, "a");
    await unproject(em, ["a"]);
    const tombstone = await stored(em, "a");
    expect(BigInt(tombstone.version)).toBeGreaterThan(BigInt(before.version));
    expect(tombstone).toMatchObject({ title: "", body: "", parts: [], topics: [], audience: [] });
    expect(tombstone.deletedAt).not.toBeNull();
    const { total, facets } = await find(em, "");
    expect({ total, values: facets[0]?.values }).toEqual({ total: 0, values: [] });
    await unproject(em, ["a"]);
    expect((await stored(em, "a")).version).toBe(tombstone.version);
    await project(em, [draft("a")]);
    expect((await stored(em, "a")).deletedAt).toBeNull();
    expect((await find(em, "tickets ")).total).toBe(1);
  }));

test("five hundred documents are one statement to compare and two to write; unchanged, nothing is written", () =>
  within(async (em) => {
    const many = Array.from({ length: 500 }, (_, at) => draft(`many-${at}`));
    const sent = async () => {
      const before = statements.length;
      await project(em, many);
      return statements.slice(before).filter((each) => each.includes("search_document"));
    };
    expect(await sent()).toHaveLength(3);
    expect((await find(em, "")).total).toBe(500);
    const again = await sent();
    expect(again).toHaveLength(1);
    expect(again[0]).toMatch(/select id, content_hash/);
  }));

test("text with control characters, half characters and a slug given twice is stored clean", () =>
  within(async (em) => {
    const odd = "Exit\u0000 tickets \ud800 \uE000 😀";
    await project(em, [
      draft("odd", { title: odd, parts: [{ field: "x", text: odd }], topics: ["a", "a"] }),
    ]);
    expect((await find(em, "exit tickets ")).facets[0]?.values).toEqual([
      { value: "a", count: 1, selected: false },
    ]);
  }));

test("words joined by a slash or a hyphen are words of their own", () =>
  within(async (em) => {
    await project(em, [draft("a", { title: "Reading/writing and self-regulation" })]);
    for (const query of ["writing ", "regulation ", "self regulation ", "self-regulation "])
      expect((await find(em, query)).total, query).toBe(1);
  }));

test("an acronym is indexed by its capitals, and a shouted sentence is not made of acronyms", () =>
  within(async (em) => {
    const acronyms = postgreSqlEngine(async () => [["SEND", "special educational needs"]]);
    await project(em, [
      draft("acronym", { title: "Our SEND offer" }),
      draft("shouted", { title: "PLEASE SEND LETTERS HOME" }),
      draft("verb", { title: "They send letters" }),
    ]);
    const { hits } = await acronyms.search(em, {
      query: "send",
      filter: {},
      facets: [],
      sort: SearchSort.RELEVANCE,
      first: 9,
      offset: 0,
      audience: ["public"],
    });
    expect(hits.map(({ id }) => id)).toEqual(["acronym"]);
  }));

test("the lexicon holds words of public, live documents only, and forgets them with their documents", () =>
  within(async (em) => {
    const words = async () =>
      (await em.execute<{ word: string }[]>("select word from search_word order by word")).map(
        ({ word }) => word,
      );
    await project(em, [
      draft("open", { title: "Oracy for everyone", parts: [] }),
      draft("closed", { title: "Zorblification", audience: ["person:ada"], parts: [] }),
    ]);
    expect(await refreshLexicon(em)).toBe(true);
    expect(await words()).toEqual(["everyone", "oracy"]);
    expect(await refreshLexicon(em)).toBe(false);
    await project(em, [draft("open", { title: "Oracy", audience: ["school:hill"], parts: [] })]);
    expect(await refreshLexicon(em)).toBe(true);
    expect(await words()).toEqual([]);
  }));

test("a word of a document just made private is no longer offered as a spelling, however stale the lexicon", () =>
  within(async (em) => {
    await project(em, [draft("a", { title: "Zorblification" }), draft("b")]);
    await refreshLexicon(em);
    expect((await find(em, "zorblificatoin ")).correctedQuery).toBe("zorblification ");
    await project(em, [draft("a", { title: "Zorblification", audience: ["person:ada"] })]);
    expect((await find(em, "zorblificatoin ")).correctedQuery).toBeNull();
  }));
