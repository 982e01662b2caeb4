import { beforeAll, describe, expect, test } from "vitest";
import {
  isLarge,
  isLargeOnFewPadlocks,
  isOnWeakEvidence,
} from "../../src/web/data/weak-evidence.ts";
import { type Served, served } from "../support/served.ts";

describe("evidence", () => {
  test("is weak on fewer than 3 padlocks, and where nobody knows how many", () => {
    expect(
      [0, 1, 2, null].map((evidenceStrength) => isOnWeakEvidence({ evidenceStrength })),
    ).toEqual(Array(4).fill(true));
    expect([3, 4, 5].map((evidenceStrength) => isOnWeakEvidence({ evidenceStrength }))).toEqual(
      Array(3).fill(false),
    );
  });

  test("a figure is large from 4 months on, up or down, and an unknown one is not", () => {
    expect([4, 8, -4].map(isLarge)).toEqual([true, true, true]);
    expect([3, 0, -3, null].map(isLarge)).toEqual(Array(4).fill(false));
  });

  test("a large figure is marked on padlocks known to be few, not on unknown ones", () => {
    const marked = (impactMonths: number, evidenceStrength: number | null) =>
      isLargeOnFewPadlocks({ impactMonths, impactMonthsStatus: "RATED", evidenceStrength });
    expect([marked(4, 2), marked(-4, 0)]).toEqual([true, true]);
    expect([marked(3, 2), marked(4, 3), marked(4, null)]).toEqual([false, false, false]);
    expect(
      isLargeOnFewPadlocks({
        impactMonths: 6,
        impactMonthsStatus: "INSUFFICIENT_EVIDENCE",
        evidenceStrength: 1,
      }),
    ).toBe(false);
  });
});

describe("a figure that is not known", () => {
  let site: Served;
  beforeAll(async () => {
    site = await served();
  });
  const specimen = async (name: string) => {
    const html = await (await fetch(`${site.url}/gallery/figures-${name}`)).text();
    return html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  };
  const pictures = (html: string) => html.match(/<svg viewBox="0 0 13 17"/g)?.length ?? 0;
  const unknown = (html: string) => html.match(/data-form="unknown"/g)?.length ?? 0;

  test.each(["compact", "full"])(
    "is drawn in a form of its own, %s: zero padlocks stay five open ones",
    async (form) => {
      const missing = await specimen(`rated-cost-and-padlocks-missing-${form}`);
      expect([pictures(missing), unknown(missing)]).toEqual([2, 2]);
      expect(missing).toContain("Cost not rated");
      expect(missing).toContain("Evidence not rated");
      const zero = await specimen(`no-padlocks-cost-missing-${form}`);
      expect([pictures(zero), unknown(zero)]).toEqual([6, 1]);
      expect(zero).toContain("Too little evidence");
    },
  );

  test("is drawn so in the cells of a table, too", async () => {
    const rows = (await specimen("in-the-cells-of-a-table")).split("<tr>");
    const row = (name: string) => rows.find((each) => each.includes(`>${name}</th>`))!;
    const missing = row("Rated, cost and padlocks missing");
    expect([pictures(missing), unknown(missing)]).toEqual([2, 2]);
    const zero = row("No padlocks, cost missing");
    expect([pictures(zero), unknown(zero)]).toEqual([6, 1]);
  });
});
