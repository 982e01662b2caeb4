import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";
import { test as inWorld, type World } from "../support/world.ts";

let site: Served;

const suggestionsFor = async (q?: string) => {
  const question = q === undefined ? "" : `?${new URLSearchParams({ q }).toString()}`;
  const response = await fetch(`${site.url}/search/suggestions${question}`);
  expect(response.status).toBe(200);
  const answer = (await response.json()) as {
    total: number;
    suggestions: Record<string, string>[];
  };
  return { response, answer };
};

describe("suggestions, over HTTP", () => {
  beforeAll(async () => {
    site = await served();
  });

  test("hold only what the list shows, evidence with all three figures in words", async () => {
    const { response, answer } = await suggestionsFor("metac");
    expect(response.headers.get("content-type")).toContain("application/json");
    expect(response.headers.get("cache-control")).toBe("private, max-age=60");
    expect(answer.suggestions[0]).toEqual({
      title: "Metacognition and self-regulation",
      path: "/evidence/metacognition-and-self-regulation",
      kind: "Evidence",
      detail: "+8 months, very low cost, extensive evidence",
    });
    expect(answer.suggestions.length).toBeLessThanOrEqual(6);
    expect(answer.total).toBeGreaterThanOrEqual(answer.suggestions.length);
    for (const each of answer.suggestions)
      expect(["title", "path", "kind", "detail"]).toEqual(
        expect.arrayContaining(Object.keys(each)),
      );
  });

  test.each([
    ["metac", "Metacognition and self-regulation"],
    ["one to o", "One to one tuition"],
    ["homew", "Homework"],
    ["reading compr", "Reading comprehension strategies"],
  ])("%s is taken as half typed", async (q, title) => {
    expect((await suggestionsFor(q)).answer.suggestions[0]?.title).toBe(title);
  });

  test("are none for nothing, for one letter, for what nobody has and for what cannot be searched for", async () => {
    for (const q of [undefined, "", "   ", "m", "zzqxv", "a".repeat(501), "\u0000"])
      expect((await suggestionsFor(q)).answer, String(q).slice(0, 20)).toEqual({
        total: 0,
        suggestions: [],
      });
  });
});

test("sessions that have taken place come after all that can still be used", async () => {
  const module = (await import(resolve("src/web/routes/search-suggestions.server.ts"))) as {
    toSuggestions(hits: object[], now: string): { title: string }[];
  };
  const session = (title: string, year: number) => ({
    __typename: "CpdSession",
    kind: "CPD_SESSION",
    title,
    url: `http://localhost/cpd/${title}`,
    startsAt: `${year}-03-01T15:00:00Z`,
    endsAt: `${year}-03-01T17:00:00Z`,
  });
  const hits = ["a", "b", "c"].flatMap((name) => [
    session(`${name} over`, 2025),
    session(`${name} to come`, 2027),
  ]);
  const shown = module.toSuggestions([...hits, session("d to come", 2027)], "2026-11-23T12:00:00Z");
  expect(shown.map(({ title }) => title)).toEqual([
    "a to come",
    "b to come",
    "c to come",
    "d to come",
    "a over",
    "b over",
  ]);
});

test.skipIf(noBrowser)(
  "where a phone has little height left, the field goes to the top",
  async () => {
    const browser = await startBrowser();
    const { page } = await openPage(browser, {
      viewport: { width: 390, height: 420 },
      reducedMotion: "reduce",
    });
    await page.goto(site.url, { waitUntil: "networkidle" });
    const field = page.locator("#home-search");
    expect((await field.boundingBox())!.y).toBeGreaterThan(100);
    await field.focus();
    await expect.poll(async () => (await field.boundingBox())!.y).toBeLessThan(40);
    await browser.close();
  },
);

async function library(world: World, size: number): Promise<void> {
  for (let i = 0; i < size; i++) {
    const summary = await world.summary({ title: `Oracy in lesson ${i}` });
    await world.session({ title: `Oracy for year ${i}` });
    await world.selfStudy({ name: `Oracy alone ${i}` });
    await world.project({ title: `Does oracy help ${i}` });
    await world.reflection({ title: `My oracy ${i}`, summaryId: summary.id });
  }
  await world.drain();
}

/** A page's own document: the pages are compiled by other rules than the tests, so they meet at run time only. */
const documentOf = async (file: string, name: string): Promise<string> => {
  const module = (await import(resolve("src/web/routes", file))) as Record<
    string,
    { toString(): string }
  >;
  return module[name]!.toString();
};

describe("statements", () => {
  const facets = ["KIND", "PHASE", "TOPIC", "COST_BAND"];
  const page = {
    query: "oracy",
    facets,
    sort: "RELEVANCE",
    spelling: "CORRECTED",
    first: 20,
    remember: true,
  };

  inWorld("a key pressed costs the same few, however many hits there are", async ({ world }) => {
    const document = await documentOf("search-suggestions.server.ts", "SuggestionsDocument");
    const ask = () => world.ask(document, { query: "orac" });
    await library(world, 1);
    await ask();
    const few = await ask();
    await library(world, 12);
    const many = await ask();
    expect(few.data.search.nodes).toHaveLength(5);
    expect(many.data.search.nodes).toHaveLength(12);
    expect(many.statements.length).toBeLessThanOrEqual(few.statements.length);
    expect(few.statements.length).toBeLessThanOrEqual(9);
  });

  inWorld("a page of results costs the same number for 5 hits and for 15", async ({ world }) => {
    const document = await documentOf("search.server.ts", "SearchDocument");
    const ask = () => world.ask(document, page);
    await library(world, 1);
    await ask();
    const few = await ask();
    await library(world, 2);
    const many = await ask();
    expect(few.errors).toBeUndefined();
    expect(few.data.search.edges).toHaveLength(5);
    expect(many.data.search.edges).toHaveLength(15);
    expect(many.statements.length).toBe(few.statements.length);
  });
});
