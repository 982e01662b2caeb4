import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serverUrl } from "../support/server.ts";
import { noBrowser, startBrowser } from "./browser.ts";
import { servedReaders } from "./signed-in-pages.ts";
import { faultsForReader, inTwo, type Look } from "./sweep.ts";

// The accounts of the demonstration are made on the embedded database alone.
describe.skipIf(noBrowser ?? serverUrl())("every page of people's own", () => {
  let site: Awaited<ReturnType<typeof servedReaders>>;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([servedReaders(), startBrowser()]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });

  // Each is turned from one scheme to the other, so that two looks show four.
  test.each([
    { width: 390, colorScheme: "light" },
    { width: 1280, colorScheme: "dark" },
  ] satisfies Look[])(
    "stands at $width px in either scheme: no accessibility fault, no complaint, nothing over the side",
    async (look) => {
      const faults: string[] = [];
      for (const { pages, cookies } of Object.values(site.readers)) {
        const found = await inTwo(pages, (half) =>
          faultsForReader(browser, site.url, { cookies, pages: half }, look),
        );
        faults.push(...found.flat());
      }
      expect(faults).toEqual([]);
    },
    300_000,
  );
});
