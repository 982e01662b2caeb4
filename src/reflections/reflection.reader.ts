import type { FilterQuery } from "@mikro-orm/core";
import { SessionTerm } from "../cpd/cpd-session.entity.ts";
import { visibleSessions } from "../cpd/cpd-session.policy.ts";
import { reachableSummaries, visibleSummaries } from "../evidence/evidence.policy.ts";
import { RevisionTerm } from "../evidence/links.entity.ts";
import { connectionOf } from "../kernel/connection.ts";
import type { Context } from "../kernel/context.ts";
import { checkFilter } from "../kernel/input.ts";
import { registerNode } from "../kernel/node.ts";
import type { Order, Page, PageRequest } from "../kernel/paging.ts";
import { relation } from "../kernel/relation-page.ts";
import { listPage, rowsById } from "../kernel/rows.ts";
import type { TermScheme } from "../terms/term.entity.ts";
import { describedBy } from "../terms/term.reader.ts";
import type { ReflectionFilter } from "./reflection.inputs.ts";
import { Reflection } from "./reflection.entity.ts";
import { visibleReflections } from "./reflection.policy.ts";

const newestFirst: Order = {
  name: "newest",
  keys: [
    { path: "createdAt", type: "moment", direction: "desc" },
    { path: "id", type: "text", direction: "asc" },
  ],
};

/** Batch: reflections by id, of those the viewer may see. */
export const reflectionsById = rowsById(Reflection, visibleReflections);

/**
 * A reflection is described by the terms of what it is about. Of a summary that has been withdrawn nothing is passed on,
 * its terms neither.
 */
function aboutDescribed(
  { em, viewer }: Context,
  scheme: `${TermScheme}`,
  slugs: readonly string[] | null | undefined,
): object {
  const revision = describedBy(em, { entity: RevisionTerm, owner: "revisionId" }, scheme, slugs);
  const session = describedBy(em, { entity: SessionTerm, owner: "sessionId" }, scheme, slugs);
  if (!revision.id) return {};
  const ofRevision = { shownRevisionId: revision.id };
  return {
    $or: [
      { summaryId: { $and: [visibleSummaries(viewer), ofRevision] } },
      { sessionId: { $and: [visibleSessions(viewer), session] } },
    ],
  };
}

/** A page of reflections, newest first: one statement, and one more when the total is asked for. */
export function listReflections(
  ctx: Context,
  filter: ReflectionFilter,
  request: PageRequest,
): Promise<Page<Reflection>> {
  checkFilter(filter);
  const where: object[] = [
    visibleReflections(ctx.viewer),
    aboutDescribed(ctx, "TOPIC", filter.topics),
    aboutDescribed(ctx, "SUBJECT", filter.subjects),
    aboutDescribed(ctx, "PHASE", filter.phases),
    aboutDescribed(ctx, "KEY_STAGE", filter.keyStages),
    aboutDescribed(ctx, "PUPIL_GROUP", filter.pupilGroups),
  ];
  // Else the slug of what is not for this viewer would lead to what is written about it.
  if (filter.evidenceSlug)
    where.push({
      summaryId: { $and: [{ slug: filter.evidenceSlug }, reachableSummaries(ctx.viewer)] },
    });
  if (filter.cpdSessionSlug)
    where.push({
      sessionId: { $and: [{ slug: filter.cpdSessionSlug }, visibleSessions(ctx.viewer)] },
    });
  if (filter.schoolUrn !== undefined && filter.schoolUrn !== null)
    where.push({ schoolId: { urn: filter.schoolUrn } });
  return listPage(
    ctx,
    Reflection,
    { $and: where } as FilterQuery<Reflection>,
    newestFirst,
    request,
  );
}

const reflectionsOf = (parent: "summaryId" | "sessionId" | "schoolId" | "authorId") =>
  relation<Reflection>({
    child: Reflection,
    parent,
    order: newestFirst,
    visible: visibleReflections as never,
  });

/** A page of the reflections about a summary. */
export const reflectionsOfSummary = reflectionsOf("summaryId");
/** A page of the reflections about a session. */
export const reflectionsOfSession = reflectionsOf("sessionId");
/** A page of the reflections from a school. */
export const reflectionsOfSchool = reflectionsOf("schoolId");

/** A page of the reflections a person wrote, of those the viewer may read. */
export const reflectionsOfPerson = reflectionsOf("authorId");

export const reflections = connectionOf("Reflection", () => Reflection);

registerNode({ prefix: "reflection", typeName: "Reflection", byIds: reflectionsById });
