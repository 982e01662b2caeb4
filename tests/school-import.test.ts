import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { seed } from "../src/app/seed.ts";
import type { Database } from "../src/app/database.ts";
import { ImportStopped } from "../src/kernel/import-run.ts";
import { testDatabase } from "./support/database.ts";
import {
  england,
  gias,
  folder,
  database,
  nextUrn,
  vocabulary,
  file,
  englandRow,
  run,
  writes,
  content,
} from "./support/schools.ts";

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
