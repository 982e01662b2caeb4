import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { serverUrl } from "../support/server.ts";
import { noBrowser, startBrowser } from "./browser.ts";
import { readersOf } from "./signed-in-pages.ts";
import { faultsForReader, inTwo, type Look, type Reader } from "./sweep.ts";

// The accounts of the demonstration are made on the embedded database alone.
describe.skipIf(noBrowser ?? serverUrl())("every page of people's own", () => {
  let site: Served;
  let browser: Browser;
  let folder: string;
  let readers: Readonly<Record<string, Reader>>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "potbank-readers-"));
    [site, browser] = await Promise.all([
      served({ env: { NODE_ENV: "development", POTBANK_DATA: folder } }),
      startBrowser(),
    ]);
    readers = await readersOf(site.url, folder);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  // Each is turned from one scheme to the other, so that two looks show four.
  test.each([
    { width: 390, colorScheme: "light" },
    { width: 1280, colorScheme: "dark" },
  ] satisfies Look[])(
    "stands at $width px in either scheme: no accessibility fault, no complaint, nothing over the side",
    async (look) => {
      const faults: string[] = [];
      for (const { pages, cookies } of Object.values(readers)) {
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
