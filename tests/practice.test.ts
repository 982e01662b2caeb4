import { describe, expect } from "vitest";
import { TermScheme } from "../src/terms/term.entity.ts";
import { ResearchProjectStatus } from "../src/projects/research-project.entity.ts";
import { withdrawProject } from "../src/projects/research-project.service.ts";
import { ReflectionVisibility } from "../src/reflections/reflection.entity.ts";
import { test, type World } from "./support/world.ts";

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

describe("research projects", () => {
  test("show their report as sections, in order, without the parts that are not written", async ({
    world,
  }) => {
    const project = await world.project({ limits: "One class." });
    const { data } = await world.ask(
      `query ($slug: String!) { researchProject(slug: $slug) { url sections { heading html } } }`,
      { slug: project.slug },
    );
    expect(data.researchProject.url).toBe(`https://potbank.test/projects/${project.slug}`);
    expect(
      data.researchProject.sections.map(({ heading }: { heading: string }) => heading),
    ).toEqual(["Context", "Findings", "Limits"]);
  });

  test("a withdrawn one is a tombstone at its address, and gone from lists, relations, counts and search", async ({
    world,
  }) => {
    const summary = await world.summary();
    const project = await world.project({ title: "Zebra spelling", evidence: [summary.slug] });
    const publisher = world.as(await world.person(), "PUBLISHER");
    await withdrawProject(world.fresh, publisher, project.id, "The numbers were wrong.");
    const { data, errors } = await world.ask(
      `query ($slug: String!, $summary: String!) {
        researchProject(slug: $slug) { status question sections { heading } lead { name } evidence { nodes { id } } withdrawal { reason } }
        researchProjects { totalCount }
        evidenceSummary(slug: $summary) { researchProjects { totalCount nodes { id } } }
        search(query: "zebra") { totalCount } }`,
      { slug: project.slug, summary: summary.slug },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      researchProject: {
        status: "WITHDRAWN",
        question: "",
        sections: [],
        lead: null,
        evidence: { nodes: [] },
        withdrawal: { reason: "The numbers were wrong." },
      },
      researchProjects: { totalCount: 0 },
      evidenceSummary: { researchProjects: { totalCount: 0, nodes: [] } },
      search: { totalCount: 0 },
    });
    await expect(
      withdrawProject(world.fresh, publisher, project.id, "again"),
    ).rejects.toMatchObject({ extensions: { code: "NOT_FOUND" } });
  });

  test("filter by status, school and topic", async ({ world }) => {
    const school = await world.school();
    const topic = await world.term(TermScheme.TOPIC);
    await world.project({ slug: "a", schoolId: school.id, terms: { TOPIC: [topic.slug] } });
    await world.project({ slug: "b", status: ResearchProjectStatus.RUNNING });
    const list = async (filter: object) =>
      (
        await world.ask(
          `query ($filter: ResearchProjectFilter) { researchProjects(filter: $filter) { nodes { slug } } }`,
          { filter },
        )
      ).data.researchProjects.nodes;
    expect(await list({ schoolUrn: school.urn })).toEqual([{ slug: "a" }]);
    expect(await list({ status: "RUNNING" })).toEqual([{ slug: "b" }]);
    expect(await list({ topics: [topic.slug] })).toEqual([{ slug: "a" }]);
  });
});

describe("reflections", () => {
  const everywhere = `query ($id: ID!, $ids: [ID!]!, $slug: String!) {
    node(id: $id) { id }
    nodes(ids: $ids) { id }
    reflections { totalCount nodes { id } }
    evidenceSummary(slug: $slug) { reflections { totalCount nodes { id } } }
    search(query: "quokka", facets: [KIND]) { totalCount correctedQuery nodes { id } edges { snippets { html } } facets { values { value count } } } }`;

  async function three(world: World) {
    const school = await world.school();
    const author = await world.person(school);
    const summary = await world.summary();
    const write = (visibility: ReflectionVisibility, publishedAt: Date | null) =>
      world.reflection({
        visibility,
        publishedAt,
        authorId: author.id,
        schoolId: school.id,
        summaryId: summary.id,
        title: "Quokka maths",
      });
    return {
      school,
      author,
      summary,
      ids: {
        private: await write(ReflectionVisibility.PRIVATE, null),
        school: await write(ReflectionVisibility.SCHOOL, null),
        submitted: await write(ReflectionVisibility.PUBLIC, null),
        public: await write(ReflectionVisibility.PUBLIC, new Date()),
      },
    };
  }

  test("each viewer finds exactly what they may, by id, list, relation, count, search and facet", async ({
    world,
  }) => {
    const { school, author, summary, ids } = await three(world);
    await world.drain();
    const viewers = {
      anonymous: { viewer: undefined, sees: ["public"] },
      stranger: {
        viewer: world.as(await world.person(await world.school()), "TEACHER"),
        sees: ["public"],
      },
      administrator: { viewer: world.as(await world.person(), "ADMINISTRATOR"), sees: ["public"] },
      colleague: {
        viewer: world.as(await world.person(school), "TEACHER"),
        sees: ["school", "submitted", "public"],
      },
      author: {
        viewer: world.as(author, "TEACHER"),
        sees: ["private", "school", "submitted", "public"],
      },
    } as const;
    for (const [who, { viewer, sees }] of Object.entries(viewers)) {
      const allowed = new Set(sees.map((name) => ids[name as keyof typeof ids]));
      for (const [name, id] of Object.entries(ids)) {
        const { data, errors } = await world.ask(
          everywhere,
          { id, ids: Object.values(ids), slug: summary.slug },
          viewer,
        );
        expect(errors, who).toBeUndefined();
        const visible = allowed.has(id);
        expect(data.node, `${who} by id: ${name}`).toEqual(visible ? { id } : null);
        expect(data.nodes.filter(Boolean)).toHaveLength(allowed.size);
        for (const list of [data.reflections, data.evidenceSummary.reflections, data.search]) {
          expect(list.totalCount, who).toBe(allowed.size);
          expect(new Set(list.nodes.map((node: { id: string }) => node.id)), who).toEqual(allowed);
        }
        expect(data.search.facets[0].values).toEqual([
          expect.objectContaining({ value: "REFLECTION", count: allowed.size }),
        ]);
      }
    }
  });

  test("are about one summary or one session, and lead back from either", async ({ world }) => {
    const session = await world.session();
    const id = await world.reflection({ sessionId: session.id });
    const { data } = await world.ask(
      `query ($slug: String!, $id: ID!) { cpdSession(slug: $slug) { reflections { nodes { id } } } node(id: $id) { ... on Reflection { evidence { id } cpdSession { slug } author { name } } } }`,
      { slug: session.slug, id },
    );
    expect(data.cpdSession.reflections.nodes).toEqual([{ id }]);
    expect(data.node).toEqual({ evidence: null, cpdSession: { slug: session.slug }, author: null });
  });
});

describe("schools", () => {
  test("are found by words of the name, and paged by name", async ({ world }) => {
    await world.school("Bottle Kiln Primary");
    await world.school("Bottle Oven Academy");
    await world.school("100% Academy");
    const find = async (query: string) =>
      (
        await world.ask(
          `query ($query: String) { schools(query: $query) { totalCount nodes { name } } }`,
          { query },
        )
      ).data.schools.nodes.map(({ name }: { name: string }) => name);
    expect(await find("bottle")).toEqual(["Bottle Kiln Primary", "Bottle Oven Academy"]);
    expect(await find("kiln bottle")).toEqual(["Bottle Kiln Primary"]);
    expect(await find("0% a")).toEqual(["100% Academy"]);
    expect(await find("%")).toEqual(["100% Academy"]);
  });

  test("show their own public work", async ({ world }) => {
    const school = await world.school();
    const project = await world.project({ schoolId: school.id });
    const reflection = await world.reflection({ schoolId: school.id });
    const { data } = await world.ask(
      `query ($urn: Int!) { school(urn: $urn) { phase { slug } researchProjects { nodes { id } } reflections { totalCount nodes { id } } } none: school(urn: 1) { id } }`,
      { urn: school.urn },
    );
    expect(data).toEqual({
      school: {
        phase: null,
        researchProjects: { nodes: [{ id: project.id }] },
        reflections: { totalCount: 1, nodes: [{ id: reflection }] },
      },
      none: null,
    });
  });
});
