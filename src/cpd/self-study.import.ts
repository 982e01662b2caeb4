import { basename } from "node:path";
import type { Em } from "../kernel/em.ts";
import { idFromName } from "../kernel/ids.ts";
import { ImportError } from "../kernel/import-error.ts";
import { batched, type ImportRun } from "../kernel/import-run.ts";
import { parseJsonLine, readJsonLines } from "../kernel/json-lines-file.ts";
import { readLines } from "../kernel/line-file.ts";
import { Organisation } from "../people/organisation.entity.ts";
import { TermIndex } from "../terms/term-slugs.ts";
import { linksWithin, slugOf } from "./self-study-links.ts";
import { draftOf, type Page, pageForm } from "./self-study-page.ts";
import { providerOf } from "./self-study-programme.ts";
import { SelfStudyItem } from "./self-study.entity.ts";
import { saveSelfStudy } from "./self-study.service.ts";

const kind = "self-study items";

/** Pages are long, and the embedded database's readers wait for a batch: 25 of them take it some 0.3 s. */
const batchSize = 25;

/**
 * Publishes the pages of a training programme as self-study items of their providers, or brings them up to date by
 * their path. The file is read twice: once for which pages there are, so that links between them stay within the site,
 * and once for the pages. Throws an `ImportError` where no line is such a page.
 */
export async function importSelfStudy(run: ImportRun, path: string): Promise<void> {
  const lineOf = await pagesOf(run, path);
  const here = await run.read((em) =>
    em.createQueryBuilder(SelfStudyItem).select("slug").execute(),
  );
  const known = new Set([...lineOf.keys(), ...here.map(({ slug }) => slug as string)]);
  const linkOf = linksWithin(known);
  const file = basename(path);
  const pages = onceEach(run, file, readJsonLines(run, kind, path, pageForm), lineOf);
  for await (const batch of batched(pages, batchSize))
    await run.store(kind, file, batch, async (tx, rows, tally) => {
      const vocabulary = await TermIndex.read(tx);
      const providers = await providerIds(tx, new Set(rows.map(({ page }) => page.provider)));
      const drafts = rows.map(({ page }) =>
        draftOf(page, providers.get(page.provider)!, linkOf, vocabulary),
      );
      for (const outcome of await saveSelfStudy(tx, drafts, run.at)) tally.count(kind, outcome);
    });
}

/** The slugs of the pages of a file, with the line each is first on. */
async function pagesOf(run: ImportRun, path: string): Promise<Map<string, number>> {
  const lineOf = new Map<string, number>();
  let first: unknown;
  let pages = 0;
  for await (const { number, text } of readLines(path)) {
    run.refuseIfStopped();
    if (text.trim() === "") continue;
    const value = parseJsonLine(text);
    first ??= value ?? null;
    if (isPageLike(value)) pages += 1;
    const page = pageForm.safeParse(value);
    const slug = page.success ? slugOf(page.data.path) : undefined;
    if (slug !== undefined && !lineOf.has(slug)) lineOf.set(slug, number);
  }
  if (first === undefined) throw new ImportError(`${path} is empty.`);
  if (pages === 0)
    throw new ImportError(
      `${path} is no file of training pages: each of its lines must be a JSON object with ${needed.join(", ")}. ${describe(first)}`,
    );
  return lineOf;
}

const needed = ["path", "provider", "module", "title", "markdown"] as const;

/** A line that has most of what a page has is a faulty page; one that has less is something else. */
const isPageLike = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  needed.filter((field) => field in value).length > needed.length / 2;

function describe(first: unknown): string {
  if (typeof first !== "object" || first === null || Array.isArray(first))
    return "Its first line is no JSON object.";
  const missing = needed.filter((field) => !(field in first));
  return `Its first line has ${Object.keys(first).slice(0, 8).join(", ") || "nothing"}; it lacks ${missing.join(", ")}.`;
}

/** Leaves out a page that an earlier line has given already: which of the two stands must not depend on chance. */
async function* onceEach(
  run: ImportRun,
  file: string,
  pages: AsyncIterable<{ line: number; record: Page }>,
  lineOf: ReadonlyMap<string, number>,
): AsyncGenerator<{ line: number; page: Page }> {
  for await (const { line, record } of pages) {
    const first = lineOf.get(slugOf(record.path));
    if (first === line) yield { line, page: record };
    else
      run.skip(kind, {
        file,
        line,
        reason: `path: the page ${record.path} is on line ${first} already; a page stands once in a file`,
      });
  }
}

/** The providers' ids by slug; one that is not known yet is made, one that is may have been corrected and stays. */
async function providerIds(tx: Em, slugs: ReadonlySet<string>): Promise<Map<string, string>> {
  const rows = [...slugs].map((slug) => {
    const { name, kind: organisationKind } = providerOf(slug);
    return { id: idFromName("organisation", slug), slug, name, organisationKind, website: null };
  });
  await tx.upsertMany(Organisation, rows, {
    onConflictFields: ["slug"],
    onConflictAction: "ignore",
  });
  const stored = await tx
    .createQueryBuilder(Organisation)
    .select(["id", "slug"])
    .where({ slug: { $in: [...slugs] } })
    .execute();
  return new Map(stored.map(({ slug, id }) => [slug as string, id as string]));
}
