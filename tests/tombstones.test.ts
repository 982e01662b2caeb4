import { describe, expect } from "vitest";
import { EvidenceSummary } from "../src/evidence/evidence-summary.entity.ts";
import { Finding } from "../src/evidence/finding.entity.ts";
import { SummaryRevision } from "../src/evidence/summary-revision.entity.ts";
import { withdrawSummary } from "../src/evidence/summary.service.ts";
import { TermScheme } from "../src/terms/term.entity.ts";
import { test, type World } from "./support/world.ts";

/** A summary with everything that can hang on one. */
async function laden(world: World) {
  const topic = await world.term(TermScheme.TOPIC);
  const neighbour = await world.summary();
  const summary = await world.summary({
    title: "Gone quokka",
    terms: { TOPIC: [topic.slug] },
    related: [neighbour.slug],
    references: [{ key: "a", short: "A", text: "A.", url: null }],
    studies: [{ reference: "a", title: "A", findings: [{ outcome: "Reading", effectSize: 0.5 }] }],
  });
  await world.session({ evidence: [summary.slug] });
  await world.project({ evidence: [summary.slug] });
  const reflection = await world.reflection({ summaryId: summary.id });
  const finding = await world.fresh.findOneOrFail(Finding, {
    revisionId: summary.publishedRevisionId!,
  });
  return { summary, topic, reflection, finding };
}

const tombstone = `fragment tombstone on EvidenceSummary {
  title headline impactMonths costBand evidenceStrength state notices sections { heading } references { key } terms { slug }
  withdrawal { reason } guidanceReports { slug } findings { totalCount } related { totalCount } cpdSessions { totalCount }
  researchProjects { totalCount } reflections { totalCount } }`;
const nothing = { totalCount: 0 };

describe("a withdrawn summary", () => {
  test("is a tombstone at its address and id, from which nothing hangs, and is nowhere else", async ({
    world,
  }) => {
    const { summary, topic, reflection, finding } = await laden(world);
    const publisher = world.as(await world.person(), "PUBLISHER");
    await withdrawSummary(world.fresh, publisher, summary.id, "The figures were wrong.");
    await world.drain();
    const { data, errors } = await world.ask(
      `query ($slug: String!, $id: ID!, $finding: ID!, $reflection: ID!, $topic: String!) {
        evidenceSummary(slug: $slug) { ...tombstone }
        node(id: $id) { ...tombstone }
        finding: node(id: $finding) { id }
        reflection: node(id: $reflection) { ... on Reflection { evidence { state } } }
        evidenceSummaries { nodes { slug } }
        search(query: "quokka") { totalCount }
        byTopic: search(filter: { topics: [$topic] }, facets: [TOPIC]) { totalCount facets { values { value count } } }
        cpdSessions { nodes { evidence { totalCount } } }
        researchProjects { nodes { evidence { totalCount } } } } ${tombstone}`,
      { slug: summary.slug, id: summary.id, finding: finding.id, reflection, topic: topic.slug },
    );
    expect(errors).toBeUndefined();
    expect(data.evidenceSummary).toEqual({
      title: "Gone quokka",
      headline: "",
      impactMonths: null,
      costBand: null,
      evidenceStrength: null,
      state: "WITHDRAWN",
      notices: [],
      sections: [],
      references: [],
      terms: [],
      withdrawal: { reason: "The figures were wrong." },
      guidanceReports: [],
      findings: nothing,
      related: nothing,
      cpdSessions: nothing,
      researchProjects: nothing,
      reflections: nothing,
    });
    expect(data.node).toEqual(data.evidenceSummary);
    expect(data.finding).toBeNull();
    expect(data.reflection).toEqual({ evidence: { state: "WITHDRAWN" } });
    expect(data.evidenceSummaries.nodes).toHaveLength(1);
    expect(data.search.totalCount).toBe(0);
    // Its reflection was found by its topic; it no longer is.
    expect(data.byTopic).toEqual({
      totalCount: 0,
      facets: [{ values: [{ value: topic.slug, count: 0 }] }],
    });
    expect(data.cpdSessions.nodes).toEqual([{ evidence: nothing }]);
    expect(data.researchProjects.nodes).toEqual([{ evidence: nothing }]);
  });

  test("stays withdrawn when its file is imported again, changed or not", async ({ world }) => {
    const { summary } = await laden(world);
    const publisher = world.as(await world.person(), "PUBLISHER");
    await withdrawSummary(world.fresh, publisher, summary.id, "Wrong.");
    const again = await world.summary({ slug: summary.slug, contentHash: "changed" });
    expect(again).toMatchObject({ state: "WITHDRAWN", withdrawalReason: "Wrong." });
    expect(again.publishedRevisionId).toBe(summary.publishedRevisionId);
  });
});

describe("a finding", () => {
  test("is found while its revision is before readers, not in a draft and not once replaced", async ({
    world,
  }) => {
    const { summary, finding } = await laden(world);
    const draft = world.em.create(SummaryRevision, {
      ...(await world.fresh.findOneOrFail(SummaryRevision, summary.publishedRevisionId!)),
      id: "revision_01jzmqv4t2f3kagk7c3gm2xh9e",
      number: 2,
    });
    const hidden = world.em.create(Finding, {
      revisionId: draft.id,
      position: 1,
      outcome: "Secret",
    } as never) as Finding;
    await world.em.flush();
    const ask = async () =>
      (
        await world.ask(`query ($ids: [ID!]!) { nodes(ids: $ids) { id } }`, {
          ids: [finding.id, hidden.id],
        })
      ).data.nodes;
    expect(await ask()).toEqual([{ id: finding.id }, null]);
    const next = await world.summary({ slug: summary.slug, contentHash: "two" });
    expect((await world.fresh.findOneOrFail(EvidenceSummary, summary.id)).publishedRevisionId).toBe(
      next.publishedRevisionId,
    );
    expect(await ask()).toEqual([null, null]);
  });
});
