import { describe, expect } from "vitest";
import { TermScheme } from "../src/terms/term.entity.ts";
import { CitedStrandDocument, StrandDocument } from "../src/web/generated/graphql.ts";
import { test, type World } from "./support/world.ts";

/** A strand with so much hanging on it. */
async function strandWith(world: World, slug: string, count: number): Promise<void> {
  const topic = await world.term(TermScheme.TOPIC);
  const related: string[] = [];
  for (let i = 0; i < count; i++) related.push((await world.summary()).slug);
  const summary = await world.summary({
    slug,
    related,
    terms: { TOPIC: [topic.slug] },
    references: [{ key: "a", short: "A", text: "A.", url: null }],
    studies: Array.from({ length: count }, (_, i) => ({
      reference: "a",
      title: `Study ${i}`,
      findings: [{ outcome: "Reading" }, { outcome: "Spelling" }],
    })),
  });
  const school = await world.school();
  const author = await world.person(school);
  for (let i = 0; i < count; i++) {
    const evidence = [slug];
    await world.session({ evidence });
    await world.selfStudy({ evidence });
    await world.project({ evidence, schoolId: school.id, leadId: author.id });
    await world.reflection({ summaryId: summary.id, authorId: author.id, schoolId: school.id });
  }
}

describe("the page of a strand", () => {
  test("costs the same number of statements with one of everything and with twelve, few shown or all", async ({
    world,
  }) => {
    await strandWith(world, "few", 1);
    await strandWith(world, "many", 12);
    const ask = (slug: string, cards: number) =>
      world.ask(StrandDocument.toString(), {
        slug,
        findingsAfter: null,
        sessions: cards,
        selfStudy: cards,
        projects: cards,
        reflections: cards,
      });
    const few = await ask("few", 6);
    expect(few.errors).toBeUndefined();
    const many = await ask("many", 6);
    const whole = await ask("many", 100);
    expect(whole.data.evidenceSummary.cpdSessions.nodes).toHaveLength(12);
    expect(many.data.evidenceSummary.findings).toMatchObject({ totalCount: 24 });
    expect(many.statements.length).toBe(few.statements.length);
    expect(whole.statements.length).toBe(few.statements.length);
    // On a server two readers that wait for each other here may ask for the same relation one by one.
    expect(few.statements.length).toBeLessThanOrEqual(22);
  });

  test("is cited for no more than its own row and its source", async ({ world }) => {
    await strandWith(world, "cited", 2);
    const cited = await world.ask(CitedStrandDocument.toString(), { slug: "cited" });
    expect(cited.errors).toBeUndefined();
    expect(cited.statements.length).toBeLessThanOrEqual(2);
  });
});
