import sax from "sax";
import { describe, expect, test } from "vitest";
import { hostile, pagesOver, summary } from "./pages-over.ts";

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

  test("is not sent again while its tag stands, and is when it has changed or a summary is withdrawn", async () => {
    const nodes = [summary()];
    const { url } = await pagesOver(() => ({ evidenceSummaries: { nodes } }));
    const ask = (headers: Record<string, string> = {}) =>
      fetch(`${url}/feed.atom`, { headers: { "cache-control": "max-age=0", ...headers } });
    const first = await ask();
    expect(first.headers.get("content-type")).toContain("application/atom+xml");
    const tag = { "if-none-match": first.headers.get("etag")! };
    const day = { "if-modified-since": first.headers.get("last-modified")! };
    expect((await ask(tag)).status).toBe(304);
    expect((await ask({ ...tag, ...day })).status).toBe(304);
    nodes[0] = summary({ updatedAt: "2026-01-01T10:00:05Z" });
    expect((await ask(tag)).status).toBe(200);
    expect((await ask(day)).status).toBe(200);
    // A summary that was withdrawn leaves no later day behind.
    nodes.length = 0;
    expect((await ask(tag)).status).toBe(200);
    expect((await ask(day)).status).toBe(200);
    expect((await ask({ "if-modified-since": new Date().toUTCString() })).status).toBe(200);
  });
});
