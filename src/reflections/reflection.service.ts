import { LockMode } from "@mikro-orm/core";
import type { Em } from "../kernel/em.ts";
import { record } from "../kernel/outbox.ts";
import { project } from "../search/projection.ts";
import { Reflection, type ReflectionVisibility } from "./reflection.entity.ts";
import { reflectionDocuments } from "./reflection.search.ts";

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
  /** When a moderator accepted it as public; null before. */
  readonly publishedAt: Date | null;
}

/** Writes the search documents of the reflections about a summary or a session anew: they carry its terms. */
export async function refreshReflectionsAbout(tx: Em, subject: string): Promise<void> {
  const about = { $or: [{ summaryId: subject }, { sessionId: subject }] };
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
        const reflection = tx.create(Reflection, {
          ...draft,
          updatedAt: draft.publishedAt ?? draft.createdAt,
        } as never);
        record(tx, "reflection.added", reflection.id);
        return reflection;
      });
    await tx.flush();
    await project(tx, await reflectionDocuments(tx, added));
  });
}
