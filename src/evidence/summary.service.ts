import { type FilterQuery, LockMode } from "@mikro-orm/core";
import { audit } from "../kernel/audit.ts";
import type { Em } from "../kernel/em.ts";
import { forbidden, notFound } from "../kernel/errors.ts";
import { ImportError } from "../kernel/import-error.ts";
import { record } from "../kernel/outbox.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { project, unproject } from "../search/projection.ts";
import { TermIndex } from "../terms/term-slugs.ts";
import { EvidenceSummary, EvidenceSummaryState } from "./evidence-summary.entity.ts";
import { mayWithdrawSummaries, reachableSummaries } from "./evidence.policy.ts";
import { GuidanceReport } from "./guidance-report.entity.ts";
import { RevisionGuidance, RevisionRelated, RevisionTerm } from "./links.entity.ts";
import { Finding } from "./finding.entity.ts";
import { Study } from "./study.entity.ts";
import type { SummaryDraft } from "./summary-file.ts";
import { SummaryRevision } from "./summary-revision.entity.ts";
import { summaryDocument } from "./summary.search.ts";

/** What an import did, in records. */
export interface ImportCount {
  created: number;
  updated: number;
  unchanged: number;
  /** Withdrawn or archived here: a file does not bring them back. */
  kept: number;
}

/**
 * Publishes summaries as they stand in files, all in one transaction. A file whose text has not
 * changed changes nothing; one that has becomes a new revision beside the one before. `coming` are the slugs of
 * summaries that a later call publishes: they may be related to already.
 * Throws, naming file and slug, when a draft names a term, report or summary that does not exist.
 */
export function importSummaries(
  em: Em,
  drafts: readonly SummaryDraft[],
  at: Date,
  coming: ReadonlySet<string> = new Set(),
): Promise<ImportCount> {
  return em.transactional(async (tx) => {
    const count: ImportCount = { created: 0, updated: 0, unchanged: 0, kept: 0 };
    const terms = await TermIndex.read(tx);
    const reports = new Map((await tx.findAll(GuidanceReport)).map((each) => [each.slug, each]));
    const named = new Set(drafts.flatMap(({ slug, related }) => [slug, ...related]));
    // Locked: a withdrawal that commits meanwhile must not be undone.
    const known = await tx.find(
      EvidenceSummary,
      { slug: { $in: [...named] } },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const summaries = new Map(known.map((each) => [each.slug, each]));
    const drafted = new Set(drafts.map(({ slug }) => slug));
    for (const slug of named)
      if (!summaries.has(slug) && (drafted.has(slug) || coming.has(slug)))
        summaries.set(slug, tx.create(EvidenceSummary, { slug }));
    const published = await tx.find(SummaryRevision, {
      id: { $in: [...summaries.values()].flatMap((each) => each.publishedRevisionId ?? []) },
    });
    const revisionBySummary = new Map(published.map((each) => [each.summaryId, each]));

    const numbers = await tx.execute<{ summary: string; last: number }[]>(
      `select summary_id as summary, max(number) as last from summary_revision
       where summary_id in (select jsonb_array_elements_text(?::jsonb)) group by 1`,
      [JSON.stringify(known.map(({ id }) => id))],
    );
    const lastNumbers = new Map(numbers.map(({ summary, last }) => [summary, last]));

    const documents = [];
    for (const draft of drafts) {
      const summary = summaries.get(draft.slug)!;
      const before = revisionBySummary.get(summary.id);
      if (summary.publishedAt !== null && summary.state !== EvidenceSummaryState.PUBLISHED) {
        count.kept += 1;
        continue;
      }
      if (before?.contentHash === draft.contentHash) {
        count.unchanged += 1;
        continue;
      }
      const revision = createRevision(tx, summary, draft, (lastNumbers.get(summary.id) ?? 0) + 1);
      const described = terms.find(draft.terms, draft.slug);
      for (const term of described)
        tx.create(RevisionTerm, { revisionId: revision.id, termId: term.id });
      for (const slug of new Set(draft.related)) {
        const related = summaries.get(slug);
        if (!related)
          throw new ImportError(`${draft.slug}: there is no summary "${slug}" to relate to.`);
        tx.create(RevisionRelated, { revisionId: revision.id, summaryId: related.id });
      }
      for (const slug of new Set(draft.guidance)) {
        const report = reports.get(slug);
        if (!report) throw new ImportError(`${draft.slug}: there is no guidance report "${slug}".`);
        tx.create(RevisionGuidance, { revisionId: revision.id, guidanceId: report.id });
      }
      createFindings(tx, revision, draft);
      summary.publish(revision, at);
      record(tx, "summary.published", summary.id);
      documents.push(summaryDocument(summary, revision, described));
      count[before ? "updated" : "created"] += 1;
    }
    await tx.flush();
    await project(tx, documents);
    return count;
  });
}

function createRevision(
  tx: Em,
  summary: EvidenceSummary,
  draft: SummaryDraft,
  number: number,
): SummaryRevision {
  return tx.create(SummaryRevision, {
    summaryId: summary.id,
    number,
    title: draft.title,
    headline: draft.headline,
    impactMonths: draft.impactMonths ?? null,
    impactMonthsStatus: draft.impactMonthsStatus,
    costBand: draft.costBand ?? null,
    evidenceStrength: draft.evidenceStrength ?? null,
    sections: draft.sections,
    references: draft.references.map((reference) => ({ ...reference, url: reference.url ?? null })),
    source: {
      name: draft.source.name,
      url: draft.source.url ?? null,
      licence: draft.source.licence ?? null,
      retrievedOn: draft.source.retrievedOn ?? null,
      note: draft.source.note ?? null,
    },
    contentHash: draft.contentHash,
    reviewerId: null,
    publishedAt: null,
  });
}

function createFindings(tx: Em, revision: SummaryRevision, draft: SummaryDraft): void {
  let position = 0;
  for (const each of draft.studies) {
    const reference = draft.references.find(({ key }) => key === each.reference);
    const study = tx.create(Study, {
      title: each.title,
      year: each.year ?? null,
      design: each.design ?? null,
      citation: reference?.text ?? null,
      url: reference?.url ?? null,
    });
    for (const finding of each.findings)
      tx.create(Finding, {
        revisionId: revision.id,
        studyId: study.id,
        position: ++position,
        outcome: finding.outcome,
        comparison: finding.comparison ?? null,
        sampleDescription: finding.sampleDescription ?? null,
        sampleSize: finding.sampleSize ?? null,
        effectSize: finding.effectSize ?? null,
        statisticallySignificant: finding.statisticallySignificant ?? null,
      });
  }
}

/** Takes a published summary back: its address keeps the reason, lists and search forget it. */
export function withdrawSummary(em: Em, viewer: Viewer, id: string, reason: string): Promise<void> {
  return em.transactional(async (tx) => {
    const known = { $and: [{ id }, reachableSummaries(viewer)] } as FilterQuery<EvidenceSummary>;
    const summary = await tx.findOne(EvidenceSummary, known, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    if (!summary) throw notFound("evidence summary", id);
    if (!mayWithdrawSummaries(viewer)) throw forbidden("withdraw this summary");
    summary.withdraw(reason, new Date());
    record(tx, "summary.withdrawn", id);
    await audit(tx, viewer, "summary.withdrawn", id);
    await tx.flush();
    await unproject(tx, [id]);
  });
}
