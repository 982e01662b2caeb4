import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { tableHashes } from "../../src/app/backup/table-hashes.ts";
import { runImport } from "../../src/app/import/run-import.ts";
import type { ImportCounts, Skip } from "../../src/kernel/import-run.ts";
import { saveVocabulary } from "../../src/terms/vocabulary.service.ts";
import { testDatabase } from "./database.ts";
import { World } from "./world.ts";

// An import commits as it goes, so it gets a database of its own.
export const { em } = await testDatabase();
export const world = new World(em.fork());

export let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "potbank-self-study-"));
  await saveVocabulary(
    em.fork(),
    await readFile("seeds/terms.yaml", "utf8"),
    await readFile("seeds/synonyms.yaml", "utf8"),
  );
});
afterAll(() => rm(folder, { recursive: true, force: true }));
afterEach(async () => {
  for (const table of ["self_study_item", "search_document", "outbox_event"])
    await em.fork().execute(`truncate ${table} cascade`);
});

export const page = (fields: Record<string, unknown> = {}) => ({
  path: "content/kiln-trust/year-1-behaviour/autumn-week-3-ect-theory.md",
  provider: "kiln-trust",
  module: "year-1-behaviour",
  term: "autumn",
  week: "3",
  audience: "ect",
  part: "theory",
  title: "Theory",
  markdown: "Greet each pupil at the door, by name and with a smile.",
  ...fields,
});

export const at = (file: string) => ({ path: `content/kiln-trust/year-1-behaviour/${file}.md` });

let counter = 0;
export async function file(lines: readonly (object | string)[]): Promise<string> {
  const path = join(folder, `sessions-${++counter}.jsonl`);
  const texts = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line)));
  await writeFile(path, texts.join("\n"));
  return path;
}

export async function load(
  path: string,
  { dryRun = false, signal }: { dryRun?: boolean; signal?: AbortSignal } = {},
): Promise<{ counts: ImportCounts[string] | undefined; skips: Skip[] }> {
  const skips: Skip[] = [];
  const counts = await runImport(
    em.fork(),
    { source: "sessions", path, dryRun },
    { skipped: (skip) => skips.push(skip), progressed() {}, noted() {} },
    signal,
  );
  return { counts: counts["self-study items"], skips };
}

export const count = (created: number, updated: number, unchanged: number, skipped = 0) => ({
  read: created + updated + unchanged + skipped,
  created,
  updated,
  unchanged,
  skipped,
});

export const items = async (fields: string, filter: object = {}) => {
  const { data, errors } = await world.ask(
    `query ($filter: SelfStudyItemFilter) { selfStudyItems(filter: $filter, first: 100) { totalCount nodes { ${fields} } } }`,
    { filter },
  );
  expect(errors).toBeUndefined();
  return data.selfStudyItems.nodes;
};

/** Everything but the clock and the ids that are given at random. */
export const hashes = async () =>
  Object.fromEntries(
    await tableHashes(em.fork(), {
      columns: [
        "updated_at",
        "published_at",
        "written_at",
        "search_document.content_hash",
        "version",
      ],
      tables: ["outbox_event", "search_lexicon"],
    }),
  );
