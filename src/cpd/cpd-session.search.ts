import { LockMode } from "@mikro-orm/core";
import type { Em } from "../kernel/em.ts";
import { markdownToText } from "../kernel/markdown.ts";
import type { SearchDraft } from "../search/projection.ts";
import { ContentKind } from "../search/searchable.ts";
import type { Term } from "../terms/term.entity.ts";
import { termsThrough } from "../terms/term.reader.ts";
import { searchFacets, withKeywords } from "../terms/term.search.ts";
import { CpdSession } from "./cpd-session.entity.ts";
import { audienceOfSession } from "./cpd-session.policy.ts";

/** What search knows of a session, announced or not: its audience says who finds it. */
export const sessionDocument = (session: CpdSession, terms: readonly Term[]): SearchDraft => ({
  id: session.id,
  kind: ContentKind.CPD_SESSION,
  title: session.title,
  headline: session.audience ?? "",
  parts: [{ field: "About this session", text: markdownToText(session.description) }],
  ...withKeywords(searchFacets(terms), ["CPD session", "training", "course", "workshop"]),
  costBand: null,
  evidenceStrength: null,
  impactMonths: null,
  audience: audienceOfSession(session),
  publishedAt: session.publishedAt,
  updatedAt: session.updatedAt,
});

/** Search documents of sessions after an id, in order of id: what reindexing writes. Locked, so that no write in between is overwritten. */
export async function sessionDocumentsAfter(
  em: Em,
  after: string,
  limit: number,
): Promise<SearchDraft[]> {
  const sessions = await em.find(
    CpdSession,
    { id: { $gt: after } },
    { orderBy: { id: "asc" }, limit, lockMode: LockMode.PESSIMISTIC_READ },
  );
  const ids = sessions.map(({ id }) => id);
  const terms = await termsThrough(em, { table: "session_term", owner: "session_id" }, ids);
  return sessions.map((session) => sessionDocument(session, terms.get(session.id) ?? []));
}
