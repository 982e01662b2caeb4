import { LockMode } from "@mikro-orm/core";
import type { Em } from "../kernel/em.ts";
import { markdownToText } from "../kernel/markdown.ts";
import type { SearchDraft } from "../search/projection.ts";
import { ContentKind } from "../search/searchable.ts";
import type { Term } from "../terms/term.entity.ts";
import { termsThrough } from "../terms/term.reader.ts";
import { searchFacets } from "../terms/term.search.ts";
import {
  EvidenceSummary,
  EvidenceSummaryState,
  unpublishedStates,
} from "./evidence-summary.entity.ts";
import { audienceOfSummary } from "./evidence.policy.ts";
import { SummaryRevision } from "./summary-revision.entity.ts";

/** What search knows of a summary, published or not: its audience says who finds it. */
export const summaryDocument = (
  summary: EvidenceSummary,
  revision: SummaryRevision,
  terms: readonly Term[],
): SearchDraft => ({
  id: summary.id,
  kind: ContentKind.EVIDENCE_SUMMARY,
  title: revision.title,
  headline: revision.headline,
  parts: revision.sections.map(({ heading, markdown }) => ({
    field: heading,
    text: markdownToText(markdown),
  })),
  ...searchFacets(terms),
  costBand: revision.costBand,
  evidenceStrength: revision.evidenceStrength,
  impactMonths: revision.impactMonths,
  audience: audienceOfSummary(summary),
  publishedAt: summary.publishedAt,
  updatedAt: summary.updatedAt,
});

/** Search documents of summaries that lists show to anyone, after an id, in order of id: what reindexing writes. Locked, so that no write in between is overwritten. */
export async function summaryDocumentsAfter(
  em: Em,
  after: string,
  limit: number,
): Promise<SearchDraft[]> {
  const summaries = await em.find(
    EvidenceSummary,
    {
      id: { $gt: after },
      state: { $in: [EvidenceSummaryState.PUBLISHED, ...unpublishedStates] },
      // A name that is kept for a summary to come has nothing to be found by.
      shownRevisionId: { $ne: null },
    },
    { orderBy: { id: "asc" }, limit, lockMode: LockMode.PESSIMISTIC_READ },
  );
  const revisionIds = summaries.flatMap(({ shownRevisionId }) => shownRevisionId ?? []);
  const revisions = await em.find(SummaryRevision, { id: { $in: revisionIds } });
  const bySummary = new Map(revisions.map((revision) => [revision.summaryId, revision]));
  const terms = await termsThrough(
    em,
    { table: "revision_term", owner: "revision_id" },
    revisionIds,
  );
  return summaries.flatMap((summary) => {
    const revision = bySummary.get(summary.id);
    return revision ? [summaryDocument(summary, revision, terms.get(revision.id) ?? [])] : [];
  });
}
