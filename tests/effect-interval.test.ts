import { describe, expect, test } from "vitest";
import { intervalOf, varianceOfG } from "../src/web/data/effect-interval.ts";
import { axisOf, forestPlotOf, placeOn, signed } from "../src/web/data/forest-plot.ts";

const pupils = { interventionSampleSize: 50, comparisonSampleSize: 50 };

describe("the interval of an effect size", () => {
  test("is that of the worked example in Borenstein and others, chapter 4", () => {
    // Means 103 and 100, standard deviations 5.5 and 4.5, 50 pupils each: d = 0.5970, g = 0.5924, variance 0.0411.
    expect(varianceOfG(0.5924, 50, 50)).toBeCloseTo(0.0411, 4);
    const interval = intervalOf({ effectSize: 0.5924, ...pupils });
    expect(interval).toEqual({
      lower: expect.closeTo(0.195, 3) as number,
      upper: expect.closeTo(0.99, 2) as number,
    });
  });

  test("is the same on the other side of zero", () => {
    const right = intervalOf({ effectSize: 0.4, ...pupils }) as { lower: number; upper: number };
    expect(intervalOf({ effectSize: -0.4, ...pupils })).toEqual({
      lower: -right.upper,
      upper: -right.lower,
    });
  });

  test("is not made up where the sizes of the groups or the effect are not known", () => {
    const unknown = { missing: "UNKNOWN_SIZES" };
    expect(intervalOf({ effectSize: 0.4 })).toEqual(unknown);
    expect(intervalOf({ effectSize: null, ...pupils })).toEqual(unknown);
    expect(intervalOf({ effectSize: 0.4, ...pupils, comparisonSampleSize: null })).toEqual(unknown);
    for (const size of [0, 1])
      expect(intervalOf({ effectSize: 0.4, ...pupils, comparisonSampleSize: size })).toEqual(
        unknown,
      );
  });

  test("is left out where classes or schools were allotted, and stands where each pupil was", () => {
    const clustered = { missing: "CLUSTERED" };
    const of = { effectSize: 0.4, ...pupils };
    expect(intervalOf({ ...of, interventionClusters: 4, comparisonClusters: 5 })).toEqual(
      clustered,
    );
    expect(intervalOf({ ...of, comparisonClusters: 5 })).toEqual(clustered);
    expect(intervalOf({ ...of, interventionClusters: 50, comparisonClusters: 50 })).toEqual(
      intervalOf(of),
    );
  });

  test("is left out for a figure of the study's own, which need not be Hedges' g", () => {
    expect(intervalOf({ effectSize: 0.4, effectSizeBasis: "STUDY_REPORTED", ...pupils })).toEqual({
      missing: "STUDY_REPORTED",
    });
  });
});

describe("the scale of a forest plot", () => {
  test("goes outward to halves, has room on both sides of zero, and ends at two", () => {
    expect(axisOf([0.36, 1.25])).toEqual({ from: -1, to: 1.5, ticks: [-1, 0, 1] });
    expect(axisOf([0.1])).toEqual({ from: -0.5, to: 0.5, ticks: [-0.5, 0, 0.5] });
    expect(axisOf([-3, 9])).toMatchObject({ from: -2, to: 2 });
    expect(axisOf([0, 0])).toMatchObject({ from: -0.5, to: 0.5 });
  });

  test("places a figure in per cent, and one beyond it at its end", () => {
    const axis = axisOf([-1, 1]);
    expect([-5, -1, 0, 0.5, 5].map((value) => placeOn(axis, value))).toEqual([0, 0, 50, 75, 100]);
  });
});

describe("a forest plot", () => {
  const finding = (id: string, effectSize: number | null, sampleSize: number | null = null) => ({
    id,
    effectSize,
    sampleSize,
  });

  test("shows four times the pupils as four times the area, and marks what lies beyond", () => {
    const plot = forestPlotOf([finding("a", 0.5, 400), finding("b", -0.2, 100), finding("c", 3)])!;
    const [a, b, c] = plot.rows;
    expect(a!.half! ** 2 / b!.half! ** 2).toBeCloseTo(4, 5);
    expect([a!.beyond, b!.beyond, c!.beyond]).toEqual([undefined, undefined, "right"]);
    expect(c!.half).toBeUndefined();
    expect(plot.favours).toEqual({ approach: 2, comparison: 1 });
  });

  test("leaves out what has no effect and counts it; without any there is no plot", () => {
    expect(forestPlotOf([finding("a", null), finding("b", 0)])).toMatchObject({
      left: 1,
      rows: [{ effect: 0 }],
      favours: { approach: 0, comparison: 0 },
    });
    expect(forestPlotOf([finding("a", null)])).toBeUndefined();
    expect(forestPlotOf([])).toBeUndefined();
  });

  test("cuts an interval at the ends of the scale, and says at which", () => {
    const [row] = forestPlotOf([
      { id: "a", effectSize: 0.4, interventionSampleSize: 4, comparisonSampleSize: 4 },
    ])!.rows;
    expect(row!.whisker).toEqual({ from: 0, to: 100, cutLeft: true, cutRight: true });
  });

  test("writes figures with their sign, zero without", () => {
    expect([0.5, -0.123, 0, -0.001].map(signed)).toEqual(["+0.50", "−0.12", "0.00", "0.00"]);
  });
});
