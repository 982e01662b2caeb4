import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serverUrl } from "../support/server.ts";
import { type Served, served } from "../support/served.ts";
import { accessibilityFaults, noBrowser, openPage, startBrowser } from "./browser.ts";

// The accounts of the demonstration are made on the embedded database alone.
describe.skipIf(noBrowser ?? serverUrl())("what people search for", () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([
      served({ env: { NODE_ENV: "development" } }),
      startBrowser(),
    ]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  async function asPublisher(options?: Parameters<typeof openPage>[1]): Promise<Page> {
    const { page } = await openPage(browser, options);
    await page.goto(`${site.url}/sign-in`);
    await page.getByRole("button", { name: "Sign in as Nadia Rahmore (example)" }).click();
    await page.waitForURL(`${site.url}/`);
    return page;
  }

  test("is told to publishers, who make another name of it with one click", async () => {
    const { page: visitor } = await openPage(browser);
    await visitor.goto(`${site.url}/search?q=phonix`);
    await visitor.goto(`${site.url}/search?q=metacognition&topic=feedback`);
    await visitor.goto(`${site.url}/search?q=metacognition`);
    const hits = visitor.locator("#results h2 a");
    const title = await hits.nth(1).textContent();
    await hits.nth(1).click();
    await visitor.getByRole("heading", { level: 1, name: title! }).waitFor();

    const page = await asPublisher();
    const path = `${site.url}/search-insight`;
    const row = (words: string) =>
      page.getByRole("table", { name: "Asked most" }).getByRole("row", { name: words });
    await expect
      .poll(
        async () => {
          await page.goto(path);
          return row("metacognition").allTextContents();
        },
        { timeout: 20_000 },
      )
      .toEqual([expect.stringMatching(/^metacognition1\d+1 time, in place 2$/)]);
    expect(await page.getByText("2 searches: 1 (50 %) found nothing").count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    const nothing = page.getByRole("table", { name: "Found nothing" });
    await nothing.getByRole("button", { name: "means “phonics”" }).click();
    await page.getByText("searches take it into account").waitFor();
    expect(await nothing.getByText("means “phonics” by now").count()).toBe(1);
    await page.getByRole("button", { name: "Take away" }).click();
    await page.getByText("Searches forget it").waitFor();
    expect(await page.getByText("None has been added yet.").count()).toBe(1);
  });

  test("keeps what was typed and names the field where a name cannot be one, without scripts", async () => {
    const page = await asPublisher({ javaScriptEnabled: false });
    await page.goto(`${site.url}/search-insight?week=2026-01-01`);
    expect(await page.getByText("Nobody has searched in this week").count()).toBe(1);
    await page.getByLabel("What people type").fill("letter sounds");
    await page.getByLabel("What they mean").fill("Letter  sounds");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByText("is the same as the words").first().waitFor();
    expect(await page.getByLabel("What people type").inputValue()).toBe("letter sounds");
  });

  test("is nobody else's to read", async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/search-insight`);
    expect(new URL(page.url()).pathname).toBe("/sign-in");
  });
});
