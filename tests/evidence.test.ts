import { describe, expect } from "vitest";
import { TermScheme } from "../src/terms/term.entity.ts";
import { withdrawSummary } from "../src/evidence/summary.service.ts";
import { ImpactMonthsStatus } from "../src/evidence/summary-revision.entity.ts";
import { OutboxEvent } from "../src/kernel/outbox.entity.ts";
import { SearchDocument } from "../src/search/search-document.entity.ts";
import { test } from "./support/world.ts";

describe("evidenceSummary", () => {
  test("shows identity, figures, sections with sanitised HTML and the notices", async ({
    world,
  }) => {
    await world.summary({
      slug: "feedback",
      title: "Feedback",
      sections: [
        {
          heading: "Key findings",
          markdown: "It **helps** <script>alert(1)</script> [x](javascript:alert(1))",
        },
      ],
    });
    const { data, errors } = await world.ask(
      `{ evidenceSummary(slug: "feedback") { __typename kind title url impactMonths impactMonthsStatus costBand
          evidenceStrength state notices withdrawal { reason } sections { heading html } source { name retrievedOn } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.evidenceSummary).toMatchObject({
      __typename: "EvidenceSummary",
      kind: "EVIDENCE_SUMMARY",
      url: "https://potbank.test/evidence/feedback",
      impactMonths: 4,
      state: "PUBLISHED",
      withdrawal: null,
      source: { name: "A source", retrievedOn: "2026-04-02" },
      notices: [
        "Drafted from published figures, not yet reviewed by a Research School.",
        "Check the source.",
      ],
    });
    const [{ html }] = data.evidenceSummary.sections;
    expect(html).toContain("<strong>helps</strong>");
    expect(html).not.toMatch(/script|javascript/);
  });

  test("answers null for a slug that is unknown, malformed or holds a null byte", async ({
    world,
  }) => {
    const { data, errors } = await world.ask(
      `query ($nul: String!) { a: evidenceSummary(slug: "nothing-here") { id } b: evidenceSummary(slug: "No Slug!") { id } c: evidenceSummary(slug: $nul) { id } }`,
      { nul: "a\u0000b" },
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ a: null, b: null, c: null });
  });

  test("keeps a tombstone of a withdrawn summary at its address and id, and nowhere else", async ({
    world,
  }) => {
    const topic = await world.term(TermScheme.TOPIC);
    const summary = await world.summary({ title: "Gone", terms: { TOPIC: [topic.slug] } });
    const publisher = await world.person();
    await withdrawSummary(
      world.fresh,
      world.as(publisher, "PUBLISHER"),
      summary.id,
      "The figures were wrong.",
    );
    const { data, errors } = await world.ask(
      `query ($slug: String!, $id: ID!) {
        evidenceSummary(slug: $slug) { ...tomb }
        node(id: $id) { ...tomb }
        evidenceSummaries { totalCount nodes { id } }
        search(query: "Gone") { totalCount }
      }
      fragment tomb on EvidenceSummary { title headline impactMonths costBand evidenceStrength sections { heading }
        terms { slug } state withdrawal { reason withdrawnAt } findings { totalCount } related { nodes { id } } }`,
      { slug: summary.slug, id: summary.id },
    );
    expect(errors).toBeUndefined();
    expect(data.evidenceSummary).toMatchObject({
      title: "Gone",
      headline: "",
      impactMonths: null,
      costBand: null,
      evidenceStrength: null,
      sections: [],
      terms: [],
      state: "WITHDRAWN",
      withdrawal: { reason: "The figures were wrong." },
      findings: { totalCount: 0 },
    });
    expect(data.node).toEqual(data.evidenceSummary);
    expect(data.evidenceSummaries).toEqual({ totalCount: 0, nodes: [] });
    expect(data.search.totalCount).toBe(0);
  });
});

describe("withdrawSummary", () => {
  test("tells a reader who may see but not withdraw it FORBIDDEN, and one who may not see it NOT_FOUND", async ({
    world,
  }) => {
    const summary = await world.summary();
    const teacher = world.as(await world.person(), "TEACHER");
    await expect(withdrawSummary(world.fresh, teacher, summary.id, "x")).rejects.toMatchObject({
      extensions: { code: "FORBIDDEN" },
    });
    const absent = "summary_01jzmqv4t2f3kagk7c3gm2xh9e";
    await expect(withdrawSummary(world.fresh, teacher, absent, "x")).rejects.toMatchObject({
      extensions: { code: "NOT_FOUND" },
      message: `No evidence summary ${absent}.`,
    });
  });
});

describe("importSummaries", () => {
  test("makes a new revision of a changed file, keeps the old one, and does nothing for an unchanged one", async ({
    world,
  }) => {
    const first = await world.summary({ slug: "s", impactMonths: 4, contentHash: "one" });
    const same = await world.summary({ slug: "s", impactMonths: 9, contentHash: "one" });
    expect(same.publishedRevisionId).toBe(first.publishedRevisionId);
    const second = await world.summary({ slug: "s", impactMonths: 6, contentHash: "two" });
    expect(second.id).toBe(first.id);
    expect(second.publishedRevisionId).not.toBe(first.publishedRevisionId);
    expect(second.publishedAt).toEqual(first.publishedAt);
    const { data } = await world.ask(
      `{ evidenceSummary(slug: "s") { impactMonths } evidenceSummaries { totalCount } }`,
    );
    expect(data).toEqual({
      evidenceSummary: { impactMonths: 6 },
      evidenceSummaries: { totalCount: 1 },
    });
    const facts = await world.fresh.find(OutboxEvent, { subject: first.id });
    expect(facts.map(({ name }) => name)).toEqual(["summary.published", "summary.published"]);
  });

  test("writes the search document in its own transaction, so that a failure takes both back", async ({
    world,
  }) => {
    await expect(world.summary({ related: ["no-such-summary"] })).rejects.toThrow(
      'no summary "no-such-summary"',
    );
    expect(await world.fresh.count(SearchDocument)).toBe(0);
    const summary = await world.summary();
    expect(await world.fresh.count(SearchDocument, { id: summary.id })).toBe(1);
  });
});

describe("evidenceSummaries", () => {
  test("sorts with missing figures last, and its cursors lead through every row once", async ({
    world,
  }) => {
    const figures = [5, null, -2, 5, 0, null, 8];
    for (const impactMonths of figures)
      await world.summary({
        impactMonths,
        impactMonthsStatus:
          impactMonths === null
            ? ImpactMonthsStatus.INSUFFICIENT_EVIDENCE
            : ImpactMonthsStatus.RATED,
      });
    const seen: (number | null)[] = [];
    let after: string | null = null;
    do {
      const { data, errors } = await world.ask(
        `query ($after: String) { evidenceSummaries(sort: IMPACT, first: 2, after: $after) { totalCount nodes { impactMonths } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      expect(errors).toBeUndefined();
      expect(data.evidenceSummaries.totalCount).toBe(7);
      seen.push(
        ...data.evidenceSummaries.nodes.map(
          (node: { impactMonths: number | null }) => node.impactMonths,
        ),
      );
      const { hasNextPage, endCursor } = data.evidenceSummaries.pageInfo;
      after = hasNextPage ? endCursor : null;
    } while (after);
    expect(seen).toEqual([8, 5, 5, 0, -2, null, null]);
  });

  for (const sort of ["TITLE", "NEWEST", "UPDATED", "IMPACT", "EVIDENCE_STRENGTH", "COST"])
    test(`pages by ${sort} without loss or repetition`, async ({ world }) => {
      for (let i = 0; i < 7; i++)
        await world.summary({
          title: `Title ${i % 3}`,
          costBand: i % 2 ? 3 : null,
          evidenceStrength: i % 3,
        });
      const whole = await world.ask(
        `{ evidenceSummaries(sort: ${sort}, first: 100) { nodes { id } } }`,
      );
      const ids: string[] = [];
      let after: string | null = null;
      for (let page = 0; page < 7; page++) {
        const { data } = await world.ask(
          `query ($after: String) { evidenceSummaries(sort: ${sort}, first: 1, after: $after) { nodes { id } pageInfo { endCursor } } }`,
          { after },
        );
        ids.push(...data.evidenceSummaries.nodes.map(({ id }: { id: string }) => id));
        after = data.evidenceSummaries.pageInfo.endCursor;
      }
      expect(ids).toEqual(whole.data.evidenceSummaries.nodes.map(({ id }: { id: string }) => id));
      expect(new Set(ids).size).toBe(7);
    });

  test("filters: values of one field are alternatives, different fields must all hold", async ({
    world,
  }) => {
    const [a, b] = [await world.term(TermScheme.TOPIC), await world.term(TermScheme.TOPIC)];
    const primary = await world.term(TermScheme.PHASE, "primary");
    await world.summary({
      slug: "one",
      terms: { TOPIC: [a.slug, b.slug], PHASE: ["primary"] },
      costBand: 1,
    });
    await world.summary({ slug: "two", terms: { TOPIC: [b.slug] }, costBand: 4 });
    await world.summary({ slug: "three", costBand: null });
    const list = async (filter: object) =>
      (
        await world.ask(
          `query ($filter: EvidenceSummaryFilter) { evidenceSummaries(filter: $filter) { totalCount nodes { slug } } }`,
          { filter },
        )
      ).data.evidenceSummaries.nodes.map(({ slug }: { slug: string }) => slug);
    expect(await list({ topics: [a.slug, b.slug] })).toEqual(["one", "two"]);
    expect(await list({ topics: [a.slug, b.slug], phases: [primary.slug] })).toEqual(["one"]);
    expect(await list({ costBandMax: 3 })).toEqual(["one"]);
    expect(await list({ topics: ["no-such-topic"] })).toEqual([]);
    expect(await list({})).toHaveLength(3);
  });

  for (const [args, field] of [
    ["first: 0", "first"],
    ["first: 1000", "first"],
    ['after: "not a cursor"', "after"],
    ["filter: { costBandMax: 9 }", "filter.costBandMax"],
    ["filter: { evidenceStrengthMin: -1 }", "filter.evidenceStrengthMin"],
  ])
    test(`refuses ${args} naming ${field}`, async ({ world }) => {
      const { errors } = await world.ask(`{ evidenceSummaries(${args}) { nodes { id } } }`);
      expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
    });

  test("refuses a cursor of another order", async ({ world }) => {
    await world.summary();
    const { data } = await world.ask(
      `{ evidenceSummaries(sort: TITLE) { pageInfo { endCursor } } }`,
    );
    const { errors } = await world.ask(
      `query ($after: String) { evidenceSummaries(sort: IMPACT, after: $after) { nodes { id } } }`,
      { after: data.evidenceSummaries.pageInfo.endCursor },
    );
    expect(errors?.[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "after" });
  });
});

describe("a page of summaries with everything", () => {
  const page = `query ($first: Int!) { evidenceSummaries(first: $first) { nodes {
    title impactMonths terms { label } sections { heading }
    cpdSessions(first: 3) { nodes { title startsAt provider { name } } }
    researchProjects(first: 3) { nodes { title school { name } } }
    reflections(first: 3) { nodes { title author { name } } }
    related(first: 3) { nodes { title } }
    findings(first: 3) { nodes { outcome study { title } } } } } }`;

  test("costs the same number of statements for 20 and for 100", async ({ world }) => {
    const topic = await world.term(TermScheme.TOPIC);
    const school = await world.school();
    const author = await world.person(school);
    for (let i = 0; i < 100; i++) {
      const summary = await world.summary({
        slug: `s-${i}`,
        terms: { TOPIC: [topic.slug] },
        related: i > 0 ? [`s-${i - 1}`] : [],
        references: [{ key: "a", short: "A", text: "A.", url: null }],
        studies: [{ reference: "a", title: "A", findings: [{ outcome: "Reading" }] }],
      });
      await world.session({ evidence: [summary.slug] });
      await world.project({ evidence: [summary.slug], schoolId: school.id });
      await world.reflection({ summaryId: summary.id, authorId: author.id, schoolId: school.id });
    }
    const twenty = await world.ask(page, { first: 20 });
    const hundred = await world.ask(page, { first: 100 });
    expect(hundred.errors).toBeUndefined();
    expect(hundred.data.evidenceSummaries.nodes).toHaveLength(100);
    expect(hundred.data.evidenceSummaries.nodes[50].cpdSessions.nodes).toHaveLength(1);
    expect(hundred.data.evidenceSummaries.nodes[50].findings.nodes[0].study.title).toBe("A");
    expect(hundred.statements).toHaveLength(twenty.statements.length);
    expect(twenty.statements).toHaveLength(18);
  });
});
