import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";

// A busy machine may take longer than a second to show what it was asked for.
const patient = { timeout: 10_000 };

describe("the table of strands, as it is served", () => {
  let site: Served;
  beforeAll(async () => {
    site = await served();
  });
  const page = async (search: string) => {
    const answer = await fetch(`${site.url}/evidence${search}`);
    return { status: answer.status, html: (await answer.text()).replaceAll("<!-- -->", "") };
  };
  const table = (html: string) => html.slice(html.indexOf("<table"), html.indexOf("</table>"));
  const strands = (html: string) =>
    [...table(html).matchAll(/name="strand" value="([^"]+)"/g)].map(([, slug]) => slug);

  test("is sorted by the address, most months first where that says nothing", async () => {
    const byMonths = strands((await page("")).html);
    expect(byMonths).toHaveLength(30);
    expect(byMonths[0]).toBe("metacognition-and-self-regulation");
    expect(strands((await page("?sort=months")).html)).toEqual(byMonths);
    expect(strands((await page("?sort=title")).html)[0]).toBe("arts-participation");
    expect(strands((await page("?sort=cost")).html).at(-1)).toBe("repeating-a-year");
    expect(strands((await page("?sort=padlocks")).html).slice(0, 2)).toEqual([
      "metacognition-and-self-regulation",
      "feedback",
    ]);
  });

  test("says in its column heads how it is sorted", async () => {
    const { html } = await page("?sort=cost");
    expect(table(html).match(/aria-sort="\w+"/g)).toEqual(['aria-sort="ascending"']);
    expect(table(html)).toMatch(
      /<th[^>]*aria-sort="ascending"[^>]*><a[^>]*href="\/evidence\?sort=cost"/,
    );
  });

  test("by cost-effectiveness, no strand on weak evidence stands among those on sound evidence, and each is marked", async () => {
    const { html } = await page("?sort=value");
    const parts = table(html)
      .split(/scope="rowgroup"[^>]*>/)
      .slice(1);
    expect(parts).toHaveLength(4);
    const [sound, weak, none, unknown] = parts as [string, string, string, string];
    expect(sound).not.toContain("Weak evidence");
    expect(strands(`<table${weak}</table>`)).toContain("homework");
    expect(weak.match(/>Weak evidence</g)).toHaveLength(strands(`<table${weak}</table>`).length);
    expect(strands(`<table${none}</table>`)).toEqual(["setting-and-streaming", "repeating-a-year"]);
    expect(strands(`<table${unknown}</table>`)).toHaveLength(4);
    for (const part of parts) expect(part).toMatch(/out of 5 padlocks/);
    expect(html).toContain('href="/figures"');
  });

  test("filters must all hold, and the count says of how many", async () => {
    const { html } = await page("?months=4&cost=1&padlocks=4&phase=primary");
    expect(strands(html)).not.toContain("homework");
    expect(strands(html)).toContain("feedback");
    expect(html).toMatch(/>\d+ of 30 strands</);
    expect(html).toContain('aria-label="Remove Progress: 4 months or more"');
    expect(html).toContain('aria-label="Remove Primary"');
  });

  test("what nothing meets leads on, and what means nothing is named", async () => {
    const { status, html } = await page("?months=8&padlocks=5&cost=9&sort=colour&phase=No+Phase");
    expect(status).toBe(200);
    expect(html).toContain("No strand meets all of this");
    for (const ignored of ["cost=9", "sort=colour", "phase=No Phase"])
      expect(html).toContain(ignored);
    expect(html).not.toContain("<table");
  });

  test("a cursor from elsewhere is refused with a way back", async () => {
    const { status, html } = await page("?after=nonsense&sort=cost");
    expect(status).toBe(400);
    expect(html).toContain('href="/evidence?sort=cost"');
  });

  test("the chart names each strand with its months, cost and padlocks, and draws none that has no months", async () => {
    const { html } = await page("");
    const chart = html.slice(html.indexOf("<figure"), html.indexOf("</figure>"));
    expect(chart).toContain(
      'aria-label="Feedback: 6 months more progress, very low cost, 4 padlocks"',
    );
    expect(chart).toContain('aria-label="Repeating a year: 2 months less progress');
    expect(chart).not.toContain('aria-label="School uniform');
    expect(chart).toMatch(/Not in the chart[\s\S]*School uniform/);
    const filtered = (await page("?padlocks=4")).html;
    expect(filtered).not.toContain('aria-label="Homework:');
  });
});

describe.skipIf(noBrowser)("the table of strands, in a browser", () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([served(), startBrowser()]);
  });
  afterAll(() => browser?.close());

  describe.each([true, false])("with JavaScript: %s", (javaScriptEnabled) => {
    test("a reader filters, sorts, takes a filter away, ticks two and compares them", async () => {
      const { page, complaints } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/evidence`);
      await page.getByLabel("Cost", { exact: true }).selectOption("1");
      if (!javaScriptEnabled) await page.getByRole("button", { name: "Apply filters" }).click();
      await page.waitForURL(/cost=1/);
      const head = page.getByRole("columnheader", { name: /^Evidence/ });
      await head.getByRole("link").click();
      await page.waitForURL(/sort=padlocks/);
      await expect.poll(() => head.getAttribute("aria-sort"), patient).toBe("descending");
      await page.getByRole("link", { name: "Remove Cost: Very low cost" }).click();
      await page.waitForURL((url) => url.search === "?sort=padlocks");
      await expect
        .poll(() => page.getByLabel("Cost", { exact: true }).inputValue(), patient)
        .toBe("");
      await page.getByRole("checkbox", { name: "Compare Feedback" }).check();
      await page.getByRole("checkbox", { name: "Compare One to one tuition" }).check();
      const name = javaScriptEnabled ? "Compare 2 strands" : "Compare the ticked strands";
      await page.getByRole("button", { name }).click();
      await page.waitForURL(/\/compare\?strand=feedback&strand=one-to-one-tuition/);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test("the keyboard walks through the chart from most months down, each mark shows its name, Enter leads on", async () => {
      const { page } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/evidence`);
      await page.getByRole("link", { name: "The same as a table" }).focus();
      await page.keyboard.press("Tab");
      const focused = () => page.evaluate<string | null>("document.activeElement.ariaLabel");
      expect(await focused()).toBe(
        "Metacognition and self-regulation: 8 months more progress, very low cost, 4 padlocks",
      );
      const tip = page.locator("a:focus").getByText("8 months more progress, very low cost");
      expect(await tip.isVisible()).toBe(true);
      await page.keyboard.press("Tab");
      expect(await focused()).toMatch(/^Reading comprehension strategies: 7 months/);
      expect(await tip.count()).toBe(0);
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/evidence\/reading-comprehension-strategies$/);
      await page.context().close();
    });
  });

  test("on a phone each strand is a card and the table is still a table", async () => {
    const { page } = await openPage(browser, { viewport: { width: 390, height: 844 } });
    await page.goto(`${site.url}/evidence`);
    const row = page.getByRole("row", { name: /Feedback/ }).first();
    expect((await row.boundingBox())!.width).toBeLessThan(390);
    expect(await row.getByRole("cell").count()).toBe(5);
    expect(await page.getByRole("rowheader", { name: /^Feedback/ }).count()).toBe(1);
    expect(await page.getByRole("columnheader", { name: /^Progress/ }).isVisible()).toBe(true);
    await page.context().close();
  });
});
