import { describe, expect, test } from "vitest";
import { tableHashes } from "../src/app/backup/table-hashes.ts";
import type { Database } from "../src/app/database.ts";
import { ImportStopped } from "../src/kernel/import-run.ts";
import { folderOf, imported, prepared, shelf, sizeable } from "./support/wwc.ts";

const clocks = ["created_at", "updated_at", "published_at", "executed_at", "written_at"];

/** What a database holds, but for clocks and what is given at random or in the order of writing. */
const content = async ({ em }: Database) =>
  Object.fromEntries(
    await tableHashes(em.fork() as never, {
      columns: [...clocks, "search_document.version", "search_document.content_hash"],
      tables: ["outbox_event", "migration"],
    }),
  );

describe("an import that is run again", () => {
  test("changes nothing, not even a clock, and says so", async () => {
    const database = await prepared();
    const folder = folderOf(sizeable);
    await imported(database, folder);
    const before = await tableHashes(database.em.fork() as never);
    const { counts } = await imported(database, folder, { at: new Date(Date.now() + 60_000) });
    expect(counts).toEqual({
      findings: { read: 923, created: 0, updated: 0, unchanged: 923, skipped: 0 },
      "report rows": { read: 2, created: 0, updated: 0, unchanged: 2, skipped: 0 },
      "study rows": { read: 2, created: 0, updated: 0, unchanged: 1, skipped: 1 },
      summaries: { read: 4, created: 0, updated: 0, unchanged: 4, skipped: 0 },
    });
    expect(await tableHashes(database.em.fork() as never)).toEqual(before);
  });

  test("makes a second revision where a row has changed, and leaves the first in the record", async () => {
    const database = await prepared();
    const name = "wwc_Findings.csv";
    await imported(database, folderOf(sizeable));
    const changed = sizeable[name]
      .replace("5001,1,", "5001,2,")
      .replace(/^5002,.*$/m, (row) => row.replace(",0.1,4,", ",0.2,8,"));
    const { counts } = await imported(database, folderOf({ ...sizeable, [name]: changed }));
    expect(counts).toMatchObject({
      summaries: { created: 0, updated: 1, unchanged: 3 },
      findings: { created: 0, updated: 2, unchanged: 921 },
    });
    const [{ revisions, findings }] = await database.em.fork().execute<
      [{ revisions: number; findings: number }]
    >(`select count(distinct r.id)::int as revisions, count(f.id)::int as findings from summary_revision r
       join evidence_summary s on s.id = r.summary_id left join finding f on f.revision_id = r.id where s.slug = 'wwc-intervention-30'`);
    expect({ revisions, findings }).toEqual({ revisions: 2, findings: 6 });
    expect((await shelf(database))["wwc-intervention-30"]?.number).toBe(2);
  });

  test("leaves what has vanished from the export, what is withdrawn here and what was written here", async () => {
    const database = await prepared();
    await imported(database, folderOf(sizeable));
    const em = database.em.fork();
    await em.execute(
      `update evidence_summary set state = 'WITHDRAWN' where slug = 'wwc-intervention-10'`,
    );
    await em.execute(
      `update summary_revision set content_hash = 'by a person' where summary_id = (select id from evidence_summary where slug = 'wwc-intervention-30')`,
    );
    const { counts, notes } = await imported(
      database,
      folderOf({
        ...sizeable,
        "wwc_InterventionReports.csv": sizeable["wwc_InterventionReports.csv"].replace(
          /^40,.*\r\n/m,
          "",
        ),
      }),
    );
    expect(counts.summaries).toMatchObject({ read: 3, unchanged: 3 });
    expect(notes.join("\n")).toMatch(/withdrawn or archived here and stay so.*: 1\./);
    expect(notes.join("\n")).toMatch(/revision written here and keep it: 1\./);
    expect(notes.join("\n")).toContain("left as they are: wwc-only-reported.");
    expect(Object.keys(await shelf(database))).toContain("wwc-only-reported");
  });
});

test("stores the same whatever the order of the rows", async () => {
  const [one, other] = [await prepared(), await prepared()];
  const turned = (file: string) => {
    const [header, ...rows] = file.trimEnd().split("\r\n");
    return [header, ...rows.toReversed()].join("\n");
  };
  await imported(one, folderOf(sizeable));
  await imported(
    other,
    folderOf(
      Object.fromEntries(Object.entries(sizeable).map(([name, file]) => [name, turned(file)])),
    ),
  );
  expect(await content(other)).toEqual(await content(one));
});

test("stores no more than 500 rows in a transaction, and is completed by running again wherever it stopped", async () => {
  const whole = await prepared();
  const folder = folderOf(sizeable);
  const { transactions } = await imported(whole, folder);
  expect(transactions).toBeGreaterThanOrEqual(3);
  const undisturbed = await content(whole);
  for (let stopAfter = 1; stopAfter < transactions; stopAfter += 1) {
    const database = await prepared();
    await expect(imported(database, folder, { stopAfter })).rejects.toThrow(ImportStopped);
    expect(await content(database), `stopped after ${stopAfter}`).not.toEqual(undisturbed);
    const { counts } = await imported(database, folder);
    expect(counts.findings).toMatchObject({ read: 923, skipped: 0 });
    expect(await content(database), `stopped after ${stopAfter}`).toEqual(undisturbed);
  }
});

test("throws away what a stopped import began, when the export has changed since", async () => {
  const [stopped, fresh] = [await prepared(), await prepared()];
  await expect(imported(stopped, folderOf(sizeable), { stopAfter: 4 })).rejects.toThrow(
    ImportStopped,
  );
  const later = folderOf({
    ...sizeable,
    "wwc_Findings.csv": sizeable["wwc_Findings.csv"].replaceAll(",0.1,4,", ",0.3,12,"),
  });
  const [{ begun }] = await stopped.em
    .fork()
    .execute<[{ begun: number }]>(
      "select count(*)::int as begun from summary_revision where published_at is null",
    );
  expect(begun).toBe(1);
  await imported(stopped, later);
  await imported(fresh, later);
  const unpublished = await stopped.em
    .fork()
    .execute("select 1 from summary_revision where published_at is null");
  expect(unpublished).toEqual([]);
  expect((await shelf(stopped))["wwc-intervention-20"]).toEqual(
    (await shelf(fresh))["wwc-intervention-20"],
  );
});

test("a dry run counts the same and stores nothing", async () => {
  const database = await prepared();
  const folder = folderOf(sizeable);
  const before = await tableHashes(database.em.fork() as never);
  const dry = await imported(database, folder, { dryRun: true });
  expect(await tableHashes(database.em.fork() as never)).toEqual(before);
  const { counts } = await imported(database, folder);
  expect(dry.counts).toEqual(counts);
});
