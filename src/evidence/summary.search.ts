import { markdownToText } from "../kernel/markdown.ts";
import type { SearchDraft } from "../search/projection.ts";
import { ContentKind } from "../search/searchable.ts";
import type { Term } from "../terms/term.entity.ts";
import { searchFacets } from "../terms/term.search.ts";
import type { EvidenceSummary } from "./evidence-summary.entity.ts";
import type { SummaryRevision } from "./summary-revision.entity.ts";

/** What search knows of a published summary. Public: everyone finds it. */
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
  audience: ["public"],
  publishedAt: summary.publishedAt,
  updatedAt: summary.updatedAt,
});
