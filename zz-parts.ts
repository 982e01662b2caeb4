import { openEmbedded, openPostgreSql } from "./src/app/database.ts";
import { ImportRun } from "./src/kernel/import-run.ts";
import { readCsv } from "./src/kernel/csv-file.ts";
import { readLines } from "./src/kernel/line-file.ts";
import { test } from "vitest";
test("x", async () => {
  const cpu = () => {
    const u = process.cpuUsage();
    return (u.user + u.system) / 1e6;
  };
  const db = process.env.PGURL
    ? openPostgreSql(process.env.PGURL, { poolMax: 2 })
    : await openEmbedded({ folder: process.env.FOLDER });
  const em = db.em.fork();
  let t = cpu(),
    n = 0;
  for await (const l of readLines(process.env.FILE!)) n++;
  console.log("lines", n, cpu() - t);
  t = cpu();
  const run = new ImportRun(db.em as any, {
    at: new Date(),
    dryRun: false,
    listener: { skipped() {}, progressed() {}, noted() {} },
  });
  for await (const l of readCsv(run, "x", process.env.FILE!, {
    what: "x",
    required: ["urn", "name"],
  }))
    n++;
  console.log("csv", cpu() - t);
  for (const sql of [
    "select count(school_plain(name)) from school",
    "select count(school_name_key(name)) from school",
    "select count(school_words(name,town,postcode,urn)) from school",
    "select count(regexp_replace(name, '([a-z0-9]+)', '\\1:1A', 'g')) from school",
    "select count(lower(name)) from school",
  ]) {
    t = cpu();
    const w = performance.now();
    await em.execute(sql);
    console.log(sql, (cpu() - t).toFixed(2), (performance.now() - w).toFixed(0) + "ms");
  }
  await db.close();
}, 600000);
