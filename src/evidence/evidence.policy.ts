import { type FilterQuery, raw } from "@mikro-orm/core";
import { readsUnpublished, unpublishedFor } from "../kernel/unpublished.ts";
import { hasRole, type Viewer } from "../kernel/viewer.ts";
import { registerGroundToSee } from "../people/people.policy.ts";
import { publicAudience, unpublishedAudience } from "../search/audience.ts";
import {
  type EvidenceSummary,
  EvidenceSummaryState,
  unpublishedStates,
} from "./evidence-summary.entity.ts";
import type { Finding } from "./finding.entity.ts";

/**
 * The summaries that lists, relations, counts and search start from: what is public now, for everyone; what is not yet
 * published, for its author, reviewers and publishers.
 */
export function visibleSummaries(viewer: Viewer): FilterQuery<EvidenceSummary> {
  const published = { state: EvidenceSummaryState.PUBLISHED };
  const among = unpublishedFor(viewer, "authorId");
  if (among === null) return published;
  return { $or: [published, { state: { $in: [...unpublishedStates] }, ...among }] };
}

/** The same rule as tokens of a search document; none for what lists do not show to anyone. */
export function audienceOfSummary({ state, authorId }: EvidenceSummary): string[] {
  if (state === EvidenceSummaryState.PUBLISHED) return [publicAudience];
  return unpublishedStates.includes(state) ? unpublishedAudience(authorId) : [];
}

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

const listed = (states: readonly EvidenceSummaryState[]): string =>
  states.map((state) => `'${state}'`).join(", ");

/**
 * A finding exists while its own revision is what the viewer is shown of its summary: not in a draft that is not theirs to
 * read, not once replaced, not behind a tombstone.
 */
export function visibleFindings(viewer: Viewer): FilterQuery<Finding> {
  const shown = [EvidenceSummaryState.PUBLISHED, EvidenceSummaryState.ARCHIVED];
  if (readsUnpublished(viewer)) shown.push(...unpublishedStates);
  const author = viewer.kind === "person" ? [viewer.personId] : [];
  const own = author.map(() => `or s.author_id = ? and s.state in (${listed(unpublishedStates)})`);
  return {
    [raw(
      (finding) => `exists (select from evidence_summary as s
        where s.shown_revision_id = ${finding}.revision_id and (s.state in (${listed(shown)}) ${own.join("")}))`,
      author,
    )]: true,
  };
}

registerGroundToSee((viewer) => ({
  sql: (person) =>
    `exists (select from evidence_summary s where s.author_id = ${person}.id and s.state in (${listed(
      [
        EvidenceSummaryState.PUBLISHED,
        EvidenceSummaryState.ARCHIVED,
        ...(readsUnpublished(viewer) ? unpublishedStates : []),
      ],
    )}))`,
  params: [],
}));

type Acted = Pick<EvidenceSummary, "state" | "authorId">;

const isAuthor = (viewer: Viewer, { authorId }: Acted): boolean =>
  viewer.kind === "person" && viewer.personId === authorId;

/** Whether the viewer may change what it says: its author and publishers, unless it lies with a reviewer or is no longer kept up. */
export const canUpdateSummary = (viewer: Viewer, summary: Acted): boolean =>
  [
    EvidenceSummaryState.DRAFT,
    EvidenceSummaryState.CHANGES_REQUESTED,
    EvidenceSummaryState.PUBLISHED,
  ].includes(summary.state) &&
  (isAuthor(viewer, summary) || hasRole(viewer, "PUBLISHER"));

/** Whether the viewer may approve it or ask for changes: nobody approves their own work. */
export const canReviewSummary = (viewer: Viewer, summary: Acted): boolean =>
  summary.state === EvidenceSummaryState.IN_REVIEW &&
  hasRole(viewer, "REVIEWER") &&
  !isAuthor(viewer, summary);

/** Whether the viewer may put it before readers. */
export const canPublishSummary = (viewer: Viewer, summary: Acted): boolean =>
  summary.state === EvidenceSummaryState.APPROVED && hasRole(viewer, "PUBLISHER");

/** Whether the viewer's role lets them take summaries back; whether this one can be is the record's own rule. */
export const mayWithdrawSummaries = (viewer: Viewer): boolean =>
  hasRole(viewer, "PUBLISHER", "ADMINISTRATOR");

/** Whether the viewer may take this summary back: one that is public. */
export const canWithdrawSummary = (viewer: Viewer, summary: Acted): boolean =>
  mayWithdrawSummaries(viewer) &&
  [EvidenceSummaryState.PUBLISHED, EvidenceSummaryState.ARCHIVED].includes(summary.state);
