import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { z } from "zod";
import { saveGuidanceReports } from "../evidence/guidance-report.service.ts";
import { readSummaryFile } from "../evidence/summary-file.ts";
import { type ImportCount, importSummaries } from "../evidence/summary.service.ts";
import type { Em } from "../kernel/em.ts";
import { checked } from "../kernel/import-error.ts";
import { englandAsOf, pupilsSources } from "../people/school-file.ts";
import { saveSchools } from "../people/school.service.ts";
import { saveVocabulary } from "../terms/vocabulary.service.ts";
import { reindex } from "./reindex.ts";
import { seedPractice } from "./seed-practice.ts";
import { seedsFolder } from "./paths.ts";

const blank = z.literal("").transform(() => null);
const count = z.union([blank, z.coerce.number().int().nonnegative()]);
const text = z.union([blank, z.string()]);

const schoolRow = z.object({
  urn: z.coerce.number().int().positive(),
  name: z.string().min(1),
  town: text,
  postcode: text,
  local_authority_code: text,
  local_authority: text,
  type: text,
  phase: text,
  pupils: count,
  pupils_year: z.union([blank, z.enum(Object.keys(pupilsSources))]),
  pupil_premium_percent: z.union([blank, z.coerce.number().min(0).max(100)]),
});

const guidanceRow = z.object({
  slug: z.string().min(1),
  title: z.string().min(1),
  publisher: z.string().min(1),
  year: count,
  edition: text,
  recommendations: count,
  url: text,
});

/**
 * Loads what stands in `seeds/`: the vocabulary, the schools, the guidance reports and the strands;
 * with `demonstration`, the invented practice too. Doing it twice changes nothing the second time.
 */
export async function seed(
  em: Em,
  options: { demonstration: boolean; now: Date },
): Promise<{ summaries: ImportCount }> {
  const file = (...path: string[]) => readFile(join(seedsFolder, ...path), "utf8");
  await saveVocabulary(em.fork(), await file("terms.yaml"), await file("synonyms.yaml"));
  await saveSchools(
    em.fork(),
    rows(schoolRow, "schools.csv", await file("schools.csv")).map(
      ({ urn, name, town, postcode, phase, pupils, ...school }) => ({
        urn,
        name,
        town,
        postcode,
        localAuthorityCode: school.local_authority_code,
        localAuthority: school.local_authority,
        establishmentType: school.type,
        phase,
        pupils,
        pupilsYear: school.pupils_year === null ? null : Number(school.pupils_year),
        pupilsSource:
          school.pupils_year === null ? null : pupilsSources[Number(school.pupils_year)]!,
        pupilPremiumPercent: school.pupil_premium_percent,
        asOf: englandAsOf,
      }),
    ),
  );
  await saveGuidanceReports(
    em,
    rows(guidanceRow, "guidance-reports.csv", await file("guidance-reports.csv")),
  );
  const names = (await readdir(join(seedsFolder, "evidence"))).filter((name) =>
    name.endsWith(".md"),
  );
  const drafts = await Promise.all(
    names
      .sort()
      .map(async (name) => readSummaryFile(`seeds/evidence/${name}`, await file("evidence", name))),
  );
  const summaries = await importSummaries(em.fork(), drafts, options.now);
  if (options.demonstration) await seedPractice(em, options.now);
  // A word of the vocabulary that has changed is in the documents of whatever it describes.
  await reindex(em);
  return { summaries };
}

const rows = <T>(row: z.ZodType<T>, name: string, csv: string): T[] =>
  checked(`seeds/${name}`, () =>
    z
      .array(row)
      .parse(parseCsv(csv, { columns: true, bom: true, skip_empty_lines: true, trim: true })),
  );
