import type { SearchDraft } from "../search/projection.ts";
import { ContentKind } from "../search/searchable.ts";
import type { Term } from "../terms/term.entity.ts";
import { searchFacets } from "../terms/term.search.ts";
import type { Reflection } from "./reflection.entity.ts";
import { audienceOfReflection } from "./reflection.policy.ts";

/** What search knows of a reflection. It is described by the terms of what it is about. */
export const reflectionDocument = (
  reflection: Reflection,
  terms: readonly Term[],
): SearchDraft => ({
  id: reflection.id,
  kind: ContentKind.REFLECTION,
  title: reflection.title,
  headline: "",
  parts: [
    { field: "Context", text: reflection.context },
    { field: "What I tried", text: reflection.tried },
    { field: "What happened", text: reflection.happened },
    ...(reflection.next ? [{ field: "What next", text: reflection.next }] : []),
  ],
  ...searchFacets(terms),
  costBand: null,
  evidenceStrength: null,
  impactMonths: null,
  audience: audienceOfReflection(reflection),
  publishedAt: reflection.publishedAt,
  updatedAt: reflection.updatedAt,
});
