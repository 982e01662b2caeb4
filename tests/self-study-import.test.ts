import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { tableHashes } from "../src/app/backup/table-hashes.ts";
import { runImport } from "../src/app/import/run-import.ts";
import type { ImportCounts, Skip } from "../src/kernel/import-run.ts";
import { saveVocabulary } from "../src/terms/vocabulary.service.ts";
import { testDatabase } from "./support/database.ts";
import { World } from "./support/world.ts";

// An import commits as it goes, so it gets a database of its own.
const { em } = await testDatabase();
const world = new World(em.fork());

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "potbank-self-study-"));
  await saveVocabulary(
    em.fork(),
    await readFile("seeds/terms.yaml", "utf8"),
    await readFile("seeds/synonyms.yaml", "utf8"),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  for (const table of ["self_study_item", "search_document", "outbox_event"])
    await em.fork().execute(`truncate ${table} cascade`);
});

const page = (fields: Record<string, unknown> = {}) => ({
  path: "content/kiln-trust/year-1-behaviour/autumn-week-3-ect-theory.md",
  provider: "kiln-trust",
  module: "year-1-behaviour",
  term: "autumn",
  week: "3",
  audience: "ect",
  part: "theory",
  title: "Theory",
  markdown: "Greet each pupil at the door, by name and with a smile.",
  ...fields,
});

const at = (file: string) => ({ path: `content/kiln-trust/year-1-behaviour/${file}.md` });

let counter = 0;
async function file(lines: readonly (object | string)[]): Promise<string> {
  const path = join(folder, `sessions-${++counter}.jsonl`);
  const texts = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  await writeFile(path, texts.join("\n"));
  return path;
}

async function load(
  path: string,
  { dryRun = false, signal }: { dryRun?: boolean; signal?: AbortSignal } = {},
): Promise<{ counts: ImportCounts[string] | undefined; skips: Skip[] }> {
  const skips: Skip[] = [];
  const counts = await runImport(
    em.fork(),
    { source: "sessions", path, dryRun },
    { skipped: (skip) => skips.push(skip), progressed() {}, noted() {} },
    signal,
  );
  return { counts: counts["self-study items"], skips };
}

const count = (created: number, updated: number, unchanged: number, skipped = 0) => ({
  read: created + updated + unchanged + skipped,
  created,
  updated,
  unchanged,
  skipped,
});

const items = async (fields: string, filter: object = {}) => {
  const { data, errors } = await world.ask(
    `query ($filter: SelfStudyItemFilter) { selfStudyItems(filter: $filter, first: 100) { totalCount nodes { ${fields} } } }`,
    { filter },
  );
  expect(errors).toBeUndefined();
  return data.selfStudyItems.nodes;
};

/** Everything but the clock and the ids that are given at random. */
const hashes = async () =>
  Object.fromEntries(
    await tableHashes(em.fork(), {
      columns: ["updated_at", "published_at", "search_document.content_hash", "version"],
      tables: ["outbox_event", "search_lexicon"],
    }),
  );

describe("potbank import sessions", () => {
  test("makes of a page an item of its provider, at its place in the programme", async () => {
    const { counts, skips } = await load(await file([page()]));
    expect(skips).toEqual([]);
    expect(counts).toEqual(count(1, 0, 0));
    const [item] = await items(
      `slug title headline programme module moduleSlug year schoolTerm week part writtenFor provider { name slug organisationKind }
       terms { slug } sections { heading markdown } source { name url licence attribution retrievedOn }`,
    );
    expect(item).toEqual({
      slug: "kiln-trust-year-1-behaviour-autumn-week-3-ect-theory",
      title: "Behaviour: Theory (year 1, autumn week 3)",
      headline: "Greet each pupil at the door, by name and with a smile.",
      programme: "Early Career Framework",
      module: "Behaviour",
      moduleSlug: "year-1-behaviour",
      year: 1,
      schoolTerm: "AUTUMN",
      week: 3,
      part: "Theory",
      writtenFor: "EARLY_CAREER_TEACHER",
      provider: { name: "Kiln Trust", slug: "kiln-trust", organisationKind: "PROVIDER" },
      terms: [{ slug: "behaviour" }],
      sections: [
        { heading: "Theory", markdown: "Greet each pupil at the door, by name and with a smile." },
      ],
      source: {
        name: "Early career framework materials by Kiln Trust, Department for Education",
        url: "https://support-for-early-career-teachers.education.gov.uk/kiln-trust/year-1-behaviour/autumn-week-3-ect-theory",
        licence: "Open Government Licence v3.0",
        attribution:
          "Contains public sector information licensed under the Open Government Licence v3.0.",
        retrievedOn: null,
      },
    });
  });

  test("changes nothing the second time, and one item when one page has changed", async () => {
    const pages = [page(at("autumn-week-1-ect-video")), page(at("autumn-week-2-ect-video"))];
    await load(await file(pages));
    const before = await items("slug updatedAt");
    const writes = () => em.fork().execute("select max(version) as last from search_document");
    const written = await writes();
    expect((await load(await file(pages))).counts).toEqual(count(0, 0, 2));
    expect(await items("slug updatedAt")).toEqual(before);
    expect(await writes()).toEqual(written);

    const changed = [
      pages[0]!,
      { ...pages[1]!, markdown: "Say what comes next, and wait for it." },
    ];
    expect((await load(await file(changed))).counts).toEqual(count(0, 1, 1));
    expect(await items("slug headline updatedAt")).toEqual([
      { ...before[0], headline: expect.stringContaining("Greet") },
      {
        slug: before[1].slug,
        headline: expect.stringContaining("Say what comes next"),
        updatedAt: expect.not.stringContaining(before[1].updatedAt),
      },
    ]);
    const found = await world.ask(`{ search(query: "greet door") { totalCount } }`);
    expect(found.data.search.totalCount).toBe(1);
  });

  test("leaves out each line that is no page, with its line and the field at fault, and no other", async () => {
    const { counts, skips } = await load(
      await file([
        page(at("a")),
        "{ this is not JSON",
        page({ ...at("b"), title: undefined }),
        page({ ...at("c"), title: "  " }),
        page({ ...at("d"), week: "soon" }),
        page({ ...at("e"), term: "winter" }),
        page({ path: "somewhere/else.md" }),
        page({ ...at("f"), provider: "No Slug" }),
        "",
        page({ ...at("g"), markdown: 7 }),
        page(at("a")),
        page({ ...at("h"), week: null, term: null, audience: "" }),
      ]),
    );
    expect(counts).toEqual(count(2, 0, 0, 9));
    expect(skips.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      "2 it is not JSON",
      "3 title: is missing; it must be text",
      "4 title: is empty; it must be text",
      "5 week: must be a whole number from 1 to 53, or null",
      "6 term: must be autumn, spring, summer or null",
      "7 path: must be content/PROVIDER/MODULE/PAGE.md",
      "8 provider: must be small letters, digits and hyphens, as ambition-institute",
      "10 markdown: must be text",
      expect.stringMatching(/^11 path: the page content\/.*\/a\.md is on line 1 already/),
    ]);
  });

  test("counts in a dry run what it would do, and stores nothing", async () => {
    const path = await file([page(at("a")), page(at("b")), "no page"]);
    const before = await hashes();
    expect((await load(path, { dryRun: true })).counts).toEqual(count(2, 0, 0, 1));
    expect(await hashes()).toEqual(before);
    expect(await items("slug")).toEqual([]);
  });

  test("stopped half-way and run again, leaves what an undisturbed run leaves", async () => {
    const link = "See [the next page](/kiln-trust/year-1-behaviour/p-249), which comes later.";
    const path = await file(
      Array.from({ length: 250 }, (_none, n) => page({ ...at(`p-${n}`), markdown: link })),
    );
    await load(path);
    const undisturbed = await hashes();
    await em.fork().execute("truncate self_study_item, search_document cascade");

    const stop = new AbortController();
    const stopped = runImport(
      em.fork(),
      { source: "sessions", path, dryRun: false },
      {
        skipped() {},
        noted() {},
        progressed(_file, _share, counts) {
          if (counts["self-study items"]) stop.abort();
        },
      },
      stop.signal,
    );
    await expect(stopped).rejects.toThrow("run the same command again to go on");
    const kept = (await items("slug")).length;
    expect(kept).toBeGreaterThan(0);
    expect((await load(path)).counts).toMatchObject({ read: 250, updated: 0, skipped: 0 });
    expect(await hashes()).toEqual(undisturbed);
  });

  test.each([
    ["a CSV file", "urn,name\n1,Bottle\n", "Its first line is no JSON object"],
    [
      "other JSON lines",
      `{"id":"1","title":"A","text":"B"}\n`,
      "it lacks path, provider, module, markdown",
    ],
    ["a JSON list", `[{"path":"x"}]`, "Its first line is no JSON object"],
    ["nothing", "", "is empty"],
  ])("refuses %s, saying what is missing", async (_what, content, words) => {
    const path = join(folder, `wrong-${++counter}`);
    await writeFile(path, content);
    await expect(load(path)).rejects.toThrow(words);
  });

  test("refuses a folder and a file that is not there, by name", async () => {
    await expect(load(folder)).rejects.toThrow(folder);
    await expect(load(join(folder, "missing.jsonl"))).rejects.toThrow("missing.jsonl");
  });

  test("keeps an organisation that is here already as it is", async () => {
    const own = await world.organisation();
    await load(await file([page({ provider: own.slug })]));
    expect(await items("provider { id name }")).toEqual([
      { provider: { id: own.id, name: own.name } },
    ]);
  });

  test("links its pages to each other here, to others of their site there, and to drafts nowhere", async () => {
    const markdown = [
      "[here](/kiln-trust/year-1-behaviour/b)",
      '<a href="https://support-for-early-career-teachers.education.gov.uk/kiln-trust/year-1-behaviour/b/">too</a>',
      "[a handout](/assets/materials/handout.pdf)",
      "[a draft](https://staging-support-ects.education.gov.uk/kiln-trust/year-1-behaviour/b)",
      "[further down](#below)",
    ].join(", ");
    await load(await file([page({ ...at("a"), markdown }), page(at("b"))]));
    const [item] = await items("sections { markdown }");
    expect(item.sections[0].markdown).toBe(
      [
        "[here](/cpd/self-study/kiln-trust-year-1-behaviour-b)",
        "[too](/cpd/self-study/kiln-trust-year-1-behaviour-b)",
        "[a handout](https://support-for-early-career-teachers.education.gov.uk/assets/materials/handout.pdf)",
        "a draft",
        "further down",
      ].join(", "),
    );
  });

  test("points to a strand only where the text links to it", async () => {
    const strand = await world.summary({ slug: "peer-tutoring" });
    const toolkit =
      "https://educationendowmentfoundation.org.uk/education-evidence/teaching-learning-toolkit/peer-tutoring?utm_source=x";
    await load(
      await file([
        page({ ...at("a"), markdown: `Read [what the evidence says](${toolkit}) of it, and why.` }),
        page({ ...at("b"), markdown: "Peer tutoring is mentioned here, and nothing else is." }),
      ]),
    );
    const { data } = await world.ask(
      `query ($slug: String!) { evidenceSummary(slug: $slug) { selfStudyItems { nodes { slug } } } }`,
      { slug: strand.slug },
    );
    expect(data.evidenceSummary.selfStudyItems.nodes).toEqual([
      { slug: "kiln-trust-year-1-behaviour-a" },
    ]);
  });
});

const real = "../shared/data/ecf/sessions.jsonl";
describe.skipIf(!existsSync(real))("the pages of the Early Career Framework", () => {
  test("are all there, each under a title of its own, and again the second time unchanged", async () => {
    const lines = (await readFile(real, "utf8")).split("\n").filter((line) => line.trim() !== "");
    expect(lines).toHaveLength(665);
    const first = await load(real);
    expect(first.skips).toEqual([]);
    expect(first.counts).toEqual(count(665, 0, 0));
    const after = await hashes();
    expect((await load(real)).counts).toEqual(count(0, 0, 665));
    expect(await hashes()).toEqual(after);

    const { data } = await world.ask(`{ selfStudyItems { totalCount } }`);
    expect(data.selfStudyItems.totalCount).toBe(665);
    const titles = await em
      .fork()
      .execute<{ most: number }[]>(
        "select max(n)::int as most from (select count(*) as n from self_study_item group by provider_id, title) as t",
      );
    expect(titles).toEqual([{ most: 1 }]);
    const providers = await em
      .fork()
      .execute<{ name: string; items: number }[]>(
        "select o.name, count(*)::int as items from self_study_item i join organisation o on o.id = i.provider_id group by 1 order by 1",
      );
    const given = Map.groupBy(lines, (line) => (JSON.parse(line) as { provider: string }).provider);
    expect(providers).toEqual([
      { name: "Ambition Institute", items: given.get("ambition-institute")!.length },
      {
        name: "Education Development Trust",
        items: given.get("education-development-trust")!.length,
      },
      { name: "Teach First", items: given.get("teach-first")!.length },
      { name: "UCL Institute of Education", items: given.get("ucl")!.length },
    ]);
    // Nothing of the site's own markup is left, and no link leads to a page that is not here.
    const texts = await em
      .fork()
      .execute<{ slug: string; text: string }[]>(
        "select slug, sections::text as text from self_study_item",
      );
    const slugs = new Set(texts.map(({ slug }) => slug));
    for (const { slug, text } of texts) {
      expect(text, slug).not.toMatch(/\{\/?details\}|<iframe|<img|<figure|\$Summary|about:blank/i);
      for (const [, target] of text.matchAll(/\/cpd\/self-study\/([a-z0-9-]+)/g))
        expect(slugs, `${slug} links to ${target}`).toContain(target);
    }
  });
});
