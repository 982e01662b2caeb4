import { describe, expect, test } from "vitest";
import { reindex } from "../src/app/reindex.ts";
import type { SummaryDraft } from "../src/evidence/summary-file.ts";
import { importSummaries } from "../src/evidence/summary.service.ts";
import { ImpactMonthsStatus } from "../src/evidence/summary-revision.entity.ts";
import type { Em } from "../src/kernel/em.ts";
import { project, type SearchDraft, unproject } from "../src/search/projection.ts";
import { SearchDocument } from "../src/search/search-document.entity.ts";
import { ContentKind } from "../src/search/searchable.ts";
import { testDatabase } from "./support/database.ts";

const database = await testDatabase();

const draft = (id: string, title = "Quiet corners"): SearchDraft => ({
  id,
  kind: ContentKind.REFLECTION,
  title,
  audience: ["public"],
  publishedAt: null,
  updatedAt: new Date("2026-01-01"),
});

const summary = (title: string): SummaryDraft => ({
  slug: "quiet-corners",
  title,
  headline: "One sentence.",
  impactMonths: 1,
  impactMonthsStatus: ImpactMonthsStatus.RATED,
  source: { name: "A source" },
  terms: {},
  related: [],
  guidance: [],
  references: [],
  studies: [],
  sections: [],
  contentHash: title,
});

async function open(): Promise<Em> {
  const em = database.em.fork();
  await em.begin();
  return em;
}

const stored = (em: Em, id: string) =>
  em.fork({ keepTransactionContext: true }).findOneOrFail(SearchDocument, { id });

/** Lets `write` begin, and goes on when the database says that it waits for the other transaction. */
async function waitsFor(write: Promise<void>): Promise<{ end: Promise<void> }> {
  const waiting = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  const em = database.em.fork();
  while ((await em.execute<{ n: number }[]>(waiting))[0]!.n === 0);
  return { end: write };
}

// Two transactions at a time need two connections, which the embedded database has not.
describe.runIf(database.kind === "postgresql")("of two writers of one document", () => {
  test("the one that changes nothing neither waits nor takes the other's change back", async () => {
    await project(database.em.fork(), [draft("a")]);
    const [changing, idle] = [await open(), await open()];
    await project(changing, [draft("a", "Changed")]);
    await project(idle, [draft("a")]);
    await idle.commit();
    await changing.commit();
    expect((await stored(database.em.fork(), "a")).title).toBe("Changed");
  });

  test("the one that waits writes last, with the higher version", async () => {
    await project(database.em.fork(), [draft("b")]);
    const [first, second] = [await open(), await open()];
    await project(first, [draft("b", "First")]);
    const { version } = await stored(first, "b");
    const { end } = await waitsFor(project(second, [draft("b", "Second")]));
    await first.commit();
    await end;
    await second.commit();
    const last = await stored(database.em.fork(), "b");
    expect(last.title).toBe("Second");
    expect(BigInt(last.version)).toBeGreaterThan(BigInt(version));
  });

  test("the one that waits for a removal brings the document back, and the other way round", async () => {
    await project(database.em.fork(), [draft("c")]);
    const [burying, writing] = [await open(), await open()];
    await unproject(burying, ["c"]);
    const written = await waitsFor(project(writing, [draft("c", "Back")]));
    await burying.commit();
    await written.end;
    await writing.commit();
    expect((await stored(database.em.fork(), "c")).deletedAt).toBeNull();
    const [changing, removing] = [await open(), await open()];
    await project(changing, [draft("c", "Once more")]);
    const buried = await waitsFor(unproject(removing, ["c"]));
    await changing.commit();
    await buried.end;
    await removing.commit();
    expect((await stored(database.em.fork(), "c")).deletedAt).not.toBeNull();
  });

  test("reindex takes back nothing that is committed while it works", async () => {
    await importSummaries(database.em.fork(), [summary("Before")], new Date());
    // The document has fallen behind, so that reindex has something to write.
    await database.em.fork().execute("update search_document set title = '', content_hash = ''");
    const editing = await open();
    await editing.execute("select from search_document for update");
    await importSummaries(editing, [summary("After")], new Date());
    const { end } = await waitsFor(reindex(database.em).then(() => undefined));
    await editing.commit();
    await end;
    const found = await database.em.fork().findAll(SearchDocument, { where: { deletedAt: null } });
    expect(found.map(({ title }) => title)).toEqual(["After"]);
  });
});
