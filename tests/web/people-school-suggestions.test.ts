import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";
import { pagesOver } from "./pages-over.ts";

interface Answer {
  total: number;
  suggestions: { title: string; path: string; kind: string; detail: string }[];
}

const suggestionsFor = async (base: string, params: Record<string, string>): Promise<Answer> => {
  const response = await fetch(
    `${base}/schools/suggestions?${new URLSearchParams(params).toString()}`,
  );
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
};

describe("schools as one types", () => {
  const twin = (urn: number, town: string, status = "OPEN") => ({
    id: `school_${urn}`,
    urn,
    name: "St Mary’s Primary School",
    town,
    postcode: "ST1 1AA",
    status,
    phase: { id: "term_1", label: "Primary" },
  });

  test("two of one name are told apart by town, postcode and URN, and a closed one is said to be", async () => {
    const { url, asked } = await pagesOver(() => ({
      schools: { totalCount: 9, nodes: [twin(101, "Leek"), twin(102, "Stone", "CLOSED")] },
    }));
    const answer = await suggestionsFor(url, { q: " st mary " });
    expect(asked[0]!.variables).toEqual({ query: "st mary" });
    expect(answer).toEqual({
      total: 9,
      suggestions: [
        {
          title: "St Mary’s Primary School",
          path: "/schools/101",
          kind: "Primary",
          detail: "Leek, ST1 1AA, URN 101",
        },
        {
          title: "St Mary’s Primary School",
          path: "/schools/102",
          kind: "Closed",
          detail: "Stone, ST1 1AA, URN 102",
        },
      ],
    });
  });

  test("for joining, each leads to the request to join it", async () => {
    const { url } = await pagesOver(() => ({
      schools: { totalCount: 1, nodes: [twin(101, "Leek")] },
    }));
    const { suggestions } = await suggestionsFor(url, { q: "mary", for: "joining" });
    expect(suggestions[0]!.path).toBe("/schools/choose?school=101");
  });

  test("one letter asks nobody", async () => {
    const { url, asked } = await pagesOver(() => ({}));
    expect(await suggestionsFor(url, { q: " s " })).toEqual({ total: 0, suggestions: [] });
    expect(asked).toEqual([]);
  });
});

describe.skipIf(noBrowser)("the box for schools, in a browser", () => {
  let site: Served;
  let browser: Browser;
  beforeAll(async () => {
    [site, browser] = await Promise.all([served(), startBrowser()]);
  });
  afterAll(() => browser?.close());

  test("finds a school as one types, and the arrows and Enter lead to it", async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(`${site.url}/schools`, { waitUntil: "networkidle" });
    const field = page.locator("#school-search");
    await field.pressSequentially("slipw");
    const option = page.getByRole("option").first();
    await option.waitFor();
    expect(await option.textContent()).toContain("Slipware Junior School");
    expect(await page.getByRole("option").last().textContent()).toContain("The one school for");
    await field.press("ArrowDown");
    expect(await field.getAttribute("aria-activedescendant")).toBe(await option.getAttribute("id"));
    await field.press("Enter");
    await page.waitForURL(/\/schools\/900003$/);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test("whoever is signed out signs in before choosing a school, and comes back", async () => {
    const answer = await fetch(`${site.url}/schools/choose?q=bottle`, { redirect: "manual" });
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe(
      `/sign-in?${new URLSearchParams({ next: "/schools/choose?q=bottle" }).toString()}`,
    );
  });
});
