import { describe, expect, test } from "vitest";
import { SchoolStatus } from "../src/people/school.entity.ts";
import { saveSchools } from "../src/people/school.service.ts";
import {
  england,
  gias,
  database,
  nextUrn,
  file,
  englandRow,
  giasRow,
  run,
  school,
  phaseOf,
} from "./support/schools.ts";

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
