import { LockMode } from "@mikro-orm/core";
import type { Em } from "../kernel/em.ts";
import { markdownToText } from "../kernel/markdown.ts";
import type { SearchDraft } from "../search/projection.ts";
import { ContentKind } from "../search/searchable.ts";
import type { Term } from "../terms/term.entity.ts";
import { termsThrough } from "../terms/term.reader.ts";
import { searchFacets, withKeywords } from "../terms/term.search.ts";
import { ResearchProject, ResearchProjectStatus } from "./research-project.entity.ts";
import { audienceOfProject } from "./research-project.policy.ts";
import { reportSections } from "./research-project.report.ts";

/** What search knows of a project, published or not: its audience says who finds it. */
export const projectDocument = (project: ResearchProject, terms: readonly Term[]): SearchDraft => ({
  id: project.id,
  kind: ContentKind.RESEARCH_PROJECT,
  title: project.title,
  headline: project.question,
  parts: reportSections(project).map(({ heading, markdown }) => ({
    field: heading,
    text: markdownToText(markdown),
  })),
  ...withKeywords(searchFacets(terms), ["school research project", "inquiry", "trial"]),
  costBand: null,
  evidenceStrength: null,
  impactMonths: null,
  audience: audienceOfProject(project),
  publishedAt: project.publishedAt,
  updatedAt: project.updatedAt,
});

/** Search documents of projects that lists show to anyone, after an id, in order of id: what reindexing writes. Locked, so that no write in between is overwritten. */
export async function projectDocumentsAfter(
  em: Em,
  after: string,
  limit: number,
): Promise<SearchDraft[]> {
  const projects = await em.find(
    ResearchProject,
    { id: { $gt: after }, status: { $ne: ResearchProjectStatus.WITHDRAWN } },
    { orderBy: { id: "asc" }, limit, lockMode: LockMode.PESSIMISTIC_READ },
  );
  const ids = projects.map(({ id }) => id);
  const terms = await termsThrough(em, { table: "project_term", owner: "project_id" }, ids);
  return projects.map((project) => projectDocument(project, terms.get(project.id) ?? []));
}
