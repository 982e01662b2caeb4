import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { monthAfter, monthOf } from "../../src/web/data/london.server.ts";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";

const patient = { timeout: 10_000 };

describe.skipIf(noBrowser)("the sessions, in a browser", () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([served(), startBrowser()]);
  });
  afterAll(() => browser?.close());
  const countOf = async (page: Page): Promise<number> =>
    Number.parseInt(
      (await page.getByRole("heading", { name: /^Coming up/ }).innerText()).replace(/\D+/, ""),
      10,
    );

  describe.each([true, false])("with JavaScript: %s", (javaScriptEnabled) => {
    test("a box narrows the sessions to as many as it says, a chip takes it away", async () => {
      const { page, complaints } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/cpd`);
      const all = await countOf(page);
      const box = page.getByRole("checkbox", { name: /^Online/ });
      const said = Number(/\d+$/.exec(await page.locator("label", { has: box }).innerText())![0]);
      await box.check();
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Show" }).click();
      await page.waitForURL((url) => url.search.includes("mode=online"));
      await expect.poll(() => countOf(page), patient).toBe(said);
      expect(said).toBeLessThan(all);
      await page.getByRole("link", { name: "Remove Online" }).click();
      await page.waitForURL((url) => url.search === "");
      await expect.poll(() => box.isChecked(), patient).toBe(false);
      expect(await countOf(page)).toBe(all);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test("filters chosen in one view hold in the month, and from month to month", async () => {
      const { page } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/cpd?mode=online`);
      await page.getByRole("link", { name: "By month" }).click();
      await page.waitForURL((url) => url.search === "?view=month&mode=online");
      await page.getByRole("table", { name: /^CPD sessions in/ }).waitFor();
      await page.getByRole("link", { name: /^Later:/ }).click();
      const month = monthAfter(monthOf(new Date().toISOString()), 1);
      await page.waitForURL((url) => url.search === `?view=month&month=${month}&mode=online`);
      await page.getByText("Filters (1 chosen)").click();
      await page.getByRole("checkbox", { name: "Places left" }).check();
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Show" }).click();
      await page.waitForURL(
        (url) =>
          url.searchParams.get("month") === month && url.searchParams.get("places") === "left",
      );
      expect(await page.getByRole("link", { name: "Remove Online" }).count()).toBe(1);
      await page.context().close();
    });
  });

  test("a day is applied once its year is whole, and the back button brings it back", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/cpd`, { waitUntil: "networkidle" });
    const day = `${new Date().getUTCFullYear() + 1}-06-01`;
    await page.getByLabel("From", { exact: true }).fill(day);
    await page.waitForURL((url) => url.search === `?from=${day}`);
    await page.goBack();
    await page.waitForURL((url) => url.search === "");
    await expect
      .poll(() => page.getByLabel("From", { exact: true }).inputValue(), patient)
      .toBe("");
    await page.context().close();
  });

  test("the keyboard is enough: a filter, the month, a session", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/cpd`);
    await page.getByRole("checkbox", { name: /^Primary/ }).focus();
    await page.keyboard.press("Space");
    await page.waitForURL((url) => url.search === "?phase=primary");
    expect(await page.evaluate<string>("document.activeElement.value")).toBe("primary");
    await page.getByRole("link", { name: "By month" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.search.includes("view=month"));
    const summary = page.locator("summary", { hasText: "Filters" });
    await summary.focus();
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.getByLabel("From", { exact: true }).isVisible(), patient)
      .toBe(true);
    await page.context().close();
  });

  test("readers anywhere see London's days and times", async () => {
    const { page, complaints } = await openPage(browser, { timezoneId: "Pacific/Auckland" });
    const words = async (path: string): Promise<string> => {
      await page.goto(site.url + path, { waitUntil: "networkidle" });
      return page.getByRole("main").innerText();
    };
    const { page: home } = await openPage(browser, { javaScriptEnabled: false });
    for (const path of ["/cpd", "/cpd?view=month"]) {
      await home.goto(site.url + path);
      const bare = (text: string) =>
        text.replace(/\s+/g, " ").replace(/ Show \d+ sessions?| Show\b/g, "");
      expect(bare(await words(path))).toBe(bare(await home.getByRole("main").innerText()));
    }
    expect(complaints).toEqual([]);
    await page.context().close();
    await home.context().close();
  });

  test("on a phone a month is its days with sessions, one below the other", async () => {
    const { page } = await openPage(browser, { viewport: { width: 390, height: 844 } });
    await page.goto(
      `${site.url}/cpd?view=month&month=${monthAfter(monthOf(new Date().toISOString()), 1)}`,
    );
    const days = page.locator("td:has(time)");
    const shown = await days.evaluateAll(
      (cells) =>
        cells.filter((cell) => (cell as unknown as { offsetHeight: number }).offsetHeight > 0)
          .length,
    );
    const withSessions = await page.locator("td:has(time):has(li)").count();
    expect(withSessions).toBeGreaterThan(0);
    expect(shown).toBe(withSessions);
    await page.context().close();
  });
});
