import { Buffer } from "node:buffer";
import { describe, expect, test } from "vitest";
import type { Database } from "../src/app/database.ts";
import { testDatabase } from "./support/database.ts";
import {
  findingsCsv,
  folderOf,
  imported,
  prepared,
  reportsCsv,
  shelf,
  sizeable,
  studiesCsv,
} from "./support/wwc.ts";

const findingsIn = ({ em }: Database) =>
  em.fork().execute<Record<string, unknown>[]>(
    `select f.*, s.slug, y.title as study from finding f join evidence_summary s on s.published_revision_id = f.revision_id
     left join study y on y.id = f.study_id order by s.slug, f.position`,
  );

describe("an export with all the dirt there is", async () => {
  const database = await prepared();
  const findings = findingsCsv([
    {
      FindingID: "12",
      InterventionID: "211.00",
      ReviewID: 3,
      Intervention_Name: "DaisyQuest&reg; ",
      Comparison: "None",
      Outcome_Sample_Size: "0",
      Outcome_Measure_Intervention_Sample_Size: "1,534",
      Outcome_Measure_Comparison_Sample_Size: "1500.0",
      Intervention_Mean: "-.059999999",
      Comparison_Mean: "'4.08'",
      Intervention_Standard_Deviation: "n/a",
      Effect_Size_WWC: "8.9E-02",
      Improvement_Index: "4",
      p_Value_WWC: "5",
      Finding_Rating: "2",
    },
    {
      FindingID: 9,
      InterventionID: 211,
      ReviewID: 3,
      Intervention_Name: "DaisyQuest®",
      Outcome_Measure: 'Ran "away",\nfrom home',
      Outcome_Domain: "Behavior",
      Effect_Size_WWC: "abc",
    },
    { FindingID: 9, InterventionID: 211, Intervention_Name: "DaisyQuest" },
    { FindingID: "x1", InterventionID: 211 },
    { FindingID: 13, InterventionID: "" },
    {
      FindingID: 14,
      InterventionID: 1006,
      Intervention_Name: "(Not applicable)",
      Outcome_Domain: "Word reading\u00a0",
      Sample_Description: "Grades K\u20133",
    },
    {
      FindingID: 15,
      InterventionID: 300,
      Intervention_Name: "DaisyQuest",
      Outcome_Domain: "A new domain",
    },
  ]);
  const stray = `${findings}16,5,"Beginning Reading,211,DaisyQuest\r\n17,5,too,few\r\n\r\n`;
  const reports = reportsCsv([
    {
      InterventionID: 211,
      Intervention_Name: "DaisyQuest",
      Outcome_Domain: "Alphabetics",
      NumStudiesMeetingStandards: "4",
      Effectiveness_Rating: "Positive Effects",
      Intervention_Page_URL: "/intervention/211",
      Sample_Size_Intervention: 213,
      Grade_K: "1.00",
      Grade_1: "1.00",
      Grade_PS: "1.00",
      Delivery_Method_Individual: "1.00",
      Demographics_of_Study_Sample_English_language_learners: "6.00",
    },
    {
      InterventionID: 500,
      Intervention_Name: "Caf\u00e9 readers",
      Protocol: "English Language Learners",
    },
  ]);
  const folder = folderOf({
    "wwc_Findings.csv": `\uFEFF${stray}`,
    "wwc_InterventionReports.csv": Buffer.from(reports, "latin1"),
    "wolf.csv": studiesCsv([
      {
        f_findingid: 12,
        s_studyid: 131,
        reviewid: 3,
        s_citation: Buffer.from(
          "O\u2019Brien, B. C. (2016). Trial of DaisyQuest. Lost: \u00c3 end.",
          "utf8",
        ).toString("latin1"),
        s_publication_date: "2016",
        s_study_page_url: "/Study/131",
        s_study_rating: "Meets WWC standards without reservations",
      },
      {
        f_findingid: 14,
        s_studyid: 132,
        reviewid: 4,
        s_intervention_name: "Magnet schools",
        s_citation: "No form at all",
        s_publication_date: "in press",
      },
    ]),
    "notes.csv": "something,else\n1,2\n",
  });
  const told = await imported(database, folder);

  test("loses no row that can be stored, and says of every other where it is and why", () => {
    expect(told.counts).toEqual({
      findings: { read: 9, created: 4, updated: 0, unchanged: 0, skipped: 5 },
      "report rows": { read: 2, created: 2, updated: 0, unchanged: 0, skipped: 0 },
      "study rows": { read: 2, created: 2, updated: 0, unchanged: 0, skipped: 0 },
      summaries: { read: 4, created: 4, updated: 0, unchanged: 0, skipped: 0 },
    });
    expect(told.skips.map(({ file, line, reason }) => `${file} ${line}: ${reason}`)).toEqual([
      "wwc_Findings.csv 5: line 3 has the same FindingID already, and is kept",
      'wwc_Findings.csv 6: FindingID is "x1"; it should be a whole number from 1',
      'wwc_Findings.csv 7: InterventionID is ""; it should be a whole number from 1',
      expect.stringContaining("wwc_Findings.csv 10: a quote is opened in it and never closed"),
      "wwc_Findings.csv 11: it has 4 cells where the header has 32",
    ]);
    expect(told.notes.join("\n")).toMatch(/1 cells held text in a wrong encoding and were mended/);
    expect(told.notes.join("\n")).toMatch(/1 cells hold text of which bytes are lost/);
    expect(told.notes.join("\n")).toMatch(
      /2 cells that should be numbers are none.*"abc" in column Effect_Size_WWC|"5" in column p_Value_WWC/s,
    );
    expect(told.notes.join("\n")).toContain("without a topic: A new domain (1)");
  });

  test("reads numbers however they are written, and blanks as not known", async () => {
    const [found] = (await findingsIn(database)).filter((row) => row.source_reference === "wwc/12");
    expect(found).toMatchObject({
      sample_size: null,
      intervention_sample_size: 1534,
      comparison_sample_size: 1500,
      intervention_mean: -0.059999999,
      comparison_mean: 4.08,
      intervention_standard_deviation: null,
      effect_size: 0.089,
      effect_size_as_published: 0.089,
      improvement_index: 4,
      p_value: null,
      comparison: null,
      design_rating: "MEETS_WITH_RESERVATIONS",
      study: "Trial of DaisyQuest",
    });
  });

  test("attaches a finding through its review where the file of studies has no row for it", async () => {
    const [found] = (await findingsIn(database)).filter((row) => row.source_reference === "wwc/9");
    expect(found).toMatchObject({
      study: "Trial of DaisyQuest",
      outcome: 'Ran "away", from home',
      design_rating: "MEETS_WITHOUT_RESERVATIONS",
    });
  });

  test("calls an intervention by its name, and what has none by what it is", async () => {
    const summaries = await shelf(database);
    expect(Object.values(summaries).map(({ slug, title }) => `${slug}: ${title}`)).toEqual([
      "wwc-cafe-readers: Café readers",
      "wwc-daisyquest: DaisyQuest",
      "wwc-daisyquest-300: DaisyQuest",
      "wwc-single-studies-of-approaches-without-a-name-what-works-clearinghouse: Single studies of approaches without a name (What Works Clearinghouse)",
    ]);
    expect(summaries["wwc-daisyquest"]!.headline).toBe(
      "The What Works Clearinghouse reviewed 4 studies of DaisyQuest and found positive effects on alphabetics.",
    );
    expect(summaries["wwc-cafe-readers"]!.headline).toBe(
      "The What Works Clearinghouse looked for studies of Café readers; its export holds no rating and no finding.",
    );
  });

  test("places US grades in English years by age, and describes by what was measured", async () => {
    const summaries = await shelf(database);
    const daisy = summaries["wwc-daisyquest"]!;
    expect(daisy.text).toContain(
      "kindergarten to grade 1 (Year 1 to Year 2) and college or other education after school",
    );
    expect(daisy.terms).toEqual(["behaviour", "english", "ks1", "phonics", "primary", "reading"]);
    expect(summaries["wwc-cafe-readers"]!.terms).toEqual(["eal"]);
    const single =
      summaries["wwc-single-studies-of-approaches-without-a-name-what-works-clearinghouse"]!;
    expect(single.terms).toEqual(["english", "ks1", "ks2", "phonics", "primary", "reading"]);
    expect(single.text).toContain("Magnet schools");
  });
});

describe("a folder that is no export", async () => {
  const database = await prepared();
  const { "wwc_Findings.csv": findings, "wwc_InterventionReports.csv": reports } = sizeable;

  test.each([
    ["that there is not", () => "/nowhere/at/all", "there is no such folder"],
    ["without any CSV file", () => folderOf({ "readme.txt": "hello" }), "holds no CSV file"],
    [
      "of something else",
      () => folderOf({ "a.csv": "x,y\n1,2\n" }),
      /no file of findings of the What Works Clearinghouse.*FindingID.*Found were a\.csv/,
    ],
    [
      "without the reports",
      () => folderOf({ "f.csv": findings }),
      "no file of intervention reports",
    ],
    [
      "with a column missing",
      () => folderOf({ "f.csv": findings.replace("Effect_Size_WWC", "Effect"), "r.csv": reports }),
      "f.csv comes nearest, but has not the columns Effect_Size_WWC",
    ],
    [
      "with two of a kind",
      () => folderOf({ "f.csv": findings, "g.csv": findings, "r.csv": reports }),
      "holds 2 files of findings of the What Works Clearinghouse: f.csv, g.csv",
    ],
  ])("%s is refused in a sentence", async (_, folder, words) => {
    await expect(imported(database, folder())).rejects.toThrow(words);
  });

  test("is not even looked at closely before the vocabulary is there", async () => {
    const bare = await testDatabase();
    await expect(imported(bare, folderOf(sizeable))).rejects.toThrow(
      /Load the vocabulary first: run potbank seed/,
    );
  });
});

test("an intervention never takes the address of a strand, nor one that another has", async () => {
  const database = await prepared();
  await database.em
    .fork()
    .execute(
      `insert into evidence_summary (id, slug, state, updated_at) values ('summary_01jzmqv4t2f3kagk7c3gm2xh9e', 'wwc-only-reported', 'DRAFT', now())`,
    );
  await imported(database, folderOf(sizeable));
  expect((await shelf(database))["wwc-only-reported-40"]?.title).toBe("Only reported");
});
