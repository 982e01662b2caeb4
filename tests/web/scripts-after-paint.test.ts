import { beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";

let site: Served;
beforeAll(async () => {
  site = await served();
});

test("a page asks for no script before it is painted, and says which it will ask for", async () => {
  const html = await (await fetch(`${site.url}/evidence/feedback`)).text();
  expect(html).not.toContain('rel="modulepreload"');
  expect(html).not.toContain('type="module"');
  expect(html.match(/<script nonce="[^"]+" type="text\/plain" data-after-paint/g)).toHaveLength(1);
  const [, list] = /\)\((\["\/assets\/[^\]]+\])\)<\/script>/.exec(html) ?? [];
  const scripts = JSON.parse(list ?? "[]") as string[];
  expect(scripts.length).toBeGreaterThan(3);
  for (const path of scripts) expect((await fetch(site.url + path)).status, path).toBe(200);
});

describe.skipIf(noBrowser)("in a browser", () => {
  test.each(["visible", "hidden"])(
    "a page in a %s tab gets its scripts, without a complaint",
    async (state) => {
      const browser = await startBrowser();
      const { page, complaints } = await openPage(browser);
      await page.addInitScript(
        `Object.defineProperty(Document.prototype, "visibilityState", { get: () => "${state}" })`,
      );
      // Comes back when the page listens.
      await page.goto(`${site.url}/evidence/feedback`);
      expect(await page.locator("html[data-listening]").count()).toBe(1);
      expect(await page.locator('link[rel="modulepreload"]').count()).toBeGreaterThan(3);
      expect(complaints).toEqual([]);
      await browser.close();
    },
  );
});
