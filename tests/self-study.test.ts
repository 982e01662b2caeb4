import { describe, expect } from "vitest";
import { SchoolTerm, SelfStudyAudience, SelfStudyItem } from "../src/cpd/self-study.entity.ts";
import { TermScheme } from "../src/terms/term.entity.ts";
import { test } from "./support/world.ts";

describe("self-study items", () => {
  test("come module by module, each in its own order, through any page size", async ({ world }) => {
    const provider = await world.organisation();
    for (const [slug, moduleSlug, position] of [
      ["b-2", "b", 2],
      ["a-9", "a", 9],
      ["b-1", "b", 1],
      ["a-10", "a", 10],
    ] as const)
      await world.selfStudy({ slug, moduleSlug, position, providerId: provider.id });
    const slugs: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page++) {
      const { data, errors } = await world.ask(
        `query ($after: String) { selfStudyItems(first: 1, after: $after) { totalCount nodes { slug } pageInfo { endCursor } } }`,
        { after },
      );
      expect(errors).toBeUndefined();
      expect(data.selfStudyItems.totalCount).toBe(4);
      slugs.push(data.selfStudyItems.nodes[0].slug);
      after = data.selfStudyItems.pageInfo.endCursor;
    }
    expect(slugs).toEqual(["a-9", "a-10", "b-1", "b-2"]);
    const { data } = await world.ask(
      `query ($id: ID!) { node(id: $id) { ... on Organisation { selfStudyItems(first: 3) { totalCount nodes { slug } } } } }`,
      { id: provider.id },
    );
    expect(data.node.selfStudyItems).toEqual({
      totalCount: 4,
      nodes: ["a-9", "a-10", "b-1"].map((slug) => ({ slug })),
    });
  });

  test("say what they are, where they stand in the programme, and where they are from", async ({
    world,
  }) => {
    const strand = await world.summary({ slug: "peer-tutoring" });
    const item = await world.selfStudy({
      slug: "routines-theory",
      name: "Routines: Theory",
      schoolTerm: SchoolTerm.AUTUMN,
      week: 3,
      writtenFor: SelfStudyAudience.EARLY_CAREER_TEACHER,
      durationMinutes: 45,
      sections: [{ heading: "Key idea", markdown: "Greet **every** pupil.<script>x</script>" }],
      source: {
        name: "A programme",
        url: "https://source.example/routines",
        licence: "Open Government Licence v3.0",
        attribution: "Contains public sector information.",
        retrievedOn: null,
        note: null,
      },
      // A strand that is not here is nothing to point to.
      evidence: ["peer-tutoring", "no-such-strand"],
    });
    const { data, errors } = await world.ask(`{
      selfStudyItem(slug: "routines-theory") {
        id kind url title headline programme module year schoolTerm week part writtenFor durationMinutes
        sections { heading html } source { licence attribution url } evidence { nodes { slug } }
      }
    }`);
    expect(errors).toBeUndefined();
    expect(data.selfStudyItem).toEqual({
      id: item.id,
      kind: "SELF_STUDY",
      url: "https://potbank.test/cpd/self-study/routines-theory",
      title: "Routines: Theory (year 1, autumn week 3)",
      headline: "What routines-theory is about.",
      programme: "A programme (example)",
      module: "A module",
      year: 1,
      schoolTerm: "AUTUMN",
      week: 3,
      part: "Theory",
      writtenFor: "EARLY_CAREER_TEACHER",
      durationMinutes: 45,
      sections: [{ heading: "Key idea", html: "<p>Greet <strong>every</strong> pupil.</p>\n" }],
      source: {
        licence: "Open Government Licence v3.0",
        attribution: "Contains public sector information.",
        url: "https://source.example/routines",
      },
      evidence: { nodes: [{ slug: "peer-tutoring" }] },
    });
    const back = await world.ask(
      `query ($slug: String!) { evidenceSummary(slug: $slug) { selfStudyItems { nodes { id } } } }`,
      { slug: strand.slug },
    );
    expect(back.data.evidenceSummary.selfStudyItems.nodes).toEqual([{ id: item.id }]);
  });

  test("filter by term, reader, provider and module", async ({ world }) => {
    const topic = await world.term(TermScheme.TOPIC);
    const provider = await world.organisation();
    await world.selfStudy({ slug: "described", terms: [topic] });
    await world.selfStudy({ slug: "for-mentors", writtenFor: SelfStudyAudience.MENTOR });
    await world.selfStudy({ slug: "theirs", providerId: provider.id });
    await world.selfStudy({ slug: "other-module", moduleSlug: "other" });
    const list = async (filter: object) => {
      const { data, errors } = await world.ask(
        `query ($filter: SelfStudyItemFilter) { selfStudyItems(filter: $filter) { totalCount nodes { slug } } }`,
        { filter },
      );
      expect(errors).toBeUndefined();
      expect(data.selfStudyItems.totalCount).toBe(data.selfStudyItems.nodes.length);
      return data.selfStudyItems.nodes.map(({ slug }: { slug: string }) => slug).sort();
    };
    expect(await list({ topics: [topic.slug, "no-such-topic"] })).toEqual(["described"]);
    expect(await list({ subjects: [topic.slug] })).toEqual([]);
    expect(await list({ writtenFor: "MENTOR" })).toEqual(["for-mentors"]);
    expect(await list({ providerSlug: provider.slug })).toEqual(["theirs"]);
    expect(await list({ module: "other" })).toEqual(["other-module"]);
    expect(await list({ module: "other", writtenFor: "MENTOR" })).toEqual([]);
    const { errors } = await world.ask(
      `query ($filter: SelfStudyItemFilter) { selfStudyItems(filter: $filter) { totalCount } }`,
      { filter: { module: "a".repeat(201) } },
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: "BAD_USER_INPUT",
      field: "filter.module",
    });
  });

  test("a list reads no texts unless they are asked for", async ({ world }) => {
    await world.selfStudy({ slug: "long" });
    const { data, statements } = await world.ask(`{ selfStudyItems { nodes { slug headline } } }`);
    expect(data.selfStudyItems.nodes).toHaveLength(1);
    expect(statements).toHaveLength(1);
    expect(statements[0]).not.toContain("sections");
  });

  test("do not exist before they are published, by any way", async ({ world }) => {
    const item = await world.selfStudy({ slug: "draft" });
    await world.fresh.nativeUpdate(SelfStudyItem, { id: item.id }, { publishedAt: null });
    const { data } = await world.ask(
      `query ($id: ID!, $provider: ID!) {
        selfStudyItem(slug: "draft") { id }
        missing: selfStudyItem(slug: "no-such-item") { id }
        unspeakable: selfStudyItem(slug: "../draft") { id }
        selfStudyItems { totalCount }
        node(id: $id) { id }
        provider: node(id: $provider) { ... on Organisation { selfStudyItems { totalCount nodes { id } } } }
      }`,
      { id: item.id, provider: item.providerId },
    );
    expect(data).toEqual({
      selfStudyItem: null,
      missing: null,
      unspeakable: null,
      selfStudyItems: { totalCount: 0 },
      node: null,
      provider: { selfStudyItems: { totalCount: 0, nodes: [] } },
    });
  });

  test("are found under a kind of their own, and never among dated sessions", async ({ world }) => {
    const topic = await world.term(TermScheme.TOPIC, "routines", { label: "Routines" });
    await world.session({ title: "Settling a class with routines" });
    await world.selfStudy({
      name: "Entry routines: Theory",
      year: 2,
      terms: [topic],
      sections: [{ heading: "At the door", markdown: "Stand where you can see both sides." }],
    });
    await world.drain();
    const search = async (query: string, kinds: string[] | null) => {
      const { data, errors } = await world.ask(
        `query ($query: String!, $kinds: [ContentKind!]) {
          search(query: $query, filter: { kinds: $kinds }, facets: [KIND, TOPIC]) {
            nodes { __typename kind title }
            facets { field values { value label count } }
            edges { snippets { field html } }
          }
        }`,
        { query, kinds },
      );
      expect(errors).toBeUndefined();
      return data.search;
    };
    const both = await search("routines", null);
    expect(both.nodes.map(({ kind }: { kind: string }) => kind).sort()).toEqual([
      "CPD_SESSION",
      "SELF_STUDY",
    ]);
    expect(both.facets).toEqual([
      {
        field: "KIND",
        values: expect.arrayContaining([{ value: "SELF_STUDY", label: "Self-study", count: 1 }]),
      },
      { field: "TOPIC", values: [{ value: "routines", label: "Routines", count: 1 }] },
    ]);
    expect((await search("routines", ["CPD_SESSION"])).nodes).toMatchObject([
      { __typename: "CpdSession" },
    ]);
    const found = await search("both sides of the door", ["SELF_STUDY"]);
    expect(found.nodes).toEqual([
      { __typename: "SelfStudyItem", kind: "SELF_STUDY", title: "Entry routines: Theory (year 2)" },
    ]);
    expect(found.edges[0].snippets).toContainEqual({
      field: "At the door",
      html: expect.stringContaining("<mark>"),
    });
    // Its place in the programme is no reason to find it.
    expect((await search("year 2", ["SELF_STUDY"])).nodes).toEqual([]);
  });
});
