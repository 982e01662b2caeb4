import { basename } from "node:path";
import { type CsvForm, type CsvRow, readCsv } from "../../kernel/csv-file.ts";
import type { ImportRun } from "../../kernel/import-run.ts";
import { meaningOfDomain } from "./wwc-domains.ts";
import { Cells } from "./wwc-cells.ts";
import { findingsForm, reportsForm, studiesForm, type WwcFiles } from "./wwc-files.ts";
import { type Fault, readFinding, readReport, readStudy } from "./wwc-rows.ts";
import type { Staging } from "./wwc-staging.ts";

/** What the rows of an export are called in its counts. */
export const kinds = {
  summaries: "summaries",
  findings: "findings",
  reports: "report rows",
  studies: "study rows",
} as const;

/** How to read and put by the rows of one file. */
interface Reading<Column extends string, Row> {
  readonly kind: string;
  readonly path: string;
  readonly form: CsvForm<Column>;
  readonly read: (row: CsvRow<Column>) => Row | Fault;
  /** Puts a row by; answers the line of one that says the same and came before. */
  readonly stage: (staged: { line: number; row: Row }) => number | undefined;
  /** Two rows are of the same thing when these are equal. */
  readonly same: string;
}

/** Reads the files of an export into the staging, row by row, skipping what cannot be used with the reason. */
export async function stageFiles(run: ImportRun, files: WwcFiles, staging: Staging): Promise<void> {
  const cells = new Cells();
  const unknownDomains = new Map<string, number>();
  const meet = (domain: string) => {
    if (domain !== "" && meaningOfDomain(domain) === undefined)
      unknownDomains.set(domain, (unknownDomains.get(domain) ?? 0) + 1);
  };
  await stageRows(run, {
    kind: kinds.reports,
    path: files.reports,
    form: reportsForm,
    read: (row) => readReport(cells, row, basename(files.reports)),
    stage: (staged) => {
      meet(staged.row.domain);
      return staging.addReport(staged);
    },
    same: "the same intervention, protocol and outcome domain",
  });
  await stageRows(run, {
    kind: kinds.findings,
    path: files.findings,
    form: findingsForm,
    read: (row) => readFinding(cells, row, basename(files.findings)),
    stage: (staged) => {
      meet(staged.row.domain);
      return staging.addFinding(staged);
    },
    same: "the same FindingID",
  });
  if (files.studies === null)
    run.note(
      "There is no file that names the studies (with columns f_findingid, s_studyid, s_citation): findings stand without their study.",
    );
  else
    await stageRows(run, {
      kind: kinds.studies,
      path: files.studies,
      form: studiesForm,
      read: (row) => readStudy(cells, row, basename(files.studies!)),
      stage: (staged) => staging.addStudy(staged),
      same: "the same f_findingid",
    });
  staging.seal();
  for (const { line, finding } of staging.unmatchedStudies())
    run.skip(kinds.studies, {
      file: basename(files.studies!),
      line,
      reason: `it is about finding ${finding}, which ${basename(files.findings)} has not`,
    });
  for (const note of cells.notes()) run.note(note);
  if (unknownDomains.size > 0)
    run.note(
      `These outcome domains are not in the table of domains and are left without a topic: ${[...unknownDomains].map(([domain, rows]) => `${domain} (${rows})`).join(", ")}.`,
    );
}

async function stageRows<Column extends string, Row>(
  run: ImportRun,
  { kind, path, form, read, stage, same }: Reading<Column, Row>,
): Promise<void> {
  const file = basename(path);
  for await (const row of readCsv<Column>(run, kind, path, form)) {
    const found = read(row);
    if (typeof found === "object" && found !== null && "fault" in found) {
      run.skip(kind, { file, line: row.line, reason: found.fault });
      continue;
    }
    const before = stage({ line: row.line, row: found as Row });
    if (before !== undefined)
      run.skip(kind, {
        file,
        line: row.line,
        reason: `line ${before} has ${same} already, and is kept`,
      });
  }
}
