import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { Readable } from "node:stream";
import { pathToFileURL } from "node:url";
import express, { type RequestHandler } from "express";
import sax from "sax";
import { parseSitemap, parseSitemapIndex } from "sitemap";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type Served, served } from "../support/served.ts";
import { addressesOf } from "./addresses.ts";

interface Question {
  readonly document: string;
  readonly variables: Record<string, unknown>;
}
type Schema = (question: Question) => object;

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** The pages over a made-up schema: what the demonstration does not hold. */
async function pagesOver(schema: Schema): Promise<{ url: string; asked: Question[] }> {
  const file = pathToFileURL(resolve("build/web/server/index.js")).href;
  const { createWebHandler } = (await import(file)) as {
    createWebHandler: (options: object) => RequestHandler;
  };
  const asked: Question[] = [];
  const handler = createWebHandler({
    publicUrl: "https://potbank.test",
    operator: { name: null, email: null },
    logError: () => "log-1",
    async execute(question: Question) {
      asked.push(question);
      return { data: schema(question) };
    },
  });
  const server = createServer(express().use(handler));
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** Text of the elements of a name, in a document that a strict parser accepts. */
function textsOf(xml: string, name: string): string[] {
  const parser = sax.parser(true, { trim: false });
  const texts: string[] = [];
  const open: string[] = [];
  const add = (text: string) => {
    if (open.at(-1) === name) texts.push(`${texts.pop() ?? ""}${text}`);
  };
  Object.assign(parser, {
    onopentag(tag: { name: string }) {
      open.push(tag.name);
      if (tag.name === name) texts.push("");
    },
    onclosetag: () => open.pop(),
    ontext: add,
    oncdata: add,
    onerror(error: Error) {
      throw error;
    },
  });
  parser.write(xml).close();
  return texts;
}

/** What XML 1.0 has no place for. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

const emptyList = { list: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } };

/** So many summaries, in pages of a hundred, and nothing else. */
const summaries =
  (count: number): Schema =>
  ({ document, variables }) => {
    if (!document.includes("SitemapSummaries")) return emptyList;
    const from = Number(variables.after ?? 0);
    const to = Math.min(from + 100, count);
    return {
      list: {
        nodes: Array.from({ length: to - from }, (_, at) => ({
          url: `https://potbank.test/evidence/strand-${from + at}`,
          updatedAt: "2026-03-01T10:00:00Z",
          terms: [{ scheme: "TOPIC", slug: "feedback" }],
        })),
        pageInfo: { hasNextPage: to < count, endCursor: String(to) },
      },
    };
  };

const locations = async (xml: string) =>
  (await parseSitemap(Readable.from([xml]))).map(({ url }) => url);

describe("the sitemap of a large collection", () => {
  test("is an index of parts of at most 50,000 addresses, and names each page once", async () => {
    const { url } = await pagesOver(summaries(50_100));
    const index = await (await fetch(`${url}/sitemap.xml`)).text();
    const parts = await parseSitemapIndex(Readable.from([index]));
    expect(parts.map((part) => part.url)).toEqual([
      "https://potbank.test/sitemap.xml?part=1",
      "https://potbank.test/sitemap.xml?part=2",
    ]);
    const found: string[] = [];
    for (const part of parts) {
      const some = await locations(
        await (await fetch(part.url.replace("https://potbank.test", url))).text(),
      );
      expect(some.length).toBeLessThanOrEqual(50_000);
      found.push(...some);
    }
    expect(new Set(found).size).toBe(found.length);
    expect(found).toContain("https://potbank.test/evidence/strand-50099");
    for (const part of ["3", "0", "-1", "1.5", "x"])
      expect((await fetch(`${url}/sitemap.xml?part=${part}`)).status, part).toBe(404);
  }, 120_000);

  test("asks once for every hundred rows, however many crawlers ask, and anew after an hour", async () => {
    const { url, asked } = await pagesOver(summaries(950));
    const ask = async () => (await fetch(`${url}/sitemap.xml`)).text();
    await Promise.all([ask(), ask(), ask()]);
    // Ten pages of summaries and one of each other list.
    expect(asked).toHaveLength(14);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_599_000 });
    await ask();
    expect(asked).toHaveLength(14);
    vi.setSystemTime(Date.now() + 2_000);
    await ask();
    vi.useRealTimers();
    expect(asked).toHaveLength(28);
  });

  test("tells whoever asks when it cannot be made, and is made at the next request", async () => {
    let broken = true;
    const { url } = await pagesOver((question) => {
      if (broken) throw new Error("the database is away");
      return summaries(3)(question);
    });
    expect((await fetch(`${url}/sitemap.xml`)).status).toBe(500);
    broken = false;
    expect((await fetch(`${url}/sitemap.xml`)).status).toBe(200);
  });

  test("leads to schools and terms that have something to show, as changed as the newest of it", async () => {
    const { url } = await pagesOver((question) => {
      if (!question.document.includes("SitemapReflections")) return summaries(1)(question);
      const school = { urn: 123456 };
      const nodes = ["2026-05-01T10:00:00Z", "2026-04-01T10:00:00Z"].map((updatedAt, at) => ({
        url: `https://potbank.test/reflections/reflection_${at}`,
        updatedAt,
        school,
      }));
      return { list: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } };
    });
    const xml = await (await fetch(`${url}/sitemap.xml`)).text();
    const entries = await parseSitemap(Readable.from([xml]));
    const changed = (path: string) =>
      entries.find((entry) => entry.url === `https://potbank.test${path}`)?.lastmod;
    expect(changed("/schools/123456")).toBe("2026-05-01T10:00:00.000Z");
    expect(changed("/topics/feedback")).toBe("2026-03-01T10:00:00.000Z");
    expect(changed("/subjects/maths")).toBeUndefined();
  });
});

const hostile = `A & B <script>alert(1)</script> ]]> "q" 'a' \u0000\u0008\u001b\ufffe\ud800 π 🍎`;

const summary = (over: object = {}) => ({
  id: "summary_1",
  title: "Feedback",
  url: "https://potbank.test/evidence/feedback",
  headline: "Telling pupils how to improve.",
  impactMonths: 6,
  impactMonthsStatus: "RATED",
  costBand: 1,
  evidenceStrength: 4,
  publishedAt: "2026-01-01T10:00:00Z",
  updatedAt: "2026-01-01T10:00:00Z",
  ...over,
});

const feedOver = (...nodes: object[]) => pagesOver(() => ({ evidenceSummaries: { nodes } }));

describe("the feed", () => {
  test("is well formed whatever a title holds, and a title is never markup", async () => {
    const { url } = await feedOver(summary({ title: hostile, headline: hostile }));
    const xml = await (await fetch(`${url}/feed.atom`)).text();
    expect(xml).not.toMatch(unprintable);
    const [, title] = textsOf(xml, "title");
    // The text of an element of type html is markup itself: one more layer of escaping.
    expect(title).toContain("A &amp; B &lt;script&gt;alert(1)");
    expect(title).toContain("π 🍎");
    for (const text of [title, ...textsOf(xml, "summary"), ...textsOf(xml, "content")])
      expect(text).not.toContain("<script");
  });

  test("says what is new and what has changed, with its three figures and its own date", async () => {
    const { url } = await feedOver(
      summary({ updatedAt: "2026-07-01T09:00:00Z" }),
      summary({ url: "https://potbank.test/evidence/new", impactMonths: -2 }),
    );
    const xml = await (await fetch(`${url}/feed.atom`)).text();
    expect(textsOf(xml, "id")).toEqual([
      "https://potbank.test/feed.atom",
      "https://potbank.test/evidence/feedback",
      "https://potbank.test/evidence/new",
    ]);
    expect(textsOf(xml, "updated")).toEqual([
      "2026-07-01T09:00:00.000Z",
      "2026-07-01T09:00:00.000Z",
      "2026-01-01T10:00:00.000Z",
    ]);
    const [changed, fresh] = textsOf(xml, "content");
    expect(changed).toContain("Changed.");
    expect(fresh).toContain("New.");
    for (const words of ["2 months less progress", "Very low cost", "Extensive evidence"])
      expect(fresh).toContain(words);
  });

  test("is not sent again while it stands, by tag or by day, and is when it has changed", async () => {
    const nodes = [summary()];
    const { url } = await pagesOver(() => ({ evidenceSummaries: { nodes } }));
    const ask = (headers: Record<string, string> = {}) =>
      fetch(`${url}/feed.atom`, { headers: { "cache-control": "max-age=0", ...headers } });
    const first = await ask();
    expect(first.headers.get("content-type")).toContain("application/atom+xml");
    const tag = { "if-none-match": first.headers.get("etag")! };
    const day = { "if-modified-since": first.headers.get("last-modified")! };
    expect((await ask(tag)).status).toBe(304);
    expect((await ask(day)).status).toBe(304);
    nodes[0] = summary({ updatedAt: "2026-01-01T10:00:05Z" });
    expect((await ask(tag)).status).toBe(200);
    expect((await ask(day)).status).toBe(200);
    // A summary that was withdrawn leaves no later day behind.
    nodes.length = 0;
    expect((await ask(tag)).status).toBe(200);
  });
});

test("what was withdrawn is kept by no search engine, and says nothing of itself to machines", async () => {
  const withdrawal = {
    reason: "Its main study was retracted.",
    withdrawnAt: "2026-03-29T23:30:00Z",
  };
  const { url } = await pagesOver(() => ({
    researchProject: { title: "Blue paper", question: "", status: "WITHDRAWN", withdrawal },
  }));
  const response = await fetch(`${url}/projects/blue-paper`);
  expect(response.status).toBe(410);
  const html = await response.text();
  expect(headOf(html).noindex).toBe(true);
  expect(structured(html)).toEqual([]);
});

test("a title cannot end the script that describes it", async () => {
  const school = {
    urn: 1,
    name: hostile,
    town: null,
    postcode: null,
    phase: null,
    attribution: "DfE",
  };
  const strand = summary({ title: "</script><script>alert(1)</script><!--" });
  const { url } = await pagesOver(({ document }) =>
    document.includes("query Reflection")
      ? {
          node: {
            __typename: "Reflection",
            ...strand,
            school,
            author: null,
            context: "",
            tried: "",
            happened: "",
            next: null,
            evidence: null,
            cpdSession: null,
            createdAt: "2026-01-01T10:00:00Z",
          },
        }
      : {},
  );
  const response = await fetch(`${url}/reflections/reflection_1`);
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).not.toContain("<script>alert(1)");
  const [article] = structured(html);
  expect(article!.headline).toBe(strand.title);
});

/** The descriptions for machines that a page holds. */
function structured(html: string): Record<string, unknown>[] {
  return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json]) => JSON.parse(json!) as Record<string, unknown>,
  );
}

const first = (html: string, pattern: RegExp): string | undefined => {
  const found = pattern.exec(html)?.[1];
  return found
    ?.replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
};

const headOf = (html: string) => ({
  title: first(html, /<title>(.*?)<\/title>/s),
  description: first(html, /<meta name="description" content="(.*?)"/s),
  canonical: first(html, /<link rel="canonical" href="(.*?)"/),
  shared: first(html, /<meta property="og:title" content="(.*?)"/s),
  sharedAddress: first(html, /<meta property="og:url" content="(.*?)"/),
  noindex: html.includes('<meta name="robots" content="noindex"'),
});

describe("the served pages", () => {
  let site: Served;
  beforeAll(async () => {
    site = await served();
  });

  const get = async (path: string) => {
    const response = await fetch(site.url + path);
    return { status: response.status, html: await response.text() };
  };

  test("robots may read everything but what has no end, and are told where the sitemap is", async () => {
    const { html } = await get("/robots.txt");
    expect(html).toContain("User-agent: *");
    expect(html).toContain("Disallow: /search?*&");
    expect(html).not.toMatch(/^Disallow: \/$/m);
    expect(html).toContain(`Sitemap: ${site.url}/sitemap.xml`);
  });

  test("every address of the sitemap is a page with a title, a description and an address of its own", async () => {
    const { html: xml } = await get("/sitemap.xml");
    const found = await locations(xml);
    expect(found.length).toBeGreaterThan(80);
    const titles = new Map<string, string>();
    for (const address of found) {
      expect(address.startsWith(`${site.url}/`)).toBe(true);
      const { status, html } = await get(address.slice(site.url.length));
      expect(status, address).toBe(200);
      const { title, description, canonical, shared, sharedAddress, noindex } = headOf(html);
      expect(noindex, address).toBe(false);
      expect(canonical, address).toBe(address);
      expect(sharedAddress, address).toBe(address);
      expect(shared, address).toBe(title);
      expect(titles.get(title!), `${address} and another`).toBeUndefined();
      titles.set(title!, address);
      expect(description!.length, `${address}: ${description}`).toBeGreaterThanOrEqual(50);
      expect(description!.length, `${address}: ${description}`).toBeLessThanOrEqual(160);
      expect(html, address).toContain('href="/feed.atom"');
      for (const data of structured(html)) expect(data["@context"]).toBe("https://schema.org");
    }
  }, 180_000);

  const types: Record<string, string[]> = {
    home: ["WebSite"],
    strand: ["ScholarlyArticle", "BreadcrumbList"],
    "strand without enough evidence": ["ScholarlyArticle", "BreadcrumbList"],
    session: ["EducationEvent", "BreadcrumbList"],
    "self-study item": ["LearningResource", "BreadcrumbList"],
    project: ["Report", "BreadcrumbList"],
    reflection: ["Article", "BreadcrumbList"],
  };

  test("a record is described by its kind, and a session by London's clock", async () => {
    const addresses = await addressesOf(site);
    for (const [kind, expected] of Object.entries(types)) {
      const data = structured((await get(addresses[kind]!)).html);
      expect(
        data.map((each) => each["@type"]),
        kind,
      ).toEqual(expected);
    }
    const [event] = structured((await get(addresses.session!)).html);
    expect(event!.startDate).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00\+0[01]:00$/);
    expect(event!.organizer).toMatchObject({ "@type": "Organization" });
  });

  test.each([
    "/search?q=reading&kind=evidence",
    "/search?q=reading&sort=impact",
    "/compare?strand=feedback&strand=homework",
    "/gallery",
    "/nothing-here",
    "/evidence/no-such-strand",
  ])("%s is kept by no search engine", async (path) => {
    expect(headOf((await get(path)).html).noindex).toBe(true);
  });

  test.each([
    ["/search?q=reading", "/search?q=reading"],
    ["/evidence?sort=cost", "/evidence"],
    ["/evidence/feedback?utm_source=letter", "/evidence/feedback"],
    ["/cpd?view=month", "/cpd"],
  ])("%s is known as %s", async (path, canonical) => {
    expect(headOf((await get(path)).html)).toMatchObject({
      canonical: site.url + canonical,
      noindex: false,
    });
  });
});
