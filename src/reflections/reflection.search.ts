import { LockMode } from "@mikro-orm/core";
import { CpdSession } from "../cpd/cpd-session.entity.ts";
import { visibleSessions } from "../cpd/cpd-session.policy.ts";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import { visibleSummaries } from "../evidence/evidence.policy.ts";
import type { Em } from "../kernel/em.ts";
import { anonymous } from "../kernel/viewer.ts";
import type { SearchDraft } from "../search/projection.ts";
import { ContentKind } from "../search/searchable.ts";
import type { Term } from "../terms/term.entity.ts";
import { termsThrough } from "../terms/term.reader.ts";
import { searchFacets, withKeywords } from "../terms/term.search.ts";
import { Reflection, ReflectionVisibility } from "./reflection.entity.ts";
import { audienceOfReflection } from "./reflection.policy.ts";

/** What search knows of a reflection. It is described by the terms of what it is about. */
const reflectionDocument = (reflection: Reflection, terms: readonly Term[]): SearchDraft => ({
  id: reflection.id,
  kind: ContentKind.REFLECTION,
  title: reflection.title,
  headline: "",
  parts: [
    { field: "Context", text: reflection.context },
    { field: "What I tried", text: reflection.tried },
    { field: "What happened", text: reflection.happened },
    ...(reflection.next ? [{ field: "What next", text: reflection.next }] : []),
  ],
  ...withKeywords(searchFacets(terms), ["teacher reflection", "experience"]),
  costBand: null,
  evidenceStrength: null,
  impactMonths: null,
  audience: audienceOfReflection(reflection),
  publishedAt: reflection.publishedAt,
  updatedAt: reflection.updatedAt,
});

/** What is left of a deleted one is private and nobody's: it is not for search. */
export const ofSomebody = {
  $or: [{ visibility: { $ne: ReflectionVisibility.PRIVATE } }, { authorId: { $ne: null } }],
};

/** Search documents of reflections after an id, in order of id: what reindexing writes. Locked, so that no write in between is overwritten. */
export async function reflectionDocumentsAfter(
  em: Em,
  after: string,
  limit: number,
): Promise<SearchDraft[]> {
  const reflections = await em.find(
    Reflection,
    { id: { $gt: after }, ...ofSomebody },
    { orderBy: { id: "asc" }, limit, lockMode: LockMode.PESSIMISTIC_READ },
  );
  return reflectionDocuments(em, reflections);
}

/** The documents of these reflections, with the terms of the summaries and sessions they are about. */
export async function reflectionDocuments(
  em: Em,
  reflections: readonly Reflection[],
): Promise<SearchDraft[]> {
  // Of a summary that has been withdrawn, or of what is not public yet, nothing is passed on, its terms neither.
  const summaries = await em.find(EvidenceSummary, {
    $and: [
      { id: { $in: reflections.flatMap(({ summaryId }) => summaryId ?? []) } },
      visibleSummaries(anonymous),
    ],
  });
  const revisionOf = new Map(summaries.map((each) => [each.id, each.publishedRevisionId ?? ""]));
  const ofRevisions = await termsThrough(em, { table: "revision_term", owner: "revision_id" }, [
    ...revisionOf.values(),
  ]);
  const sessions = await em.find(CpdSession, {
    $and: [
      { id: { $in: reflections.flatMap(({ sessionId }) => sessionId ?? []) } },
      visibleSessions(anonymous),
    ],
  });
  const ofSessions = await termsThrough(
    em,
    { table: "session_term", owner: "session_id" },
    sessions.map(({ id }) => id),
  );
  return reflections.map((reflection) => {
    const terms =
      reflection.summaryId !== null
        ? ofRevisions.get(revisionOf.get(reflection.summaryId) ?? "")
        : ofSessions.get(reflection.sessionId ?? "");
    return reflectionDocument(reflection, terms ?? []);
  });
}
