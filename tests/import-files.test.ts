import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { readCsv } from "../src/kernel/csv-file.ts";
import type { Em } from "../src/kernel/em.ts";
import { batched, ImportRun, ImportStopped, type Skip } from "../src/kernel/import-run.ts";
import { readJsonLines } from "../src/kernel/json-lines-file.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "potbank-files-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let counter = 0;

async function file(content: string | Buffer, name = `file-${++counter}.csv`): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

/** A run that reads only, and what it told. */
function reading(signal?: AbortSignal) {
  const skips: Skip[] = [];
  const shares: number[] = [];
  const run = new ImportRun(undefined as unknown as Em, {
    at: new Date(),
    dryRun: true,
    listener: {
      skipped: (skip) => skips.push(skip),
      progressed: (_file, share) => shares.push(share),
      noted: () => {},
    },
    ...(signal && { signal }),
  });
  return { run, skips, shares };
}

const form = { what: "a list of kilns", required: ["urn", "name"], optional: ["town"] } as const;

async function csv(content: string | Buffer) {
  const { run, skips, shares } = reading();
  const rows = await Array.fromAsync(readCsv(run, "kilns", await file(content), form));
  return { rows, skips, shares, counts: run.counts };
}

describe("a CSV file", () => {
  test("is read by the names of its columns, in any order and case, blank where one is missing", async () => {
    const { rows } = await csv("Name,other,URN\nBottle,x,1\n");
    expect(rows).toEqual([{ line: 2, form, cells: { urn: "1", name: "Bottle", town: "" } }]);
  });

  test("may begin with a byte order mark, end its lines as Windows does, and be gzipped", async () => {
    const text = "\uFEFFurn,name\r\n1,Bottle\r\n\r\n2,Skerry\r\n";
    for (const content of [text, gzipSync(text)]) {
      const { rows } = await csv(content);
      expect(rows.map(({ line, cells }) => [line, cells.urn, cells.name])).toEqual([
        [2, "1", "Bottle"],
        [4, "2", "Skerry"],
      ]);
    }
  });

  test("is read line by line as UTF-8 or, where it is none, as Windows-1252", async () => {
    const windows = Buffer.from([0x31, 0x2c, 0x42, 0x92, 0x73, 0x20, 0xe9, 0x0a]);
    const { rows } = await csv(Buffer.concat([Buffer.from("urn,name\n2,Pentre’r\n"), windows]));
    expect(rows.map(({ cells }) => cells.name)).toEqual(["Pentre’r", "B’s é"]);
  });

  test("keeps quotes, commas and line breaks inside cells, and a quote that opens nothing", async () => {
    const { rows, skips } = await csv(
      'urn,name\n1,"a ""b"", c"\n2,"over\ntwo lines"\n3,12" ruler\n4,the "Bottle" kiln\n',
    );
    expect(rows.map(({ line, cells }) => [line, cells.name])).toEqual([
      [2, 'a "b", c'],
      [3, "over\ntwo lines"],
      [5, '12" ruler'],
      [6, 'the "Bottle" kiln'],
    ]);
    expect(skips).toEqual([]);
  });

  test("loses the one row whose quote is never closed, and no row after it", async () => {
    const more = Array.from({ length: 500 }, (_, at) => `${at + 10},"Kiln ${at}"`).join("\n");
    const { rows, skips, counts } = await csv(`urn,name\n1,Bottle\n2,"Skerry\n3,Hovel\n${more}\n`);
    expect(rows).toHaveLength(502);
    expect(rows.slice(0, 2).map(({ cells }) => cells.urn)).toEqual(["1", "3"]);
    expect(skips).toEqual([
      { file: expect.any(String), line: 3, reason: expect.stringContaining("never closed") },
    ]);
    expect(counts).toEqual({
      kilns: { read: 1, created: 0, updated: 0, unchanged: 0, skipped: 1 },
    });
  });

  test("loses a row with too few or too many cells, saying how many", async () => {
    const { rows, skips } = await csv("urn,name\n1\n2,Skerry\n3,Hovel,x,y\n");
    expect(rows.map(({ cells }) => cells.urn)).toEqual(["2"]);
    expect(skips.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "it has 1 cells where the header has 2"],
      [4, "it has 4 cells where the header has 2"],
    ]);
  });

  test("is told from another file by its columns, each missing one named", async () => {
    await expect(csv("id,name\n1,Bottle\n")).rejects.toThrow(
      /has not the columns that are needed:\n.*a list of kilns would have also urn\n.*Its columns are id, name\./,
    );
  });

  test.each([
    ["", "is empty"],
    [Buffer.from("PK\u0003\u0004 and so on"), "ZIP"],
    [Buffer.from("\uFEFFurn,name\n", "utf16le"), "UTF-16"],
    [gzipSync("urn,name\n1,Bottle\n").subarray(0, 20), "cut off"],
  ])("that is none is refused: %#", async (content, words) => {
    await expect(csv(content)).rejects.toThrow(words);
  });

  test("that is a folder, or is not there, is refused by name", async () => {
    const { run } = reading();
    const read = (path: string) => Array.fromAsync(readCsv(run, "kilns", path, form));
    await expect(read(folder)).rejects.toThrow(`${folder} is a folder`);
    await expect(read(join(folder, "none.csv"))).rejects.toThrow("there is no such file");
  });

  test("tells how far it has been read, up to all of it", async () => {
    const { shares } = await csv(`urn,name\n${"1,Bottle\n".repeat(30_000)}`);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
  });

  test("is read no further once the run has been asked to stop", async () => {
    const stop = new AbortController();
    const { run } = reading(stop.signal);
    const path = await file(`urn,name\n${"1,Bottle\n".repeat(30_000)}`);
    let rows = 0;
    const read = async () => {
      for await (const _ of readCsv(run, "kilns", path, form)) {
        rows += 1;
        stop.abort();
      }
    };
    await expect(read()).rejects.toThrow(ImportStopped);
    expect(rows).toBeLessThan(30_000);
  });
});

describe("a file of JSON lines", () => {
  const read = async (content: string) => {
    const { run, skips } = reading();
    const path = await file(content, `file-${++counter}.jsonl`);
    const form = z.object({ title: z.string().min(1) });
    const rows = await Array.fromAsync(readJsonLines(run, "pages", path, form));
    return { rows, skips };
  };

  test("gives its records, and skips what is no record with the field at fault", async () => {
    const { rows, skips } = await read(
      '{"title":"One\\u0000"}\n{"title":\n{"title":7}\n\n{"title":"Two"}\n',
    );
    expect(rows).toEqual([
      { line: 1, record: { title: "One" } },
      { line: 5, record: { title: "Two" } },
    ]);
    expect(skips.map(({ line, reason }) => [line, reason])).toEqual([
      [2, "it is not JSON"],
      [3, expect.stringMatching(/^title: .*string/)],
    ]);
  });

  test.each(["title,urn\n1,2\n", '["a"]\n', ""])("is told from another file: %j", async (text) => {
    await expect(read(text)).rejects.toThrow(/is no file of JSON lines|is empty/);
  });
});

test("batches hold every row once, in order", async () => {
  const rows = (async function* () {
    for (let at = 0; at < 1_203; at += 1) yield at;
  })();
  const batches = await Array.fromAsync(batched(rows));
  expect(batches.map(({ length }) => length)).toEqual([500, 500, 203]);
  expect(batches.flat()).toEqual(Array.from({ length: 1_203 }, (_, at) => at));
});
