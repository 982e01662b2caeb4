import { importSelfStudy } from "../../cpd/self-study.import.ts";
import { importSummaryFiles } from "../../evidence/summary.import.ts";
import { importWwc } from "../../evidence/wwc/wwc.import.ts";
import type { ImportRun } from "../../kernel/import-run.ts";
import { importSchools } from "../../people/school.import.ts";

/** One kind of file or folder that can be imported. */
export interface ImportSource {
  /** What the path is, for --help. */
  readonly path: string;
  readonly what: string;
  readonly run: (run: ImportRun, path: string) => Promise<void>;
}

/** What `potbank import` knows, by name. */
export const importSources: Readonly<Record<string, ImportSource>> = {
  summaries: {
    path: "a folder of Markdown files with front matter, as seeds/evidence",
    what: "Evidence summaries.",
    run: importSummaryFiles,
  },
  schools: {
    path: "a CSV file, gzipped or not: the schools of England, or a download of Get Information about Schools (edubasealldata….csv)",
    what: "Schools, by URN.",
    run: importSchools,
  },
  wwc: {
    path: "a folder with an export of the What Works Clearinghouse: findings, intervention reports and, where there is one, the file that names studies",
    what: "Interventions and findings of the What Works Clearinghouse.",
    run: importWwc,
  },
  sessions: {
    path: "a file of JSON lines, a training page each: path, provider, module, term, week, audience, title, markdown",
    what: "Pages of Early Career Framework training, as CPD self-study of their provider.",
    run: importSelfStudy,
  },
};
