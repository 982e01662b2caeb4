import { beforeEach, describe, expect, test } from "vitest";
import { ImportRun, type Skip } from "../src/kernel/import-run.ts";
import { testDatabase } from "./support/database.ts";

const { em } = await testDatabase();
await em.fork().execute("create table kiln (name text primary key, height int not null)");

beforeEach(async () => {
  await em.fork().execute("delete from kiln");
});

interface Row {
  readonly line: number;
  readonly name: string;
  readonly height: number;
}

function start({ dryRun = false, signal }: { dryRun?: boolean; signal?: AbortSignal } = {}) {
  const skips: Skip[] = [];
  const run = new ImportRun(em, {
    at: new Date(),
    dryRun,
    listener: { skipped: (skip) => skips.push(skip), progressed() {}, noted() {} },
    ...(signal && { signal }),
  });
  return { run, skips };
}

const store = (run: ImportRun, rows: readonly Row[]) =>
  run.store("kilns", "kilns.csv", rows, async (tx, batch, tally) => {
    for (const { name, height } of batch)
      await tx.execute("insert into kiln (name, height) values (?, ?)", [name, height]);
    tally.count("kilns", "created", batch.length);
  });

const names = async () =>
  (await em.fork().execute<{ name: string }[]>("select name from kiln order by name")).map(
    ({ name }) => name,
  );

const rows = (...list: (string | [string, number])[]): Row[] =>
  list.map((each, at) => {
    const [name, height] = typeof each === "string" ? [each, 20] : each;
    return { line: at + 2, name, height };
  });

const kilns = (created: number, skipped = 0) => ({
  kilns: { read: created + skipped, created, updated: 0, unchanged: 0, skipped },
});

describe("an import", () => {
  test("leaves out the rows that the database refuses, with its words, and no other", async () => {
    const { run, skips } = start();
    await store(run, rows("a1", "a2", ["a3", 3_000_000_000], "a4", "a1", "a5", "a6"));
    expect(await names()).toEqual(["a1", "a2", "a4", "a5", "a6"]);
    expect(skips.map(({ file, line }) => [file, line])).toEqual([
      ["kilns.csv", 4],
      ["kilns.csv", 6],
    ]);
    expect(skips.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("out of range"),
      expect.stringContaining("kiln_pkey"),
    ]);
    expect(run.counts).toEqual(kilns(5, 2));
  });

  test("counts what a dry run would do, and stores nothing", async () => {
    const { run, skips } = start({ dryRun: true });
    await store(run, rows("b1", "b2", ["b3", 3_000_000_000]));
    expect(run.counts).toEqual(kilns(2, 1));
    expect(skips).toHaveLength(1);
    expect(await names()).toEqual([]);
  });

  test("counts nothing of a transaction that failed", async () => {
    const { run } = start();
    const broken = run.commit(async (tx, tally) => {
      await tx.execute("insert into kiln values ('c1', 20)");
      tally.count("kilns", "created");
      throw new Error("the oven went out");
    });
    await expect(broken).rejects.toThrow("the oven went out");
    expect(run.counts).toEqual({});
    expect(await names()).toEqual([]);
  });

  test("stops between two transactions when asked to, keeping the first", async () => {
    const stop = new AbortController();
    const { run } = start({ signal: stop.signal });
    await store(run, rows("d1"));
    stop.abort();
    await expect(store(run, rows("d2"))).rejects.toThrow("run the same command again");
    expect(await names()).toEqual(["d1"]);
  });

  test("gives whoever waits for the event loop a turn after each transaction", async () => {
    const { run } = start();
    let turns = 0;
    const turn = () => {
      turns += 1;
      waiting = setImmediate(turn);
    };
    let waiting = setImmediate(turn);
    const seen: number[] = [];
    for (let at = 0; at < 5; at += 1) {
      await run.commit(async () => {});
      seen.push(turns);
    }
    clearImmediate(waiting);
    expect(seen.every((count, at) => at === 0 || count > seen[at - 1]!)).toBe(true);
  });

  test("tries in a dry run what the database checks at the end of a transaction", async () => {
    await em
      .fork()
      .execute(
        "create table shard (kiln text references kiln (name) deferrable initially deferred)",
      );
    const { run } = start({ dryRun: true });
    const orphan = run.commit((tx) => tx.execute("insert into shard values ('nobody')"));
    await expect(orphan).rejects.toThrow(/foreign key/);
  });
});
