import { SessionTerm } from "../cpd/cpd-session.entity.ts";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import { RevisionTerm } from "../evidence/links.entity.ts";
import type { Em } from "../kernel/em.ts";
import { record } from "../kernel/outbox.ts";
import { project } from "../search/projection.ts";
import { Term } from "../terms/term.entity.ts";
import { Reflection, type ReflectionVisibility } from "./reflection.entity.ts";
import { reflectionDocument } from "./reflection.search.ts";

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
    const terms = await termsOfSubjects(tx, added);
    await project(
      tx,
      added.map((each) =>
        reflectionDocument(each, terms.get(each.summaryId ?? each.sessionId ?? "") ?? []),
      ),
    );
  });
}

/** Terms of the summaries and sessions that reflections are about, by the subject's id. */
async function termsOfSubjects(
  tx: Em,
  reflections: readonly Reflection[],
): Promise<Map<string, Term[]>> {
  const terms = new Map((await tx.findAll(Term)).map((term) => [term.id, term]));
  const summaries = await tx.find(EvidenceSummary, {
    id: { $in: reflections.flatMap(({ summaryId }) => summaryId ?? []) },
  });
  const summaryByRevision = new Map(
    summaries.map((each) => [each.publishedRevisionId ?? "", each.id]),
  );
  const ofRevisions = await tx.find(RevisionTerm, {
    revisionId: { $in: [...summaryByRevision.keys()] },
  });
  const ofSessions = await tx.find(SessionTerm, {
    sessionId: { $in: reflections.flatMap(({ sessionId }) => sessionId ?? []) },
  });
  const named = [
    ...ofRevisions.map((link) => ({
      subject: summaryByRevision.get(link.revisionId)!,
      term: link.termId,
    })),
    ...ofSessions.map((link) => ({ subject: link.sessionId, term: link.termId })),
  ];
  const bySubject = Map.groupBy(named, ({ subject }) => subject);
  return new Map(
    [...bySubject].map(([subject, links]) => [
      subject,
      links.flatMap(({ term }) => terms.get(term) ?? []),
    ]),
  );
}
