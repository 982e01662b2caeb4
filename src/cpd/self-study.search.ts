import { LockMode } from "@mikro-orm/core";
import type { Em } from "../kernel/em.ts";
import { markdownToText } from "../kernel/markdown.ts";
import { Organisation } from "../people/organisation.entity.ts";
import type { SearchDraft } from "../search/projection.ts";
import { ContentKind } from "../search/searchable.ts";
import { termsThrough } from "../terms/term.reader.ts";
import { searchFacets, withKeywords } from "../terms/term.search.ts";
import { type SelfStudyAudience, SelfStudyItem } from "./self-study.entity.ts";
import { audienceOfSelfStudy } from "./self-study.policy.ts";

/** What teachers who look for an item call those it is for. */
const audienceWords: Readonly<Record<SelfStudyAudience, readonly string[]>> = {
  EARLY_CAREER_TEACHER: ["early career teacher", "ECT", "NQT"],
  MENTOR: ["mentor", "mentoring early career teachers"],
  INDUCTION_TUTOR: ["induction tutor", "induction lead"],
};

/**
 * What search knows of items, published or not: their audience says who finds them. The place in the programme is left out: hundreds of
 * titles with "year 1" and "week 3" would bury what is about year 1.
 */
export async function selfStudyDocuments(
  em: Em,
  items: readonly SelfStudyItem[],
): Promise<SearchDraft[]> {
  const ids = items.map(({ id }) => id);
  const terms = await termsThrough(em, { table: "self_study_term", owner: "item_id" }, ids);
  const providers = await em
    .createQueryBuilder(Organisation)
    .select(["id", "name"])
    .where({ id: { $in: [...new Set(items.map(({ providerId }) => providerId))] } })
    .execute();
  const names = new Map(providers.map(({ id, name }) => [id as string, name as string]));
  return items.map((item) => ({
    id: item.id,
    kind: ContentKind.SELF_STUDY,
    title: item.name,
    headline: item.headline,
    parts: item.sections.map(({ heading, markdown }) => ({
      field: heading,
      text: markdownToText(markdown),
    })),
    ...withKeywords(searchFacets(terms.get(item.id) ?? []), [
      "self-study",
      "training",
      item.programme,
      item.module,
      names.get(item.providerId) ?? "",
      ...(item.writtenFor ? audienceWords[item.writtenFor] : []),
    ]),
    costBand: null,
    evidenceStrength: null,
    impactMonths: null,
    audience: audienceOfSelfStudy(item),
    publishedAt: item.publishedAt,
    updatedAt: item.updatedAt,
  }));
}

/** Search documents of items after an id, in order of id: what reindexing writes. Locked, so that no write in between is overwritten. */
export async function selfStudyDocumentsAfter(
  em: Em,
  after: string,
  limit: number,
): Promise<SearchDraft[]> {
  const items = await em.find(
    SelfStudyItem,
    { id: { $gt: after } },
    {
      orderBy: { id: "asc" },
      limit,
      lockMode: LockMode.PESSIMISTIC_READ,
      populate: ["sections"],
    },
  );
  return selfStudyDocuments(em, items);
}
