import { describe, expect } from "vitest";
import { ImpactMonthsStatus } from "../src/evidence/summary-revision.entity.ts";
import { test, type World } from "./support/world.ts";

type Figures = readonly [
  slug: string,
  months: number | null,
  cost: number | null,
  padlocks: number | null,
];

async function summaries(world: World, figures: readonly Figures[]): Promise<void> {
  for (const [slug, impactMonths, costBand, evidenceStrength] of figures)
    await world.summary({
      slug,
      impactMonths,
      impactMonthsStatus:
        impactMonths === null ? ImpactMonthsStatus.INSUFFICIENT_EVIDENCE : ImpactMonthsStatus.RATED,
      costBand,
      evidenceStrength,
    });
}

const expected: readonly (readonly [slug: string, group: string])[] = [
  ["six-months-very-low", "GAIN"],
  ["two-months-very-low", "GAIN"],
  ["four-months-low", "GAIN"],
  // Up to £144 a pupil for each month, where one month in band 2 may cost up to £200.
  ["five-months-moderate", "GAIN"],
  ["one-month-low", "GAIN"],
  ["three-months-very-high", "GAIN"],
  ["eight-months-very-low-weak", "GAIN_ON_WEAK_EVIDENCE"],
  ["eight-months-very-low-padlocks-unknown", "GAIN_ON_WEAK_EVIDENCE"],
  ["one-month-very-high-weak", "GAIN_ON_WEAK_EVIDENCE"],
  ["none-very-low", "NO_GAIN"],
  ["less-very-high", "NO_GAIN"],
  ["cost-unknown", "NOT_COMPARABLE"],
  ["not-enough-evidence", "NOT_COMPARABLE"],
];

const figures: readonly Figures[] = [
  ["not-enough-evidence", null, 1, 0],
  ["cost-unknown", 8, null, 5],
  ["less-very-high", -2, 5, 5],
  ["none-very-low", 0, 1, 5],
  ["one-month-very-high-weak", 1, 5, 1],
  ["eight-months-very-low-padlocks-unknown", 8, 1, null],
  ["eight-months-very-low-weak", 8, 1, 2],
  ["three-months-very-high", 3, 5, 4],
  ["one-month-low", 1, 2, 3],
  ["five-months-moderate", 5, 3, 3],
  ["four-months-low", 4, 2, 3],
  ["two-months-very-low", 2, 1, 4],
  ["six-months-very-low", 6, 1, 4],
];

describe("the order by cost-effectiveness", () => {
  test("puts weak evidence, no gain and what cannot be compared after sound gains, whatever the months", async ({
    world,
  }) => {
    await summaries(world, figures);
    const { data, errors } = await world.ask(
      `{ evidenceSummaries(sort: COST_EFFECTIVENESS, first: 100) { nodes { slug costEffectivenessGroup } } }`,
    );
    expect(errors).toBeUndefined();
    expect(
      data.evidenceSummaries.nodes.map((node: { slug: string; costEffectivenessGroup: string }) => [
        node.slug,
        node.costEffectivenessGroup,
      ]),
    ).toEqual(expected);
  });

  test("pages through every group without loss or repetition", async ({ world }) => {
    await summaries(world, figures);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const { data, errors } = await world.ask(
        `query ($after: String) { evidenceSummaries(sort: COST_EFFECTIVENESS, first: 1, after: $after) { nodes { slug } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      expect(errors).toBeUndefined();
      seen.push(...data.evidenceSummaries.nodes.map(({ slug }: { slug: string }) => slug));
      const { hasNextPage, endCursor } = data.evidenceSummaries.pageInfo;
      after = hasNextPage ? endCursor : null;
    } while (after && seen.length < 20);
    expect(seen).toEqual(expected.map(([slug]) => slug));
  });
});

describe("evidenceSummaries", () => {
  test("orders equal months by padlocks, then by cost, then by title", async ({ world }) => {
    await summaries(world, [
      ["b-dear", 5, 3, 4],
      ["c-cheap", 5, 1, 4],
      ["a-cheap", 5, 1, 4],
      ["d-strong", 5, 5, 5],
    ]);
    const { data } = await world.ask(`{ evidenceSummaries(sort: IMPACT) { nodes { slug } } }`);
    expect(data.evidenceSummaries.nodes.map(({ slug }: { slug: string }) => slug)).toEqual([
      "d-strong",
      "a-cheap",
      "c-cheap",
      "b-dear",
    ]);
  });

  test("finds several by slug, and by why there is or is not a figure in months", async ({
    world,
  }) => {
    await summaries(world, [
      ["rated", 3, 1, 3],
      ["too-little", null, 1, 0],
    ]);
    await world.summary({
      slug: "elsewhere",
      impactMonths: null,
      impactMonthsStatus: ImpactMonthsStatus.NOT_RATED_IN_MONTHS,
    });
    const list = async (filter: object) =>
      (
        await world.ask(
          `query ($filter: EvidenceSummaryFilter) { evidenceSummaries(filter: $filter) { totalCount nodes { slug } } }`,
          { filter },
        )
      ).data.evidenceSummaries.nodes.map(({ slug }: { slug: string }) => slug);
    expect(await list({ slugs: ["too-little", "rated", "unknown"] })).toEqual([
      "rated",
      "too-little",
    ]);
    expect(await list({ impactMonthsStatuses: ["RATED", "INSUFFICIENT_EVIDENCE"] })).toEqual([
      "rated",
      "too-little",
    ]);
    expect(await list({ impactMonthsStatuses: ["NOT_RATED_IN_MONTHS"] })).toEqual(["elsewhere"]);
    expect(await list({ slugs: ["elsewhere"], impactMonthsStatuses: ["RATED"] })).toEqual([]);
  });
});
