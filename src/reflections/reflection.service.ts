import { LockMode } from "@mikro-orm/core";
import type { Em } from "../kernel/em.ts";
import { record } from "../kernel/outbox.ts";
import { project } from "../search/projection.ts";
import { Reflection, ReflectionModeration, ReflectionVisibility } from "./reflection.entity.ts";
import { ofSomebody, reflectionDocuments } from "./reflection.search.ts";

/** A reflection as its author wrote it, about one summary or one session. */
export interface ReflectionDraft {
  readonly id?: string;
  readonly title: string;
  readonly authorId: string | null;
  readonly schoolId: string | null;
  readonly visibility: ReflectionVisibility;
  readonly context: string;
  readonly tried: string;
  readonly happened: string;
  readonly next: string | null;
  readonly summaryId: string | null;
  readonly sessionId: string | null;
  readonly createdAt: Date;
  /** When a moderator accepted it as public; null for every other. */
  readonly publishedAt: Date | null;
  /** Since when it waits for a moderator; left out, it does not. */
  readonly submittedAt?: Date;
}

/** Writes the search documents of the reflections about a summary or a session anew: they carry its terms. */
export async function refreshReflectionsAbout(tx: Em, subject: string): Promise<void> {
  const about = { $and: [{ $or: [{ summaryId: subject }, { sessionId: subject }] }, ofSomebody] };
  const reflections = await tx.find(Reflection, about, { lockMode: LockMode.PESSIMISTIC_READ });
  await project(tx, await reflectionDocuments(tx, reflections));
}

/** Adds reflections that are not in the record yet, all in one transaction. */
export function addReflections(em: Em, drafts: readonly ReflectionDraft[]): Promise<void> {
  return em.transactional(async (tx) => {
    const ids = drafts.flatMap(({ id }) => id ?? []);
    const known = new Set((await tx.find(Reflection, { id: { $in: ids } })).map(({ id }) => id));
    const added = drafts
      .filter(({ id }) => id === undefined || !known.has(id))
      .map((draft) => {
        const at = draft.publishedAt ?? draft.createdAt;
        const reflection = tx.create(Reflection, {
          ...draft,
          moderation: moderationOf(draft),
          oncePublic: draft.visibility === ReflectionVisibility.PUBLIC,
          updatedAt: at,
          editedAt: at,
        } as never);
        record(tx, "reflection.added", reflection.id);
        return reflection;
      });
    await tx.flush();
    await project(tx, await reflectionDocuments(tx, added));
  });
}

function moderationOf({ visibility, submittedAt }: ReflectionDraft): ReflectionModeration {
  if (submittedAt) return ReflectionModeration.SUBMITTED;
  return visibility === ReflectionVisibility.PUBLIC
    ? ReflectionModeration.ACCEPTED
    : ReflectionModeration.NONE;
}
