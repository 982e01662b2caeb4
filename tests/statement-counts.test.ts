import { describe, expect } from "vitest";
import { TermScheme } from "../src/terms/term.entity.ts";
import { test, type World } from "./support/world.ts";

/** A hundred of everything, each hanging on the next. */
async function hundred(world: World): Promise<void> {
  const topic = await world.term(TermScheme.TOPIC);
  for (let i = 0; i < 100; i++) {
    const summary = await world.summary({
      slug: `s-${i}`,
      terms: { TOPIC: [topic.slug] },
      related: i > 0 ? [`s-${i - 1}`] : [],
      references: [{ key: "a", short: "A", text: "A.", url: null }],
      studies: [{ reference: "a", title: "A", findings: [{ outcome: "Reading" }] }],
    });
    const school = await world.school();
    const author = await world.person(school);
    const evidence = [summary.slug];
    const terms = { TOPIC: [topic.slug] };
    await world.session({ evidence, terms });
    await world.selfStudy({ evidence, terms: [topic] });
    await world.project({ evidence, terms, schoolId: school.id, leadId: author.id });
    await world.reflection({ summaryId: summary.id, authorId: author.id, schoolId: school.id });
  }
}

/** What a page of each list may cost, with its relations, in statements. */
const pages = {
  evidenceSummaries: {
    cost: 14,
    rows: `title impactMonths terms { label } sections { heading }
      cpdSessions(first: 3) { nodes { title startsAt provider { name } } }
      selfStudyItems(first: 3) { nodes { title } }
      researchProjects(first: 3) { nodes { title school { name } } }
      reflections(first: 3) { nodes { title author { name } } }
      related(first: 3) { nodes { title } }
      findings(first: 3) { nodes { outcome study { title } } }`,
  },
  cpdSessions: {
    cost: 7,
    rows: `title provider { name } terms { label } evidence { nodes { title } } reflections(first: 3) { totalCount nodes { title } }`,
  },
  selfStudyItems: {
    cost: 6,
    rows: `title provider { name } terms { label } sections { heading } evidence { nodes { title } }`,
  },
  researchProjects: {
    cost: 6,
    rows: `title school { name } lead { name } terms { label } evidence { nodes { title } }`,
  },
  reflections: { cost: 4, rows: `title author { name } school { name } evidence { title }` },
  schools: {
    cost: 4,
    rows: `name phase { label } researchProjects(first: 3) { totalCount nodes { title } } reflections(first: 3) { nodes { title } }`,
  },
} as const;

describe("a page costs the same number of statements for 20 rows and for 100:", () => {
  test("every list with its relations, node look-ups, and search", async ({ world }) => {
    await hundred(world);
    await world.drain();
    for (const [list, { cost, rows }] of Object.entries(pages)) {
      const page = `query ($first: Int!) { ${list}(first: $first) { nodes { id ${rows} } } }`;
      const twenty = await world.ask(page, { first: 20 });
      const all = await world.ask(page, { first: 100 });
      expect(all.errors, list).toBeUndefined();
      expect(all.data[list].nodes, list).toHaveLength(100);
      expect(all.statements.length, list).toBe(twenty.statements.length);
      expect(twenty.statements.length, list).toBe(cost);
      const ids = all.data[list].nodes.map(({ id }: { id: string }) => id);
      const nodes = await world.ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, { ids });
      expect(nodes.data.nodes.filter(Boolean), list).toHaveLength(100);
      expect(nodes.statements.length, `nodes of ${list}`).toBe(1);
    }
    const search = `query ($first: Int!) { search(query: "summary session project reflection", facets: [KIND, TOPIC], first: $first) {
      totalCount nodes { title ... on EvidenceSummary { terms { label } cpdSessions(first: 3) { nodes { title } } } } } }`;
    const few = await world.ask(search, { first: 20 });
    const many = await world.ask(search, { first: 100 });
    expect(many.data.search.nodes).toHaveLength(100);
    expect(many.statements.length).toBe(few.statements.length);
  });

  test("a total is counted only when a client asks for it", async ({ world }) => {
    await world.summary();
    const without = await world.ask(`{ evidenceSummaries { nodes { title } } }`);
    const withTotal = await world.ask(`{ evidenceSummaries { totalCount nodes { title } } }`);
    expect(without.statements).toHaveLength(1);
    expect(withTotal.statements).toHaveLength(2);
  });
});
