import { hasRole, type Role, type Viewer } from "./viewer.ts";

/** Who reads work before it is published, besides its author. Not administrators: they keep the accounts, not the texts. */
export const unpublishedReaders: readonly Role[] = ["REVIEWER", "PUBLISHER"];

/** Whether the viewer reads all of it. */
export const readsUnpublished = (viewer: Viewer): boolean => hasRole(viewer, ...unpublishedReaders);

/**
 * Which of the work that is not yet published exists for this viewer, as a filter on the property that names its author:
 * everything for reviewers and publishers, one's own for other persons, nothing (null) for everyone else.
 */
export function unpublishedFor<Author extends string>(
  viewer: Viewer,
  author: Author,
): Record<Author, string> | Record<string, never> | null {
  if (readsUnpublished(viewer)) return {};
  if (viewer.kind !== "person") return null;
  return { [author]: viewer.personId } as Record<Author, string>;
}
