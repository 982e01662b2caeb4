import { mkdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { create } from "tar";
import { beforeAll, describe, expect, test } from "vitest";
import type { Entry } from "../src/app/backup/archive.ts";
import { backup } from "../src/app/backup/backup.ts";
import { tableHashes } from "../src/app/backup/table-hashes.ts";
import { verifyBackup } from "../src/app/backup/verify.ts";
import {
  emptyPlace,
  forged,
  type Place,
  temporaryFolder,
  unpackedBytes,
  withLines,
  withManifest,
} from "./support/backups.ts";
import { testDatabase } from "./support/database.ts";
import { World } from "./support/world.ts";

let folder: string;
let file: string;
let place: Place;
let before: Awaited<ReturnType<typeof tableHashes>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  file = join(folder, "whole.tar.gz");
  const source = await testDatabase();
  const world = new World(source.em.fork());
  await world.person(await world.school());
  await world.summary();
  await backup(source, file);
  place = await emptyPlace();
  await place.restore(file);
  before = await hashes();
});

const hashes = () => place.within(({ em }) => tableHashes(em));

/** What a person is told when the restore is refused. */
async function refusal(damaged: string): Promise<string> {
  const error = await place
    .restore(join(folder, damaged), { replace: true })
    .catch((fault) => fault);
  expect(error?.name).toMatch(/^(Backup|Import)Error$/);
  return error.message;
}

/** What a packed file holds; undefined when it cannot be unpacked. */
function unpacked(packed: Buffer): Buffer | undefined {
  try {
    return gunzipSync(packed);
  } catch {
    return undefined;
  }
}

const made = (name: string, content: Uint8Array | string) => writeFile(join(folder, name), content);
const forge = (name: string, change: (entries: Entry[]) => Entry[]) =>
  forged(file, join(folder, name), change);

describe("a file that is refused before the database is touched", () => {
  test("is one that is not there, a folder, or empty", async () => {
    expect(await refusal("absent")).toMatch(/absent cannot be read: there is no such file/);
    await mkdir(join(folder, "a-folder"));
    expect(await refusal("a-folder")).toMatch(/a-folder cannot be read: it is a folder/);
    await made("empty", "");
    expect(await refusal("empty")).toMatch(/empty is empty/);
  });

  test("is one that was never a backup", async () => {
    await made("text", "Once upon a time");
    expect(await refusal("text")).toMatch(/text is not a Potbank backup/);
    await made("text.gz", gzipSync("Once upon a time, ".repeat(100)));
    expect(await refusal("text.gz")).toMatch(/text\.gz is not a Potbank backup/);
    await made("unzipped.tar", await unpackedBytes(file));
    expect(await refusal("unzipped.tar")).toMatch(/unzipped\.tar is not a Potbank backup/);
    await create({ gzip: true, file: join(folder, "other.tgz"), cwd: "seeds" }, ["terms.yaml"]);
    expect(await refusal("other.tgz")).toMatch(/other\.tgz is not a Potbank backup/);
  });

  test("is one that is cut off anywhere", async () => {
    const whole = await readFile(file);
    for (const share of [0.001, 0.1, 0.5, 0.9, 0.999]) {
      await made("cut", whole);
      await truncate(join(folder, "cut"), Math.floor(whole.length * share));
      expect(await refusal("cut")).toMatch(/cut is cut off: its end is missing/);
    }
    const bytes = await unpackedBytes(file);
    await made("cut-inside", gzipSync(bytes.subarray(0, bytes.length - 1024)));
    expect(await refusal("cut-inside")).toMatch(/cut off/);
    await made("cut-in-half", gzipSync(bytes.subarray(0, bytes.length / 2)));
    expect(await refusal("cut-in-half")).toMatch(/cut off/);
  });

  test("is one with a single bit changed, wherever that changes what it holds", async () => {
    const whole = await readFile(file);
    const content = gunzipSync(whole);
    // The ten bytes of the header's flags and clock say nothing about the content.
    const places = Array.from(
      { length: 200 },
      (_, at) => 10 + Math.floor((at * (whole.length - 10)) / 200),
    );
    let refused = 0;
    for (const at of places) {
      const flipped = Buffer.from(whole);
      flipped[at]! ^= 1 << (at % 8);
      await made("flipped", flipped);
      // Few bits of the packing are never read: a code for a sign that does not occur.
      if (unpacked(flipped)?.equals(content)) continue;
      await expect(verifyBackup(join(folder, "flipped")), `byte ${at}`).rejects.toMatchObject({
        name: "BackupError",
      });
      refused += 1;
    }
    expect(refused).toBeGreaterThan(190);
  });

  test("is one with something after its end", async () => {
    await made("longer", Buffer.concat([await readFile(file), Buffer.from("more")]));
    expect(await refusal("longer")).toMatch(/damaged/);
    const bytes = await unpackedBytes(file);
    await made("longer-inside", gzipSync(Buffer.concat([bytes, Buffer.from("more")])));
    expect(await refusal("longer-inside")).toMatch(/something stands after its end/);
  });

  test("is one whose content was changed and packed again", async () => {
    await forge("changed", (all) =>
      all.map((entry) =>
        entry.path.startsWith("tables/school/")
          ? { ...entry, content: Buffer.from(entry.content.toString().replace("School", "Schoal")) }
          : entry,
      ),
    );
    expect(await refusal("changed")).toMatch(
      /table school has the SHA-256 [0-9a-f]{64}, the manifest says/,
    );
    await forge("less", (all) => all.filter(({ path }) => !path.startsWith("tables/school/")));
    expect(await refusal("less")).toMatch(/table school has 0 rows, the manifest says 1/);
    await forge("more", (all) => [
      ...all.slice(0, 1),
      { path: "tables/stowaway/000001.jsonl", content: Buffer.from('["1"]\n') },
      ...all.slice(1),
    ]);
    expect(await refusal("more")).toMatch(/table stowaway is not in the manifest/);
    await forge("twice", (all) => [...all.slice(0, -1), all.at(-2)!, all.at(-1)!]);
    expect(await refusal("twice")).toMatch(/stands where it should not/);
  });

  test("is one whose manifest is missing, unreadable or wrong", async () => {
    await forge("without", (all) => all.slice(0, -1));
    expect(await refusal("without")).toMatch(/it has no manifest\.json/);
    await forge("garbled", (all) =>
      all.map((entry) =>
        entry.path === "manifest.json" ? { ...entry, content: Buffer.from("{") } : entry,
      ),
    );
    expect(await refusal("garbled")).toMatch(/its manifest\.json cannot be read/);
    const manifest = (name: string, change: (manifest: any) => unknown) =>
      forge(name, (all) => withManifest(all, change));
    await manifest("count", (all) => {
      all.tables.find((table: { name: string }) => table.name === "school").rows = 7;
      return all;
    });
    expect(await refusal("count")).toMatch(/table school has 1 rows, the manifest says 7/);
    await manifest("fields", (all) => ({ ...all, migrations: 1, tables: "none" }));
    expect(await refusal("fields")).toMatch(
      /manifest\.json cannot be used:.*migrations: .*tables: /s,
    );
  });

  test("is one of a later format", async () => {
    await forge("later", ([, ...all]) => [
      { path: "potbank-backup.json", content: Buffer.from('{"format": 2}') },
      ...all,
    ]);
    expect(await refusal("later")).toMatch(
      /later is a backup of format 2; this program reads format 1/,
    );
  });

  test("leaves the database as it was", async () => {
    expect(await hashes()).toEqual(before);
  });
});

describe("a file that is in order but cannot be loaded", { timeout: 180_000 }, () => {
  const loads = async (name: string, table: string, change: (lines: string) => string) => {
    await forge(name, (all) => withLines(all, table, change));
    await expect(verifyBackup(join(folder, name))).resolves.toBeDefined();
    return place.restore(join(folder, name), { replace: true });
  };

  test("is refused for a row that refers to none, and changes nothing", async () => {
    await expect(
      loads("orphan", "person", (lines) => lines.replace(/school_\w+/, "school_nobody")),
    ).rejects.toThrow(/person_school_id_foreign/);
    expect(await hashes()).toEqual(before);
  });

  test("is refused for a value that comes back another way, and changes nothing", async () => {
    await expect(
      loads("spelt", "school", (lines) => lines.replace(/"(9500\d\d)"/, '"0$1"')),
    ).rejects.toThrow(/After loading, table school is not what the backup says/);
    expect(await hashes()).toEqual(before);
  });

  test("is refused for a table that no migration makes", async () => {
    await forge("foreign", (all) =>
      withManifest(all, (manifest) => ({
        ...manifest,
        tables: [
          ...manifest.tables,
          { ...manifest.tables.find((table: any) => table.rows === 0), name: "theirs" },
        ],
      })),
    );
    expect(await refusal("foreign")).toMatch(/holds a table theirs, which is not Potbank's/);
    expect(await hashes()).toEqual(before);
  });
});
