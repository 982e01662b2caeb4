import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { at, count, em, file, hashes, items, load, page, world } from "./support/self-study.ts";
describe("a page imported by potbank import sessions", () => {
  test("keeps an organisation that is here already as it is", async () => {
    const own = await world.organisation();
    await load(await file([page({ provider: own.slug })]));
    expect(await items("provider { id name }")).toEqual([
      { provider: { id: own.id, name: own.name } },
    ]);
  });

  test("links its pages to each other here, to others of their site there, and to drafts nowhere", async () => {
    const markdown = [
      "[here](/kiln-trust/year-1-behaviour/b)",
      '<a href="https://support-for-early-career-teachers.education.gov.uk/kiln-trust/year-1-behaviour/b/">too</a>',
      "[a handout](/assets/materials/handout.pdf)",
      "[a draft](https://staging-support-ects.education.gov.uk/kiln-trust/year-1-behaviour/b)",
      "[further down](#below)",
    ].join(", ");
    await load(await file([page({ ...at("a"), markdown }), page(at("b"))]));
    const [item] = await items("sections { markdown }");
    expect(item.sections[0].markdown).toBe(
      [
        "[here](/cpd/self-study/kiln-trust-year-1-behaviour-b)",
        "[too](/cpd/self-study/kiln-trust-year-1-behaviour-b)",
        "[a handout](https://support-for-early-career-teachers.education.gov.uk/assets/materials/handout.pdf)",
        "a draft",
        "further down",
      ].join(", "),
    );
  });

  test("points to a strand only where the text links to it", async () => {
    const strand = await world.summary({ slug: "peer-tutoring" });
    const toolkit =
      "https://educationendowmentfoundation.org.uk/education-evidence/teaching-learning-toolkit/peer-tutoring?utm_source=x";
    await load(
      await file([
        page({ ...at("a"), markdown: `Read [what the evidence says](${toolkit}) of it, and why.` }),
        page({ ...at("b"), markdown: "Peer tutoring is mentioned here, and nothing else is." }),
      ]),
    );
    const { data } = await world.ask(
      `query ($slug: String!) { evidenceSummary(slug: $slug) { selfStudyItems { nodes { slug } } } }`,
      { slug: strand.slug },
    );
    expect(data.evidenceSummary.selfStudyItems.nodes).toEqual([
      { slug: "kiln-trust-year-1-behaviour-a" },
    ]);
  });
});

const real = "../shared/data/ecf/sessions.jsonl";
describe.skipIf(!existsSync(real))("the pages of the Early Career Framework", () => {
  test("are all there, each under a title of its own, and again the second time unchanged", async () => {
    const lines = (await readFile(real, "utf8")).split("\n").filter((line) => line.trim() !== "");
    expect(lines).toHaveLength(665);
    const first = await load(real);
    expect(first.skips).toEqual([]);
    expect(first.counts).toEqual(count(665, 0, 0));
    const after = await hashes();
    expect((await load(real)).counts).toEqual(count(0, 0, 665));
    expect(await hashes()).toEqual(after);

    const { data } = await world.ask(`{ selfStudyItems { totalCount } }`);
    expect(data.selfStudyItems.totalCount).toBe(665);
    const titles = await em
      .fork()
      .execute<{ most: number }[]>(
        "select max(n)::int as most from (select count(*) as n from self_study_item group by provider_id, title) as t",
      );
    expect(titles).toEqual([{ most: 1 }]);
    const providers = await em
      .fork()
      .execute<{ name: string; items: number }[]>(
        "select o.name, count(*)::int as items from self_study_item i join organisation o on o.id = i.provider_id group by 1 order by 1",
      );
    const given = Map.groupBy(lines, (line) => (JSON.parse(line) as { provider: string }).provider);
    expect(providers).toEqual([
      { name: "Ambition Institute", items: given.get("ambition-institute")!.length },
      {
        name: "Education Development Trust",
        items: given.get("education-development-trust")!.length,
      },
      { name: "Teach First", items: given.get("teach-first")!.length },
      { name: "UCL Institute of Education", items: given.get("ucl")!.length },
    ]);
    // Nothing of the site's own markup is left, and no link leads to a page that is not here.
    const texts = await em
      .fork()
      .execute<{ slug: string; text: string }[]>(
        "select slug, sections::text as text from self_study_item",
      );
    const slugs = new Set(texts.map(({ slug }) => slug));
    for (const { slug, text } of texts) {
      expect(text, slug).not.toMatch(/\{\/?details\}|<iframe|<img|<figure|\$Summary|about:blank/i);
      for (const [, target] of text.matchAll(/\/cpd\/self-study\/([a-z0-9-]+)/g))
        expect(slugs, `${slug} links to ${target}`).toContain(target);
    }
  });
});
