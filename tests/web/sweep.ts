import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { accessibilityFaults, colourFaults, openPage } from "./browser.ts";

/** How a page is looked at: a phone's width or a desk's, by day or by night. */
export interface Look {
  readonly width: number;
  readonly colorScheme: "light" | "dark";
}

/** The widths and schemes that every page has to stand in. */
export const looks: readonly Look[] = [390, 1280].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);

const openAll = `document.querySelectorAll("main details").forEach((each) => (each.open = true))`;

type Addresses = Readonly<Record<string, string>>;

/** A page waits for the network more than it computes: two are looked at at a time. */
export async function inTwo<Found>(
  addresses: Addresses,
  look: (half: Addresses) => Promise<Found>,
): Promise<readonly Found[]> {
  const entries = Object.entries(addresses);
  const halves = [0, 1].map((odd) => entries.filter((_entry, place) => place % 2 === odd));
  return Promise.all(halves.map((half) => look(Object.fromEntries(half))));
}

const sideways = (page: Page): Promise<number> =>
  page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");

/**
 * What is wrong with the pages at these addresses, each line beginning with the name of the page: what axe finds, what the
 * console complains of (violations of the content security policy among it), and pages that run over the side.
 */
export async function faultsOf(
  browser: Browser,
  site: string,
  addresses: Addresses,
  { width, colorScheme }: Look,
): Promise<readonly string[]> {
  const { page, complaints } = await openPage(browser, {
    viewport: { width, height: 844 },
    colorScheme,
  });
  const faults: string[] = [];
  for (const [kind, path] of Object.entries(addresses)) {
    await page.goto(site + path, { waitUntil: "networkidle" });
    for (const fault of await accessibilityFaults(page)) faults.push(`${kind}: ${fault}`);
    const over = await sideways(page);
    if (over > 0) faults.push(`${kind}: ${over} px over the side`);
    for (const complaint of complaints.splice(0)) faults.push(`${kind}: console: ${complaint}`);
  }
  await page.context().close();
  return faults;
}

/** Somebody's pages by the kind of page, and what their browser keeps: nothing, signed out. */
export interface Reader {
  readonly cookies: readonly { readonly name: string; readonly value: string }[];
  readonly pages: Addresses;
}

/**
 * The same of somebody's own pages, with what can be opened open: acts wait there. A page is fetched once and turned from
 * one scheme to the other, in which only its colours are looked at again.
 */
export async function faultsForReader(
  browser: Browser,
  site: string,
  { cookies, pages }: Reader,
  { width, colorScheme }: Look,
): Promise<readonly string[]> {
  const { page, complaints } = await openPage(browser, {
    viewport: { width, height: 844 },
    // Colours change at once.
    reducedMotion: "reduce",
  });
  await page.context().addCookies(cookies.map((each) => ({ ...each, url: site })));
  const faults: string[] = [];
  for (const [kind, path] of Object.entries(pages)) {
    await page.emulateMedia({ colorScheme });
    await page.goto(site + path, { waitUntil: "load" });
    await page.evaluate(openAll);
    for (const fault of await accessibilityFaults(page)) faults.push(`${kind}: ${fault}`);
    const over = await sideways(page);
    if (over > 0) faults.push(`${kind}: ${over} px over the side`);
    await page.emulateMedia({ colorScheme: colorScheme === "light" ? "dark" : "light" });
    for (const fault of await colourFaults(page)) faults.push(`${kind}, turned: ${fault}`);
    for (const complaint of complaints.splice(0)) faults.push(`${kind}: console: ${complaint}`);
  }
  await page.context().close();
  return faults;
}

const watchShifts = `
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shifted += value;
  }).observe({ type: "layout-shift", buffered: true });
`;

const paintsOf = (page: Page): Promise<number> =>
  page
    .evaluate<number>("performance.getEntriesByName('first-contentful-paint').length")
    // There is nothing to ask while one document gives way to the next.
    .catch(() => 0);

/**
 * How far each page's content moves while it loads, as cumulative layout shift. Typefaces are held back until the first paint:
 * on a fast line they would be there before it, and nothing could be seen to move.
 */
export async function shiftsOf(
  browser: Browser,
  site: string,
  addresses: Addresses,
  width: number,
): Promise<Readonly<Record<string, number>>> {
  const shifts: Record<string, number> = {};
  for (const [kind, path] of Object.entries(addresses)) {
    const { page } = await openPage(browser, { viewport: { width, height: 844 } });
    await page.addInitScript(watchShifts);
    let painted = (): void => undefined;
    const firstPaint = new Promise<void>((done) => (painted = done));
    await page.route("**/*.woff2", async (route) => {
      await firstPaint;
      await route.continue().catch(() => undefined);
    });
    const arrived = page.goto(site + path, { waitUntil: "networkidle" });
    // Asked from here: waitForFunction would evaluate in the page, which the policy forbids.
    await expect.poll(() => paintsOf(page), { timeout: 30_000 }).toBe(1);
    painted();
    await arrived;
    await page.evaluate("document.fonts.ready.then(() => undefined)");
    shifts[kind] = await page.evaluate<number>("window.shifted");
    await page.context().close();
  }
  return shifts;
}
