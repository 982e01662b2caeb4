import { join } from "node:path";
import { type CsvForm, missingColumns } from "../../kernel/csv-file.ts";
import { ImportError } from "../../kernel/import-error.ts";
import { filesIn } from "../../kernel/import-folder.ts";

/** One measured outcome of one study under review. */
export const findingsForm = {
  what: "findings of the What Works Clearinghouse",
  required: [
    "FindingID",
    "ReviewID",
    "InterventionID",
    "Intervention_Name",
    "Outcome_Measure",
    "Outcome_Domain",
    "Sample_Description",
    "Outcome_Measure_Intervention_Sample_Size",
    "Outcome_Measure_Comparison_Sample_Size",
    "Intervention_Mean",
    "Comparison_Mean",
    "Intervention_Standard_Deviation",
    "Comparison_Standard_Deviation",
    "Effect_Size_WWC",
    "Improvement_Index",
  ],
  optional: [
    "Protocol",
    "Comparison",
    "Period",
    "Is_Subgroup",
    "Outcome_Sample_Size",
    "Intervention_Clusters_Sample_Size",
    "Comparison_Clusters_Sample_Size",
    "Effect_Size_Study",
    "p_Value_Study",
    "p_Value_WWC",
    "Is_Statistically_Significant",
    "Finding_Rating",
  ],
} as const satisfies CsvForm<string>;

const grades = ["PK", "K", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, "PS"] as const;

/** Columns of the reports that stand for a grade, with the grade. */
export const gradeColumns = grades.map((grade) => [`Grade_${grade}`, String(grade)] as const);

/** One intervention and one outcome domain, rated; or an intervention alone, for which there is nothing to rate. */
export const reportsForm = {
  what: "intervention reports of the What Works Clearinghouse",
  required: [
    "InterventionID",
    "Intervention_Name",
    "Protocol",
    "Outcome_Domain",
    "NumStudiesMeetingStandards",
    "Intervention_Page_URL",
    "Effectiveness_Rating",
  ],
  optional: [
    "Protocol_Version",
    "Sample_Size_Intervention",
    "Delivery_Method_Individual",
    "Delivery_Method_Small_Group",
    "Delivery_Method_Whole_Class",
    "Delivery_Method_School",
    "Class_type_General",
    "Class_type_Inclusion",
    "Demographics_of_Study_Sample_English_language_learners",
    "Demographics_of_Study_Sample_Free_or_reduced_price_lunch",
    "Demographics_of_Study_Sample_Students_with_disabilities",
    "Demographics_of_Study_Sample_International",
    "Program_Type_Curriculum",
    "Program_Type_Policy",
    "Program_Type_Practice",
    "Program_Type_School_level",
    "Program_Type_Supplement",
    "Program_Type_Teacher_level",
    "Urbanicity_Rural",
    "Urbanicity_Suburban",
    "Urbanicity_Urban",
    ...gradeColumns.map(([column]) => column),
  ],
} as const satisfies CsvForm<string>;

/** Which study a finding comes from. Made from the clearinghouse's files by others, and not part of every export. */
export const studiesForm = {
  what: "findings with their studies' citations",
  required: [
    "f_findingid",
    "reviewid",
    "s_studyid",
    "s_citation",
    "s_publication_date",
    "s_study_page_url",
    "s_study_design",
  ],
  optional: ["s_publication", "s_study_rating", "s_interventionid", "s_intervention_name"],
} as const satisfies CsvForm<string>;

type ColumnOf<Form extends CsvForm<string>> =
  | Form["required"][number]
  | NonNullable<Form["optional"]>[number];
export type FindingColumn = ColumnOf<typeof findingsForm>;
export type ReportColumn = ColumnOf<typeof reportsForm>;
export type StudyColumn = ColumnOf<typeof studiesForm>;

/** Where the files of one export are. */
export interface WwcFiles {
  readonly findings: string;
  readonly reports: string;
  /** Null where the folder has no file that says which study a finding is from. */
  readonly studies: string | null;
}

/**
 * Finds the files of an export in a folder by their columns, whatever they are called. Throws an `ImportError` that
 * names what is missing, or two files of one form: which of them is meant?
 */
export async function findWwcFiles(folder: string): Promise<WwcFiles> {
  const names = await csvFiles(folder);
  const findings = await oneOf(folder, names, findingsForm);
  const reports = await oneOf(folder, names, reportsForm);
  const studies = await fitting(folder, names, studiesForm);
  refuseTwo(folder, studiesForm, studies);
  return { findings, reports, studies: studies[0] === undefined ? null : join(folder, studies[0]) };
}

const csvFiles = (folder: string): Promise<string[]> =>
  filesIn(
    folder,
    /\.csv(\.gz)?$/i,
    "holds no CSV file. An export of the What Works Clearinghouse is a folder with wwc_Findings.csv and wwc_InterventionReports.csv.",
  );

async function fitting(
  folder: string,
  names: readonly string[],
  form: CsvForm<string>,
): Promise<string[]> {
  const fits: string[] = [];
  for (const name of names)
    if ((await missingColumns(join(folder, name), form)).length === 0) fits.push(name);
  return fits;
}

function refuseTwo(folder: string, form: CsvForm<string>, names: readonly string[]): void {
  if (names.length > 1)
    throw new ImportError(
      `${folder} holds ${names.length} files of ${form.what}: ${names.join(", ")}. Leave the one there that is meant.`,
    );
}

async function oneOf(
  folder: string,
  names: readonly string[],
  form: CsvForm<string>,
): Promise<string> {
  const fits = await fitting(folder, names, form);
  refuseTwo(folder, form, fits);
  if (fits[0] !== undefined) return join(folder, fits[0]);
  let nearest: { name: string; missing: string[] } | undefined;
  for (const name of names) {
    const missing = await missingColumns(join(folder, name), form);
    if (missing.length < (nearest?.missing.length ?? form.required.length))
      nearest = { name, missing };
  }
  const hint =
    nearest && nearest.missing.length <= form.required.length / 2
      ? `${nearest.name} comes nearest, but has not the columns ${nearest.missing.join(", ")}.`
      : `Their columns would be ${form.required.join(", ")}. Found were ${names.slice(0, 8).join(", ")}.`;
  throw new ImportError(`${folder} holds no file of ${form.what}. ${hint}`);
}
