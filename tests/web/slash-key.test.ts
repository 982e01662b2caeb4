import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { accessibilityFaults, noBrowser, openPage, startBrowser } from "./browser.ts";

const name = "Use / to go to the search box";

describe.skipIf(noBrowser)("the key / for the search box", () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([served(), startBrowser()]);
  });
  afterAll(() => browser?.close());

  const box = (page: Page) => page.getByRole("switch", { name });
  const visit = (page: Page, path: string) =>
    page.goto(site.url + path, { waitUntil: "networkidle" });
  /** Where the key leads to. */
  const slash = async (page: Page): Promise<string> => {
    await page.evaluate("document.activeElement?.blur()");
    await page.keyboard.press("/");
    return page.evaluate<string>("document.activeElement.id");
  };

  test("is switched off and on again by the keyboard, and other pages keep to it", async () => {
    const { page, complaints } = await openPage(browser);
    await visit(page, "/accessibility");
    expect(await box(page).isChecked()).toBe(true);
    expect(await slash(page)).toBe("header-search");
    await box(page).focus();
    await page.keyboard.press("Space");
    expect(await box(page).isChecked()).toBe(false);
    expect(await slash(page)).toBe("");
    expect(await accessibilityFaults(page)).toEqual([]);
    await visit(page, "/");
    expect(await slash(page)).toBe("");
    expect(await page.locator("#home-search").getAttribute("aria-keyshortcuts")).toBeNull();
    await visit(page, "/accessibility");
    await expect.poll(() => box(page).isChecked()).toBe(false);
    await box(page).focus();
    await page.keyboard.press("Space");
    expect(await slash(page)).toBe("header-search");
    expect(await page.evaluate<number>("localStorage.length")).toBe(0);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("is switched off for the page even where the browser keeps nothing, and that is said", async () => {
    const { page, complaints } = await openPage(browser);
    await page.addInitScript(
      `Object.defineProperty(window, "localStorage", { get() { throw new Error("no storage"); } })`,
    );
    await visit(page, "/accessibility");
    expect(await slash(page)).toBe("header-search");
    await box(page).uncheck();
    await page.getByText("Your browser keeps nothing for this site").waitFor();
    expect(await slash(page)).toBe("");
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("has no switch without JavaScript", async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await visit(page, "/accessibility");
    expect(await page.getByText(name).isVisible()).toBe(false);
    await page.context().close();
  });

  test("is said on the privacy page to be kept in the browser", async () => {
    const html = await (await fetch(`${site.url}/privacy`)).text();
    expect(html).toContain('<a href="/accessibility#key">the shortcut key</a>');
  });
});
