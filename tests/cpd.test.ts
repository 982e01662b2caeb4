import { describe, expect } from "vitest";
import { TermScheme } from "../src/terms/term.entity.ts";
import { test } from "./support/world.ts";

const hours = (count: number) => new Date(Date.now() + count * 3_600_000);

describe("CPD sessions", () => {
  test("come upcoming first, soonest first, then past ones, latest first, through any page size", async ({
    world,
  }) => {
    const organisation = await world.organisation();
    for (const [slug, at] of [
      ["old", -100],
      ["next", 5],
      ["recent", -10],
      ["later", 50],
    ] as const)
      await world.session({
        slug,
        startsAt: hours(at),
        endsAt: hours(at + 1),
        providerId: organisation.id,
      });
    const slugs: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 4; page++) {
      const { data, errors } = await world.ask(
        `query ($after: String) { cpdSessions(first: 1, after: $after) { totalCount nodes { slug } pageInfo { endCursor hasNextPage } } }`,
        { after },
      );
      expect(errors).toBeUndefined();
      expect(data.cpdSessions.totalCount).toBe(4);
      slugs.push(data.cpdSessions.nodes[0].slug);
      after = data.cpdSessions.pageInfo.endCursor;
    }
    expect(slugs).toEqual(["next", "later", "recent", "old"]);
    const { data } = await world.ask(
      `query ($id: ID!) { node(id: $id) { ... on Organisation { name cpdSessions(first: 3) { totalCount nodes { slug } } } } }`,
      { id: organisation.id },
    );
    expect(data.node.cpdSessions).toEqual({
      totalCount: 4,
      nodes: ["next", "later", "recent"].map((slug) => ({ slug })),
    });
  });

  test("a relation pages on by its cursor, each parent from its own place", async ({ world }) => {
    const summary = await world.summary();
    for (let i = 1; i <= 5; i++)
      await world.session({
        slug: `s-${i}`,
        startsAt: hours(i),
        endsAt: hours(i + 1),
        evidence: [summary.slug],
      });
    const page = `query ($slug: String!, $after: String) { evidenceSummary(slug: $slug) { cpdSessions(first: 2, after: $after) { nodes { slug } pageInfo { hasNextPage hasPreviousPage endCursor } } } }`;
    const first = await world.ask(page, { slug: summary.slug, after: null });
    const { cpdSessions } = first.data.evidenceSummary;
    expect(cpdSessions.nodes).toEqual([{ slug: "s-1" }, { slug: "s-2" }]);
    const second = await world.ask(page, {
      slug: summary.slug,
      after: cpdSessions.pageInfo.endCursor,
    });
    expect(second.data.evidenceSummary.cpdSessions).toMatchObject({
      nodes: [{ slug: "s-3" }, { slug: "s-4" }],
      pageInfo: { hasNextPage: true, hasPreviousPage: true },
    });
  });

  test("filter by term, mode, dates and places left", async ({ world }) => {
    const mechanism = await world.term(TermScheme.PD_MECHANISM);
    await world.session({
      slug: "full",
      capacity: 5,
      placesTaken: 5,
      terms: { PD_MECHANISM: [mechanism.slug] },
    });
    await world.session({ slug: "free", capacity: 5, placesTaken: 4 });
    await world.session({
      slug: "endless",
      capacity: null,
      placesTaken: 9,
      startsAt: hours(500),
      endsAt: hours(501),
    });
    const list = async (filter: object) => {
      const { data, errors } = await world.ask(
        `query ($filter: CpdSessionFilter) { cpdSessions(filter: $filter) { totalCount nodes { slug placesLeft } } }`,
        { filter },
      );
      expect(errors).toBeUndefined();
      expect(data.cpdSessions.totalCount).toBe(data.cpdSessions.nodes.length);
      return data.cpdSessions.nodes.map(({ slug }: { slug: string }) => slug).sort();
    };
    expect(await list({ hasPlaces: true })).toEqual(["endless", "free"]);
    expect(await list({ hasPlaces: false })).toEqual(["full"]);
    expect(await list({ pdMechanisms: [mechanism.slug] })).toEqual(["full"]);
    expect(await list({ mode: "IN_PERSON" })).toEqual([]);
    expect(await list({ startsAfter: hours(100).toISOString() })).toEqual(["endless"]);
    expect(await list({ startsBefore: hours(100).toISOString() })).toEqual(["free", "full"]);
  });

  test("take place between two moments when any of their time does, and are over at their end", async ({
    world,
  }) => {
    for (const [slug, from, to] of [
      ["before", 1, 10],
      ["across", 9, 12],
      ["within", 11, 12],
      ["after", 20, 21],
    ] as const)
      await world.session({ slug, startsAt: hours(from), endsAt: hours(to) });
    const list = async (filter: object) => {
      const { data } = await world.ask(
        `query ($filter: CpdSessionFilter) { cpdSessions(sort: EARLIEST, filter: $filter) { nodes { slug endsAt } } }`,
        { filter },
      );
      return data.cpdSessions.nodes.map(({ slug }: { slug: string }) => slug);
    };
    const from = hours(10.5).toISOString();
    expect(await list({ endsAfter: from, startsBefore: hours(19).toISOString() })).toEqual([
      "across",
      "within",
    ]);
    const { data } = await world.ask(`{ cpdSession(slug: "before") { endsAt } }`);
    expect(await list({ endsBefore: data.cpdSession.endsAt })).toEqual(["before"]);
    expect(await list({ endsAfter: data.cpdSession.endsAt })).not.toContain("before");
    expect(await list({ modes: ["IN_PERSON", "HYBRID"] })).toEqual([]);
    expect(await list({ modes: ["ONLINE", "HYBRID"] })).toHaveLength(4);
  });

  test("by their start, a page's first cursor leads back in the other direction", async ({
    world,
  }) => {
    for (let i = 1; i <= 5; i++)
      await world.session({ slug: `s-${i}`, startsAt: hours(i), endsAt: hours(i + 1) });
    const ask = async (sort: string, after: string | null) => {
      const { data, errors } = await world.ask(
        `query ($sort: CpdSessionSort!, $after: String) { cpdSessions(first: 2, sort: $sort, after: $after) {
          nodes { slug } pageInfo { startCursor endCursor hasNextPage } } }`,
        { sort, after },
      );
      expect(errors).toBeUndefined();
      const { nodes, pageInfo } = data.cpdSessions;
      return { ...pageInfo, slugs: nodes.map(({ slug }: { slug: string }) => slug) };
    };
    const first = await ask("EARLIEST", null);
    const second = await ask("EARLIEST", first.endCursor);
    expect(second.slugs).toEqual(["s-3", "s-4"]);
    const back = await ask("LATEST", second.startCursor);
    expect(back).toMatchObject({ slugs: ["s-2", "s-1"], hasNextPage: false });
  });

  test("are related by a summary or a topic they share, by nothing else, and never to themselves", async ({
    world,
  }) => {
    const summary = await world.summary();
    const [topic, subject] = [
      await world.term(TermScheme.TOPIC),
      await world.term(TermScheme.SUBJECT),
    ];
    const terms = { TOPIC: [topic.slug], SUBJECT: [subject.slug] };
    await world.session({ slug: "it", terms, evidence: [summary.slug] });
    await world.session({ slug: "same-evidence", evidence: [summary.slug] });
    await world.session({ slug: "same-topic", terms: { TOPIC: [topic.slug] } });
    await world.session({ slug: "same-subject", terms: { SUBJECT: [subject.slug] } });
    const related = async (relatedTo: string) => {
      const { data, errors } = await world.ask(
        `query ($slug: String) { cpdSessions(filter: { relatedTo: $slug }) { totalCount nodes { slug } } }`,
        { slug: relatedTo },
      );
      expect(errors).toBeUndefined();
      expect(data.cpdSessions.totalCount).toBe(data.cpdSessions.nodes.length);
      return data.cpdSessions.nodes.map(({ slug }: { slug: string }) => slug).sort();
    };
    expect(await related("it")).toEqual(["same-evidence", "same-topic"]);
    expect(await related("same-subject")).toEqual([]);
    expect(await related("same-topic")).toEqual(["it"]);
    expect(await related("nobody")).toEqual([]);
  });

  test("are counted for each further choice under all the other choices", async ({ world }) => {
    const [english, science] = [
      await world.term(TermScheme.SUBJECT, "english"),
      await world.term(TermScheme.SUBJECT, "science"),
    ];
    const primary = await world.term(TermScheme.PHASE, "primary");
    await world.session({
      terms: { SUBJECT: [english.slug], PHASE: [primary.slug] },
      capacity: 4,
      placesTaken: 4,
    });
    await world.session({ terms: { SUBJECT: [english.slug, science.slug] } });
    await world.session({ terms: { SUBJECT: [science.slug], PHASE: [primary.slug] } });
    const { data, errors } = await world.ask(
      `query ($filter: CpdSessionFilter) { cpdSessionFacets(filter: $filter) {
        subjects { term { slug } count } phases { term { slug } count } modes { mode count } withPlaces } }`,
      { filter: { subjects: ["english"] } },
    );
    expect(errors).toBeUndefined();
    expect(data.cpdSessionFacets).toEqual({
      subjects: [
        { term: { slug: "english" }, count: 2 },
        { term: { slug: "science" }, count: 2 },
      ],
      phases: [{ term: { slug: "primary" }, count: 1 }],
      modes: [
        { mode: "IN_PERSON", count: 0 },
        { mode: "ONLINE", count: 2 },
        { mode: "HYBRID", count: 0 },
      ],
      withPlaces: 1,
    });
  });

  test("the database refuses a session that ends before it starts, or is fuller than full", async ({
    world,
  }) => {
    await expect(world.session({ startsAt: hours(2), endsAt: hours(1) })).rejects.toThrow(
      /cpd_session_order/,
    );
  });
});
