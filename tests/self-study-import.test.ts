import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runImport } from "../src/app/import/run-import.ts";
import {
  at,
  count,
  em,
  file,
  folder,
  hashes,
  items,
  load,
  page,
  world,
} from "./support/self-study.ts";
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
    const path = join(folder, `wrong-${crypto.randomUUID()}`);
    await writeFile(path, content);
    await expect(load(path)).rejects.toThrow(words);
  });

  test("refuses a folder and a file that is not there, by name", async () => {
    await expect(load(folder)).rejects.toThrow(folder);
    await expect(load(join(folder, "missing.jsonl"))).rejects.toThrow("missing.jsonl");
  });
});
