import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seed } from "../src/app/seed.ts";
import type { Database } from "../src/app/database.ts";
import { ImportRun, ImportStopped, type Skip } from "../src/kernel/import-run.ts";
import { importSchools } from "../src/people/school.import.ts";
import { School, SchoolStatus } from "../src/people/school.entity.ts";
import { saveSchools } from "../src/people/school.service.ts";
import { Term } from "../src/terms/term.entity.ts";
import { saveVocabulary } from "../src/terms/vocabulary.service.ts";
import { testDatabase } from "./support/database.ts";

const england =
  "urn,laestab,name,town,postcode,la_code,la_name,type_pupil_premium_2021,type_census_2019,phase,phase_basis,pupils_on_roll_2021,pupil_premium_pupils_2021,pupil_premium_pct_primary_2021,pupil_premium_pct_secondary_2021,nor_census_2019,fsm_ever6_pct_census_2019,parliamentary_constituency,open_date,close_date,lead_school_2022,sources";
const gias =
  'URN,"LA (code)","LA (name)",EstablishmentNumber,EstablishmentName,"TypeOfEstablishment (code)","TypeOfEstablishment (name)","EstablishmentStatus (code)","EstablishmentStatus (name)",OpenDate,CloseDate,"PhaseOfEducation (code)","PhaseOfEducation (name)",StatutoryLowAge,StatutoryHighAge,CensusDate,NumberOfPupils,PercentageFSM,Street,Locality,Address3,Town,"County (name)",Postcode';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "potbank-schools-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const database = await testDatabase();
await vocabulary(database);

/** Each test has numbers of its own, so that they share a database. */
let urns = 100_000;
const nextUrn = (): number => ++urns;

async function vocabulary({ em }: Database): Promise<void> {
  const [terms, synonyms] = await Promise.all(
    ["terms", "synonyms"].map((name) => readFile(`seeds/${name}.yaml`, "utf8")),
  );
  await saveVocabulary(em.fork(), terms!, synonyms!);
}

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** The columns of the schools of England that a test cares for; the rest is blank. */
function englandRow(urn: number, cells: Partial<Record<string, string>> = {}): string {
  const all: Partial<Record<string, string>> = {
    urn: String(urn),
    name: `School ${urn}`,
    lead_school_2022: "false",
    sources: "rtt2022",
    ...cells,
  };
  return row(england, all);
}

function giasRow(urn: number, cells: Partial<Record<string, string>> = {}): string {
  return row(gias.replaceAll('"', ""), {
    URN: String(urn),
    EstablishmentName: `School ${urn}`,
    "EstablishmentStatus (name)": "Open",
    ...cells,
  });
}

const row = (header: string, cells: Partial<Record<string, string>>): string =>
  header
    .split(",")
    .map((column) => `"${(cells[column] ?? "").replaceAll('"', '""')}"`)
    .join(",");

async function run(
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

const school = async (urn: number) =>
  (await database.em.fork().createQueryBuilder(School).where({ urn }).execute())[0];

async function phaseOf(urn: number): Promise<string | null> {
  const { phaseId } = (await school(urn))!;
  if (phaseId === null) return null;
  return (await database.em.fork().findOneOrFail(Term, phaseId)).slug;
}

/** Where every row of the table lies and which transaction wrote it: a row that is written again, even alike, moves. */
const writes = ({ em }: Database) =>
  em.fork().execute("select ctid, xmin, urn from school order by urn");
const content = ({ em }: Database) =>
  em.fork().execute("select to_jsonb(s) as row from school s order by urn");

describe("the schools of England", () => {
  test("come with their town, authority, phase, roll and pupil premium share", async () => {
    const [primary, through, college] = [nextUrn(), nextUrn(), nextUrn()];
    const path = await file(
      "england.csv",
      `\uFEFF${england}\r\n${[
        englandRow(primary, {
          name: " Bottle  Kiln Primary School ",
          town: "STOKE ON TRENT",
          postcode: "st47jy",
          la_code: "861",
          la_name: "Stoke-on-Trent",
          type_census_2019: "State-funded primary",
          phase: "Primary",
          phase_basis: "pupil-premium rolls",
          pupils_on_roll_2021: "1,024",
          pupil_premium_pct_primary_2021: "16.50",
          pupil_premium_pct_secondary_2021: "0.00",
          nor_census_2019: "690",
        }),
        englandRow(through, {
          phase: "All-through",
          pupils_on_roll_2021: "",
          nor_census_2019: "210.0",
          pupil_premium_pct_primary_2021: "10.00",
          pupil_premium_pct_secondary_2021: "20.00",
        }),
        englandRow(college, {
          name: "Kiln Sixth Form College",
          phase: "Secondary",
          phase_basis: "census SCHOOLTYPE",
        }),
      ].join("\r\n")}\r\n`,
    );
    const { counts, notes } = await run(path);
    expect(counts).toEqual({ read: 3, created: 3, updated: 0, unchanged: 0, skipped: 0 });
    expect(notes).toEqual([]);
    expect(await school(primary)).toMatchObject({
      name: "Bottle Kiln Primary School",
      town: "Stoke-on-Trent",
      postcode: "ST4 7JY",
      localAuthorityCode: "861",
      localAuthority: "Stoke-on-Trent",
      establishmentType: "State-funded primary",
      pupils: 1024,
      pupilsYear: 2021,
      pupilPremiumPercent: 16.5,
      status: SchoolStatus.OPEN,
      asOf: "2022-07-01",
    });
    expect(await school(through)).toMatchObject({
      pupils: 210,
      pupilsYear: 2019,
      pupilsSource: "School census, January 2019",
      pupilPremiumPercent: 20,
    });
    expect(await phaseOf(primary)).toBe("primary");
    expect(await phaseOf(college)).toBe("sixth-form");
  });

  test("lose no school to a cell that cannot be used, and each such cell is told", async () => {
    const [odd, hidden, next] = [nextUrn(), nextUrn(), nextUrn()];
    const path = await file(
      "odd.csv",
      [
        england,
        englandRow(odd, {
          phase: "Middle",
          pupils_on_roll_2021: "about 200",
          pupil_premium_pct_primary_2021: "x".repeat(300),
          postcode: "2036",
          town: "t".repeat(101),
        }),
        englandRow(hidden, {
          phase: "Primary",
          pupils_on_roll_2021: "c",
          nor_census_2019: "low",
          pupil_premium_pct_primary_2021: "z",
        }),
        englandRow(next, { phase: "Primary", nor_census_2019: "-4", postcode: "2036" }),
      ].join("\n"),
    );
    const { counts, notes } = await run(path);
    expect(counts).toMatchObject({ read: 3, created: 3, skipped: 0 });
    expect(await school(odd)).toMatchObject({
      phaseId: null,
      pupils: null,
      pupilsYear: null,
      postcode: null,
      town: null,
      pupilPremiumPercent: null,
    });
    expect(await school(hidden)).toMatchObject({ pupils: null, pupilPremiumPercent: null });
    expect(notes).toHaveLength(6);
    expect(notes).toContainEqual(
      expect.stringContaining(
        'odd.csv, line 2: postcode "2036" is no British postcode; it is left empty, and so are 1 more cells',
      ),
    );
    expect(notes.join("\n")).toContain('phase "Middle" is none of nursery, primary');
  });

  test("skip what is no school, each row with its line and reason", async () => {
    const twice = nextUrn();
    const path = await file(
      "skips.csv",
      [
        england,
        englandRow(twice, { name: "The first" }),
        englandRow(0, { urn: "abc" }),
        englandRow(0, { urn: "" }),
        englandRow(900_001, { name: "Not an example" }),
        englandRow(nextUrn(), { name: "" }),
        englandRow(nextUrn(), { name: "n".repeat(201) }),
        englandRow(twice, { name: "The second" }),
        "1,2,3",
      ].join("\n"),
    );
    await saveSchools(database.em.fork(), [
      {
        urn: 900_001,
        name: "Kiln (example)",
        town: null,
        postcode: null,
        phase: null,
        pupils: 3,
        pupilPremiumPercent: null,
      },
    ]);
    const { counts, skips } = await run(path);
    expect(counts).toEqual({ read: 8, created: 1, updated: 0, unchanged: 0, skipped: 7 });
    expect(skips.map(({ line, reason }) => `${line}: ${reason}`).sort()).toEqual([
      expect.stringMatching(/^3: "abc" is no URN/),
      expect.stringMatching(/^4: "" is no URN/),
      expect.stringMatching(/^5: URNs from 900001 are this program's examples/),
      expect.stringMatching(/^6: URN \d+ has no name/),
      expect.stringMatching(/^7: the name of URN \d+ has 201 characters/),
      expect.stringMatching(/^8: URN \d+ stands in an earlier line/),
      expect.stringMatching(/^9: it has 3 cells where the header has 22/),
    ]);
    expect(await school(twice)).toMatchObject({ name: "The first" });
    expect(await school(900_001)).toMatchObject({ name: "Kiln (example)", pupils: 3 });
  });

  test("have names repaired that were decoded wrongly on their way", async () => {
    const [cyrillic, mojibake] = [nextUrn(), nextUrn()];
    await run(
      await file(
        "names.csv",
        [
          england,
          englandRow(cyrillic, { name: "Ecole Franзaise Jacques Prйvert" }),
          englandRow(mojibake, { name: "St Stephenâ€™s Ã‰cole" }),
        ].join("\n"),
      ),
    );
    expect(await school(cyrillic)).toMatchObject({ name: "Ecole Française Jacques Prévert" });
    expect(await school(mojibake)).toMatchObject({ name: "St Stephen’s École" });
  });
});

describe("a download of Get Information about Schools", () => {
  test("is recognised by its columns and read as Windows-1252", async () => {
    const [welsh, primary] = [nextUrn(), nextUrn()];
    const text = [
      gias,
      giasRow(welsh, {
        EstablishmentName: "Ysgol Pentre’r Ddôl",
        "PhaseOfEducation (name)": "Not applicable",
        "LA (code)": "1",
        Town: "Wrexham",
      }),
      giasRow(primary, {
        "PhaseOfEducation (name)": "Middle deemed primary",
        "TypeOfEstablishment (name)": "Community school",
        "EstablishmentStatus (name)": "Open, but proposed to close",
        "LA (code)": "861",
        CensusDate: "18-01-2024",
        NumberOfPupils: "312",
        Postcode: "ST1 1AA",
      }),
    ].join("\r\n");
    // Of the letters above, Latin-1 and Windows-1252 differ in the apostrophe alone.
    const bytes = Buffer.from(text.replaceAll("’", "\u0092"), "latin1");
    await run(await file("edubasealldata20240129.csv", bytes));
    expect(await school(welsh)).toMatchObject({
      name: "Ysgol Pentre’r Ddôl",
      phaseId: null,
      localAuthorityCode: "001",
      asOf: "2024-01-29",
    });
    expect(await phaseOf(primary)).toBe("primary");
    expect(await school(primary)).toMatchObject({
      establishmentType: "Community school",
      status: SchoolStatus.PROPOSED_TO_CLOSE,
      pupils: 312,
      pupilsYear: 2024,
      pupilsSource: "Get Information about Schools, census of 2024-01-18",
    });
  });

  test("marks a known school that has closed, and skips a closed one that nothing here is about", async () => {
    const [known, unknown] = [nextUrn(), nextUrn()];
    await run(await file("before.csv", `${england}\n${englandRow(known, { town: "Hanley" })}`));
    const closed = { "EstablishmentStatus (name)": "Closed", CloseDate: "31-08-2023" };
    const path = await file(
      "edubasealldata20240130.csv",
      [gias, giasRow(unknown, closed), giasRow(known, closed)].join("\n"),
    );
    const { counts, skips } = await run(path);
    expect(counts).toEqual({ read: 2, created: 0, updated: 1, unchanged: 0, skipped: 1 });
    expect(skips[0]).toMatchObject({
      line: 2,
      reason: expect.stringContaining("is closed since 2023-08-31, and no record here is about it"),
    });
    expect(await school(known)).toMatchObject({
      status: SchoolStatus.CLOSED,
      closedOn: "2023-08-31",
      town: "Hanley",
    });
    expect(await school(unknown)).toBeUndefined();
  });

  test("replaces what an earlier register said, blanks nothing, and is not undone by the earlier one", async () => {
    const urn = nextUrn();
    const earlier = await file(
      "earlier.csv",
      `${england}\n${englandRow(urn, { name: "Old name", town: "Hanley", phase: "Primary", pupils_on_roll_2021: "200", pupil_premium_pct_primary_2021: "30" })}`,
    );
    const later = await file(
      "edubasealldata20240131.csv",
      `${gias}\n${giasRow(urn, { EstablishmentName: "New name", NumberOfPupils: "220", CensusDate: "18-01-2024" })}`,
    );
    await run(earlier);
    expect((await run(later)).counts.updated).toBe(1);
    const expected = {
      name: "New name",
      town: "Hanley",
      pupils: 220,
      pupilsYear: 2024,
      pupilPremiumPercent: 30,
    };
    expect(await school(urn)).toMatchObject(expected);
    expect((await run(earlier)).counts).toMatchObject({ updated: 0, unchanged: 1 });
    expect(await school(urn)).toMatchObject(expected);
    expect(await phaseOf(urn)).toBe("primary");
  });
});

describe("an import of schools", () => {
  const many = () =>
    [
      england,
      ...Array.from({ length: 2_300 }, (_, i) =>
        englandRow(200_000 + i, { town: `Town ${i}`, phase: "Primary" }),
      ),
    ].join("\n");

  test("changes nothing the second time, plain or gzipped, and writes no row", async () => {
    await run(await file("many.csv", many()));
    const before = await writes(database);
    const { counts } = await run(await file("many.csv.gz", gzipSync(many())));
    expect(counts).toEqual({ read: 2_300, created: 0, updated: 0, unchanged: 2_300, skipped: 0 });
    expect(await writes(database)).toEqual(before);
  });

  test("that is stopped half-way and run again leaves what an undisturbed one leaves", async () => {
    const [disturbed, undisturbed] = [await testDatabase(), await testDatabase()];
    await vocabulary(disturbed);
    await vocabulary(undisturbed);
    const path = await file("half.csv", many());
    const stop = new AbortController();
    let told = 0;
    const stopped = run(path, {
      on: disturbed,
      signal: stop.signal,
      progressed: () => {
        told += 1;
        if (told === 2) stop.abort();
      },
    });
    await expect(stopped).rejects.toThrow(ImportStopped);
    const half = await content(disturbed);
    expect(half.length).toBeGreaterThan(0);
    expect(half.length).toBeLessThan(2_300);
    const { counts } = await run(path, { on: disturbed });
    expect(counts).toMatchObject({
      read: 2_300,
      created: 2_300 - half.length,
      unchanged: half.length,
    });
    await run(path, { on: undisturbed });
    const words = ({ em }: Database) =>
      em.fork().execute("select urn, id, name_key, words::text from school order by urn");
    expect(await words(disturbed)).toEqual(await words(undisturbed));
  });

  test("writes nothing in a dry run, and counts as it would", async () => {
    const before = await writes(database);
    const path = await file("dry.csv", `${england}\n${englandRow(nextUrn())}`);
    expect((await run(path, { dryRun: true })).counts).toMatchObject({ read: 1, created: 1 });
    expect(await writes(database)).toEqual(before);
  });

  test("says what is wrong with a file that is none", async () => {
    await expect(run(join(folder, "absent.csv"))).rejects.toThrow("there is no such file");
    await mkdir(join(folder, "folder"), { recursive: true });
    await expect(run(join(folder, "folder"))).rejects.toThrow("is a folder");
    await expect(run(await file("a.zip", Buffer.from("PK\u0003\u0004rest")))).rejects.toThrow(
      "is a ZIP archive",
    );
    await expect(run(await file("empty.csv", ""))).rejects.toThrow("is empty");
    await expect(
      run(await file("lacking.csv", england.replace("postcode,", "").replace("la_code,", ""))),
    ).rejects.toThrow(
      /england-schools\.csv\) would have also postcode, la_code$|also postcode, la_code\n/m,
    );
    await expect(
      run(await file("gias-lacking.csv", gias.replace('"EstablishmentStatus (name)",', ""))),
    ).rejects.toThrow(/edubasealldata….csv\) would have also EstablishmentStatus \(name\)$/m);
    await expect(run(await file("other.csv", "title,year\nA,2020"))).rejects.toThrow(
      /has not the columns that are needed[\s\S]*Its columns are title, year/,
    );
  });
});

const real = "../shared/data/england-schools.csv.gz";
describe.skipIf(!existsSync(real))("the real file", () => {
  test("brings every school that an independent count finds, and leaves the seeds as they are", async () => {
    const fresh = await testDatabase();
    await seed(fresh.em, { demonstration: true, now: new Date() });
    const seeded = await content(fresh);
    const lines = gunzipSync(await readFile(real))
      .toString("utf8")
      .trimEnd()
      .split("\n");
    const urnsOfFile = lines.slice(1).map((line) => Number(line.split(",")[0]));
    const { counts, skips } = await run(real, { on: fresh });
    expect(skips).toEqual([]);
    expect(counts).toEqual({
      read: new Set(urnsOfFile).size,
      created: urnsOfFile.length - 93,
      updated: 0,
      unchanged: 93,
      skipped: 0,
    });
    expect(counts.read).toBe(27_332);
    const rows = (await content(fresh)) as { row: { urn: number } }[];
    expect(rows.map(({ row: { urn } }) => urn).filter((urn) => urn < 900_001)).toEqual(
      urnsOfFile.toSorted((a, b) => a - b),
    );
    const kept = new Set(seeded.map((each) => JSON.stringify(each)));
    expect(rows.filter((each) => kept.has(JSON.stringify(each)))).toHaveLength(seeded.length);
  }, 300_000);
});
