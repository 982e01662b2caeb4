import type { CsvRow } from "../../kernel/csv-file.ts";
import type { Cells, Place } from "./wwc-cells.ts";
import {
  type FindingColumn,
  gradeColumns,
  type ReportColumn,
  type StudyColumn,
} from "./wwc-files.ts";

/** A finding as the export has it, cleaned. */
export interface FindingRow {
  readonly findingId: number;
  readonly reviewId: number | null;
  readonly interventionId: number;
  readonly name: string;
  readonly protocol: string;
  readonly outcome: string;
  readonly domain: string;
  readonly comparison: string;
  readonly period: string;
  readonly sample: string;
  readonly isSubgroup: boolean | null;
  readonly sampleSize: number | null;
  readonly interventionSize: number | null;
  readonly comparisonSize: number | null;
  readonly interventionClusters: number | null;
  readonly comparisonClusters: number | null;
  readonly interventionMean: number | null;
  readonly comparisonMean: number | null;
  readonly interventionSd: number | null;
  readonly comparisonSd: number | null;
  readonly effectOfStudy: number | null;
  readonly effect: number | null;
  readonly index: number | null;
  readonly pValue: number | null;
  readonly significant: boolean | null;
  readonly rating: number | null;
}

/** One row of the reports, cleaned. */
export interface ReportRow {
  readonly interventionId: number;
  readonly name: string;
  readonly protocol: string;
  readonly version: string;
  readonly domain: string;
  readonly studies: number | null;
  readonly pupils: number | null;
  readonly rating: string;
  readonly page: string;
  /** Columns that are ticked. */
  readonly ticked: readonly ReportColumn[];
  readonly grades: readonly string[];
  readonly learnersOfEnglish: number | null;
  readonly freeLunch: number | null;
  readonly withDisabilities: number | null;
}

/** Which study a finding is from. */
export interface StudyRow {
  readonly findingId: number;
  readonly reviewId: number | null;
  readonly studyId: number;
  readonly citation: string;
  readonly publication: string;
  readonly date: string;
  readonly page: string;
  readonly design: string;
  readonly rating: string;
  readonly interventionName: string;
}

/** Why a row cannot be stored. */
export type Fault = { readonly fault: string };

const noKey = (column: string, cell: string) => ({
  fault: `${column} is "${cell.slice(0, 40)}"; it should be a whole number from 1`,
});

export function readFinding(
  cells: Cells,
  { line, cells: of }: CsvRow<FindingColumn>,
  file: string,
): FindingRow | Fault {
  const place: Place = { file, line };
  const text = (column: FindingColumn) => cells.text(of[column], place);
  const number = (column: FindingColumn, least?: number, most?: number) =>
    cells.number(of[column], column, place, least, most);
  const count = (column: FindingColumn) => cells.count(of[column], column, place);
  const findingId = cells.key(of.FindingID);
  if (findingId === null) return noKey("FindingID", of.FindingID);
  const interventionId = cells.key(of.InterventionID);
  if (interventionId === null) return noKey("InterventionID", of.InterventionID);
  const domain = text("Outcome_Domain");
  const outcome = text("Outcome_Measure") || domain;
  if (outcome === "")
    return {
      fault: "it says neither what was measured (Outcome_Measure) nor in which Outcome_Domain",
    };
  const sizes = {
    interventionSize: count("Outcome_Measure_Intervention_Sample_Size"),
    comparisonSize: count("Outcome_Measure_Comparison_Sample_Size"),
  };
  return {
    findingId,
    reviewId: cells.key(of.ReviewID),
    interventionId,
    name: text("Intervention_Name"),
    protocol: text("Protocol"),
    outcome,
    domain,
    comparison: text("Comparison"),
    period: text("Period"),
    sample: text("Sample_Description").replace(/[\s-]+$/, ""),
    isSubgroup: cells.flag(of.Is_Subgroup),
    sampleSize: count("Outcome_Sample_Size"),
    ...sizes,
    interventionClusters: count("Intervention_Clusters_Sample_Size"),
    comparisonClusters: count("Comparison_Clusters_Sample_Size"),
    interventionMean: number("Intervention_Mean"),
    comparisonMean: number("Comparison_Mean"),
    interventionSd: number("Intervention_Standard_Deviation", 0),
    comparisonSd: number("Comparison_Standard_Deviation", 0),
    effectOfStudy: number("Effect_Size_Study"),
    effect: number("Effect_Size_WWC"),
    index: number("Improvement_Index", -50, 50),
    pValue: number("p_Value_WWC", 0, 1) ?? number("p_Value_Study", 0, 1),
    significant: cells.flag(of.Is_Statistically_Significant),
    rating: number("Finding_Rating", 1, 3),
  };
}

const shares = {
  learnersOfEnglish: "Demographics_of_Study_Sample_English_language_learners",
  freeLunch: "Demographics_of_Study_Sample_Free_or_reduced_price_lunch",
  withDisabilities: "Demographics_of_Study_Sample_Students_with_disabilities",
} as const;

export function readReport(
  cells: Cells,
  { line, cells: of }: CsvRow<ReportColumn>,
  file: string,
): ReportRow | Fault {
  const place: Place = { file, line };
  const text = (column: ReportColumn) => cells.text(of[column], place);
  const share = (column: ReportColumn) => cells.number(of[column], column, place, 0, 100);
  const interventionId = cells.key(of.InterventionID);
  if (interventionId === null) return noKey("InterventionID", of.InterventionID);
  const ticked = (Object.keys(of) as ReportColumn[]).filter(
    (column) =>
      /^(?:Class|Delivery|Program|Urbanicity)_|_International$/.test(column) &&
      cells.flag(of[column]) === true,
  );
  return {
    interventionId,
    name: text("Intervention_Name"),
    protocol: text("Protocol"),
    version: text("Protocol_Version"),
    domain: text("Outcome_Domain"),
    studies: cells.count(of.NumStudiesMeetingStandards, "NumStudiesMeetingStandards", place),
    pupils: cells.count(of.Sample_Size_Intervention, "Sample_Size_Intervention", place),
    rating: text("Effectiveness_Rating"),
    page: text("Intervention_Page_URL"),
    ticked: ticked.sort(),
    grades: gradeColumns
      .filter(([column]) => cells.flag(of[column]) === true)
      .map(([, grade]) => grade),
    learnersOfEnglish: share(shares.learnersOfEnglish),
    freeLunch: share(shares.freeLunch),
    withDisabilities: share(shares.withDisabilities),
  };
}

export function readStudy(
  cells: Cells,
  { line, cells: of }: CsvRow<StudyColumn>,
  file: string,
): StudyRow | Fault {
  const place: Place = { file, line };
  const text = (column: StudyColumn) => cells.text(of[column], place);
  const findingId = cells.key(of.f_findingid);
  if (findingId === null) return noKey("f_findingid", of.f_findingid);
  const studyId = cells.key(of.s_studyid);
  if (studyId === null) return noKey("s_studyid", of.s_studyid);
  return {
    findingId,
    reviewId: cells.key(of.reviewid),
    studyId,
    citation: text("s_citation"),
    publication: text("s_publication"),
    date: text("s_publication_date"),
    page: text("s_study_page_url"),
    design: text("s_study_design"),
    rating: text("s_study_rating"),
    interventionName: text("s_intervention_name"),
  };
}
