import { connectionOf } from "../kernel/connection.ts";
import type { Batch, Context } from "../kernel/context.ts";
import { registerNode } from "../kernel/node.ts";
import { relation } from "../kernel/relation-page.ts";
import { rowsById } from "../kernel/rows.ts";
import type { Term } from "../terms/term.entity.ts";
import { termsThrough } from "../terms/term.reader.ts";
import type { SummaryView } from "./evidence-summary.view.ts";
import { reachableSummaries, visibleSummaries } from "./evidence.policy.ts";
import { EvidenceSummary } from "./evidence-summary.entity.ts";
import { GuidanceReport } from "./guidance-report.entity.ts";
import { RevisionGuidance, RevisionRelated } from "./links.entity.ts";
import { Finding, Study } from "./study.entity.ts";
import { type Reference, type Section, SummaryRevision } from "./summary-revision.entity.ts";
import { summariesById } from "./summary.reader.ts";

/** The long texts of a revision, which lists do not read. */
export interface RevisionText {
  readonly id: string;
  readonly sections: Section[];
  readonly references: Reference[];
}

/** Batch: the long texts of revisions, by revision id. */
export const revisionTexts: Batch<RevisionText> = async ({ em }, ids) => {
  const rows = await em
    .createQueryBuilder(SummaryRevision)
    .select(["id", "sections", "references"])
    .where({ id: { $in: [...ids] } })
    .execute();
  return new Map((rows as RevisionText[]).map((row) => [row.id, row]));
};

/** Batch: terms of revisions, by revision id. */
export const termsByRevision: Batch<Term[]> = ({ em }, ids) =>
  termsThrough(em, { table: "revision_term", owner: "revision_id" }, ids);

/** A page of the findings of a revision, in its own order. */
export const findingsOf = relation<Finding>({
  child: Finding,
  parent: "revisionId",
  order: {
    name: "place",
    keys: [
      { path: "position", direction: "asc" },
      { path: "id", direction: "asc" },
    ],
  },
  visible: () => ({}),
  byIds: rowsById(Finding, visibleFindings),
});

/** A finding is as visible as the summary whose published revision it belongs to. */
function visibleFindings(viewer: Parameters<typeof visibleSummaries>[0]) {
  return { revisionId: { summaryId: reachableSummaries(viewer) } } as never;
}

/** Batch: studies by id. Studies are published works: public facts. */
export const studiesById = rowsById(Study);

/** Order of summaries under a parent: by address, which is the title in small letters. */
export const bySlug = {
  name: "slug",
  keys: [{ path: "slug", direction: "asc" as const }],
};

/** A page of the summaries that a revision names as related. */
export const relatedOf = relation<SummaryView>({
  child: EvidenceSummary,
  link: { table: RevisionRelated, child: "summaryId" },
  parent: "revisionId",
  order: bySlug,
  visible: visibleSummaries as never,
  byIds: summariesById,
});

/** Batch: guidance reports of revisions, newest first, by revision id. */
export const guidanceByRevision: Batch<GuidanceReport[]> = async (ctx: Context, ids) => {
  const links = (await ctx.em
    .createQueryBuilder(RevisionGuidance)
    .where({ revisionId: { $in: [...ids] } })
    .execute()) as RevisionGuidance[];
  const reports = (await ctx.em
    .createQueryBuilder(GuidanceReport)
    .where({ id: { $in: links.map(({ guidanceId }) => guidanceId) } })
    .orderBy([{ year: "desc nulls last" }, { title: "asc" }])
    .execute()) as GuidanceReport[];
  return new Map(
    ids.map((id) => {
      const named = new Set(
        links.filter(({ revisionId }) => revisionId === id).map((link) => link.guidanceId),
      );
      return [id, reports.filter((report) => named.has(report.id))];
    }),
  );
};

export const findings = connectionOf("Finding", () => Finding);

registerNode({ prefix: "finding", typeName: "Finding", byIds: rowsById(Finding, visibleFindings) });
registerNode({ prefix: "study", typeName: "Study", byIds: studiesById });
registerNode({ prefix: "guidance", typeName: "GuidanceReport", byIds: rowsById(GuidanceReport) });
