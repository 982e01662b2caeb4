import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { ImportError } from "../kernel/import-error.ts";
import { filesIn } from "../kernel/import-folder.ts";
import type { ImportRun } from "../kernel/import-run.ts";
import { TermIndex } from "../terms/term-slugs.ts";
import { EvidenceSummary } from "./evidence-summary.entity.ts";
import { GuidanceReport } from "./guidance-report.entity.ts";
import { readSummaryFile, type SummaryDraft, SummaryFileError } from "./summary-file.ts";
import { importSummaries } from "./summary.service.ts";

/** A summary comes with its findings and links, so that fifty of them are some five hundred rows. */
const batchSize = 50;

/**
 * Publishes the summaries of a folder, one Markdown file with front matter each. A file that cannot be used is
 * skipped with every fault in it. A relation to a summary that there is not is left out and noted; it is made when
 * the import is run again and there is one. Throws an `ImportError` where the folder holds no Markdown.
 */
export async function importSummaryFiles(run: ImportRun, folder: string): Promise<void> {
  const usable = await checkFiles(run, folder, await markdownFiles(folder));
  const present = await run.read((em) =>
    em.createQueryBuilder(EvidenceSummary).select("slug").execute(),
  );
  const related = new Set([...present.map(({ slug }) => slug), ...usable.keys()]);
  const coming = new Set(usable.keys());
  const names = [...usable.values()];
  for (let at = 0; at < names.length; at += batchSize) {
    const batch = names.slice(at, at + batchSize);
    const drafts = await Promise.all(batch.map((name) => readDraft(folder, name)));
    await run.commit(async (tx, tally) => {
      const done = await importSummaries(
        tx,
        drafts.map((draft) => withoutUnknown(run, draft, related)),
        run.at,
        coming,
      );
      tally.count("summaries", "created", done.created);
      tally.count("summaries", "updated", done.updated);
      tally.count("summaries", "unchanged", done.unchanged + done.kept);
      if (done.kept > 0)
        run.note(
          `${done.kept} of them stand withdrawn or archived here, and stay so: a file does not bring them back.`,
        );
    });
    run.progress(basename(folder), (at + batch.length) / names.length);
  }
}

const markdownFiles = (folder: string): Promise<string[]> =>
  filesIn(
    folder,
    /\.md$/,
    "holds no summaries: they are Markdown files (.md) with front matter, as in seeds/evidence.",
  );

/** No text of ours holds a NUL; the database takes none, and one file must not stop the others. */
const readDraft = async (folder: string, name: string): Promise<SummaryDraft> => {
  const content = await readFile(join(folder, name), "utf8");
  return readSummaryFile(name, content.replaceAll("\0", ""));
};

/** The names of the files that can be used, by the slug of their summary; the others are skipped. */
async function checkFiles(
  run: ImportRun,
  folder: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const { terms, reports } = await run.read(async (em) => ({
    terms: await TermIndex.read(em),
    reports: new Set(
      (await em.createQueryBuilder(GuidanceReport).select("slug").execute()).map(
        ({ slug }) => slug,
      ),
    ),
  }));
  const usable = new Map<string, string>();
  for (const name of names)
    try {
      const draft = await readDraft(folder, name);
      terms.find(draft.terms, name);
      const unknown = draft.guidance.filter((slug) => !reports.has(slug));
      if (unknown.length > 0)
        throw new SummaryFileError(name, [
          `guidance: there is no report "${unknown.join('", "')}"`,
        ]);
      const other = usable.get(draft.slug);
      if (other !== undefined)
        throw new SummaryFileError(name, [`slug: "${draft.slug}" is taken by ${other}`]);
      usable.set(draft.slug, name);
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      const [heading, ...faults] = error.message.split(/\n\s*- /);
      run.skip("summaries", { file: name, line: 1, reason: faults.join("; ") || heading! });
    }
  return usable;
}

/** The draft with the relations that can be made; its hash tells which were left out, so that they are made later. */
function withoutUnknown(
  run: ImportRun,
  draft: SummaryDraft,
  present: ReadonlySet<string>,
): SummaryDraft {
  const missing = draft.related.filter((slug) => !present.has(slug));
  if (missing.length === 0) return draft;
  run.note(
    `${draft.slug} relates to ${missing.join(", ")}, which does not exist: it is stored without, and related when the import is run again and it does.`,
  );
  return {
    ...draft,
    related: draft.related.filter((slug) => present.has(slug)),
    contentHash: createHash("sha256")
      .update(`${draft.contentHash} without ${missing.join(" ")}`)
      .digest("hex"),
  };
}
