import { expect, test } from "vitest";
import type { Em } from "../src/kernel/em.ts";
import type { SearchRequest } from "../src/search/port.ts";
import { postgreSqlEngine } from "../src/search/postgresql-engine.ts";
import { project, unproject } from "../src/search/projection.ts";
import { SearchFacetField, SearchSort } from "../src/search/search.inputs.ts";
import { ContentKind } from "../src/search/searchable.ts";
import { testDatabase } from "./support/database.ts";
import { draft, planOf, rolledBack } from "./support/search-library.ts";

const database = await testDatabase();
const engine = postgreSqlEngine(async () => []);

/** A page of everything, as total, newest hit and topics with their counts. */
async function browse(em: Em, more: Partial<SearchRequest> = {}) {
  const { total, hits, facets } = await engine.search(em, {
    query: "",
    filter: {},
    facets: [SearchFacetField.TOPIC, SearchFacetField.KIND],
    sort: SearchSort.RELEVANCE,
    first: 1,
    offset: 0,
    audience: ["public"],
    ...more,
  });
  const topics = facets[0]!.values.map(({ value, count }) => `${value} ${count}`);
  return [total, hits[0]?.id, ...topics];
}

const day = (n: number) => ({ publishedAt: new Date(Date.UTC(2026, 0, n)) });
const reading = { topics: ["reading"] };
const writing = { topics: ["writing"] };

test("a page of everything is right after every write, inside its transaction and after, and after a rollback", async () => {
  const em = database.em.fork();
  expect(await browse(em)).toEqual([0, undefined]);
  await project(em, [draft("a", "A", "a", { ...reading, ...day(1) })]);
  expect(await browse(em)).toEqual([1, "a", "reading 1"]);
  await rolledBack(database.em.fork(), async (tx) => {
    await project(tx, [draft("b", "B", "b", { ...writing, ...day(2) })]);
    expect(await browse(tx)).toEqual([2, "b", "reading 1", "writing 1"]);
  });
  expect(await browse(em)).toEqual([1, "a", "reading 1"]);
  await project(em, [draft("b", "B", "b", { ...reading, ...day(2) })]);
  expect(await browse(em)).toEqual([2, "b", "reading 2"]);
  await project(em, [draft("b", "B", "b", { ...writing, ...day(2) })]);
  expect(await browse(em)).toEqual([2, "b", "reading 1", "writing 1"]);
  await project(em, [draft("b", "B", "b", { ...writing, ...day(2), audience: ["person:ada"] })]);
  expect(await browse(em)).toEqual([1, "a", "reading 1"]);
  await unproject(em, ["a"]);
  expect(await browse(em)).toEqual([0, undefined]);
});

test("what one reader was shown is not shown to another, nor under another filter, order or page", async () => {
  await rolledBack(database.em.fork(), async (tx) => {
    await project(tx, [
      draft("open", "A", "a", { ...reading, ...day(1), impactMonths: 3 }),
      draft("new", "A", "a", { ...reading, ...day(3), kind: ContentKind.REFLECTION }),
      draft("hers", "B", "b", { ...writing, ...day(9), audience: ["person:eve"] }),
    ]);
    const eve = { audience: ["public", "person:eve"] };
    for (const round of [1, 2]) {
      expect(await browse(tx), `${round}`).toEqual([2, "new", "reading 2"]);
      expect(await browse(tx, eve), `${round}`).toEqual([3, "hers", "reading 2", "writing 1"]);
      expect(await browse(tx, { offset: 1 }), `${round}`).toEqual([2, "open", "reading 2"]);
      expect(await browse(tx, { sort: SearchSort.IMPACT }), `${round}`).toEqual([
        2,
        "open",
        "reading 2",
      ]);
      const filter = { kinds: [ContentKind.REFLECTION] };
      expect(await browse(tx, { filter }), `${round}`).toEqual([1, "new", "reading 1"]);
    }
  });
});

test("asked again with nothing written, it does not count the documents again", async () => {
  await rolledBack(database.em.fork(), async (tx) => {
    await project(tx, [draft("a", "A", "a", reading)]);
    const counted = /CTE Scan on matched.*actual time/;
    expect(await planOf(tx, () => browse(tx))).toMatch(counted);
    expect(await planOf(tx, () => browse(tx))).not.toMatch(counted);
    await project(tx, [draft("a", "A", "a", writing)]);
    expect(await planOf(tx, () => browse(tx))).toMatch(counted);
  });
});
