import type { FilterQuery } from "@mikro-orm/core";
import { type Compiled, compiled, toRows } from "../kernel/compiled.ts";
import { connectionOf } from "../kernel/connection.ts";
import type { Batch, Context } from "../kernel/context.ts";
import type { Em } from "../kernel/em.ts";
import { checkFilter, checkRange } from "../kernel/input.ts";
import { registerNode } from "../kernel/node.ts";
import {
  afterCursor,
  cursorBy,
  type Order,
  orderBy,
  type OrderKey,
  type Page,
  type PageRequest,
  toPage,
} from "../kernel/paging.ts";
import { ContentKind } from "../search/searchable.ts";
import type { TermScheme } from "../terms/term.entity.ts";
import { describedBy } from "../terms/term.reader.ts";
import { EvidenceSummary, EvidenceSummaryState } from "./evidence-summary.entity.ts";
import { costEffectivenessKeys } from "./cost-effectiveness.ts";
import { SummaryView } from "./evidence-summary.view.ts";
import { reachableSummaries, visibleSummaries } from "./evidence.policy.ts";
import { type EvidenceSummaryFilter, type EvidenceSummarySort } from "./evidence.inputs.ts";
import { RevisionTerm } from "./links.entity.ts";
import { ImpactMonthsStatus, type SourceRecord } from "./summary-revision.entity.ts";

/** What lists show of a revision; its long texts are read only where a client asks for them. */
const shownOfRevision = [
  "title",
  "headline",
  "impactMonths",
  "impactMonthsStatus",
  "costBand",
  "evidenceStrength",
  "source",
  "reviewerId",
] as const;

/** Identity and the revision that is shown side by side. */
const summariesWithRevision = (em: Em, where: FilterQuery<EvidenceSummary>) =>
  em
    .createQueryBuilder(EvidenceSummary, "s")
    .select("s.*")
    .innerJoinAndSelect("s.shownRevisionId" as never, "r", {}, shownOfRevision as never)
    .where(where as never);

/** The revision comes with the names of its columns, behind its alias. */
type JoinedRow = EvidenceSummary & {
  r__title: string;
  r__headline: string;
  r__impact_months: number | null;
  r__impact_months_status: ImpactMonthsStatus;
  r__cost_band: number | null;
  r__evidence_strength: number | null;
  r__source: SourceRecord;
  r__reviewer_id: string | null;
};

/** Runs a statement that is made of `summariesWithRevision`. */
async function readViews(ctx: Context, { sql, params }: Compiled): Promise<SummaryView[]> {
  const found = await ctx.em.execute<object[]>(sql, [...params]);
  return toRows(ctx.em, EvidenceSummary, found).map((row) => toView(ctx, row as JoinedRow));
}

function toView(ctx: Context, row: JoinedRow): SummaryView {
  const withdrawn = row.state === EvidenceSummaryState.WITHDRAWN;
  return {
    id: row.id,
    slug: row.slug,
    kind: ContentKind.EVIDENCE_SUMMARY,
    url: ctx.url(`/evidence/${row.slug}`),
    state: row.state,
    title: row.r__title,
    headline: withdrawn ? "" : row.r__headline,
    impactMonths: withdrawn ? null : row.r__impact_months,
    impactMonthsStatus: withdrawn
      ? ImpactMonthsStatus.NOT_RATED_IN_MONTHS
      : row.r__impact_months_status,
    costBand: withdrawn ? null : row.r__cost_band,
    evidenceStrength: withdrawn ? null : row.r__evidence_strength,
    source: row.r__source,
    withdrawal: withdrawn
      ? { reason: row.withdrawalReason ?? "", withdrawnAt: row.withdrawnAt ?? row.updatedAt }
      : null,
    publishedAt: row.publishedAt,
    updatedAt: row.updatedAt,
    revisionId: withdrawn ? null : row.shownRevisionId,
    reviewed: row.r__reviewer_id !== null,
    authorId: withdrawn ? null : row.authorId,
  };
}

const byIds =
  (policy: typeof visibleSummaries): Batch<SummaryView> =>
  async (ctx, ids) => {
    const where = policy(ctx.viewer);
    const from = compiled(ctx.em, ["summaries", where], () => summariesWithRevision(ctx.em, where));
    const views = await readViews(ctx, {
      sql: `select * from (${from.sql}) as shown where id in (${ids.map(() => "?").join(", ")})`,
      params: [...from.params, ...ids],
    });
    return new Map(views.map((view) => [view.id, view]));
  };

/** Batch: summaries that lists and relations may show, by id. */
export const summariesById = byIds(visibleSummaries);

/** Batch: summaries an id leads to, tombstones included. */
export const reachableSummariesById = byIds(reachableSummaries);

/** The summary at an address, tombstones included; null when there is none for this viewer. */
export async function summaryBySlug(ctx: Context, slug: string): Promise<SummaryView | null> {
  const where = reachableSummaries(ctx.viewer);
  const from = compiled(ctx.em, ["summaries", where], () => summariesWithRevision(ctx.em, where));
  const [view] = await readViews(ctx, {
    sql: `select * from (${from.sql}) as shown where slug = ?`,
    params: [...from.params, slug],
  });
  return view ?? null;
}

const last: OrderKey = { path: "id", type: "text", direction: "asc" };
const revision = (property: string) => `shownRevisionId.${property}`;
const title: OrderKey = { path: revision("title"), type: "text", direction: "asc" };
const figure = (property: string, direction: OrderKey["direction"]): OrderKey => ({
  path: revision(property),
  type: "integer",
  direction,
  nullable: true,
});
const months = figure("impactMonths", "desc");
const padlocks = figure("evidenceStrength", "desc");
const cost = figure("costBand", "asc");
const orders: Record<EvidenceSummarySort, Order> = {
  TITLE: { name: "title", keys: [title, last] },
  NEWEST: {
    name: "newest",
    keys: [{ path: "publishedAt", type: "moment", direction: "desc", nullable: true }, last],
  },
  UPDATED: {
    name: "updated",
    keys: [{ path: "updatedAt", type: "moment", direction: "desc" }, last],
  },
  // Figures are few and ties many: the other figures decide, then the title.
  IMPACT: { name: "impact", keys: [months, padlocks, cost, title, last] },
  EVIDENCE_STRENGTH: { name: "strength", keys: [padlocks, months, cost, title, last] },
  COST: { name: "cost", keys: [cost, months, padlocks, title, last] },
  COST_EFFECTIVENESS: {
    name: "cost-effectiveness",
    keys: [...costEffectivenessKeys, months, cost, padlocks, title, last],
  },
};

/** A page of the summaries that the viewer may see: one statement, and one more when the total is asked for. */
export async function listSummaries(
  ctx: Context,
  filter: EvidenceSummaryFilter,
  sort: EvidenceSummarySort,
  request: PageRequest,
): Promise<Page<SummaryView>> {
  checkFilter(filter);
  checkRange(filter.costBandMax, "filter.costBandMax", 1, 5);
  checkRange(filter.evidenceStrengthMin, "filter.evidenceStrengthMin", 0, 5);
  const order = orders[sort];
  const where = { $and: [visibleSummaries(ctx.viewer), ...filterConditions(ctx.em, filter)] };
  const parts = ["list of summaries", where, sort, request.first, request.after];
  const page = compiled(ctx.em, parts, () =>
    summariesWithRevision(ctx.em, {
      $and: [where, afterCursor(order, request.after)],
    } as FilterQuery<EvidenceSummary>)
      .orderBy(orderBy(order) as never)
      .limit(request.first + 1),
  );
  return toPage(await readViews(ctx, page), request, cursorBy<SummaryView>(order), () =>
    summariesWithRevision(ctx.em, where as FilterQuery<EvidenceSummary>).getCount(),
  );
}

function filterConditions(em: Em, filter: EvidenceSummaryFilter): object[] {
  const described = (scheme: `${TermScheme}`, slugs: string[] | null | undefined) => {
    const { id } = describedBy(em, { entity: RevisionTerm, owner: "revisionId" }, scheme, slugs);
    return id ? { shownRevisionId: id } : {};
  };
  const rated = (property: string, operator: string, value: unknown): object[] =>
    value === null || value === undefined
      ? []
      : [{ shownRevisionId: { [property]: { [operator]: value } } }];
  return [
    described("TOPIC", filter.topics),
    described("SUBJECT", filter.subjects),
    described("PHASE", filter.phases),
    described("KEY_STAGE", filter.keyStages),
    described("PUPIL_GROUP", filter.pupilGroups),
    ...rated("costBand", "$lte", filter.costBandMax),
    ...rated("evidenceStrength", "$gte", filter.evidenceStrengthMin),
    ...rated("impactMonths", "$gte", filter.impactMonthsMin),
    ...(filter.impactMonthsStatuses?.length
      ? rated("impactMonthsStatus", "$in", filter.impactMonthsStatuses)
      : []),
    ...(filter.slugs?.length ? [{ slug: { $in: filter.slugs } }] : []),
    ...(filter.updatedAfter ? [{ updatedAt: { $gte: filter.updatedAfter } }] : []),
  ];
}

export const summaries = connectionOf("EvidenceSummary", () => SummaryView);

registerNode({ prefix: "summary", typeName: "EvidenceSummary", byIds: reachableSummariesById });
