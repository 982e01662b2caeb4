import { connectionOf } from "../kernel/connection.ts";
import type { Batch, Context } from "../kernel/context.ts";
import { registerNode } from "../kernel/node.ts";
import type { Order } from "../kernel/paging.ts";
import { relation } from "../kernel/relation-page.ts";
import { rowsById } from "../kernel/rows.ts";
import type { Term } from "../terms/term.entity.ts";
import { termsThrough } from "../terms/term.reader.ts";
import type { SummaryView } from "./evidence-summary.view.ts";
import { visibleFindings, visibleSummaries } from "./evidence.policy.ts";
import { EvidenceSummary } from "./evidence-summary.entity.ts";
import { GuidanceReport } from "./guidance-report.entity.ts";
import { RevisionGuidance, RevisionRelated } from "./links.entity.ts";
import { Finding } from "./finding.entity.ts";
import { Study } from "./study.entity.ts";
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

const byPlace: Order = {
  name: "place",
  keys: [
    { path: "position", type: "integer", direction: "asc" },
    { path: "id", type: "text", direction: "asc" },
  ],
};

const findingsById = rowsById(Finding, visibleFindings);

/** A page of the findings of a revision, in its own order. */
export const findingsOf = relation<Finding>({
  child: Finding,
  parent: "revisionId",
  order: byPlace,
  visible: visibleFindings as never,
});

/** Batch: studies by id. Studies are published works: public facts. */
export const studiesById = rowsById(Study);

/** Order of summaries under a parent: by address, which is the title in small letters. */
export const bySlug = {
  name: "slug",
  keys: [{ path: "slug", type: "text" as const, direction: "asc" as const }],
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

/** A page of the summaries whose revision, as it is shown, points to a guidance report. */
export const summariesOfGuidance = relation<SummaryView>({
  child: EvidenceSummary,
  link: { table: RevisionGuidance, child: "revisionId", childKey: "shownRevisionId" },
  parent: "guidanceId",
  order: bySlug,
  visible: visibleSummaries as never,
  byIds: summariesById,
});

/** A page of what a study found, of what is before readers. */
export const findingsOfStudy = relation<Finding>({
  child: Finding,
  parent: "studyId",
  order: byPlace,
  visible: visibleFindings as never,
});

export const findings = connectionOf("Finding", () => Finding);

registerNode({ prefix: "finding", typeName: "Finding", byIds: findingsById });
registerNode({ prefix: "study", typeName: "Study", byIds: studiesById });
registerNode({ prefix: "guidance", typeName: "GuidanceReport", byIds: rowsById(GuidanceReport) });
