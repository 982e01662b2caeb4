import { markdownToText } from "../kernel/markdown.ts";
import type { SearchDraft } from "../search/projection.ts";
import { ContentKind } from "../search/searchable.ts";
import type { Term } from "../terms/term.entity.ts";
import { searchFacets } from "../terms/term.search.ts";
import type { CpdSession } from "./cpd-session.entity.ts";

/** What search knows of an announced session. Public: everyone finds it. */
export const sessionDocument = (session: CpdSession, terms: readonly Term[]): SearchDraft => ({
  id: session.id,
  kind: ContentKind.CPD_SESSION,
  title: session.title,
  headline: session.audience ?? "",
  parts: [{ field: "About this session", text: markdownToText(session.description) }],
  ...searchFacets(terms),
  costBand: null,
  evidenceStrength: null,
  impactMonths: null,
  audience: ["public"],
  publishedAt: session.publishedAt,
  updatedAt: session.updatedAt,
});
