import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";

// A busy machine may take longer than a second to show what it was asked for.
const patient = { timeout: 10_000 };

describe.skipIf(noBrowser)("records, in a browser", () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([served(), startBrowser()]);
  });
  afterAll(() => browser?.close());

  describe.each([true, false])("with JavaScript: %s", (javaScriptEnabled) => {
    test("a teacher goes from a topic to its projects, narrows them and opens one and its school", async () => {
      const { page, complaints } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/`);
      await page
        .getByRole("main")
        .getByRole("link", { name: /^Reading/ })
        .first()
        .click();
      await page.waitForURL(/\/topics\/reading$/);
      await page.goto(`${site.url}/projects?topic=reading`);
      await page.getByLabel("How far it is").selectOption("reported");
      await page.getByRole("button", { name: "Apply filters" }).click();
      await page.waitForURL(/status=reported/);
      await page.getByRole("link", { name: "Remove Reading" }).click();
      await page.waitForURL((url) => !url.search.includes("topic=reading"));
      await expect.poll(() => page.getByLabel("Topic").inputValue(), patient).toBe("");
      expect(await page.getByLabel("How far it is").inputValue()).toBe("reported");
      await page
        .getByRole("main")
        .getByRole("heading", { level: 3 })
        .first()
        .getByRole("link")
        .click();
      await page.waitForURL(/\/projects\/[a-z]/);
      await page
        .getByRole("main")
        .getByRole("link", { name: /\(example\)$/ })
        .first()
        .click();
      await page.waitForURL(/\/schools\/\d+$/);
      await page.getByText("This is an example, not a real school.").waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test("the school's name on a card leads to the school, the card itself to the record", async () => {
      const { page } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/reflections`);
      await page
        .getByRole("main")
        .getByRole("link", { name: /School \(example\)/ })
        .first()
        .click();
      await page.waitForURL(/\/schools\/\d+$/);
      await page.goto(`${site.url}/reflections`);
      const card = page.getByRole("main").getByRole("listitem").first();
      const title = await card.getByRole("heading").textContent();
      await card.click({ position: { x: 60, y: 5 } });
      await page.waitForURL(/\/reflections\/reflection_/);
      await expect
        .poll(() => page.getByRole("heading", { level: 1 }).textContent(), patient)
        .toBe(title);
      await page.context().close();
    });

    test("a school is found by the beginning of its name", async () => {
      const { page } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/schools`);
      const form = page.getByRole("search", { name: "Schools" });
      await form.getByRole("searchbox").fill("slipw");
      await form.getByRole("button", { name: "Search" }).click();
      await page.waitForURL(/q=slipw/);
      await page.getByRole("link", { name: /^Slipware Junior School/ }).click();
      await page.waitForURL(/\/schools\/900003$/);
      await expect.poll(() => page.title(), patient).toContain("Slipware Junior School");
      await page.context().close();
    });
  });
});
