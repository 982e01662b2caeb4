import { describe, expect } from "vitest";
import { TermScheme } from "../../src/terms/term.entity.ts";
import { test, type World } from "../support/world.ts";

/** What a page's loader asks with. The pages have a compiler of their own, which writes imports another way. */
async function serverOf(page: string) {
  return (await import(`../../src/web/routes/${page}.server.ts`)) as Record<string, unknown> & {
    variablesFor: (scheme: string, slug: string, now: string) => Record<string, unknown>;
  };
}

/** `count` of every kind of record, each from a school, a person and a provider of its own. */
async function records(world: World, count: number): Promise<{ urn: number; slug: string }> {
  const phase = await world.term(TermScheme.PHASE);
  const topic = await world.term(TermScheme.TOPIC);
  const home = await world.school();
  const terms = { PHASE: [phase.slug], TOPIC: [topic.slug] };
  for (let at = 0; at < count; at++) {
    const author = await world.person(await world.school());
    const summary = await world.summary({ terms });
    const evidence = [summary.slug];
    const session = await world.session({ terms, evidence });
    await world.selfStudy({ terms: [topic, phase], evidence });
    await world.project({ terms, evidence, schoolId: home.id, leadId: author.id });
    const about = at % 2 === 0 ? { summaryId: summary.id } : { sessionId: session.id };
    await world.reflection({ ...about, schoolId: home.id, authorId: author.id });
  }
  await world.drain();
  return { urn: home.urn, slug: topic.slug };
}

const now = new Date().toISOString();

describe("a page costs the same number of statements for few records and for many:", () => {
  const pages = {
    home: async () => ["home", "HomeDocument", { now, lately: now }] as const,
    term: async (slug: string) => {
      const { variablesFor } = await serverOf("term");
      return ["term", "TermDocument", variablesFor("TOPIC", slug, now)] as const;
    },
    projects: async (slug: string, urn: number) =>
      [
        "projects",
        "ProjectsDocument",
        { filter: { topics: [slug], schoolUrn: urn }, after: null, urn, isOfOneSchool: true },
      ] as const,
    reflections: async (slug: string, urn: number) =>
      [
        "reflections",
        "ReflectionsDocument",
        {
          filter: { topics: [slug] },
          after: null,
          urn,
          isOfOneSchool: true,
          strand: "",
          isAboutOneStrand: false,
          session: "",
          isAboutOneSession: false,
        },
      ] as const,
    school: async (_slug: string, urn: number) => ["school", "SchoolDocument", { urn }] as const,
    schools: async () => ["schools", "SchoolsDocument", { query: "school", after: null }] as const,
  };

  test.for([
    ["home", 19],
    ["term", 18],
    ["projects", 5],
    ["reflections", 7],
    ["school", 7],
    ["schools", 2],
  ] as const)("%s, at most %i", async ([name, most], { world }) => {
    const cost = async (count: number) => {
      const { slug, urn } = await records(world, count);
      const [page, document, variables] = await pages[name](slug, urn);
      const answer = await world.ask(String((await serverOf(page))[document]), variables);
      expect(answer.errors).toBeUndefined();
      return { statements: answer.statements.length, length: JSON.stringify(answer.data).length };
    };
    const few = await cost(2);
    const many = await cost(12);
    expect(many.length).toBeGreaterThan(few.length);
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBeLessThanOrEqual(most);
  });
});
