import { type FilterQuery, raw } from "@mikro-orm/core";
import { hasRole, type Viewer } from "../kernel/viewer.ts";
import type { Finding } from "./finding.entity.ts";
import { type EvidenceSummary, EvidenceSummaryState } from "./evidence-summary.entity.ts";

/** The summaries that lists, relations, counts and search start from: what is public now, for everyone. */
export const visibleSummaries = (_viewer: Viewer): FilterQuery<EvidenceSummary> => ({
  state: EvidenceSummaryState.PUBLISHED,
});

/** What an address or an id still leads to: also what was once public, as an archive page or a tombstone. */
export const reachableSummaries = (viewer: Viewer): FilterQuery<EvidenceSummary> => ({
  $or: [
    visibleSummaries(viewer),
    {
      state: { $in: [EvidenceSummaryState.ARCHIVED, EvidenceSummaryState.WITHDRAWN] },
      publishedAt: { $ne: null },
    },
  ],
});

/** A finding exists while its own revision is before readers: not in a draft, not once replaced, not behind a tombstone. */
export const visibleFindings = (_viewer: Viewer): FilterQuery<Finding> => ({
  [raw(
    (finding) => `exists (select from evidence_summary as shown
      where shown.published_revision_id = ${finding}.revision_id and shown.state in ('PUBLISHED', 'ARCHIVED'))`,
  )]: true,
});

/** Whether the viewer may take this summary back. */
export const canWithdrawSummary = (viewer: Viewer, summary: EvidenceSummary): boolean =>
  summary.state === EvidenceSummaryState.PUBLISHED && hasRole(viewer, "PUBLISHER", "ADMINISTRATOR");
