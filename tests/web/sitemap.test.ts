import { Readable } from "node:stream";
import { parseSitemap, parseSitemapIndex } from "sitemap";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { pagesOver, type Schema } from "./pages-over.ts";

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
    // The clock stands still from before the first request on: how long a machine takes does not matter.
    const began = Date.now();
    vi.useFakeTimers({ toFake: ["Date"], now: began });
    onTestFinished(() => void vi.useRealTimers());
    await Promise.all([ask(), ask(), ask()]);
    // Ten pages of summaries and one of each other list.
    expect(asked).toHaveLength(14);
    vi.setSystemTime(began + 3_599_999);
    await ask();
    expect(asked).toHaveLength(14);
    vi.setSystemTime(began + 3_600_000);
    await ask();
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
