import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toConfig } from "../../src/app/config.ts";
import { limits } from "../../src/app/graphql.ts";
import { firstMax } from "../../src/kernel/paging.ts";
import { apiExamples } from "../../src/web/data/api-examples.server.ts";
import { apiRequest } from "../../src/web/data/api-requests.server.ts";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";

let site: Served;
beforeAll(async () => {
  site = await served();
});

const get = async (path: string) => (await fetch(site.url + path)).text();

/** The page's words without its markup, as a reader sees them. */
const wordsOf = (html: string): string =>
  html
    .replace(/<script.*?<\/script>/gs, "")
    .replace(/<[^>]+>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");

const examples = apiExamples(new Date().toISOString().slice(0, 10));
const requests = () => examples.map((example) => apiRequest(example, site.url));

interface Answer {
  readonly data?: object;
  readonly errors?: unknown;
}

/** How much is in the list that an example promises in its answer; an error is nothing at all. */
function countIn(answer: Answer, path: readonly string[]): number {
  if (answer.errors !== undefined) throw new Error(JSON.stringify(answer.errors));
  const list = path.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], answer.data);
  return (list as unknown[]).length;
}

describe("the examples of the API page", () => {
  test("are at least six, and stand on the page word for word with their links", async () => {
    expect(examples.length).toBeGreaterThanOrEqual(6);
    const html = await get("/api");
    const words = wordsOf(html);
    for (const { document, variables, curl, fetch, run, edit, question } of requests()) {
      for (const text of [document, variables, curl, fetch, question])
        expect(words).toContain(text);
      for (const link of [run, edit]) expect(html).toContain(link.replaceAll("&", "&amp;"));
    }
  });

  test("are answered without an error, and with something in the answer", async () => {
    for (const { id, document, variables, answer } of examples) {
      const response = await fetch(`${site.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query: document, variables }),
      });
      expect(countIn((await response.json()) as Answer, answer), id).toBeGreaterThan(0);
    }
  });

  test("run without a script: their links answer a browser with JSON", async () => {
    for (const { id, run, answer } of requests()) {
      const response = await fetch(site.url + run, {
        headers: { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" },
      });
      expect(response.headers.get("content-type"), id).toContain("json");
      expect(countIn((await response.json()) as Answer, answer), id).toBeGreaterThan(0);
    }
  });

  test("run as the JavaScript that is shown", async () => {
    for (const { id, fetch: program, answer } of requests()) {
      const module = `${program}\nexport default { data, errors };`;
      const { default: got } = (await import(
        /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(module)}`
      )) as { default: Answer };
      expect(countIn(got, answer), id).toBeGreaterThan(0);
    }
  });

  test("run as the shell's command that is shown", async ({ skip }) => {
    const run = (command: string) => promisify(execFile)("sh", ["-c", command]);
    const present = await run("curl --version").catch(() => undefined);
    if (!present) skip("no curl on this machine");
    for (const { id, curl, answer } of requests())
      expect(countIn(JSON.parse((await run(curl)).stdout) as Answer, answer), id).toBeGreaterThan(
        0,
      );
  });

  describe.skipIf(noBrowser)("in a browser", () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startBrowser();
    });
    afterAll(() => browser?.close());

    test("a link opens GraphiQL with the question in it, and it runs there", async () => {
      const { page } = await openPage(browser);
      await page.goto(`${site.url}/api`);
      await page.getByRole("link", { name: /^Run it in GraphiQL: Which effect sizes/ }).click();
      await page.waitForURL(/\/graphql#query=/);
      await page.getByText("EffectSizes").first().waitFor();
      const result = page.locator(".result-window").getByText("sampleDescription").first();
      // The button is there before the editor behind it: pressed too early it does nothing.
      const answered = async () => {
        if (await result.isVisible()) return true;
        const button = page.getByRole("button", { name: /Execute query/ });
        await button.click({ timeout: 2_000 }).catch(() => undefined);
        return result.isVisible();
      };
      await expect.poll(answered, { timeout: 45_000, interval: 1_000 }).toBe(true);
      await page.context().close();
    });
  });
});

test("the API page names the limits that are enforced", async () => {
  const words = wordsOf(await get("/api"));
  for (const limit of Object.values({ ...limits, firstMax }))
    expect(words).toContain(String(limit).replace(/\B(?=(\d{3})+$)/g, ","));
});

test("other pages can link to every figure of the page that explains them", async () => {
  const html = await get("/figures");
  for (const id of ["months", "not-rated", "cost", "padlocks", "effect-sizes"])
    expect(html).toMatch(new RegExp(`<section id="${id}"`));
});

test("the table of effect sizes leaves no gap and no overlap between its rows", async () => {
  const [, table] = /Effect sizes and months of progress<\/caption>(.*?)<\/table>/s.exec(
    await get("/figures"),
  )!;
  const rows = [...table!.matchAll(/<tr><th scope="row">(.*?)<\/tr>/gs)].map(([, row]) =>
    row!.replace(/<[^>]+>/g, " ").split(/\s+/),
  );
  expect(rows.map(([months]) => Number(months))).toEqual(Array.from({ length: 13 }, (_, at) => at));
  const hundredths = (text: string) => Math.round(Number(text.replace("−", "-")) * 100);
  rows
    .slice(1)
    .forEach(([, from], at) => expect(hundredths(from!)).toBe(hundredths(rows[at]![2]!) + 1));
});

describe("what the privacy page says", () => {
  test("no page sets a cookie or asks anybody else for anything", async () => {
    for (const path of ["/", "/search?q=reading", "/evidence/feedback", "/privacy", "/graphql"]) {
      const response = await fetch(site.url + path, { headers: { accept: "text/html" } });
      expect(response.headers.get("set-cookie"), path).toBeNull();
      expect(response.headers.get("referrer-policy"), path).toBe("no-referrer");
      const policy = response.headers.get("content-security-policy") ?? "";
      expect(policy, path).toContain("default-src 'self'");
      expect(policy, path).not.toMatch(/https?:/);
    }
  });

  test("how long things are kept is what the program does unless told otherwise", async () => {
    const words = wordsOf(await get("/privacy"));
    const { retention } = toConfig({}).config;
    for (const kept of [
      `nobody confirmed${retention.unverifiedDays} days`,
      `after that has ended${retention.sessionDays} days`,
      `could not be sent${retention.mailDays} days`,
      `audit trail${retention.auditMonths} whole months`,
    ])
      expect(words).toContain(kept);
  });

  test("the log has the path of a search, and neither its words nor who searched", async () => {
    const words = `unheard${crypto.randomUUID().slice(0, 8)}`;
    await (
      await fetch(`${site.url}/search?q=${words}`, { headers: { "user-agent": `agent-${words}` } })
    ).text();
    await expect.poll(() => site.log(), { timeout: 10_000 }).toContain('"path":"/search"');
    const log = await site.log();
    expect(log).not.toContain(words);
    expect(log).not.toMatch(/127\.0\.0\.1|::1|remoteAddress|user-agent/);
  });
});

describe("who answers for the site", () => {
  const pages = ["/about", "/privacy", "/accessibility"];

  test("is said plainly to be unknown while nobody has said", async () => {
    for (const path of pages)
      expect(wordsOf(await get(path)), path).toContain(
        "Whoever runs this site has not yet given a name or an address",
      );
  });

  test("is named as the configuration names them, escaped", async () => {
    const other = await served({
      env: {
        SITE_OPERATOR: "Saltglaze <Research> School",
        CONTACT_EMAIL: "hello@saltglaze.example",
      },
    });
    try {
      for (const path of pages) {
        const html = await (await fetch(other.url + path)).text();
        expect(html, path).toContain("Saltglaze &lt;Research&gt; School");
        expect(html, path).toContain('href="mailto:hello@saltglaze.example"');
        expect(html, path).not.toContain("has not yet given");
      }
    } finally {
      await other.stop();
    }
  });

  test.each([
    { CONTACT_EMAIL: "not an address" },
    { CONTACT_EMAIL: "a@b.example, c@d.example" },
    { CONTACT_EMAIL: 'a"onmouseover=x@b.example' },
    { CONTACT_EMAIL: "a@b.example?cc=c@d.example" },
    { SITE_OPERATOR: "x".repeat(201) },
    { SITE_OPERATOR: "two\nlines" },
  ])("is refused at start where it cannot be right: %o", (env) => {
    expect(() => toConfig(env)).toThrow(Object.keys(env)[0]);
  });

  test("is documented where an operator looks", () => {
    for (const file of ["README.md", "docker-compose.yml"])
      for (const name of ["SITE_OPERATOR", "CONTACT_EMAIL"])
        expect(readFileSync(file, "utf8"), file).toContain(name);
  });
});
