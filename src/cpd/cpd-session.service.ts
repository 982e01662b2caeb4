import { SummaryIndex } from "../evidence/summary-index.ts";
import type { Em } from "../kernel/em.ts";
import { record } from "../kernel/outbox.ts";
import { project } from "../search/projection.ts";
import { TermIndex, type TermSlugs } from "../terms/term-slugs.ts";
import { type CpdMode, CpdSession, SessionEvidence, SessionTerm } from "./cpd-session.entity.ts";
import { sessionDocument } from "./cpd-session.search.ts";

/** A session as it is announced. */
export interface SessionDraft {
  readonly slug: string;
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  readonly providerId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly mode: CpdMode;
  readonly venue: string | null;
  readonly capacity: number | null;
  readonly placesTaken: number;
  readonly audience: string | null;
  /** When readers first hear of it. */
  readonly announcedAt: Date;
  readonly terms: TermSlugs;
  /** Slugs of the summaries it builds on. */
  readonly evidence: readonly string[];
}

/** Announces sessions, or brings announced ones up to date: by slug, all in one transaction. */
export function announceSessions(em: Em, drafts: readonly SessionDraft[], at: Date): Promise<void> {
  return em.transactional(async (tx) => {
    const terms = await TermIndex.read(tx);
    const slugs = drafts.map(({ slug }) => slug);
    const known = new Map(
      (await tx.find(CpdSession, { slug: { $in: slugs } })).map((each) => [each.slug, each]),
    );
    const summaries = await SummaryIndex.read(tx);
    const ids = [...known.values()].map(({ id }) => id);
    await tx.nativeDelete(SessionTerm, { sessionId: { $in: ids } });
    await tx.nativeDelete(SessionEvidence, { sessionId: { $in: ids } });
    const documents = drafts.map((draft) => {
      const { terms: named, evidence, announcedAt, ...fields } = draft;
      let session = known.get(draft.slug);
      if (session) {
        const before = JSON.stringify(session);
        tx.assign(session, fields);
        if (JSON.stringify(session) !== before) {
          session.updatedAt = at;
          record(tx, "session.changed", session.id);
        }
      } else {
        session = tx.create(CpdSession, {
          ...fields,
          publishedAt: announcedAt,
          updatedAt: announcedAt,
        } as never);
        record(tx, "session.announced", session.id);
      }
      const described = terms.find(named, draft.slug);
      for (const term of described)
        tx.create(SessionTerm, { sessionId: session.id, termId: term.id });
      for (const summaryId of summaries.find(evidence, draft.slug))
        tx.create(SessionEvidence, { sessionId: session.id, summaryId });
      return sessionDocument(session, described);
    });
    await tx.flush();
    await project(tx, documents);
  });
}
