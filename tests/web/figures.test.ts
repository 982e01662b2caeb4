import { describe, expect, test } from "vitest";
import {
  isLarge,
  isLargeOnFewPadlocks,
  isOnWeakEvidence,
} from "../../src/web/data/weak-evidence.ts";

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
