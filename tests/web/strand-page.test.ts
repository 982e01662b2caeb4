import { readdirSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";

const slug = "metacognition-and-self-regulation";
const strands = readdirSync("seeds/evidence")
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.replace(/\.md$/, ""));

let site: Served;
beforeAll(async () => {
  site = await served();
});

const get = async (path: string) => {
  const response = await fetch(site.url + path, { headers: { accept: "text/html" } });
  return { status: response.status, headers: response.headers, text: await response.text() };
};

describe("a strand, cited", () => {
  test("stands in Harvard style with a British date, names whose the figures are, and can be downloaded", async () => {
    const { text } = await get(`/evidence/${slug}`);
    const day = new Intl.DateTimeFormat("en-GB", {
      dateStyle: "long",
      timeZone: "Europe/London",
    }).format(new Date());
    expect(text).toContain("<i>Metacognition and self-regulation</i>. Available at: ");
    expect(text).toContain(`(Accessed: ${day}).`);
    expect(text).toContain("Figures: Education Endowment Foundation");
    for (const ending of ["bib", "json"])
      expect(text).toContain(`href="/evidence/${slug}/citation.${ending}"`);
  });

  test("is a BibTeX file with its own type", async () => {
    const { status, headers, text } = await get(`/evidence/${slug}/citation.bib`);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe("application/x-bibtex; charset=utf-8");
    expect(text).toMatch(/^@misc\{/);
    expect(text).toContain("title = {Metacognition and self-regulation}");
    expect(text).toContain(`url = {${site.url}/evidence/${slug}}`);
  });

  test("is a CSL file with its own type", async () => {
    const { headers, text } = await get(`/evidence/${slug}/citation.json`);
    expect(headers.get("content-type")).toBe(
      "application/vnd.citationstyles.csl+json; charset=utf-8",
    );
    const [item] = JSON.parse(text) as Record<string, unknown>[];
    expect(item).toMatchObject({
      type: "webpage",
      title: "Metacognition and self-regulation",
      URL: `${site.url}/evidence/${slug}`,
    });
    expect(item!.note).toContain("Education Endowment Foundation");
  });

  test.each(["no-such-strand/citation.bib", "%00/citation.json", `${slug}/citation.ris`])(
    "%s is not found",
    async (path) => {
      expect((await get(`/evidence/${path}`)).status).toBe(404);
    },
  );
});

describe("what the address of a strand asks for and cannot get", () => {
  test("is left out and named, and the page is there", async () => {
    const { status, text } = await get(`/evidence/${slug}?findings=nonsense&all=elephants`);
    expect(status).toBe(200);
    expect(text).toContain("all=elephants, findings");
    expect(text).toContain("Findings of the studies");
    expect((await get("/evidence/no-such-strand?findings=nonsense")).status).toBe(404);
  });
});

describe("what figures do not mean", () => {
  test("is said beside them: an average, which ages, whole price, and what may change", async () => {
    const rated = (await get(`/evidence/${slug}`)).text;
    for (const words of ["Not a promise.", "key stages 1 to 4", "No subject is named"])
      expect(rated.includes(words), words).toBe(true);
    const little = (await get("/evidence/school-uniform")).text;
    expect(little.includes("Not zero.")).toBe(true);
    expect(little.includes("Not a promise.")).toBe(false);
  });
});

describe.skipIf(noBrowser)("a strand, in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  const sideways = (page: Page) =>
    page.evaluate<number>(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );

  describe.each([true, false])("with JavaScript: %s", (javaScriptEnabled) => {
    test("the next session is found on a phone before the text, and leads to its page", async () => {
      const { page } = await openPage(browser, {
        javaScriptEnabled,
        viewport: { width: 390, height: 844 },
      });
      await page.goto(`${site.url}/evidence/${slug}`);
      const link = page.getByRole("region", { name: "Next session" }).getByRole("link").first();
      expect((await link.boundingBox())!.y).toBeLessThan(844);
      await link.click();
      await page.waitForURL(/\/cpd\/[^/]+$/);
      await page.context().close();
    });

    test("it is compared with another approach, cited and shared by links that need no script", async () => {
      const { page, complaints } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/evidence/${slug}`);
      const compare = page.getByRole("link", { name: "Compare with another approach" });
      expect(await compare.getAttribute("href")).toBe(`/compare?strand=${slug}`);
      await page.getByText("Cite", { exact: true }).click();
      await page.getByRole("link", { name: "BibTeX file" }).waitFor();
      await page.getByText("Share", { exact: true }).click();
      const mail = await page.getByRole("link", { name: "Send by e-mail" }).getAttribute("href");
      expect(new URL(mail!).searchParams.get("body")).toContain(`${site.url}/evidence/${slug}`);
      for (const name of ["Print", "Copy the link"])
        expect(await page.getByRole("button", { name }).isVisible(), name).toBe(javaScriptEnabled);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test("a list is shown whole on an address of its own", async () => {
      const { page } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/evidence/${slug}`);
      const all = page.getByRole("link", { name: /^All \d+ sessions$/ });
      const count = Number(/\d+/.exec((await all.textContent())!)![0]);
      await all.click();
      await page.waitForURL(/\?all=sessions#cpd/);
      const cards = page.locator("#cpd-that-builds-on-this li");
      await expect.poll(() => cards.count(), { timeout: 10_000 }).toBe(count);
      await page.context().close();
    });
  });

  test("the link is copied, and the page says so", async () => {
    const { page } = await openPage(browser, {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.goto(`${site.url}/evidence/${slug}`);
    await page.getByText("Share", { exact: true }).click();
    await page.getByRole("button", { name: "Copy the link" }).click();
    await page.getByText("Copied", { exact: true }).waitFor();
    expect(await page.evaluate<string>("navigator.clipboard.readText()")).toBe(
      `${site.url}/evidence/${slug}`,
    );
    await page.context().close();
  });

  test("a reference leads back to where it is cited", async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${site.url}/evidence/${slug}`);
    const back = page.locator('li[id^="reference-"] a[href^="#cited-"]').first();
    const target = (await back.getAttribute("href"))!;
    expect(await page.locator(`${target}[href^="#reference-"]`).count()).toBe(1);
    await page.context().close();
  });

  test.each([390, 1280])(
    "at %i px the findings stay within the page and stay a table for a screen reader",
    async (width) => {
      const { page } = await openPage(browser, { viewport: { width, height: 844 } });
      await page.goto(`${site.url}/evidence/${slug}`);
      const table = page.getByRole("table", { name: /Effect sizes/ });
      expect(await table.getByRole("columnheader").allTextContents()).toEqual([
        "Outcome",
        "Effect",
        "Compared with",
        "Pupils",
        "Study",
      ]);
      expect(await table.getByRole("row").count()).toBe(7);
      expect(await table.getByRole("rowheader").count()).toBe(6);
      const box = (await table.boundingBox())!;
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(await sideways(page)).toBeLessThanOrEqual(0);
      await page.context().close();
    },
  );

  test("the effects are drawn, and said in words", async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${site.url}/evidence/${slug}`);
    const plot = page.getByRole("figure", { name: /All 6 effects shown favour the approach/ });
    expect(await plot.locator("svg rect").count()).toBe(6);
    expect(await plot.getByRole("listitem").first().textContent()).toContain("+0.50");
    await page.context().close();
  });

  test("every strand is printed on two sheets of A4 at most, also from a dark screen", async () => {
    const { page } = await openPage(browser, { colorScheme: "dark" });
    const sheets: Record<string, number> = {};
    for (const each of strands) {
      await page.goto(`${site.url}/evidence/${each}`);
      const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
      sheets[each] = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    }
    expect(Object.entries(sheets).filter(([, count]) => count < 1 || count > 2)).toEqual([]);
    await page.context().close();
  }, 180_000);

  test("paper has the figures, their limits and the address, and nothing to click", async () => {
    const { page } = await openPage(browser);
    await page.emulateMedia({ media: "print" });
    await page.goto(`${site.url}/evidence/${slug}`);
    const seen = await page.locator("body").innerText();
    for (const words of ["8 months more progress", "Not a promise.", `/evidence/${slug}`])
      expect(seen).toContain(words);
    for (const words of ["Compare with", "On this page", "CPD that builds on this", "Next session"])
      expect(seen).not.toContain(words);
    await page.context().close();
  });
});
