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

  const sorts = ["TITLE", "NEWEST", "UPDATED", "IMPACT", "EVIDENCE_STRENGTH", "COST"];
  for (const sort of [...sorts, "COST_EFFECTIVENESS"])
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
