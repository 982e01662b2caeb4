import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { testApi } from "../support/api.ts";
import { type Served, served } from "../support/served.ts";
import { addressesOf } from "./addresses.ts";
import { openPage, startBrowser } from "./browser.ts";
import { servedReaders } from "./signed-in-pages.ts";
import { stateAddresses } from "./states.ts";
import { type Look, looks, type Reader } from "./sweep.ts";

// Makes the pictures that people look at: `npm run screenshots`, or with SCREENSHOTS=strand,home only those pages.

const folder = "tests/web/screenshots";
/** Pictures are for the eye, not for comparing bit by bit: about half the size, and no more of a page than this. */
const scales: Record<number, number> = { 390: 0.6, 1280: 0.42 };
const longest = 2_500;

let site: Served;
let states: { url: string; addresses: Readonly<Record<string, string>> };
let browser: Browser;
const wanted = process.env.SCREENSHOTS?.split(",");

beforeAll(async () => {
  [site, browser] = await Promise.all([served(), startBrowser()]);
  const { url, world } = await testApi();
  states = { url, addresses: await stateAddresses(world) };
  if (!wanted) await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
});
afterAll(() => browser?.close());

async function picture(page: Page, { width }: Look): Promise<Buffer> {
  const height = await page.evaluate<number>("document.documentElement.scrollHeight");
  const chromium = await page.context().newCDPSession(page);
  const { data } = await chromium.send("Page.captureScreenshot", {
    format: "webp",
    quality: 20,
    captureBeyondViewport: true,
    clip: { x: 0, y: 0, width, height: Math.min(height, longest), scale: scales[width] ?? 1 },
  });
  await chromium.detach();
  return Buffer.from(data, "base64");
}

async function take(
  base: string,
  addresses: Readonly<Record<string, string>>,
  cookies: Reader["cookies"] = [],
): Promise<number> {
  let taken = 0;
  for (const look of looks) {
    const { width, colorScheme } = look;
    const { page } = await openPage(browser, { viewport: { width, height: 844 }, colorScheme });
    await page.context().addCookies(cookies.map((each) => ({ ...each, url: base })));
    // The typefaces come with the first page and are shown from the second on.
    await page.goto(base, { waitUntil: "networkidle" });
    for (const [kind, path] of Object.entries(addresses)) {
      const name = kind.replaceAll(/[^a-z0-9]+/g, "-");
      if (wanted && !wanted.includes(name)) continue;
      await page.goto(base + path, { waitUntil: "networkidle" });
      const file = join(folder, `${name}-${width}-${colorScheme}.webp`);
      await writeFile(file, await picture(page, look));
      taken += 1;
    }
    await page.context().close();
  }
  return taken;
}

test("a picture of every page of the demonstration", async () => {
  expect(await take(site.url, await addressesOf(site))).toBeGreaterThan(0);
}, 900_000);

test("a picture of every page in a state that the demonstration does not have", async () => {
  expect(await take(states.url, states.addresses)).toBeGreaterThan(0);
}, 900_000);

test("a picture of every page of people's own", async () => {
  const own = await servedReaders();
  onTestFinished(() => own.stop());
  let taken = 0;
  for (const { pages, cookies } of Object.values(own.readers))
    taken += await take(own.url, pages, cookies);
  expect(taken).toBeGreaterThan(0);
}, 900_000);
