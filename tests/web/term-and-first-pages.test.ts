import { describe, expect, test } from "vitest";
import { inMeaningfulOrder } from "../../src/web/data/newest.ts";
import { testApi } from "../support/api.ts";
import { ask, main, paths, read, serveForTests } from "./served-pages.ts";

serveForTests();

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
