import type { FilterQuery } from "@mikro-orm/core";
import { hasRole, type Viewer } from "../kernel/viewer.ts";
import { registerGroundToSee } from "../people/people.policy.ts";
import {
  personAudience,
  publicAudience,
  roleAudience,
  schoolAudience,
} from "../search/audience.ts";
import {
  type Reflection,
  ReflectionModeration,
  ReflectionVisibility,
} from "./reflection.entity.ts";

/** Who decides about what is to become public. */
const moderator = "PUBLISHER";

/**
 * The reflections that exist for a viewer: public ones, those shared with the viewer's own school, the viewer's own, and
 * for a moderator what waits for one. A private one is its author's alone: not even an administrator reads it.
 */
export function visibleReflections(viewer: Viewer): FilterQuery<Reflection> {
  const accepted = { visibility: ReflectionVisibility.PUBLIC };
  if (viewer.kind !== "person") return accepted;
  const rules: object[] = [accepted, { authorId: viewer.personId }];
  if (viewer.schoolId !== null)
    rules.push({ visibility: ReflectionVisibility.SCHOOL, schoolId: viewer.schoolId });
  if (hasRole(viewer, moderator)) rules.push({ moderation: ReflectionModeration.SUBMITTED });
  return { $or: rules } as FilterQuery<Reflection>;
}

/** The same rule as tokens of a search document: who finds this reflection. */
export function audienceOfReflection(reflection: Reflection): string[] {
  const { authorId, schoolId, visibility, moderation } = reflection;
  if (visibility === ReflectionVisibility.PUBLIC) return [publicAudience];
  const audience = authorId === null ? [] : [personAudience(authorId)];
  if (visibility === ReflectionVisibility.SCHOOL && schoolId !== null)
    audience.push(schoolAudience(schoolId));
  if (moderation === ReflectionModeration.SUBMITTED) audience.push(roleAudience(moderator));
  return audience;
}

/** What waits for a decision of this viewer: nobody decides about their own. */
export const awaitingReflections = (viewer: Viewer): FilterQuery<Reflection> =>
  ({
    moderation: ReflectionModeration.SUBMITTED,
    $or: [{ authorId: null }, { authorId: { $ne: authorOf(viewer) } }],
  }) as FilterQuery<Reflection>;

const authorOf = (viewer: Viewer): string | null =>
  viewer.kind === "person" ? viewer.personId : null;

/** Whether the viewer wrote it. */
export const isAuthor = (viewer: Viewer, { authorId }: Reflection): boolean =>
  authorId !== null && authorId === authorOf(viewer);

/** Whether the viewer may decide about reflections of others. */
export const canModerate = (viewer: Viewer): boolean => hasRole(viewer, moderator);

/** Whether the viewer may read the newest text and how far it has come: its author, and moderators whom it waits for. */
export const canReadLatest = (viewer: Viewer, reflection: Reflection): boolean =>
  isAuthor(viewer, reflection) ||
  (canModerate(viewer) && reflection.moderation === ReflectionModeration.SUBMITTED);

/** Only its author changes, submits, takes back or deletes a reflection. */
export const canUpdateReflection = isAuthor;
export const canDeleteReflection = isAuthor;

/** Sharing with the school needs a school, and something that the school does not read yet. */
export const canShareReflection = (viewer: Viewer, reflection: Reflection): boolean =>
  isAuthor(viewer, reflection) &&
  viewer.kind === "person" &&
  viewer.schoolId !== null &&
  reflection.visibility !== ReflectionVisibility.PUBLIC &&
  (reflection.visibility === ReflectionVisibility.PRIVATE ||
    reflection.pending !== null ||
    reflection.schoolId !== viewer.schoolId);

export const canSubmitReflection = (viewer: Viewer, reflection: Reflection): boolean =>
  isAuthor(viewer, reflection) &&
  reflection.moderation !== ReflectionModeration.SUBMITTED &&
  (reflection.visibility !== ReflectionVisibility.PUBLIC || reflection.pending !== null);

export const canWithdrawReflection = (viewer: Viewer, reflection: Reflection): boolean =>
  isAuthor(viewer, reflection) &&
  (reflection.visibility !== ReflectionVisibility.PRIVATE ||
    reflection.moderation === ReflectionModeration.SUBMITTED);

/** Whether the viewer may accept or return what waits: a moderator, and not of their own. */
export const canDecideReflection = (viewer: Viewer, reflection: Reflection): boolean =>
  canModerate(viewer) &&
  !isAuthor(viewer, reflection) &&
  reflection.moderation === ReflectionModeration.SUBMITTED;

// Whoever stands behind a reflection that a viewer reads is seen with it, also after leaving the school it was shared with.
registerGroundToSee((viewer) => {
  const schoolId = viewer.kind === "person" ? viewer.schoolId : null;
  const read = [`written.visibility = '${ReflectionVisibility.PUBLIC}'`];
  if (schoolId !== null)
    read.push(`(written.visibility = '${ReflectionVisibility.SCHOOL}' and written.school_id = ?)`);
  if (canModerate(viewer)) read.push(`written.moderation = '${ReflectionModeration.SUBMITTED}'`);
  return {
    sql: (person) =>
      `exists (select from reflection written where written.author_id = ${person}.id and (${read.join(" or ")}))`,
    params: schoolId === null ? [] : [schoolId],
  };
});
