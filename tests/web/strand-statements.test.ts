import { describe, expect } from "vitest";
import { ImpactMonthsStatus } from "../../src/evidence/summary-revision.entity.ts";
import { TermScheme } from "../../src/terms/term.entity.ts";
import { test, type World } from "../support/world.ts";

/** The document that a page runs. The pages have a compiler of their own, which writes imports another way. */
async function documentOf(page: string, name: string): Promise<string> {
  const found = (await import(`../../src/web/routes/${page}.server.ts`)) as Record<string, unknown>;
  return String(found[name]);
}

async function strands(world: World, from: number, to: number): Promise<void> {
  for (let at = from; at < to; at++) {
    const summary = await world.summary({ slug: `s-${at}`, terms: { PHASE: ["primary"] } });
    await world.session({ evidence: [summary.slug] });
    await world.project({ evidence: [summary.slug] });
    await world.reflection({ summaryId: summary.id });
  }
}

describe("pages about many strands cost the same number of statements:", () => {
  test("the table, for three and for thirty strands, and for those not rated in months", async ({
    world,
  }) => {
    await world.term(TermScheme.PHASE, "primary");
    await strands(world, 0, 3);
    await world.summary({
      impactMonths: null,
      impactMonthsStatus: ImpactMonthsStatus.NOT_RATED_IN_MONTHS,
    });
    const document = await documentOf("toolkit", "ToolkitDocument");
    const table = (statuses: string[]) =>
      world.ask(document, {
        filter: { impactMonthsStatuses: statuses, phases: ["primary"] },
        sort: "COST_EFFECTIVENESS",
        first: 100,
      });
    const few = await table(["RATED", "INSUFFICIENT_EVIDENCE"]);
    expect(few.errors).toBeUndefined();
    expect(few.data.evidenceSummaries.totalCount).toBe(3);
    expect(few.data.notRated.totalCount).toBe(1);
    await strands(world, 3, 30);
    const many = await table(["RATED", "INSUFFICIENT_EVIDENCE"]);
    expect(many.data.evidenceSummaries.nodes).toHaveLength(30);
    expect(many.statements.length).toBe(few.statements.length);
    expect(many.statements.length).toBeLessThanOrEqual(9);
  });

  test("the comparison, for one strand and for four", async ({ world }) => {
    await world.term(TermScheme.PHASE, "primary");
    await strands(world, 0, 4);
    const document = await documentOf("compare", "CompareDocument");
    const compare = (...slugs: string[]) => world.ask(document, { slugs });
    const one = await compare("s-0");
    const four = await compare("s-0", "s-1", "s-2", "s-3");
    expect(four.errors).toBeUndefined();
    expect(four.data.evidenceSummaries.nodes).toHaveLength(4);
    for (const strand of four.data.evidenceSummaries.nodes) {
      expect(strand.cpdSessions.nodes).toHaveLength(1);
      expect(strand.researchProjects.totalCount).toBe(1);
      expect(strand.reflections.totalCount).toBe(1);
    }
    expect(four.statements.length).toBe(one.statements.length);
    expect(four.statements.length).toBeLessThanOrEqual(9);
  });
});
