import { beforeAll, describe, expect, test } from "vitest";
import { withdrawSummary } from "../../src/evidence/summary.service.ts";
import { testApi } from "../support/api.ts";

let site: string;

const get = async (path: string) => {
  const response = await fetch(site + path, { headers: { accept: "text/html" } });
  return { status: response.status, text: await response.text() };
};

beforeAll(async () => {
  const { url, world } = await testApi();
  site = url;
  const withdrawn = await world.summary({ slug: "withdrawn", title: "A withdrawn strand" });
  const publisher = world.as(await world.person(await world.school()), "PUBLISHER");
  await withdrawSummary(world.fresh, publisher, withdrawn.id, "Its main study was retracted.");
  await world.summary({ slug: "bare", title: "Bare", sections: [] });
  await world.summary({ slug: "markup", title: "A <script>alert(1)</script> & more" });
  await world.summary({
    slug: "many",
    title: "Many findings",
    references: [{ key: "a", short: "A", text: "A.", url: null }],
    studies: [
      {
        reference: "a",
        title: "A study",
        findings: Array.from({ length: 45 }, (_, at) => ({ outcome: `Outcome number ${at + 1}.` })),
      },
    ],
  });
});

describe("a strand", () => {
  test("that was withdrawn says so with status 410, and is not to be cited", async () => {
    const { status, text } = await get("/evidence/withdrawn");
    expect(status).toBe(410);
    expect(text.includes("Its main study was retracted.")).toBe(true);
    expect(text.includes("What this does not mean")).toBe(false);
    for (const ending of ["bib", "json"])
      expect((await get(`/evidence/withdrawn/citation.${ending}`)).status).toBe(404);
  });

  test("without sections, findings or practice says that there is no text yet", async () => {
    const { status, text } = await get("/evidence/bare");
    expect(status).toBe(200);
    expect(text.includes("There is no text on this approach yet")).toBe(true);
    for (const words of ["Findings of the studies", "On this page", "Next session on this"])
      expect(text.includes(words), words).toBe(false);
  });

  test("whose title looks like markup is cited with the title, not the markup", async () => {
    const { text } = await get("/evidence/markup");
    expect(text.includes("<script>alert(1)")).toBe(false);
    expect((await get("/evidence/markup/citation.bib")).text).toContain("alert(1)");
  });

  test("with many findings leads through them, forward and back", async () => {
    const link = (text: string, words: string) =>
      new RegExp(`href="([^"]*)"[^>]*>${words}`).exec(text)?.[1]?.replaceAll("&amp;", "&");
    const shown = (text: string) =>
      /Findings [\d]+ to [\d]+ of [\d]+/.exec(text.replaceAll("<!-- -->", ""))?.[0];
    const first = (await get("/evidence/many")).text;
    expect(shown(first)).toBe("Findings 1 to 20 of 45");
    expect(link(first, "First page")).toBeUndefined();
    const second = (await get(link(first, "Next page")!)).text;
    expect(shown(second)).toBe("Findings 21 to 40 of 45");
    expect(link(second, "Previous page")).toBeUndefined();
    const third = (await get(link(second, "Next page")!)).text;
    expect(shown(third)).toBe("Findings 41 to 45 of 45");
    expect(third.includes("Outcome number 45.")).toBe(true);
    expect(link(third, "Next page")).toBeUndefined();
    const back = (await get(link(third, "Previous page")!)).text;
    expect(shown(back)).toBe("Findings 21 to 40 of 45");
    expect(link(third, "First page")).toBe("/evidence/many#findings-of-the-studies");
  });
});
