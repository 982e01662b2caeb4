import { openEmbedded, openPostgreSql, migrate } from "./src/app/database.ts";
import { ImportRun } from "./src/kernel/import-run.ts";
import { importSchools } from "./src/people/school.import.ts";
import { seed } from "./src/app/seed.ts";
import { PGlite } from "@electric-sql/pglite";
import { test } from "vitest";
test("x", async () => {
  const db = process.env.PGURL
    ? openPostgreSql(process.env.PGURL, { poolMax: 2 })
    : await openEmbedded({ folder: process.env.FOLDER });
  await migrate(db);
  if (process.env.SEED) await seed(db.em as any, { demonstration: true, now: new Date() });
  for (let i = 0; i < Number(process.env.TIMES ?? 2); i++) {
    const skips: any[] = [],
      notes: string[] = [];
    const run = new ImportRun(db.em as any, {
      at: new Date(),
      dryRun: !!process.env.DRY,
      listener: { skipped: (s) => skips.push(s), progressed() {}, noted: (t) => notes.push(t) },
    });
    const t = performance.now();
    await importSchools(run, process.env.FILE!);
    console.log(
      ((performance.now() - t) / 1000).toFixed(2) + "s",
      JSON.stringify(run.counts),
      skips.slice(0, 5),
      notes,
      "rss",
      Math.round(process.memoryUsage().rss / 1e6),
      "max",
      process.resourceUsage().maxRSS / 1000,
    );
  }
  console.log(
    await db.em
      .fork()
      .execute(
        "select count(*), pg_size_pretty(pg_total_relation_size('school')) size, pg_size_pretty(pg_relation_size('school_words')) gin, pg_size_pretty(pg_relation_size('school')) heap from school",
      ),
  );
  console.log(
    await db.em
      .fork()
      .execute("select name,name_key,words::text from school where urn in (124056, 123999,100002)"),
  );
  await db.close();
}, 600000);
