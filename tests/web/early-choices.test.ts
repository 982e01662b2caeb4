import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";

/** Scripts are there once the page answers as they make it. */
const awake = (page: Page) => page.locator("html[data-listening]").waitFor({ state: "attached" });

describe.skipIf(noBrowser)("before the scripts are there", () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([served(), startBrowser()]);
  });
  afterAll(() => browser?.close());

  /** A page whose scripts come when they are let go. */
  const open = async (path: string) => {
    const { page, complaints } = await openPage(browser);
    let release = (): void => undefined;
    const held = new Promise<void>((done) => (release = done));
    await page.route("**/assets/*.js", async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(site.url + path, { waitUntil: "commit" });
    return { page, complaints, release };
  };

  test.each([
    ["/search?q=reading", /^Primary/, "phase", "primary"],
    ["/cpd", /^Online/, "mode", "online"],
    ["/evidence", /^Primary/, "phase", "primary"],
  ])("a box ticked on %s narrows the list once they are", async (path, name, param, value) => {
    const { page, complaints, release } = await open(path);
    const box = page.getByRole("checkbox", { name }).first();
    await box.check();
    release();
    await page.waitForURL((url) => url.searchParams.get(param) === value);
    await page.getByRole("list", { name: "Chosen filters" }).waitFor();
    expect(await box.isChecked()).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("a box unticked, a day and an order count as well", async () => {
    const unticked = await open("/cpd?mode=online&phase=primary");
    await unticked.page.getByRole("checkbox", { name: /^Online/ }).uncheck();
    unticked.release();
    await unticked.page.waitForURL(/\/cpd\?phase=primary$/);
    const dated = await open("/cpd");
    const day = `${new Date().getFullYear() + 1}-01-10`;
    await dated.page.getByLabel("From", { exact: true }).fill(day);
    dated.release();
    await dated.page.waitForURL((url) => url.searchParams.get("from") === day);
    const ordered = await open("/search?q=reading");
    await ordered.page.getByLabel("Sort by").selectOption("newest");
    ordered.release();
    await ordered.page.waitForURL(/sort=newest/);
    expect(ordered.page.url()).toContain("q=reading");
    for (const { page } of [unticked, dated, ordered]) await page.context().close();
  });

  test.each(["/search?q=reading", "/", "/schools"])(
    "words typed into the search box of %s stay",
    async (path) => {
      const { page, complaints, release } = await open(path);
      const field = page.locator('main input[name="q"]');
      await field.fill("reading aloud");
      // The cursor is elsewhere when the scripts come.
      await field.blur();
      release();
      await awake(page);
      await page.waitForLoadState("networkidle");
      expect(await field.inputValue()).toBe("reading aloud");
      expect(complaints).toEqual([]);
      await page.context().close();
    },
  );

  test("a choice of a list that is sent by its button stays, and is sent", async () => {
    const { page, release } = await open("/projects");
    await page.getByLabel("Phase").selectOption("primary");
    release();
    await awake(page);
    await page.waitForLoadState("networkidle");
    expect(await page.getByLabel("Phase").inputValue()).toBe("primary");
    await page.getByRole("button", { name: "Apply filters" }).click();
    await page.waitForURL(/phase=primary/);
    await page.context().close();
  });

  test("a page that nobody touched keeps its address", async () => {
    for (const path of [
      "/search?q=reading&sort=newest&phase=primary",
      "/cpd?from=2026-02-31",
      "/evidence?padlocks=0",
    ]) {
      const { page, release } = await open(path);
      release();
      await awake(page);
      await page.waitForLoadState("networkidle");
      expect(page.url()).toBe(site.url + path);
      await page.context().close();
    }
  });
});
