import { request } from "node:http";
import { beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { addressesOf } from "./addresses.ts";

let site: Served;
beforeAll(async () => {
  site = await served();
});

const get = async (path: string) => {
  const response = await fetch(site.url + path, { headers: { accept: "text/html" } });
  return { status: response.status, headers: response.headers, html: await response.text() };
};

/** Asks with a Host header that no browser would send. */
const asHost = (host: string) =>
  new Promise<number>((resolve, reject) => {
    const { hostname, port } = new URL(site.url);
    request({ hostname, port, path: "/search?q=reading", headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on("error", reject)
      .end();
  });

describe("addresses that no reader types", () => {
  test.each([
    ["/search", "subject"],
    ["/cpd", "subject"],
    ["/evidence", "phase"],
    ["/projects", "subject"],
    ["/compare", "strand"],
  ])(
    "%s names a few words that it does not understand, without control characters",
    async (path, param) => {
      const params = new URLSearchParams(
        Array.from({ length: 20 }, (_, n) => [param, `Odd ${n}\u0000\u0008\u202e.`]),
      );
      const { status, html } = await get(`${path}?${params.toString()}`);
      expect(status).toBe(200);
      const text = html.replaceAll("<!-- -->", "");
      const said = /We did not understand part of the address and left it out: (.*?)<\/p>/s.exec(
        text,
      )?.[1];
      expect(said).toContain("Odd 0.");
      // oxlint-disable-next-line no-control-regex -- they are what is looked for
      expect(said).not.toMatch(/[\u0000-\u001f\u202e]/);
      expect(said!.match(/Odd/g)!.length).toBeLessThanOrEqual(5);
    },
  );

  test.each([
    "/",
    "/evidence/feedback",
    "/no-such-page",
    "/_root.data",
    "/evidence/feedback/citation.bib",
  ])("%s is asked for again each time, and may be kept for the back button", async (path) => {
    expect((await get(path)).headers.get("cache-control")).toBe("no-cache");
  });

  test.each(["/" + "a/".repeat(7_500), "/%", "/evidence/%ff"])(
    "%.20s is not found, at once",
    async (path) => {
      expect((await get(path)).status).toBe(404);
    },
  );

  test.each(["a b", "[", "evil.example:99999", "a<script>"])(
    "the host %s changes nothing",
    async (host) => {
      expect(await asHost(host)).toBe(200);
    },
  );

  test("a page without a form can only be read", async () => {
    const response = await fetch(`${site.url}/search`, { method: "POST", body: "q=a" });
    expect(response.status).toBe(405);
  });
});

describe("the pages, without a browser", () => {
  test("every kind of page answers with its status, in British English, under one first heading", async () => {
    for (const [kind, path] of Object.entries(await addressesOf(site))) {
      const { status, html } = await get(path);
      expect(status, kind).toBe(
        kind === "missing page" ? 404 : kind === "refused search" ? 400 : 200,
      );
      expect(html, kind).toContain('<html lang="en-GB"');
      expect(html.match(/<h1/g), kind).toHaveLength(1);
      expect(html.match(/<title>/g), kind).toHaveLength(1);
    }
  });

  test.each([
    "/evidence/no-such-strand",
    "/evidence/%00",
    "/cpd/no-such-session",
    "/cpd/self-study/no-such-item",
    "/cpd/self-study?after=nonsense",
    "/projects/no-such-project",
    "/reflections/not-an-id",
    "/reflections/summary_01jzmqv4t2f3kagk7c3gm2xh9e",
    "/nothing/here",
    "/wp-login.php",
  ])("%s is not found, and the page offers a search", async (path) => {
    const { status, html } = await get(path);
    expect(status).toBe(404);
    expect(html).toContain('name="q"');
  });

  test("a search that the API refuses says why, with status 400", async () => {
    const long = await get(`/search?q=${"a".repeat(5_000)}`);
    expect(long.status).toBe(400);
    expect(long.html).toContain("We cannot search for that");
    const cursor = await get("/search?q=reading&after=nonsense");
    expect(cursor.status).toBe(400);
    expect(cursor.html).toContain("Start at the first page");
  });

  test("parameters that mean nothing are named and left out; repeated ones all count", async () => {
    const { status, html } = await get("/search?q=reading&kind=elephant&cost=9&sort=loudness");
    expect(status).toBe(200);
    for (const part of ["kind=elephant", "cost=9", "sort=loudness"]) expect(html).toContain(part);
    const both = await get("/search?phase=primary&phase=secondary&phase=primary");
    expect(both.html).toContain("Remove Primary");
    expect(both.html).toContain("Remove Secondary");
  });

  test("what a reader types is never markup", async () => {
    for (const path of [
      "/search?q=<script>alert(1)</script>",
      "/search?kind=<script>alert(1)</script>",
    ]) {
      const { html } = await get(path);
      expect(html).not.toContain("<script>alert(1)");
    }
  });

  test("null bytes and emoji are words like others", async () => {
    for (const q of ["%00reading", "%F0%9F%8D%8E", "%ED%A0%80"])
      expect([200, 400]).toContain((await get(`/search?q=${q}`)).status);
  });

  test("every page has a policy with a nonce of its own, and scripts run under no other", async () => {
    const [first, second] = [await get("/"), await get("/")];
    const policy = first.headers.get("content-security-policy") ?? "";
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? "none";
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("script-src 'self'");
    expect(second.headers.get("content-security-policy")).not.toContain(nonce);
    // What is there for machines to read is no script to a browser, and needs no nonce.
    for (const [script] of first.html.matchAll(/<script(?! type="application\/ld\+json")[^>]*>/g))
      expect(script).toContain(nonce);
  });

  test("a self-study item says where it stands, leads on, and its module lists it", async () => {
    const path = (await addressesOf(site))["self-study item"]!;
    const { html } = await get(path);
    for (const words of ["Year 1, autumn week 2", "(example)", "On this page", "<details>"])
      expect(html).toContain(words);
    const [, list] = /href="(\/cpd\/self-study\?module=[^"]+)"/.exec(html)!;
    expect((await get(list!)).html).toContain(path);
    expect((await get("/cpd/self-study?module=no-such-module")).html).not.toContain(path);
    expect((await get("/cpd")).html).toContain('href="/cpd/self-study"');
    expect((await get("/search?kind=self-study&q=settling")).html).toContain(path);
    expect((await get("/search?kind=cpd&q=settling")).html).not.toContain(path);
  });

  test("a strand's figures are in the page as words, and its canonical address is absolute", async () => {
    const { html } = await get("/evidence/metacognition-and-self-regulation");
    for (const words of ["8 months more progress", "Very low cost", "4 out of 5 padlocks"])
      expect(html).toContain(words);
    expect(html).toContain(
      `<link rel="canonical" href="${site.url}/evidence/metacognition-and-self-regulation"/>`,
    );
    expect((await get("/evidence/repeating-a-year")).html).toMatch(/\d months? less progress/);
    const uniform = (await get("/evidence/school-uniform")).html;
    expect(uniform).toContain("Not enough evidence");
    expect(uniform).not.toContain("0 months");
  });
});
