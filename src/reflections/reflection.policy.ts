import type { FilterQuery } from "@mikro-orm/core";
import type { Viewer } from "../kernel/viewer.ts";
import { personAudience, publicAudience, schoolAudience } from "../search/audience.ts";
import { type Reflection, ReflectionVisibility } from "./reflection.entity.ts";

/**
 * The reflections that exist for a viewer: public ones that a moderator has accepted, those of the
 * viewer's own school, the viewer's own. A private one is its author's alone: not even an
 * administrator reads it.
 */
export function visibleReflections(viewer: Viewer): FilterQuery<Reflection> {
  const accepted = { visibility: ReflectionVisibility.PUBLIC, publishedAt: { $ne: null } };
  if (viewer.kind !== "person") return accepted;
  const own = { authorId: viewer.personId };
  const ofSchool = {
    visibility: { $in: [ReflectionVisibility.SCHOOL, ReflectionVisibility.PUBLIC] },
    schoolId: viewer.schoolId,
  };
  return { $or: viewer.schoolId === null ? [accepted, own] : [accepted, own, ofSchool] };
}

/** The same rule as tokens of a search document: who finds this reflection. */
export function audienceOfReflection(reflection: Reflection): string[] {
  const author = reflection.authorId === null ? [] : [personAudience(reflection.authorId)];
  if (reflection.visibility === ReflectionVisibility.PRIVATE) return author;
  if (reflection.visibility === ReflectionVisibility.PUBLIC && reflection.publishedAt !== null)
    return [publicAudience];
  return reflection.schoolId === null ? author : [...author, schoolAudience(reflection.schoolId)];
}
