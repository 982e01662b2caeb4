import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inMeaningfulOrder } from "../../src/web/data/newest.ts";
import { testApi } from "../support/api.ts";
import { type Served, served } from "../support/served.ts";
import { noBrowser, openPage, startBrowser } from "./browser.ts";

// A busy machine may take longer than a second to show what it was asked for.
const patient = { timeout: 10_000 };

let site: Served;
beforeAll(async () => {
  site = await served();
});

const read = async (path: string, base = site.url) => {
  const response = await fetch(base + path, { headers: { accept: "text/html" } });
  return { status: response.status, html: (await response.text()).replaceAll("<!-- -->", "") };
};
const main = (html: string) => html.slice(html.indexOf("<main"), html.indexOf("</main>"));
const paths = (html: string, under: string) =>
  [...main(html).matchAll(new RegExp(`href="(${under}[^"]+)"`, "g"))].map(([, path]) => path!);
const ask = async <T>(query: string): Promise<T> => {
  const response = await fetch(`${site.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: T }).data;
};

describe("term pages", () => {
  test.each([
    ["/topics/reading", "Topic", "reading comprehension"],
    ["/subjects/mathematics", "Subject", "maths"],
    ["/phases/primary", "Phase", "Its key stages"],
    ["/key-stages/ks2", "Key stage", "Ages 7 to 11, Years 3 to 6"],
    ["/pupil-groups/disadvantaged", "Pupil group", "Reflections"],
    ["/mechanisms/manage-cognitive-load", "Mechanism of good CPD", "Revisit prior learning"],
  ])("%s says what it is and what there is about it", async (path, kind, words) => {
    const { status, html } = await read(path);
    expect(status).toBe(200);
    expect(main(html)).toContain(kind);
    expect(main(html)).toContain(words);
    expect(main(html)).toMatch(/Coming CPD sessions/);
  });

  test.each([
    "/topics/no-such-topic",
    "/topics/Reading",
    "/subjects/reading",
    "/topics/%00",
    "/topics",
  ])("%s is not found", async (path) => {
    expect((await read(path)).status).toBe(404);
  });

  test("every word of the vocabulary has a page, and one that nothing is about leads on", async () => {
    const { terms } = await ask<{ terms: { scheme: string; slug: string }[] }>(
      "{ terms { scheme slug } }",
    );
    const words: Record<string, string> = {
      TOPIC: "topics",
      SUBJECT: "subjects",
      PHASE: "phases",
      KEY_STAGE: "key-stages",
      PUPIL_GROUP: "pupil-groups",
      PD_MECHANISM: "mechanisms",
    };
    expect(terms.length).toBeGreaterThan(50);
    let empty = 0;
    for (const { scheme, slug } of terms) {
      const path = `/${words[scheme]}/${slug}`;
      const { status, html } = await read(path);
      expect(status, path).toBe(200);
      if (!main(html).includes("There is nothing here about this yet")) continue;
      empty += 1;
      expect(paths(html, `/${words[scheme]}/`).length, path).toBeGreaterThan(0);
    }
    expect(empty).toBeGreaterThan(0);
    expect(empty).toBeLessThan(terms.length / 4);
  }, 120_000);

  test("the counts are those of the API, and the way to all of them leads there", async () => {
    const { researchProjects, reflections } = await ask<
      Record<"researchProjects" | "reflections", { totalCount: number }>
    >(
      `{ researchProjects(filter: { phases: ["primary"] }) { totalCount } reflections(filter: { phases: ["primary"] }) { totalCount } }`,
    );
    const { html } = await read("/phases/primary");
    expect(html).toContain(`All ${researchProjects.totalCount} projects`);
    expect(html).toContain(`All ${reflections.totalCount} reflections`);
    const all = await read("/projects?phase=primary");
    expect(all.html).toContain(`${researchProjects.totalCount} projects`);
  });
});

describe("lists of projects and reflections", () => {
  test("are narrowed by each filter and by all together, newest first", async () => {
    const everything = paths((await read("/projects")).html, "/projects/");
    const { html } = await read("/projects?status=reported&phase=primary&topic=feedback");
    const narrowed = paths(html, "/projects/");
    expect(narrowed.length).toBeLessThan(everything.length);
    expect(narrowed).toEqual(everything.filter((path) => narrowed.includes(path)));
    for (const chip of ["Remove Reported", "Remove Primary", "Remove Feedback"])
      expect(html).toContain(`aria-label="${chip}"`);
    expect(paths((await read("/reflections?strand=feedback")).html, "/reflections/")).not.toEqual(
      [],
    );
  });

  test.each([
    "/projects?status=reported&topic=no-such-topic",
    "/reflections?strand=no-such-strand&session=no-such-session&school=1",
  ])("%s matches nothing, says so, and leads on", async (path) => {
    const { status, html } = await read(path);
    expect(status).toBe(200);
    expect(main(html)).toContain("matches this");
    expect(main(html)).toMatch(/href="\/(projects|reflections)"/);
  });

  test("parameters that mean nothing are named and left out", async () => {
    const { status, html } = await read("/projects?status=finished&topic=A+B&school=x");
    expect(status).toBe(200);
    for (const part of ["status=finished", "topic=A B", "school=x"]) expect(html).toContain(part);
    expect(paths(html, "/projects/").length).toBeGreaterThan(5);
  });

  test.each(["/projects", "/reflections", "/schools"])(
    "%s is read page by page, each record once, and a broken cursor is not found",
    async (list) => {
      const seen: string[] = [];
      let path: string | undefined = list;
      for (let pages = 0; path !== undefined && pages < 10; pages++) {
        const { status, html } = await read(path);
        expect(status).toBe(200);
        const under = list === "/schools" ? "/schools/\\d" : `${list}/`;
        seen.push(...paths(html, under));
        path = /href="([^"]+)"[^>]*rel="next"|rel="next"[^>]*href="([^"]+)"/
          .exec(html)
          ?.slice(1)
          .find(Boolean)
          ?.replaceAll("&amp;", "&");
      }
      expect(path).toBeUndefined();
      expect(new Set(seen).size).toBe(seen.length);
      const field = list === "/projects" ? "researchProjects" : list.slice(1);
      const data = await ask<Record<string, { totalCount: number }>>(`{ ${field} { totalCount } }`);
      expect(seen).toHaveLength(data[field]!.totalCount);
      expect((await read(`${list}?after=nonsense`)).status).toBe(404);
    },
  );
});

describe("pages of schools", () => {
  test("a school of the register shows its facts with year, source and licence", async () => {
    const { schools } = await ask<{
      schools: { nodes: { urn: number; asOf: string | null; name: string }[] };
    }>("{ schools(first: 100) { nodes { urn asOf name } } }");
    const real = schools.nodes.find(({ asOf }) => asOf !== null)!;
    const { html } = await read(`/schools/${real.urn}`);
    for (const words of ["Open Government Licence v3.0", "as of", "Pupil premium", "URN"])
      expect(main(html)).toContain(words);
    expect(main(html)).toContain("Nobody at this school has published");
  });

  test("an example says that it is one, and shows its work", async () => {
    const { html } = await read("/schools/900003");
    expect(main(html)).toContain("This is an example, not a real school.");
    expect(main(html)).not.toContain("allocations of 2021");
    expect(paths(html, "/projects/").length).toBeGreaterThan(0);
    expect(paths(html, "/reflections/").length).toBeGreaterThan(0);
  });

  test.each(["/schools/1", "/schools/0900003", "/schools/abc", "/schools/99999999999"])(
    "%s is not found",
    async (path) => {
      expect((await read(path)).status).toBe(404);
    },
  );

  test("a name too long to be a school's is refused with a reason", async () => {
    const { status, html } = await read(`/schools?q=${"a".repeat(300)}`);
    expect(status).toBe(400);
    expect(main(html)).toContain("We cannot search for that");
  });
});

describe("pages of records", () => {
  test("a project says its school, its lead, how far it is, its limits and the evidence with figures", async () => {
    const { html } = await read("/projects/planning-prompts-year-5-maths");
    for (const words of ["Led by", "Reported", "not proof", "out of 5 padlocks", 'id="limits"'])
      expect(main(html)).toContain(words);
    expect(main(html)).toContain('href="/schools/900003"');
    const planned = await read("/projects/planning-boards-special-school");
    expect(main(planned.html)).toContain("nothing has been found yet");
  });

  test("a reflection says what it is about, and that it is no evidence", async () => {
    const [path] = paths((await read("/reflections?strand=feedback")).html, "/reflections/");
    const { html } = await read(path!);
    expect(main(html)).toContain("not evidence that this works");
    expect(main(html)).toContain('href="/evidence/feedback"');
    expect(main(html)).toMatch(/out of 5 padlocks/);
  });
});

describe("the first page", () => {
  test("leads to topics, phases and pupil groups that something is about, with counts", async () => {
    const { html } = await read("/");
    for (const path of ["/topics/reading", "/phases/primary", "/pupil-groups/disadvantaged"])
      expect(main(html)).toContain(`href="${path}"`);
    expect(main(html)).not.toContain("/topics/attendance-no-such");
    for (const path of paths(html, "/topics/").slice(0, 5))
      expect((await read(path)).html).not.toContain("There is nothing here about this yet");
    for (const path of ["/evidence", "/compare", "/cpd", "/figures", "/schools", "/feed.atom"])
      expect(main(html)).toContain(`href="${path}"`);
  });

  test("where all evidence came on one day it says so, and lists none of it as newest", async () => {
    const { html } = await read("/");
    const lately = html.slice(html.indexOf('id="lately-added"'));
    expect(lately).toContain("All 30 summaries came or changed in the last 30 days");
    expect(
      paths(`<main${lately.slice(0, lately.indexOf("</section>"))}</main>`, "/evidence/"),
    ).toEqual([]);
  });

  test("of an empty database makes sense", async () => {
    const { url } = await testApi();
    for (const [path, words] of [
      ["/", "Nothing has been published here yet"],
      ["/projects", "No school has published an inquiry here yet"],
      ["/reflections", "No teacher has published a reflection here yet"],
      ["/schools", "No school is known here yet"],
    ] as const) {
      const { status, html } = await read(path, url);
      expect(status, path).toBe(200);
      expect(main(html), path).toContain(words);
    }
  });
});

describe("the latest records whose order means something", () => {
  const day = (at: number) => ({ updatedAt: `2026-11-${10 + at}T12:00:00Z` });

  test("leave out the day that brought more than fit", () => {
    expect(inMeaningfulOrder([], 2)).toEqual([]);
    expect(inMeaningfulOrder([day(1), day(1)], 2)).toHaveLength(2);
    expect(inMeaningfulOrder([day(1), day(1), day(1)], 2)).toEqual([]);
    expect(inMeaningfulOrder([day(3), day(1), day(1)], 2)).toEqual([day(3)]);
    expect(inMeaningfulOrder([day(3), day(2), day(1)], 2)).toEqual([day(3), day(2)]);
  });
});

describe.skipIf(noBrowser)("in a browser", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser?.close());

  describe.each([true, false])("with JavaScript: %s", (javaScriptEnabled) => {
    test("a teacher goes from a topic to its projects, narrows them and opens one and its school", async () => {
      const { page, complaints } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/`);
      await page
        .getByRole("main")
        .getByRole("link", { name: /^Reading/ })
        .first()
        .click();
      await page.waitForURL(/\/topics\/reading$/);
      await page.goto(`${site.url}/projects?topic=reading`);
      await page.getByLabel("How far it is").selectOption("reported");
      await page.getByRole("button", { name: "Apply filters" }).click();
      await page.waitForURL(/status=reported/);
      await page.getByRole("link", { name: "Remove Reading" }).click();
      await page.waitForURL((url) => !url.search.includes("topic=reading"));
      await expect.poll(() => page.getByLabel("Topic").inputValue(), patient).toBe("");
      expect(await page.getByLabel("How far it is").inputValue()).toBe("reported");
      await page
        .getByRole("main")
        .getByRole("heading", { level: 3 })
        .first()
        .getByRole("link")
        .click();
      await page.waitForURL(/\/projects\/[a-z]/);
      await page
        .getByRole("main")
        .getByRole("link", { name: /\(example\)$/ })
        .first()
        .click();
      await page.waitForURL(/\/schools\/\d+$/);
      await page.getByText("This is an example, not a real school.").waitFor();
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test("the school's name on a card leads to the school, the card itself to the record", async () => {
      const { page } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/reflections`);
      await page
        .getByRole("main")
        .getByRole("link", { name: /School \(example\)/ })
        .first()
        .click();
      await page.waitForURL(/\/schools\/\d+$/);
      await page.goto(`${site.url}/reflections`);
      const card = page.getByRole("main").getByRole("listitem").first();
      const title = await card.getByRole("heading").textContent();
      await card.click({ position: { x: 60, y: 5 } });
      await page.waitForURL(/\/reflections\/reflection_/);
      await expect
        .poll(() => page.getByRole("heading", { level: 1 }).textContent(), patient)
        .toBe(title);
      await page.context().close();
    });

    test("a school is found by the beginning of its name", async () => {
      const { page } = await openPage(browser, { javaScriptEnabled });
      await page.goto(`${site.url}/schools`);
      const form = page.getByRole("search", { name: "Schools" });
      await form.getByRole("searchbox").fill("slipw");
      await form.getByRole("button", { name: "Search" }).click();
      await page.waitForURL(/q=slipw/);
      await page.getByRole("link", { name: /^Slipware Junior School/ }).click();
      await page.waitForURL(/\/schools\/900003$/);
      await expect.poll(() => page.title(), patient).toContain("Slipware Junior School");
      await page.context().close();
    });
  });
});
