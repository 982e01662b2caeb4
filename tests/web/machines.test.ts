import { Readable } from "node:stream";
import { parseSitemap } from "sitemap";
import { beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { addressesOf } from "./addresses.ts";
import { headOf, structured } from "./page-head.ts";
import { hostile, pagesOver, summary } from "./pages-over.ts";

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
            visibility: "PUBLIC",
            viewerCan: { update: false },
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
    const found = (await parseSitemap(Readable.from([xml]))).map(({ url }) => url);
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
    "/compare/?strand=feedback",
    "/search/?q=reading&kind=evidence",
    "/gallery",
    "/nothing-here",
    "/evidence/no-such-strand",
  ])("%s is kept by no search engine", async (path) => {
    expect(headOf((await get(path)).html).noindex).toBe(true);
  });

  test.each([
    ["/search?q=reading", "/search?q=reading"],
    ["/evidence?sort=cost", "/evidence"],
    ["/evidence?rated=no&phase=primary", "/evidence?rated=no"],
    ["/evidence?rated=yes", "/evidence"],
    ["/evidence/feedback?utm_source=letter", "/evidence/feedback"],
    ["/cpd?view=month", "/cpd"],
    ["/evidence/feedback/", "/evidence/feedback"],
    ["/search/?q=reading", "/search?q=reading"],
  ])("%s is known as %s", async (path, canonical) => {
    expect(headOf((await get(path)).html)).toMatchObject({
      canonical: site.url + canonical,
      noindex: false,
    });
  });
});
