import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";

// A busy machine may take longer than a second to show what it was asked for.
const patient = { timeout: 10_000 };

describe.skipIf(noBrowser)("the pages, in a browser", () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([served(), startBrowser()]);
  });
  afterAll(() => browser?.close());

  describe.each([true, false])("with JavaScript: %s", (javaScriptEnabled) => {
    test("a teacher types a word, wrongly spelt, and reads the strand", async () => {
      const { page, complaints } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/`);
      await page.getByRole("searchbox").fill("metacogntion");
      await page.getByRole("button", { name: "Search" }).click();
      await page.waitForURL(/\/search\?q=metacogntion/);
      await page.getByText("Showing results for").waitFor();
      const first = page.getByRole("region", { name: "Results" }).getByRole("link").first();
      await first.click();
      await page.waitForURL(/\/evidence\/metacognition-and-self-regulation$/);
      await page
        .getByRole("heading", { level: 1, name: "Metacognition and self-regulation" })
        .waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test("filters narrow the results, and a chip takes one away", async () => {
      const { page } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/search?q=reading`);
      await page.getByRole("checkbox", { name: /^Primary/ }).check();
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Apply filters" }).click();
      await page.waitForURL(/phase=primary/);
      const focused = await page.evaluate<string | undefined>("document.activeElement.name");
      expect(focused).toBe(javaScriptEnabled ? "phase" : undefined);
      const chip = page.getByRole("link", { name: "Remove Primary" });
      await chip.waitFor();
      await chip.click();
      await page.waitForURL((url) => !url.search.includes("phase="));
      await expect
        .poll(() => page.getByRole("checkbox", { name: /^Primary/ }).isChecked(), patient)
        .toBe(false);
      await page.context().close();
    });

    test("nothing found leads on", async () => {
      const { page } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/search?q=zzqxv&phase=primary`);
      await page.getByRole("heading", { level: 1, name: /Nothing found/ }).waitFor();
      await page.getByRole("main").getByRole("link", { name: "Feedback" }).first().click();
      await page.waitForURL(/\/topics\/feedback$/);
      await expect
        .poll(() => page.getByRole("heading", { level: 1 }).textContent(), patient)
        .toContain("Feedback");
      await page.context().close();
    });
  });

  test("the back button brings back the words, the filters and the order", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/search?q=reading`);
    await page.getByRole("checkbox", { name: /^Primary/ }).check();
    await page.waitForURL(/phase=primary/);
    await page.getByLabel("Sort by").selectOption("impact");
    await page.waitForURL(/sort=impact/);
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes("sort="));
    await expect.poll(() => page.getByLabel("Sort by").inputValue(), patient).toBe("relevance");
    await page.goBack();
    await page.waitForURL((url) => url.search === "?q=reading");
    await expect
      .poll(() => page.getByRole("checkbox", { name: /^Primary/ }).isChecked(), patient)
      .toBe(false);
    expect(await page.getByRole("searchbox").inputValue()).toBe("reading");
    await page.context().close();
  });

  test("the keyboard is enough: skip link, search, result", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/evidence/feedback`);
    await page.keyboard.press("Tab");
    expect(await page.evaluate<string>("document.activeElement.textContent")).toBe(
      "Skip to the content",
    );
    await page.keyboard.press("Enter");
    expect(await page.evaluate<string>("document.activeElement.id")).toBe("main");
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("homework");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/search\?q=homework/);
    await expect.poll(() => page.title(), patient).toBe("“homework” – search – Potbank");
    await expect
      .poll(() => page.evaluate<string>("document.activeElement.id"), patient)
      .toBe("main");
    await page.context().close();
  });

  test("a citation leads to its reference", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/evidence/metacognition-and-self-regulation`);
    const citation = page.locator('a[href^="#reference-"]').first();
    const target = (await citation.getAttribute("href")) as string;
    await citation.click();
    await page.waitForURL((url) => url.hash === target);
    expect(await page.locator(target).count()).toBe(1);
    await page.context().close();
  });

  test("GraphiQL opens without help from anywhere else and answers", async () => {
    const { page, complaints } = await openPage(browser);
    const strangers: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(site.url)) strangers.push(request.url());
    });
    await page.goto(`${site.url}/graphql`);
    // The button is there before the editor has its text, and would send nothing.
    await page.locator(".graphiql-query-editor").getByText("totalCount").waitFor();
    await page.getByRole("button", { name: /execute/i }).click();
    await page.getByText("metacognition-and-self-regulation").first().waitFor();
    expect(strangers).toEqual([]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
