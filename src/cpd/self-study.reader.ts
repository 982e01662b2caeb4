import type { FilterQuery } from "@mikro-orm/core";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import { type SummaryView } from "../evidence/evidence-summary.view.ts";
import { visibleSummaries } from "../evidence/evidence.policy.ts";
import { bySlug } from "../evidence/summary-parts.reader.ts";
import { summariesById } from "../evidence/summary.reader.ts";
import { connectionOf } from "../kernel/connection.ts";
import type { Batch, Context } from "../kernel/context.ts";
import { checkFilter } from "../kernel/input.ts";
import { registerNode } from "../kernel/node.ts";
import type { Order, Page, PageRequest } from "../kernel/paging.ts";
import { relation } from "../kernel/relation-page.ts";
import { listPage, rowBy, rowsById } from "../kernel/rows.ts";
import type { Term, TermScheme } from "../terms/term.entity.ts";
import { describedBy, termsThrough } from "../terms/term.reader.ts";
import {
  SelfStudyEvidence,
  SelfStudyItem,
  type SelfStudySection,
  SelfStudyTerm,
} from "./self-study.entity.ts";
import type { SelfStudyItemFilter } from "./self-study.inputs.ts";
import { visibleSelfStudy } from "./self-study.policy.ts";

/** Module by module, and each in the order in which it is worked through. */
const byModule: Order = {
  name: "module",
  keys: [
    { path: "moduleSlug", type: "text", direction: "asc" },
    { path: "position", type: "integer", direction: "asc" },
    { path: "slug", type: "text", direction: "asc" },
  ],
};

/** Batch: published items by id, without their text. */
export const selfStudyById = rowsById(SelfStudyItem, visibleSelfStudy);

/** The item at an address; null when there is none for this viewer. */
export const selfStudyBySlug = (ctx: Context, slug: string): Promise<SelfStudyItem | null> =>
  rowBy(ctx, SelfStudyItem, { $and: [{ slug }, visibleSelfStudy(ctx.viewer)] });

/** A page of items: one statement, and one more when the total is asked for. */
export function listSelfStudy(
  ctx: Context,
  filter: SelfStudyItemFilter,
  request: PageRequest,
): Promise<Page<SelfStudyItem>> {
  checkFilter(filter);
  const described = (scheme: `${TermScheme}`, slugs: string[] | null | undefined) =>
    describedBy(ctx.em, { entity: SelfStudyTerm, owner: "itemId" }, scheme, slugs);
  const where: object[] = [
    visibleSelfStudy(ctx.viewer),
    described("SUBJECT", filter.subjects),
    described("PHASE", filter.phases),
    described("TOPIC", filter.topics),
    described("KEY_STAGE", filter.keyStages),
    described("PUPIL_GROUP", filter.pupilGroups),
  ];
  if (filter.writtenFor) where.push({ writtenFor: filter.writtenFor });
  if (filter.providerSlug) where.push({ providerId: { slug: filter.providerSlug } });
  if (filter.module) where.push({ moduleSlug: filter.module });
  return listPage(
    ctx,
    SelfStudyItem,
    { $and: where } as FilterQuery<SelfStudyItem>,
    byModule,
    request,
  );
}

/** Batch: the text of items, which lists do not read, by item id. */
export const sectionsOfItem: Batch<SelfStudySection[]> = async ({ em }, ids) => {
  const rows = await em
    .createQueryBuilder(SelfStudyItem)
    .select(["id", "sections"])
    .where({ id: { $in: [...ids] } })
    .execute();
  return new Map(rows.map(({ id, sections }) => [id as string, sections as SelfStudySection[]]));
};

/** Batch: terms of items, by item id. */
export const termsByItem: Batch<Term[]> = ({ em }, ids) =>
  termsThrough(em, { table: "self_study_term", owner: "item_id" }, ids);

/** A page of the items that point to a summary. */
export const selfStudyOfSummary = relation<SelfStudyItem>({
  child: SelfStudyItem,
  link: { table: SelfStudyEvidence, child: "itemId" },
  parent: "summaryId",
  order: byModule,
  visible: visibleSelfStudy as never,
});

/** A page of the items from a provider. */
export const selfStudyOfOrganisation = relation<SelfStudyItem>({
  child: SelfStudyItem,
  parent: "providerId",
  order: byModule,
  visible: visibleSelfStudy as never,
});

/** A page of the summaries that an item points to. */
export const evidenceOfItem = relation<SummaryView>({
  child: EvidenceSummary,
  link: { table: SelfStudyEvidence, child: "summaryId" },
  parent: "itemId",
  order: bySlug,
  visible: visibleSummaries as never,
  byIds: summariesById,
});

export const selfStudy = connectionOf("SelfStudyItem", () => SelfStudyItem);

registerNode({ prefix: "selfstudy", typeName: "SelfStudyItem", byIds: selfStudyById });
