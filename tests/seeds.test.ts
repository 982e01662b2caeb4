import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { parse as parseCsv } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { reindex } from "../src/app/reindex.ts";
import { seed } from "../src/app/seed.ts";
import { readSummaryFile } from "../src/evidence/summary-file.ts";
import { project } from "../src/search/projection.ts";
import { SearchDocument } from "../src/search/search-document.entity.ts";
import { ContentKind } from "../src/search/searchable.ts";
import { testDatabase } from "./support/database.ts";
import { World } from "./support/world.ts";

const folder = "seeds/evidence";
const names = (await readdir(folder)).filter((name) => name.endsWith(".md"));
const drafts = await Promise.all(
  names.map(async (name) => readSummaryFile(name, await readFile(`${folder}/${name}`, "utf8"))),
);

const headings = [
  "Key findings",
  "What is it",
  "How effective is it",
  "Behind the average",
  "Closing the disadvantage gap",
  "How could you implement it",
  "What does it cost",
  "How secure is the evidence",
];

describe("the strands", () => {
  test("are thirty, each under its own name, with headings from the list and in its order", () => {
    expect(drafts).toHaveLength(30);
    drafts.forEach((draft, index) => {
      expect(`${draft.slug}.md`).toBe(names[index]);
      const used = draft.sections.map(({ heading }) => heading);
      expect(used, draft.slug).toEqual(headings.filter((heading) => used.includes(heading)));
    });
  });

  test("rest on references, and cite or use every one of them", () => {
    for (const draft of drafts) {
      const text = draft.sections.map(({ markdown }) => markdown).join("\n");
      expect(draft.references.length, draft.slug).toBeGreaterThan(0);
      for (const { key } of draft.references)
        expect(
          text.includes(`(#reference-${key})`) ||
            draft.studies.some(({ reference }) => reference === key),
          `${draft.slug}: ${key}`,
        ).toBe(true);
    }
  });

  test("say what to think of their figures", () => {
    for (const { slug, source } of drafts)
      expect(source.note, slug).toMatch(/figures as published by the EEF; check the source/i);
  });

  const published = "../shared/data/eef-toolkit.csv";
  test.skipIf(!existsSync(published))("give the figures that the EEF published", async () => {
    const rows: Record<string, string>[] = parseCsv(await readFile(published, "utf8"), {
      columns: true,
    });
    const given = new Map(drafts.map((draft) => [draft.slug, draft]));
    expect(new Set(given.keys())).toEqual(new Set(rows.map(({ slug }) => slug)));
    for (const row of rows) {
      const draft = given.get(row.slug!)!;
      expect(draft.impactMonths ?? null, row.slug).toBe(
        row.impact_months === "" ? null : Number(row.impact_months),
      );
      expect(draft.costBand, row.slug).toBe(Number(row.cost_rating));
      expect(draft.evidenceStrength, row.slug).toBe(Number(row.evidence_padlocks));
      expect(draft.source.url, row.slug).toBe(row.eef_url);
    }
  });
});

// Seeding commits as it goes, so it gets databases of its own.
const ownWorld = async () => new World((await testDatabase()).em.fork());

describe("seed", async () => {
  const world = await ownWorld();
  const bare = await ownWorld();

  const counts = `{ evidenceSummaries { totalCount } cpdSessions { totalCount } selfStudyItems { totalCount } researchProjects { totalCount } reflections { totalCount }
    schools { totalCount } terms { id } upcoming: cpdSessions(filter: { startsAfter: "NOW" }) { totalCount } }`;

  test("loads the demonstration, and a second time changes nothing but the dates of sessions", async () => {
    const now = new Date("2026-11-23T12:00:00Z");
    expect(await seed(world.fresh, { demonstration: true, now })).toEqual({
      summaries: { created: 30, updated: 0, unchanged: 0, kept: 0 },
    });
    const first = await world.ask(counts.replace("NOW", now.toISOString()));
    expect(first.errors).toBeUndefined();
    expect(first.data).toMatchObject({ evidenceSummaries: { totalCount: 30 } });
    expect(first.data.cpdSessions.totalCount).toBeGreaterThanOrEqual(24);
    expect(first.data.selfStudyItems.totalCount).toBeGreaterThanOrEqual(2);
    expect(first.data.researchProjects.totalCount).toBeGreaterThanOrEqual(12);
    expect(first.data.reflections.totalCount).toBeGreaterThanOrEqual(30);
    expect(first.data.schools.totalCount).toBeGreaterThanOrEqual(93);
    const later = new Date("2027-06-14T12:00:00Z");
    expect(await seed(world.fresh, { demonstration: true, now: later })).toEqual({
      summaries: { created: 0, updated: 0, unchanged: 30, kept: 0 },
    });
    const second = await world.ask(counts.replace("NOW", later.toISOString()));
    expect(second.data).toEqual(first.data);
    expect(second.data.upcoming.totalCount).toBeGreaterThanOrEqual(18);
  });

  test.each([
    ["metacogntion", "Metacognition and self-regulation"],
    ["SEND reading year 4", "Reading comprehension strategies"],
    ["marking", "Feedback"],
    ["smaller classes", "Reducing class size"],
    ["older pupils helping younger ones", "Peer tutoring"],
    ["holding pupils back a year", "Repeating a year"],
    ["TA", "Teaching assistant interventions"],
    ["behavior", "Behaviour interventions"],
    ["does setting by ability work", /attainment grouping|Setting and streaming/],
    [
      "how do I help disadvantaged pupils who struggle to understand what they read",
      "Reading comprehension strategies",
    ],
  ] as const)("a teacher who types “%s” gets the strand first", async (query, title) => {
    const { data } = await world.ask(
      "query ($query: String!) { search(query: $query, first: 1) { nodes { title kind } } }",
      { query },
    );
    expect(data.search.nodes[0].title).toMatch(title);
    expect(data.search.nodes[0].kind).toBe("EVIDENCE_SUMMARY");
  });

  test("without the demonstration invents nothing", async () => {
    await seed(bare.fresh, { demonstration: false, now: new Date() });
    const { data } = await bare.ask(counts.replace("NOW", new Date().toISOString()));
    expect(data).toMatchObject({
      cpdSessions: { totalCount: 0 },
      selfStudyItems: { totalCount: 0 },
      researchProjects: { totalCount: 0 },
      reflections: { totalCount: 0 },
      schools: { totalCount: 93 },
    });
  });
});

describe("reindex", async () => {
  const world = await ownWorld();
  const documents = () =>
    world.fresh.createQueryBuilder(SearchDocument).orderBy({ id: "asc" }).execute();

  test("leaves what is right, brings back what was lost, and buries what has no record", async () => {
    const summary = await world.summary();
    await world.session();
    await world.project();
    await world.reflection({ summaryId: summary.id });
    const written = await documents();
    expect(await reindex(world.fresh)).toEqual({ written: 4, removed: 0 });
    expect(await documents()).toEqual(written);

    await world.fresh.nativeDelete(SearchDocument, { id: summary.id });
    await project(world.fresh, [
      {
        id: "summary_01jzmqv4t2f3kagk7c3gm2xh9e",
        kind: ContentKind.EVIDENCE_SUMMARY,
        title: "Orphaned quagga",
        audience: ["public"],
        publishedAt: null,
        updatedAt: new Date(),
      },
    ]);
    expect(await reindex(world.fresh)).toEqual({ written: 4, removed: 1 });
    const live = (await documents()).filter(({ deletedAt }) => deletedAt === null);
    expect(live.map(({ id, contentHash }) => [id, contentHash])).toEqual(
      written.map(({ id, contentHash }) => [id, contentHash]),
    );
    const { data } = await world.ask(`{ search(query: "quagga") { totalCount } }`);
    expect(data.search.totalCount).toBe(0);
  });
});
