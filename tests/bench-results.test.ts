import { describe, expect, test } from "vitest";
import { drawChart, goalRule } from "../bench/chart.ts";
import { verdict } from "../bench/results.ts";

describe("a goal is judged by how far it is:", () => {
  const lower = { what: "start", goal: 2, better: "lower", unit: "times" } as const;
  const higher = { what: "list", goal: 0.4, better: "higher" } as const;

  test.each([
    [{ ...lower, actual: 1.5 }, "start: 1.5 times; goal at most 2 times: reached, 25 % better"],
    [{ ...lower, actual: 2 }, "start: 2 times; goal at most 2 times: reached"],
    [{ ...lower, actual: 5 }, "start: 5 times; goal at most 2 times: missed by 2.5 times"],
    [{ ...lower, actual: 2.001 }, "start: 2 times; goal at most 2 times: just missed"],
    [{ ...higher, actual: 0.5 }, "list: 0.5; goal at least 0.4: reached, 25 % better"],
    [{ ...higher, actual: 0.2 }, "list: 0.2; goal at least 0.4: missed by 2 times"],
    [{ ...lower, actual: null }, "start: not measured; goal at most 2 times"],
  ] as const)("%o is said as “%s”", (goal, words) => {
    expect(verdict(goal)).toBe(words);
  });

  test("a goal of nothing is refused, because a distance from it is no ratio", () => {
    expect(() => verdict({ ...lower, goal: 0, actual: 1 })).toThrow(
      'The goal "start" is 0; it must be above 0.',
    );
  });
});

test("a plot says in words what it shows, and draws its goal", async () => {
  const svg = await drawChart(
    {
      layer: [
        { mark: "bar", encoding: { x: { field: "ms", type: "quantitative", title: "time (ms)" } } },
        ...goalRule("x", 4, "goal 4"),
      ],
    },
    { title: "a < b", description: "b & c: 3 ms", rows: [{ ms: 3 }] },
  );
  expect(svg).toContain('<title id="title">a &lt; b</title>');
  expect(svg).toContain('<desc id="description">b &amp; c: 3 ms</desc>');
  expect(svg).toContain(">time (ms)<");
  expect(svg).toContain(">goal 4<");
});
