import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { Database } from "../../src/app/database.ts";
import { ImportRun, type Skip } from "../../src/kernel/import-run.ts";
import { importSchools } from "../../src/people/school.import.ts";
import { School } from "../../src/people/school.entity.ts";
import { Term } from "../../src/terms/term.entity.ts";
import { saveVocabulary } from "../../src/terms/vocabulary.service.ts";
import { testDatabase } from "./database.ts";

export const england =
  "urn,laestab,name,town,postcode,la_code,la_name,type_pupil_premium_2021,type_census_2019,phase,phase_basis,pupils_on_roll_2021,pupil_premium_pupils_2021,pupil_premium_pct_primary_2021,pupil_premium_pct_secondary_2021,nor_census_2019,fsm_ever6_pct_census_2019,parliamentary_constituency,open_date,close_date,lead_school_2022,sources";
export const gias =
  'URN,"LA (code)","LA (name)",EstablishmentNumber,EstablishmentName,"TypeOfEstablishment (code)","TypeOfEstablishment (name)","EstablishmentStatus (code)","EstablishmentStatus (name)",OpenDate,CloseDate,"PhaseOfEducation (code)","PhaseOfEducation (name)",StatutoryLowAge,StatutoryHighAge,CensusDate,NumberOfPupils,PercentageFSM,Street,Locality,Address3,Town,"County (name)",Postcode';

export let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "potbank-schools-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

export const database = await testDatabase();
await vocabulary(database);

/** Each test has numbers of its own, so that they share a database. */
let urns = 100_000;
export const nextUrn = (): number => ++urns;

export async function vocabulary({ em }: Database): Promise<void> {
  const [terms, synonyms] = await Promise.all(
    ["terms", "synonyms"].map((name) => readFile(`seeds/${name}.yaml`, "utf8")),
  );
  await saveVocabulary(em.fork(), terms!, synonyms!);
}

export async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** The columns of the schools of England that a test cares for; the rest is blank. */
export function englandRow(urn: number, cells: Partial<Record<string, string>> = {}): string {
  const all: Partial<Record<string, string>> = {
    urn: String(urn),
    name: `School ${urn}`,
    lead_school_2022: "false",
    sources: "rtt2022",
    ...cells,
  };
  return row(england, all);
}

export function giasRow(urn: number, cells: Partial<Record<string, string>> = {}): string {
  return row(gias.replaceAll('"', ""), {
    URN: String(urn),
    EstablishmentName: `School ${urn}`,
    "EstablishmentStatus (name)": "Open",
    ...cells,
  });
}

export const row = (header: string, cells: Partial<Record<string, string>>): string =>
  header
    .split(",")
    .map((column) => `"${(cells[column] ?? "").replaceAll('"', '""')}"`)
    .join(",");

export async function run(
  path: string,
  options: { dryRun?: boolean; signal?: AbortSignal; progressed?: () => void; on?: Database } = {},
) {
  const skips: Skip[] = [];
  const notes: string[] = [];
  const importing = new ImportRun((options.on ?? database).em.fork(), {
    at: new Date(),
    dryRun: options.dryRun ?? false,
    listener: {
      skipped: (skip) => skips.push(skip),
      progressed: () => options.progressed?.(),
      noted: (text) => notes.push(text),
    },
    ...(options.signal && { signal: options.signal }),
  });
  await importSchools(importing, path);
  return { counts: importing.counts.schools!, skips, notes };
}

export const school = async (urn: number) =>
  (await database.em.fork().createQueryBuilder(School).where({ urn }).execute())[0];

export async function phaseOf(urn: number): Promise<string | null> {
  const { phaseId } = (await school(urn))!;
  if (phaseId === null) return null;
  return (await database.em.fork().findOneOrFail(Term, phaseId)).slug;
}

/** Where every row of the table lies and which transaction wrote it: a row that is written again, even alike, moves. */
export const writes = ({ em }: Database) =>
  em.fork().execute("select ctid, xmin, urn from school order by urn");
export const content = ({ em }: Database) =>
  em.fork().execute("select to_jsonb(s) as row from school s order by urn");
