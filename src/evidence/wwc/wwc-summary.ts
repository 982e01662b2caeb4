import { createHash } from "node:crypto";
import type { TermSlugs } from "../../terms/term-slugs.ts";
import type { Finding } from "../finding.entity.ts";
import { DesignRating } from "../finding.entity.ts";
import type { Section, SourceRecord } from "../summary-revision.entity.ts";
import type { Digest } from "./wwc-digest.ts";
import { readEffect } from "./wwc-effect.ts";
import type { FindingRow, StudyRow } from "./wwc-rows.ts";
import { designs, termsOf } from "./wwc-vocabulary.ts";
import { headlineOf, howItIsDelivered, titleOf, whatWasFound, whoTookPart } from "./wwc-words.ts";

/** What a summary of an intervention says, ready to be stored; its findings come apart, being many. */
export interface WwcSummary {
  readonly title: string;
  readonly headline: string;
  readonly sections: Section[];
  readonly source: SourceRecord;
  readonly terms: TermSlugs;
}

/** By this name the summaries of the clearinghouse are known from others. */
export const sourceName =
  "What Works Clearinghouse, Institute of Education Sciences, US Department of Education";
const site = "https://ies.ed.gov/ncee/wwc";

const address = (path: string): string | null =>
  /^\/[\w/-]+$/.test(path) ? `${site}${path}` : null;

/** Makes the summary of one intervention of what its rows say together. */
export function summaryOf(of: Digest): WwcSummary {
  const sections = [
    ["What was found", whatWasFound(of)],
    ["What this does not mean", whatItDoesNotMean(of)],
    ["Who took part", whoTookPart(of)],
    ["How it is delivered", howItIsDelivered(of)],
    ["How these figures came about", howTheFiguresCameAbout(of)],
  ] as const;
  return {
    title: titleOf(of),
    headline: headlineOf(of),
    sections: sections.flatMap(([heading, markdown]) =>
      markdown === null ? [] : [{ heading, markdown }],
    ),
    source: {
      name: sourceName,
      url: address(of.page),
      licence: "US public domain",
      retrievedOn: null,
      note: "Made from an export of the What Works Clearinghouse, which does not say when it was made; its later reviews are not in it. Check the source.",
    },
    terms: termsOf(
      of.domains.map(({ domain }) => domain),
      of.grades,
      of.protocols,
    ),
  };
}

const whatItDoesNotMean = (of: Digest): string =>
  [
    "- It gives no months of progress. The clearinghouse does not measure in months, and turning its figures into months would be guessing.",
    "- Its ratings are not the padlocks of the Education Endowment Foundation, and the two must not be compared.",
    "- The studies are nearly all from the United States. Schools, curriculum and what pupils had otherwise are different in England.",
    ...(of.domains.length > 0
      ? [
          "- No discernible effect is not proof of no effect, and a large effect in one small study may not come again.",
        ]
      : []),
  ].join("\n");

function howTheFiguresCameAbout(of: Digest): string {
  const under = of.protocols.length > 0 ? ` Reviewed under: ${of.protocols.join("; ")}.` : "";
  const ways = `The What Works Clearinghouse looks for studies of an intervention, checks their design against its standards and rates what those that pass them found, one kind of outcome at a time.${under}`;
  if (of.findings === 0) return ways;
  return [
    ways,
    "Effect sizes are Hedges’ g: the difference between the groups, in standard deviations. The improvement index says the same in percentile points of an average pupil. Both are shown so that above zero favours the intervention, also where less is better, as with absences.",
    ...(of.unclear > 0
      ? [
          `For ${of.unclear === 1 ? "one finding" : `${of.unclear.toLocaleString("en-GB")} findings`} the export does not say clearly which group did better; no effect size is shown there, and the published figure is kept beside it.`,
        ]
      : []),
  ].join("\n\n");
}

/** A finding without its place and its revision. */
export type WwcFinding = Omit<Finding, "id" | "revisionId" | "position">;

const noComparison = /^(?:none|unknown|n\/?a|not applicable|not specified)\.?$/i;

/** One row of the export as a finding of ours. */
export function findingOf(
  row: FindingRow,
  studyId: string | null,
  studyRating: string,
): WwcFinding {
  const { effectSize, basis } = readEffect(row);
  const given = (text: string) => (text === "" ? null : text);
  return {
    studyId,
    outcome: row.outcome,
    comparison:
      noComparison.test(row.comparison) || row.comparison === ""
        ? null
        : row.comparison.replace(/^business as usual$/i, "Business as usual"),
    sampleDescription: given(row.sample),
    sampleSize: row.sampleSize,
    effectSize,
    statisticallySignificant: row.significant,
    sourceReference: `wwc/${row.findingId}`,
    outcomeDomain: given(row.domain),
    period: given(row.period),
    isSubgroup: row.isSubgroup,
    interventionSampleSize: row.interventionSize,
    comparisonSampleSize: row.comparisonSize,
    interventionClusters: row.interventionClusters,
    comparisonClusters: row.comparisonClusters,
    interventionMean: row.interventionMean,
    comparisonMean: row.comparisonMean,
    interventionStandardDeviation: row.interventionSd,
    comparisonStandardDeviation: row.comparisonSd,
    effectSizeAsPublished: row.effect,
    effectSizeOfStudy: row.effectOfStudy,
    effectSizeBasis: basis,
    improvementIndex: row.index,
    pValue: row.pValue,
    designRating: designRating(row.rating, studyRating),
  };
}

const byNumber = [
  DesignRating.MEETS_WITHOUT_RESERVATIONS,
  DesignRating.MEETS_WITH_RESERVATIONS,
  DesignRating.DOES_NOT_MEET,
];
const byWords: Readonly<Record<string, DesignRating>> = {
  "meets wwc standards without reservations": DesignRating.MEETS_WITHOUT_RESERVATIONS,
  "meets wwc standards with reservations": DesignRating.MEETS_WITH_RESERVATIONS,
  "does not meet wwc standards": DesignRating.DOES_NOT_MEET,
};

/** The finding's own rating; where it has none, the one of its study. */
const designRating = (number: number | null, words: string): DesignRating | null =>
  (number === null ? undefined : byNumber[number - 1]) ?? byWords[words.toLowerCase()] ?? null;

/** A study as its rows describe it together. */
export interface WwcStudy {
  readonly title: string | null;
  readonly year: number | null;
  readonly design: string | null;
  readonly citation: string | null;
  readonly url: string | null;
}

/** Takes each part from the first row that has it, and text without lost bytes before text with them. */
export function studyOf(rows: Iterable<StudyRow>, isWhole: (text: string) => boolean): WwcStudy {
  const all = [...rows];
  const first = (part: (row: StudyRow) => string): string => {
    const texts = all.map(part).filter((text) => text !== "");
    return texts.find(isWhole) ?? texts[0] ?? "";
  };
  const citation = first((row) => row.citation) || first((row) => row.publication);
  const design = first((row) => row.design);
  const year = /\b(?:19|20)\d\d/.exec(first((row) => row.date))?.[0];
  return {
    title: titleInCitation(citation),
    year: year === undefined ? null : Number(year),
    design: design === "" ? null : (designs[design.toUpperCase()] ?? design),
    citation: citation === "" ? null : citation,
    url: address(first((row) => row.page)),
  };
}

/** The title in "Authors (2016). Title. Place: Publisher."; null where a citation is built otherwise. */
export function titleInCitation(citation: string): string | null {
  const after = /\((?:n\.d\.|in press|[^()]*(?:19|20)\d\d[^()]*)\)\.?,?\s+(.+)$/i.exec(
    citation,
  )?.[1];
  if (after === undefined) return null;
  // A full stop after one letter or an abbreviation is not the end.
  const end = /[^\s.][\w)”"’']{2,}(?:[?!](?=\s)|\.(?=\s|$))/.exec(after);
  const title = end ? after.slice(0, end.index + end[0].length).replace(/\.$/, "") : after;
  return title.length >= 8 && title.length <= 400 ? title : null;
}

/** Grows over everything that would be stored, so that what differs in any part has another hash. */
export class ContentHash {
  readonly #hash = createHash("sha256");

  add(part: unknown): void {
    this.#hash.update(JSON.stringify(part)).update("\n");
  }

  get hex(): string {
    return this.#hash.digest("hex");
  }
}
