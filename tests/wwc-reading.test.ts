import { describe, expect, test } from "vitest";
import { EffectSizeBasis } from "../src/evidence/finding.entity.ts";
import { hedgesG, improvementOf, readEffect } from "../src/evidence/wwc/wwc-effect.ts";
import { titleInCitation } from "../src/evidence/wwc/wwc-summary.ts";
import { gradesInWords } from "../src/evidence/wwc/wwc-vocabulary.ts";
import { domainInWords, improvementInWords } from "../src/evidence/wwc/wwc-words.ts";
import { mendText } from "../src/kernel/mended-text.ts";

const { AS_PUBLISHED, REVERSED, STUDY_REPORTED, UNCLEAR } = EffectSizeBasis;

describe("an effect is positive where it favours the intervention", () => {
  const published = {
    outcome: "Reading score",
    interventionMean: null,
    comparisonMean: null,
    effect: null,
    effectOfStudy: null,
    index: null,
  };

  // Rows of the export of April 2020.
  test.each([
    ["as published where the index agrees", { effect: 0.52, index: 20 }, 0.52, AS_PUBLISHED],
    ["as published where there is no index", { effect: -0.03 }, -0.03, AS_PUBLISHED],
    [
      "reversed where fewer gang fights count as a gain",
      {
        outcome: "Been in a gang fight",
        interventionMean: 0.1,
        comparisonMean: 0.14,
        effect: -0.107,
        effectOfStudy: 0.11,
        index: 4,
      },
      0.107,
      REVERSED,
    ],
    [
      "reversed where more thefts count as a loss",
      {
        outcome: "Stolen money or property",
        interventionMean: 0.26,
        comparisonMean: 0.25,
        effect: 0.0227,
        effectOfStudy: -0.02,
        index: -1,
      },
      -0.0227,
      REVERSED,
    ],
    [
      "the study's own where the index was made of it and not of the raw means",
      {
        outcome: "California Standards Test: Writing",
        interventionMean: 16.88,
        comparisonMean: 18.26,
        effect: -0.261,
        effectOfStudy: 0.14,
        index: 6,
      },
      0.14,
      STUDY_REPORTED,
    ],
    [
      "the study's own where the clearinghouse has none",
      { effectOfStudy: 0.05, index: 2 },
      0.05,
      STUDY_REPORTED,
    ],
    [
      "unknown where the figures contradict each other",
      {
        outcome: "School retention",
        interventionMean: 81,
        comparisonMean: 0.82,
        effect: 207.74,
        effectOfStudy: -0.5,
        index: -1,
      },
      null,
      UNCLEAR,
    ],
    [
      "unknown where less is better and nobody turned the sign",
      {
        outcome: "Dropped out (%)",
        interventionMean: 1.3,
        comparisonMean: 1.9,
        effect: -0.233,
        index: -9,
      },
      null,
      UNCLEAR,
    ],
    [
      "as published where a score of problems was turned already",
      {
        outcome: "Problem Behavior (reverse coded)",
        interventionMean: -99.2,
        comparisonMean: -103.7,
        effect: 0.304,
        index: 12,
      },
      0.304,
      AS_PUBLISHED,
    ],
    [
      "as published where staying is what was measured",
      {
        outcome: "Positive attitudes towards nonviolence",
        interventionMean: 3.78,
        comparisonMean: 3.52,
        effect: 0.33,
        index: 13,
      },
      0.33,
      AS_PUBLISHED,
    ],
  ])("%s", (_, given, effectSize, basis) => {
    expect(readEffect({ ...published, ...given })).toEqual({ effectSize, basis });
  });

  test("and is Hedges' g, with the correction for small samples", () => {
    const g = hedgesG({ size: 151, mean: 4.08, sd: 0.58 }, { size: 151, mean: 3.77, sd: 0.61 });
    expect(g).toBeCloseTo(0.519_539_7, 6);
    expect(hedgesG({ size: 1, mean: 4, sd: 0 }, { size: 1, mean: 3, sd: 0 })).toBeNull();
    expect(improvementOf(0.519_539_7)).toBeCloseTo(19.83, 2);
  });
});

test.each([
  ["Grades K–4", "K 1 2 3 4"],
  ["Overall - Grade: 5; 6", "5 6"],
  ["Grades 9 - 12", "9 10 11 12"],
  ["K-Grade 3", "K 1 2 3"],
  ["At-risk first graders", "1"],
  ["Pre-kindergarten and kindergarten", "PK K"],
  ["Preschoolers", "PK"],
  ["College students", "PS"],
  ["Full sample", ""],
  ["Age 24", ""],
])("of the sample “%s”, the grades are “%s”", (sample, grades) => {
  expect(gradesInWords(sample).join(" ")).toBe(grades);
});

test.each([
  ["OÃ\u0083Â¢Ã\u0082Â\u0080Ã\u0082Â\u0099Brien", "O’Brien", false],
  ["OÃ¢Â\u0080Â\u0099Brien", "O’Brien", false],
  ["childrenâ€™s", "children’s", false],
  ["Success for AllÃ\u0083Â\u0082Ã\u0082Â®", "Success for All®", false],
  ["Café, naïve, 1–2, “so”, CÔTÉ", "Café, naïve, 1–2, “so”, CÔTÉ", false],
  ["Lost Ã\u0082 here", "Lost Â here", true],
])("text in a wrong encoding is mended as far as it can be: %s", (given, text, damaged) => {
  expect(mendText(given)).toEqual({ text, mended: given !== text, damaged });
});

test.each([
  ["Ann, B. (2004). Does it help? A trial. Journal, 1.", "Does it help?"],
  ["Ann, B., & Bo, C. (2010, April). U.S. schools in motion. Paper.", "U.S. schools in motion"],
  ["No form at all", null],
])("the title in a citation is found where it has the usual form: %s", (citation, title) => {
  expect(titleInCitation(citation)).toBe(title);
});

test("percentiles are said in words, and domains in English spelling", () => {
  expect(improvementInWords(12)).toBe(
    "an average pupil would be expected to rise 12 percentile points, from the 50th percentile to the 62nd",
  );
  expect(improvementInWords(-1)).toContain(
    "fall 1 percentile point, from the 50th percentile to the 49th",
  );
  expect(domainInWords("English language development")).toBe("English language development");
  expect(domainInWords("External behavior")).toBe("external behaviour");
});
