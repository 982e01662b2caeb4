import { beforeAll, expect, test } from "vitest";
import { refreshLexicon } from "../src/search/lexicon.ts";
import { postgreSqlEngine } from "../src/search/postgresql-engine.ts";
import { project } from "../src/search/projection.ts";
import { SearchFacetField } from "../src/search/search.inputs.ts";
import { testDatabase } from "./support/database.ts";
import { asker, draft, planOf } from "./support/search-library.ts";

const database = await testDatabase();
const ask = asker(postgreSqlEngine(async () => []));
const facets = Object.values(SearchFacetField);
const documents = 3_000;

/** A word of its own for every hundredth document, one for every other document, and some that tell them apart. */
const text = (n: number) =>
  `Pupils plan lesson${n}. ${n % 2 === 0 ? "Teachers talk." : ""} ${n % 100 === 0 ? "Oracy circles work." : ""}`;

beforeAll(async () => {
  const drafts = Array.from({ length: documents }, (_, n) =>
    draft(`plan-${n}`, `Lesson ${n}`, text(n), {
      topics: [`topic-${n % 40}`],
      phases: ["primary"],
    }),
  );
  await database.em.fork().transactional((tx) => project(tx, drafts));
  await refreshLexicon(database.em.fork());
  await database.em.fork().execute("analyze search_document");
});

test("three words with all facets read the documents that have one of them, through the index, once", async () => {
  const em = database.em.fork();
  const plan = await planOf(em, () => ask(em, "oracy circles work ", { facets }));
  expect(plan).toMatch(/Bitmap Index Scan on search_document_tsv/);
  expect(plan).not.toMatch(/Seq Scan on search_document/);
  expect(plan.match(/Scan on search_document d/g)).toHaveLength(1);
  expect(plan).toMatch(/Bitmap Heap Scan on search_document d.*rows=30(\.00)? loops=1/);
});

test("a word that cannot make a hit alone selects no documents", async () => {
  const em = database.em.fork();
  const plan = await planOf(em, () => ask(em, "pupils oracy circles ", { facets }));
  expect(plan).toMatch(/Bitmap Heap Scan on search_document d.*rows=30(\.00)? loops=1/);
});

test("what ranking and facets read lies in the document's row", async () => {
  const read = `id kind title audience tsv topics subjects phases key_stages pupil_groups`.split(
    " ",
  );
  const moved = await database.em.fork().execute(
    `select attname from pg_attribute where attrelid = 'search_document'::regclass
     and attname in (${read.map(() => "?").join(", ")}) and attstorage not in ('p', 'm')`,
    read,
  );
  expect(moved).toEqual([]);
});
