import { unpublishedReaders } from "../kernel/unpublished.ts";
import type { Viewer } from "../kernel/viewer.ts";

/** The token that everyone holds. */
export const publicAudience = "public";

/** Tokens a document may carry besides `public`. */
export const personAudience = (personId: string): string => `person:${personId}`;
export const schoolAudience = (schoolId: string): string => `school:${schoolId}`;
export const roleAudience = (role: string): string => `role:${role}`;

/** Who finds work that is not yet published: its author, where there is one, reviewers and publishers. */
export const unpublishedAudience = (authorId: string | null): string[] => [
  ...unpublishedReaders.map(roleAudience),
  ...(authorId === null ? [] : [personAudience(authorId)]),
];

/** The tokens a viewer holds. A document is visible when it carries any one of them. */
export function audienceOf(viewer: Viewer): readonly string[] {
  if (viewer.kind !== "person") return [publicAudience];
  return [
    publicAudience,
    personAudience(viewer.personId),
    ...(viewer.schoolId === null ? [] : [schoolAudience(viewer.schoolId)]),
    ...viewer.roles.map(roleAudience),
  ];
}
