import { markdownToText } from "../kernel/markdown.ts";
import type { SearchDraft } from "../search/projection.ts";
import { ContentKind } from "../search/searchable.ts";
import type { Term } from "../terms/term.entity.ts";
import { searchFacets } from "../terms/term.search.ts";
import type { ResearchProject } from "./research-project.entity.ts";
import { reportSections } from "./research-project.report.ts";

/** What search knows of a published project. Public: everyone finds it. */
export const projectDocument = (project: ResearchProject, terms: readonly Term[]): SearchDraft => ({
  id: project.id,
  kind: ContentKind.RESEARCH_PROJECT,
  title: project.title,
  headline: project.question,
  parts: reportSections(project).map(({ heading, markdown }) => ({
    field: heading,
    text: markdownToText(markdown),
  })),
  ...searchFacets(terms),
  costBand: null,
  evidenceStrength: null,
  impactMonths: null,
  audience: ["public"],
  publishedAt: project.publishedAt,
  updatedAt: project.updatedAt,
});
