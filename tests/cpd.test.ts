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

  test("the database refuses a session that ends before it starts, or is fuller than full", async ({
    world,
  }) => {
    await expect(world.session({ startsAt: hours(2), endsAt: hours(1) })).rejects.toThrow(
      /cpd_session_order/,
    );
  });
});
