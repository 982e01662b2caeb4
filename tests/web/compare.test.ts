import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";

// A busy machine may take longer than a second to show what it was asked for.
const patient = { timeout: 10_000 };

describe("strands side by side, as they are served", () => {
  let site: Served;
  beforeAll(async () => {
    site = await served();
  });
  const compare = async (...slugs: string[]) => {
    const search = slugs.map((slug) => `strand=${encodeURIComponent(slug)}`).join("&");
    const answer = await fetch(`${site.url}/compare?${search}`);
    expect(answer.status).toBe(200);
    const html = await answer.text();
    const heads = [...html.matchAll(/scope="col"[^>]*><a[^>]*>([^<]+)</g)].map(
      ([, title]) => title,
    );
    return { heads, text: html.replaceAll("<!-- -->", ""), html };
  };

  test("stand in the order of the address, with their differences in words", async () => {
    const { heads, text } = await compare("one-to-one-tuition", "reading-comprehension-strategies");
    expect(heads).toEqual(["One to one tuition", "Reading comprehension strategies"]);
    expect(text).toContain("2 months fewer than Reading comprehension strategies");
    expect(text).toContain("Most progress: 2 months more than One to one tuition");
    expect(text).toContain("2 bands higher than Reading comprehension strategies");
    expect(text).toContain("The same as One to one tuition");
    expect(text).toMatch(/the same for all: \w+, \d padlocks/);
  });

  test("many months on weak evidence are warned of, and what has no months is not compared", async () => {
    const { text } = await compare("homework", "feedback", "school-uniform", "repeating-a-year");
    expect(text).toContain("treat with care");
    expect(text).toContain("Homework has many months on weak evidence");
    expect(text).toContain("Cannot be compared: not enough evidence for months");
    expect(text).toContain("8 months fewer than Feedback");
    expect(text).not.toContain("Add another strand");
  });

  test("unknown, malformed and surplus names are said, and the rest is shown", async () => {
    const { heads, text } = await compare(
      "feedback",
      "feedback",
      "No Slug\u0000",
      "no-such-strand",
      "homework",
      "phonics",
      "mentoring",
    );
    expect(heads).toEqual(["Feedback", "Homework", "Phonics"]);
    expect(text).toContain("no strand called “no-such-strand”");
    expect(text).toContain("left out the rest: mentoring");
    expect(text).toContain("left it out: No Slug");
  });

  test("nothing chosen offers strands, and one asks for another", async () => {
    const none = await compare();
    expect(none.heads).toEqual([]);
    expect(none.html).toMatch(/<a[^>]*href="\/compare\?strand=/);
    const one = await compare("feedback");
    expect(one.heads).toEqual(["Feedback"]);
    expect(one.text).toContain("Add another strand");
    expect(one.html.indexOf("<select")).toBeGreaterThan(0);
    expect(one.html.indexOf("<select")).toBeLessThan(one.html.indexOf("<table"));
    const unknown = await compare("no-such-strand");
    expect(unknown.heads).toEqual([]);
    expect(unknown.text).toContain("Choose two strands here");
  });

  test("a citation leads to the reference on the strand's own page", async () => {
    const { html } = await compare("feedback", "homework");
    expect(html).toContain('href="/evidence/feedback#reference-');
    expect(html).not.toContain('href="#reference-');
  });
});

describe.skipIf(noBrowser)("strands side by side, in a browser", () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([served(), startBrowser()]);
  });
  afterAll(() => browser?.close());

  describe.each([true, false])("with JavaScript: %s", (javaScriptEnabled) => {
    test("a reader begins with two, adds a third and removes the first", async () => {
      const { page, complaints } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/compare`);
      await page.getByLabel("This strand").selectOption("feedback");
      await page.getByLabel("With this one").selectOption("homework");
      await page.getByRole("main").getByRole("button", { name: "Compare" }).click();
      await page.waitForURL(/\?strand=feedback&strand=homework$/);
      await page.getByLabel("Add another strand").selectOption("phonics");
      await page.getByRole("button", { name: "Add" }).click();
      await page.waitForURL(/\?strand=feedback&strand=homework&strand=phonics$/);
      await expect.poll(() => page.getByRole("columnheader").count(), patient).toBe(3);
      await page.getByRole("link", { name: "Remove Feedback" }).click();
      await page.waitForURL(/\?strand=homework&strand=phonics$/);
      await expect.poll(() => page.getByRole("columnheader").count(), patient).toBe(2);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test.runIf(javaScriptEnabled)(
      "adding and removing take the keyboard to the top and say what changed",
      async () => {
        const { page } = await openPage(browser, { javaScriptEnabled });
        // Before the scripts have come, the form loads a page of its own.
        await page.goto(`${site.url}/compare?strand=feedback`, { waitUntil: "networkidle" });
        await page.getByLabel("Add another strand", { exact: true }).selectOption("phonics");
        await page.getByRole("button", { name: "Add", exact: true }).focus();
        await page.keyboard.press("Enter");
        const focused = () => page.evaluate("document.activeElement.textContent");
        const said = page.getByRole("main").getByRole("status").first();
        await expect.poll(focused, patient).toBe("At a glance");
        await expect.poll(() => said.textContent(), patient).toContain("Phonics added.");
        await page.getByRole("link", { name: "Remove Feedback" }).focus();
        await page.keyboard.press("Enter");
        await expect.poll(focused, patient).toContain("Add another strand to see");
        await expect.poll(() => said.textContent(), patient).toContain("Feedback removed.");
        await page.context().close();
      },
    );

    test("the keyboard is enough: from the table's boxes to the comparison and into a text", async () => {
      const { page } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/evidence?sort=title`);
      for (const title of ["Phonics", "Homework"]) {
        await page.getByRole("checkbox", { name: `Compare ${title}` }).focus();
        await page.keyboard.press("Space");
      }
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/compare\?strand=homework&strand=phonics/);
      const text = page.getByRole("row", { name: /From its page/ });
      const summary = text.locator("summary").first();
      await summary.focus();
      await page.keyboard.press("Enter");
      await expect
        .poll(() => text.locator("details").first().getAttribute("open"), patient)
        .not.toBeNull();
      await page.context().close();
    });
  });
});
