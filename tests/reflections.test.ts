import { describe, expect } from "vitest";
import { ReflectionVisibility } from "../src/reflections/reflection.entity.ts";
import type { ReflectionDraft } from "../src/reflections/reflection.service.ts";
import { test, type World } from "./support/world.ts";

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
    const write = (visibility: ReflectionVisibility, more: Partial<ReflectionDraft> = {}) =>
      world.reflection({
        visibility,
        publishedAt: visibility === ReflectionVisibility.PUBLIC ? new Date() : null,
        ...more,
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
        private: await write(ReflectionVisibility.PRIVATE),
        school: await write(ReflectionVisibility.SCHOOL),
        submitted: await write(ReflectionVisibility.PRIVATE, { submittedAt: new Date() }),
        both: await write(ReflectionVisibility.SCHOOL, { submittedAt: new Date() }),
        public: await write(ReflectionVisibility.PUBLIC),
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
      moderator: {
        viewer: world.as(await world.person(), "PUBLISHER"),
        sees: ["submitted", "both", "public"],
      },
      reviewer: { viewer: world.as(await world.person(), "REVIEWER"), sees: ["public"] },
      colleague: {
        viewer: world.as(await world.person(school), "TEACHER"),
        sees: ["school", "both", "public"],
      },
      author: {
        viewer: world.as(author, "TEACHER"),
        sees: ["private", "school", "submitted", "both", "public"],
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
