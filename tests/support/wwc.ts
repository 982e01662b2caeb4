import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import type { Database } from "../../src/app/database.ts";
import { importWwc } from "../../src/evidence/wwc/wwc.import.ts";
import { neededTerms } from "../../src/evidence/wwc/wwc-vocabulary.ts";
import { idFromName } from "../../src/kernel/ids.ts";
import { ImportRun, type Skip } from "../../src/kernel/import-run.ts";
import { testDatabase } from "./database.ts";
import { Term, type TermScheme } from "../../src/terms/term.entity.ts";

const findingHeader =
  "FindingID,ReviewID,Protocol,InterventionID,Intervention_Name,Comparison,OutcomeMeasureID,Outcome_Measure,Outcome_Domain,Period,Sample_Description,Is_Subgroup,Outcome_Sample_Size,Outcome_Measure_Intervention_Sample_Size,Outcome_Measure_Comparison_Sample_Size,Intervention_Clusters_Sample_Size,Comparison_Clusters_Sample_Size,Intervention_Mean,Comparison_Mean,Intervention_Standard_Deviation,Comparison_Standard_Deviation,Effect_Size_Study,Effect_Size_WWC,Improvement_Index,p_Value_Study,p_Value_WWC,ICC,Clusters_Total,Is_Statistically_Significant,Finding_Rating,ESSA_Rating,L1_Unit_of_Analysis";
const reportHeader =
  "InterventionID,Intervention_Name,Protocol,Protocol_Version,Outcome_Domain,NumStudiesMeetingStandards,NumStudiesEligible,Delivery_Method_Individual,Demographics_of_Study_Sample_English_language_learners,Grade_1,Grade_12,Grade_K,Grade_PK,Grade_PS,Intervention_Page_URL,Sample_Size_Intervention,Effectiveness_Rating";
const studyHeader =
  "f_findingid,s_studyid,reviewid,s_interventionid,s_intervention_name,s_citation,s_publication,s_publication_date,s_study_page_url,s_study_design,s_study_rating";

type Row = Readonly<Record<string, string | number>>;

const csv = (header: string, defaults: Row, rows: readonly Row[]): string =>
  [
    header,
    ...rows.map((row) =>
      header
        .split(",")
        .map((column) => {
          const cell = String(row[column] ?? defaults[column] ?? "");
          return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
        })
        .join(","),
    ),
  ].join("\r\n") + "\r\n";

/** The files of an export, what is left out filled in. */
export const findingsCsv = (rows: readonly Row[]): string =>
  csv(
    findingHeader,
    {
      Protocol: "Beginning Reading",
      ReviewID: 1,
      Outcome_Measure: "A test",
      Outcome_Domain: "Alphabetics",
      Sample_Description: "Grade 1",
      Is_Subgroup: "False",
    },
    rows,
  );
export const reportsCsv = (rows: readonly Row[]): string =>
  csv(reportHeader, { Protocol: "Beginning Reading", Protocol_Version: "1.0" }, rows);
export const studiesCsv = (rows: readonly Row[]): string =>
  csv(studyHeader, { s_study_design: "RCT" }, rows);

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A folder with these files, gone after the test file. */
export function folderOf(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), "potbank-wwc-test-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Every term that an import needs. */
async function addVocabulary({ em }: Database): Promise<void> {
  const fork = em.fork();
  let position = 0;
  for (const [scheme, slugs] of Object.entries(neededTerms()))
    for (const slug of slugs ?? [])
      fork.create(Term, {
        id: idFromName("term", `${scheme}/${slug}`),
        scheme: scheme as TermScheme,
        slug,
        label: slug,
        position: ++position,
        aliases: [],
        group: null,
      });
  await fork.flush();
}

/** A migrated database with the vocabulary. */
export async function prepared(): Promise<Database> {
  const database = await testDatabase();
  await addVocabulary(database);
  return database;
}

interface Shown {
  readonly slug: string;
  readonly title: string;
  readonly headline: string;
  readonly number: number;
  readonly text: string;
  readonly terms: string[];
}

/** Published summaries by slug. */
export async function shelf({ em }: Database): Promise<Record<string, Shown>> {
  const rows = await em.fork().execute<
    Shown[]
  >(`select s.slug, r.title, r.headline, r.number, r.sections::text as text,
       array(select t.slug from revision_term l join term t on t.id = l.term_id where l.revision_id = r.id order by 1) as terms
     from evidence_summary s join summary_revision r on r.id = s.published_revision_id order by s.slug`);
  return Object.fromEntries(rows.map((row) => [row.slug, row]));
}

/** Imports a folder and answers what was told. `stopAfter` transactions, the import is asked to stop. */
export async function imported(
  { em }: Database,
  folder: string,
  options: { dryRun?: boolean; stopAfter?: number; at?: Date } = {},
) {
  const skips: Skip[] = [];
  const notes: string[] = [];
  const stop = new AbortController();
  const run = new ImportRun(em.fork(), {
    at: options.at ?? new Date(),
    dryRun: options.dryRun ?? false,
    listener: {
      skipped: (skip) => skips.push(skip),
      progressed: () => undefined,
      noted: (text) => notes.push(text),
    },
    signal: stop.signal,
  });
  const commit = run.commit.bind(run);
  let transactions = 0;
  run.commit = async (work) => {
    const answer = await commit(work);
    transactions += 1;
    if (transactions === options.stopAfter) stop.abort();
    return answer;
  };
  await importWwc(run, folder);
  return { counts: run.counts, skips, notes, transactions };
}

const many = (intervention: number, number: number, from = 1000) =>
  Array.from({ length: number }, (_, at) => ({
    FindingID: from + at,
    InterventionID: intervention,
    Intervention_Name: `Intervention ${intervention}`,
    Effect_Size_WWC: 0.1,
    Improvement_Index: 4,
  }));

/** Two interventions of many findings, a small one, one that is only reported and one that is only found. */
export const sizeable = {
  "wwc_Findings.csv": findingsCsv([...many(20, 620), ...many(30, 3, 5000), ...many(10, 300, 8000)]),
  "wwc_InterventionReports.csv": reportsCsv([
    {
      InterventionID: 20,
      Intervention_Name: "Intervention 20",
      Outcome_Domain: "Alphabetics",
      NumStudiesMeetingStandards: 2,
      Effectiveness_Rating: "Positive Effects",
      Intervention_Page_URL: "/intervention/20",
    },
    { InterventionID: 40, Intervention_Name: "Only reported" },
  ]),
  "studies.csv": studiesCsv([
    {
      f_findingid: 1000,
      s_studyid: 7,
      reviewid: 1,
      s_citation: "Ann, B. (2004). A title of some length. Journal, 1.",
      s_publication_date: "2004b",
      s_study_page_url: "/Study/7",
    },
    { f_findingid: 99_999, s_studyid: 7, reviewid: 1 },
  ]),
};
