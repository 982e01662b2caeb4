import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { cast, whole } from "../support/reflections.ts";
import { test } from "../support/world.ts";
import { accessibilityFaults, noBrowser, openPage, startBrowser } from "./browser.ts";
import { pagesAs } from "./pages-as.ts";

const patient = { timeout: 10_000 };

describe.skipIf(noBrowser)("writing a reflection in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(async () => {
    await browser?.close();
  });

  test("what one types is saved by itself into one reflection, and said to be", async ({
    world,
  }) => {
    const pages = await pagesAs(world);
    const { author, summary } = await cast(world);
    await pages.get(author, "/my-reflections");
    const { page } = await openPage(browser, { viewport: { width: 390, height: 800 } });
    try {
      await page.goto(`${pages.url}/reflections/new?evidence=${summary.slug}`);
      await page.getByLabel("My class").fill("Wombat class.");
      await page.getByText(/^Saved at \d\d:\d\d$/).waitFor();
      expect(new URL(page.url()).pathname).toMatch(/^\/reflections\/reflection_\w+\/edit$/);
      await page.getByLabel("What I tried").fill("We dug.");
      const own = `{ viewer { reflections { nodes { latest { context tried } } } } }`;
      const texts = async () => (await world.ask(own, {}, author)).data.viewer.reflections.nodes;
      await expect
        .poll(texts, patient)
        .toEqual([{ latest: { context: "Wombat class.", tried: "We dug." } }]);
    } finally {
      await page.context().close();
      pages.close();
    }
  });

  test("axe has nothing against any of their pages, on a phone", async ({ world }) => {
    const pages = await pagesAs(world);
    const { author, moderator, create, act } = await cast(world);
    const marked = await create({ tried: "Amelia dug with Mr Khan." });
    const waiting = await create(whole);
    await act("submit", author, { id: waiting.id, revision: 1 });
    const { page } = await openPage(browser, { viewport: { width: 390, height: 800 } });
    try {
      for (const [viewer, path] of [
        [author, "/reflections/new?q=quokka"],
        [author, "/my-reflections"],
        [author, `/reflections/${marked.id}`],
        [author, `/reflections/${marked.id}/edit`],
        [author, `/reflections/${marked.id}/share`],
        [moderator, "/moderation"],
      ] as const) {
        await pages.get(viewer, path);
        await page.goto(pages.url + path);
        expect(await accessibilityFaults(page), path).toEqual([]);
        const width = await page.evaluate<number>("document.documentElement.scrollWidth");
        expect(width, path).toBeLessThanOrEqual(390);
      }
    } finally {
      await page.context().close();
      pages.close();
    }
  });
});
