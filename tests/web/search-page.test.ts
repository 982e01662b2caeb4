import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { accessibilityFaults, noBrowser, openPage, startBrowser } from "./browser.ts";

// A busy machine may take longer than a second to show what it was asked for.
const patient = { timeout: 15_000 };

const field = (page: Page) => page.locator('main input[name="q"]');
// The order of the results is chosen from options, too.
const options = (page: Page) => page.locator('a[role="option"]');
const total = (page: Page, count: string | undefined) =>
  page.locator("#results").getByText(`${count} results`, { exact: true }).waitFor();
const headline = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name }).waitFor();

describe.skipIf(noBrowser)("search, in a browser", () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([served(), startBrowser()]);
  });
  afterAll(() => browser?.close());

  const open = async (path: string, javaScriptEnabled = true) => {
    const watched = await openPage(browser, { javaScriptEnabled });
    await watched.page.goto(site.url + path, { waitUntil: "networkidle" });
    return watched;
  };

  describe("while one types", () => {
    test("the keyboard is enough: slash, a few letters, an arrow and Enter lead to the strand", async () => {
      const { page, complaints } = await open("/");
      await page.keyboard.press("/");
      expect(await page.evaluate<string>("document.activeElement.id")).toBe("home-search");
      await page.keyboard.type("metac");
      await options(page).first().waitFor();
      expect(await field(page).getAttribute("aria-expanded")).toBe("true");
      await page.getByText(/\d suggestions?\./).waitFor({ state: "attached" });
      await page.keyboard.press("ArrowDown");
      const active = await field(page).getAttribute("aria-activedescendant");
      expect(await page.locator(`#${active}`).getAttribute("aria-selected")).toBe("true");
      expect(await page.locator(`#${active}`).textContent()).toContain("+8 months");
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/evidence\/metacognition-and-self-regulation$/);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test("the arrows go round through the field, and Enter there searches", async () => {
      const { page } = await open("/");
      await field(page).focus();
      await page.keyboard.type("homew");
      await options(page).first().waitFor();
      const count = await options(page).count();
      await page.keyboard.press("ArrowUp");
      const last = await field(page).getAttribute("aria-activedescendant");
      expect(await page.locator(`#${last}`).textContent()).toMatch(/results for “homew”/);
      await page.keyboard.press("ArrowDown");
      expect(await field(page).getAttribute("aria-activedescendant")).toBeNull();
      for (let i = 0; i <= count; i++) await page.keyboard.press("ArrowDown");
      expect(await field(page).getAttribute("aria-activedescendant")).toBeNull();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/search\?q=homew$/);
      await headline(page, "Results for “homew”");
      expect(await options(page).count()).toBe(0);
      await page.context().close();
    });

    test("Escape closes the list, a second one empties the field", async () => {
      const { page } = await open("/search?q=reading");
      await field(page).focus();
      await page.keyboard.press("End");
      await page.keyboard.type(" comp");
      await options(page).first().waitFor();
      await page.keyboard.press("Escape");
      await expect.poll(() => options(page).count(), patient).toBe(0);
      expect(await field(page).inputValue()).toBe("reading comp");
      await page.keyboard.press("Escape");
      expect(await field(page).inputValue()).toBe("");
      await page.context().close();
    });

    test("a click on the last entry searches for all, a click on another opens it", async () => {
      const { page } = await open("/");
      await field(page).pressSequentially("homew");
      await page.getByRole("option", { name: /results for/ }).click();
      await page.waitForURL(/\/search\?q=homew$/);
      await headline(page, /Results for/);
      await field(page).fill("homewo");
      await page
        .getByRole("option", { name: /Homework/ })
        .first()
        .click();
      await page.waitForURL(/\/evidence\//);
      expect(new URL(page.url()).pathname).toBe("/evidence/homework");
      await page.context().close();
    });

    test("without a connection there is no list and no complaint", async () => {
      const { page, complaints } = await open("/");
      await page.route("**/search/suggestions*", (route) => route.abort());
      const failed = page.waitForEvent("requestfailed");
      await field(page).pressSequentially("homework");
      await failed;
      expect(await options(page).count()).toBe(0);
      expect(complaints.filter((words) => !/ERR_FAILED/.test(words))).toEqual([]);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/search\?q=homework$/);
      await page.context().close();
    });

    test("an answer that comes late is dropped", async () => {
      const { page } = await open("/");
      let release = (): void => undefined;
      const held = new Promise<void>((done) => (release = done));
      let answered: Promise<unknown> = Promise.resolve();
      await page.route(/suggestions\?q=feedb$/, async (route) => {
        await held;
        answered = route.continue().catch(() => undefined);
        await answered;
      });
      const asked = page.waitForRequest(/suggestions\?q=feedb$/);
      await field(page).pressSequentially("feedb");
      await asked;
      await field(page).fill("homew");
      await page
        .getByRole("option", { name: /Homework/ })
        .first()
        .waitFor();
      release();
      await answered;
      expect(await page.getByRole("option", { name: /Feedback/ }).count()).toBe(0);
      await page.context().close();
    });

    test("a slash typed into a field stays a slash", async () => {
      const { page } = await open("/search?q=reading");
      await field(page).focus();
      await page.keyboard.press("End");
      await page.keyboard.type("/");
      expect(await field(page).inputValue()).toBe("reading/");
      await page.context().close();
    });
  });

  describe.each([true, false])("the page of results, with JavaScript: %s", (javaScriptEnabled) => {
    test("a kind is a tab, counted under the other filters, and All leads back", async () => {
      const { page } = await open("/search?q=reading&phase=primary", javaScriptEnabled);
      const tabs = page.getByRole("navigation", { name: "Kinds of result" });
      const counts = async () => (await tabs.textContent())?.replace(/\s+/g, " ");
      const before = await counts();
      await tabs.getByRole("link", { name: /^Evidence/ }).click();
      await page.waitForURL(/kind=evidence/);
      await tabs.locator('[aria-current="page"]', { hasText: "Evidence" }).waitFor();
      expect(await counts()).toBe(before);
      const shown = await tabs.locator('[aria-current="page"]').textContent();
      const count = /\d+/.exec(shown ?? "")?.[0];
      await total(page, count);
      await page.getByRole("checkbox", { name: /^Secondary/ }).check();
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Apply filters" }).click();
      await page.waitForURL(/kind=evidence.*phase=secondary/);
      await tabs.getByRole("link", { name: /^All/ }).click();
      await page.waitForURL((url) => !url.search.includes("kind="));
      expect(new URL(page.url()).searchParams.getAll("phase").toSorted()).toEqual([
        "primary",
        "secondary",
      ]);
      await page.context().close();
    });

    test("a corrected word can be searched for as typed, and the suggestion leads back", async () => {
      const { page } = await open("/search?q=metacogntion", javaScriptEnabled);
      await headline(page, "Results for “metacognition”");
      await page.getByRole("link", { name: "metacogntion", exact: true }).click();
      await page.waitForURL(/spelling=exact/);
      await headline(page, "Nothing found for “metacogntion”");
      await page.getByText("Did you mean").getByRole("link", { name: "metacognition" }).click();
      await page.waitForURL(/\/search\?q=metacognition$/);
      await headline(page, "Results for “metacognition”");
      expect(await field(page).inputValue()).toBe("metacognition");
      await page.context().close();
    });

    test("filters that leave nothing are named with what would be found without them", async () => {
      const { page } = await open(
        "/search?q=metacognition&kind=self-study&phase=primary",
        javaScriptEnabled,
      );
      await headline(page, "Nothing found for “metacognition” with these filters");
      const tabs = page.getByRole("navigation", { name: "Kinds of result" });
      expect(await tabs.locator('[aria-current="page"]').textContent()).toContain("Self-study");
      const way = page.getByRole("listitem").filter({ hasText: "Without “Self-study”" });
      const count = /(\d+) results?$/.exec((await way.textContent())?.trim() ?? "")?.[1];
      await way.getByRole("link").click();
      await page.waitForURL((url) => !url.search.includes("kind="));
      await total(page, count);
      await page.context().close();
    });

    test("the next page leads on, and the first page back", async () => {
      const { page } = await open("/search?q=reading", javaScriptEnabled);
      const title = () => page.locator("#results h2").first().textContent();
      const first = await title();
      await page.getByRole("link", { name: "Next page" }).click();
      await page.waitForURL(/after=/);
      await page.getByRole("link", { name: "First page" }).waitFor();
      await expect.poll(title, patient).not.toBe(first);
      await page.getByRole("link", { name: "First page" }).click();
      await page.waitForURL(/\/search\?q=reading$/);
      await expect.poll(title, patient).toBe(first);
      await page.context().close();
    });
  });

  test("a box ticked by keyboard narrows at once, keeps the focus, and the number is announced", async () => {
    const { page } = await open("/search?q=reading");
    const box = page.getByRole("checkbox", { name: /^Primary/ });
    const status = page.locator("#results").getByRole("status");
    const before = await status.textContent();
    await box.focus();
    await page.keyboard.press("Space");
    await page.waitForURL(/phase=primary/);
    await expect.poll(() => status.textContent(), patient).not.toBe(before);
    expect(await page.evaluate<string>("document.activeElement.name")).toBe("phase");
    const chip = page.getByRole("link", { name: "Remove Primary" });
    await chip.focus();
    await page.keyboard.press("Enter");
    await chip.waitFor({ state: "detached" });
    await expect
      .poll(() => page.evaluate<string>("document.activeElement.id"), patient)
      .toBe("results");
    await page.context().close();
  });

  test("back and forward bring the words back although the field has the cursor", async () => {
    const { page } = await open("/search?q=reading");
    await field(page).fill("homework");
    await page.keyboard.press("Enter");
    await headline(page, "Results for “homework”");
    await page.goBack();
    await headline(page, "Results for “reading”");
    await expect.poll(() => field(page).inputValue(), patient).toBe("reading");
    await page.goForward();
    await headline(page, "Results for “homework”");
    await expect.poll(() => field(page).inputValue(), patient).toBe("homework");
    await page.context().close();
  });

  test("other words in the field are corrected again", async () => {
    const { page } = await open("/search?q=metacogntion&spelling=exact");
    await field(page).fill("metacognitoin");
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("q") === "metacognitoin");
    await headline(page, "Results for “metacognition”");
    expect(new URL(page.url()).search).toBe("?q=metacognitoin");
    await page.context().close();
  });
});
