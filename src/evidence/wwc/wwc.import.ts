import { basename } from "node:path";
import type { Em } from "../../kernel/em.ts";
import { ImportError } from "../../kernel/import-error.ts";
import { type ImportRun, type Outcome, type Tally } from "../../kernel/import-run.ts";
import { TermIndex } from "../../terms/term-slugs.ts";
import { digest } from "./wwc-digest.ts";
import { findWwcFiles } from "./wwc-files.ts";
import { kinds, stageFiles } from "./wwc-reading.ts";
import { Slugs } from "./wwc-slugs.ts";
import { type StagedFinding, Staging } from "./wwc-staging.ts";
import {
  type Change,
  publishRevisions,
  Shelf,
  storeFindings,
  summaryIdOf,
  type Wanted,
} from "./wwc-store.ts";
import { storeStudies, studyIdOf } from "./wwc-studies.ts";
import { ContentHash, findingOf, sourceName, summaryOf, type WwcFinding } from "./wwc-summary.ts";
import { neededTerms } from "./wwc-vocabulary.ts";

/** Rows of the export in one transaction: the embedded database's readers wait for some 0.3 s of it. */
const rowsMax = 150;

/** Findings of one intervention that are stored together, from a place in its list on. */
interface Part {
  readonly wanted: Wanted;
  readonly start: number;
  readonly findings: readonly StagedFinding[];
  /** With the last part, the revision is complete and published. */
  readonly last: boolean;
  readonly reportRows: number;
}

/**
 * Publishes the interventions of an export of the What Works Clearinghouse: one summary for each that has findings or
 * a report, "not rated in months", with its findings and their studies. Run again, it changes what has changed and
 * nothing else. Throws an `ImportError` where the folder is no export, or the vocabulary has not been loaded.
 */
export async function importWwc(run: ImportRun, folder: string): Promise<void> {
  const files = await findWwcFiles(folder);
  const terms = await run.read((em) => TermIndex.read(em));
  requireVocabulary(terms);
  const staging = new Staging();
  try {
    await stageFiles(run, files, staging);
    const slugs = await run.read((em) => Slugs.read(em));
    const kept = { withdrawn: 0, edited: 0 };
    for (const batch of batches(parts(run, basename(folder), staging, slugs, terms)))
      await run.commit((tx, tally) => storeBatch(run, tx, tally, staging, batch, kept));
    noteKept(run, kept);
    await noteVanished(run, staging);
  } finally {
    staging.close();
  }
}

function requireVocabulary(terms: TermIndex): void {
  try {
    terms.find(neededTerms(), "The import");
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    throw new ImportError(
      `${error.message} Load the vocabulary first: run potbank seed, then this command again.`,
    );
  }
}

/** What is to be stored, in order of the interventions' numbers, an intervention of many findings in several parts. */
function* parts(
  run: ImportRun,
  name: string,
  staging: Staging,
  slugs: Slugs,
  terms: TermIndex,
): Generator<Part> {
  const interventions = [...staging.interventions()];
  for (const [at, { id, reports }] of interventions.entries()) {
    const wanted = wantedOf(id, staging, slugs, terms);
    let findings: StagedFinding[] = [];
    let start = 0;
    // Each finding may bring a row of the file of studies with it: two rows.
    const most = Math.max(1, (rowsMax - Math.min(reports, rowsMax)) >> 1);
    for (const finding of staging.findings(id)) {
      if (findings.length === most) {
        yield { wanted, start, findings, last: false, reportRows: 0 };
        start += findings.length;
        findings = [];
      }
      findings.push(finding);
    }
    yield { wanted, start, findings, last: true, reportRows: reports };
    run.progress(name, (at + 1) / interventions.length);
  }
}

function wantedOf(wwcId: number, staging: Staging, slugs: Slugs, terms: TermIndex): Wanted {
  const summary = summaryOf(digest(staging, wwcId));
  const hash = new ContentHash();
  hash.add(summary);
  for (const finding of staging.findings(wwcId)) hash.add(asFinding(finding));
  return {
    wwcId,
    slug: slugs.of(summaryIdOf(wwcId), summary.title, wwcId),
    summary,
    terms: terms.find(summary.terms, `Intervention ${wwcId}`),
    contentHash: hash.hex,
  };
}

const asFinding = ({ finding, study, rating }: StagedFinding): WwcFinding =>
  findingOf(finding, study === null ? null : studyIdOf(study), rating);

const rowsOf = ({ findings, reportRows }: Part): number =>
  reportRows + findings.reduce((rows, { ownStudyRow }) => rows + (ownStudyRow ? 2 : 1), 0);

/** As many parts together as have `rowsMax` rows. */
function* batches(all: Iterable<Part>): Generator<Part[]> {
  let batch: Part[] = [];
  let rows = 0;
  for (const part of all) {
    const more = rowsOf(part);
    if (batch.length > 0 && rows + more > rowsMax) {
      yield batch;
      batch = [];
      rows = 0;
    }
    batch.push(part);
    rows += more;
  }
  if (batch.length > 0) yield batch;
}

async function storeBatch(
  run: ImportRun,
  tx: Em,
  tally: Tally,
  staging: Staging,
  batch: readonly Part[],
  kept: { withdrawn: number; edited: number },
): Promise<void> {
  await storeStudiesOf(tx, tally, staging, batch);
  const shelf = await Shelf.read(
    tx,
    batch.map(({ wanted }) => wanted.wwcId),
  );
  const changes: { part: Part; standing: Change }[] = [];
  for (const part of batch) {
    const standing = await shelf.open(part.wanted);
    if (standing.change) changes.push({ part, standing });
    else {
      if (standing.kept && part.last) kept[standing.kept] += 1;
      tally.count(kinds.findings, "unchanged", part.findings.length);
      if (part.last) countSummary(tally, part, "unchanged");
    }
  }
  // The revisions, before the findings that hang on them.
  await tx.flush();
  const present = changes.map(({ part, standing }) => {
    // A run that was stopped may have come further.
    const stored = Math.min(Math.max(standing.stored - part.start, 0), part.findings.length);
    tally.count(kinds.findings, "unchanged", stored);
    return { part, standing, stored };
  });
  const count = await storeFindings(
    tx,
    present.flatMap(({ part: { findings, start }, standing, stored }) =>
      findings.slice(stored).map((finding, at) => ({
        finding: asFinding(finding),
        position: start + stored + at + 1,
        standing,
      })),
    ),
  );
  for (const outcome of ["created", "updated", "unchanged"] as const)
    tally.count(kinds.findings, outcome, count[outcome]);
  const complete = changes.filter(({ part }) => part.last);
  await publishRevisions(
    tx,
    complete.map(({ part: { wanted }, standing }) => ({ standing, terms: wanted.terms })),
    run.at,
  );
  for (const { part, standing } of complete)
    countSummary(tally, part, standing.before === null ? "created" : "updated");
}

function countSummary(tally: Tally, { reportRows }: Part, outcome: Outcome): void {
  tally.count(kinds.summaries, outcome);
  tally.count(kinds.reports, outcome, reportRows);
}

/** The studies of some findings, before the findings: these name them. Counted by the rows that the export gives each. */
async function storeStudiesOf(
  tx: Em,
  tally: Tally,
  staging: Staging,
  batch: readonly Part[],
): Promise<void> {
  const findings = batch.flatMap((part) => part.findings);
  const studies = [...new Set(findings.flatMap(({ study }) => study ?? []))].sort((a, b) => a - b);
  const stored = await storeStudies(tx, staging, studies);
  // The first time tells: afterwards it is there, whoever brought it.
  const outcomes = new Map(
    studies.map((study) => [study, staging.outcomeOf(study, stored.get(study)!)]),
  );
  for (const { study, ownStudyRow } of findings)
    if (ownStudyRow && study !== null) tally.count(kinds.studies, outcomes.get(study)!);
}

function noteKept(run: ImportRun, { withdrawn, edited }: { withdrawn: number; edited: number }) {
  if (withdrawn > 0)
    run.note(
      `Summaries that stand withdrawn or archived here and stay so, because an export does not bring them back: ${withdrawn}. They count as unchanged.`,
    );
  if (edited > 0)
    run.note(
      `Summaries that show a revision written here and keep it: ${edited}. They count as unchanged.`,
    );
}

/** Summaries of an earlier export that this one has not: left as they are. */
async function noteVanished(run: ImportRun, staging: Staging): Promise<void> {
  const present = new Set([...staging.interventions()].map(({ id }) => summaryIdOf(id)));
  const earlier = await run.read((em) =>
    em.execute<{ id: string; slug: string }[]>(
      `select s.id, s.slug from evidence_summary s join summary_revision r on r.id = s.published_revision_id
       where r.source ->> 'name' = ? order by s.slug`,
      [sourceName],
    ),
  );
  const vanished = earlier.filter(({ id }) => !present.has(id)).map(({ slug }) => slug);
  if (vanished.length > 0)
    run.note(
      `Summaries of an earlier export that this one has not, left as they are: ${vanished.slice(0, 10).join(", ")}${vanished.length > 10 ? ` and ${vanished.length - 10} more` : ""}.`,
    );
}
