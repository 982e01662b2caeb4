import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";

describe.skipIf(noBrowser)("the design holds", () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([served(), startBrowser()]);
  });
  afterAll(() => browser?.close());

  const visit = async (path: string, options: BrowserContextOptions): Promise<Page> => {
    const { page } = await openPage(browser, options);
    await page.goto(site.url + path);
    return page;
  };
  const styleOf = (page: Page, selector: string, property: string): Promise<string> =>
    page.evaluate<string>(
      `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).${property}`,
    );

  test.each([true, false])(
    "dark for those whose system is dark, controls included, with JavaScript: %s",
    async (javaScriptEnabled) => {
      for (const [colorScheme, ground, paper] of [
        ["dark", "rgb(18, 22, 31)", "rgb(26, 32, 44)"],
        ["light", "rgb(250, 248, 244)", "rgb(255, 255, 255)"],
      ] as const) {
        const page = await visit("/search?q=reading", { javaScriptEnabled, colorScheme });
        expect(await styleOf(page, "body", "backgroundColor")).toBe(ground);
        expect(await styleOf(page, "input[type=search]", "backgroundColor")).toBe(paper);
        expect(await styleOf(page, "select", "backgroundColor")).toBe(paper);
        expect(await styleOf(page, "html", "colorScheme")).toBe(colorScheme);
        await page.context().close();
      }
    },
  );

  test("a phone shows all four places and the way to search without scrolling sideways", async () => {
    for (const width of [390, 320]) {
      const page = await visit("/cpd", { viewport: { width, height: 800 } });
      const links = page.getByRole("navigation", { name: "Main" }).getByRole("link");
      expect(await links.count()).toBe(4);
      for (const link of [
        ...(await links.all()),
        page.getByRole("link", { name: "Search", exact: true }),
      ]) {
        const box = (await link.boundingBox())!;
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.height).toBeGreaterThanOrEqual(44);
      }
      await page.context().close();
    }
  });

  test("the navigation marks the list as the page, and what stands under it as its part", async () => {
    const current = async (path: string): Promise<readonly (string | null)[]> => {
      const html = await (await fetch(site.url + path)).text();
      const header = html.slice(html.indexOf("<header"), html.indexOf("</header>"));
      return [...header.matchAll(/<a aria-current="(\w+)"[^>]*>([^<]+)/g)].map(
        ([, how, name]) => `${name}: ${how}`,
      );
    };
    expect(await current("/cpd")).toEqual(["CPD: page"]);
    expect(await current("/cpd/self-study")).toEqual(["CPD: true"]);
    expect(await current("/evidence/feedback")).toEqual(["Evidence: true"]);
    expect(await current("/")).toEqual([]);
  });

  test("in a system's high-contrast colours padlocks and the current place are seen", async () => {
    const page = await visit("/evidence/feedback", { forcedColors: "active" });
    const fills = await page.evaluate<readonly string[]>(
      `[...document.querySelectorAll("dl dd svg rect[rx='1.6']")].map((each) => getComputedStyle(each).fill)`,
    );
    const ground = await styleOf(page, "body", "backgroundColor");
    expect(fills.slice(0, 5).filter((fill) => fill === "none")).toHaveLength(1);
    expect(fills).not.toContain(ground);
    const edge = (name: string): Promise<string> =>
      styleOf(page, `header nav a[href="/${name}"]`, "borderBottomColor");
    expect(await edge("evidence")).not.toBe(await edge("cpd"));
    await page.context().close();
  });

  test("paper has the page, without the way around it", async () => {
    const page = await visit("/evidence/feedback", { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    for (const selector of ["body > div header:has(nav)", "footer", "input[type=search]"])
      expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
    expect(await page.getByText("6 months more progress").first().isVisible()).toBe(true);
    expect(await styleOf(page, "h1", "color")).toBe("rgb(27, 34, 48)");
    await page.context().close();
  });

  test("who asks for less motion gets a bar that stands still", async () => {
    for (const [reducedMotion, animation] of [
      ["reduce", "none"],
      ["no-preference", "fill"],
    ] as const) {
      const page = await visit("/gallery/states-and-ways-on-a-page-on-its-way", { reducedMotion });
      const name = await styleOf(page, "main div[aria-hidden]", "animationName");
      expect(name).toMatch(new RegExp(animation));
      await page.context().close();
    }
  });

  test("the gallery is for developers: not in an index, its specimens each on an address", async () => {
    const response = await fetch(`${site.url}/gallery`);
    const html = await response.text();
    expect(html).toContain('name="robots" content="noindex"');
    const addresses = [...html.matchAll(/href="(\/gallery\/[^"]+)"/g)].map(([, path]) => path!);
    expect(addresses.length).toBeGreaterThan(50);
    expect(new Set(addresses).size).toBe(addresses.length);
    const last = await fetch(site.url + addresses.at(-1)!);
    expect(last.status).toBe(200);
    expect((await fetch(`${site.url}/gallery/no-such-specimen`)).status).toBe(404);
  });
});
