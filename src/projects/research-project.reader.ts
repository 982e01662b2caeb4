import type { FilterQuery } from "@mikro-orm/core";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import type { SummaryView } from "../evidence/evidence-summary.view.ts";
import { visibleSummaries } from "../evidence/evidence.policy.ts";
import { bySlug } from "../evidence/summary-parts.reader.ts";
import { summariesById } from "../evidence/summary.reader.ts";
import { connectionOf } from "../kernel/connection.ts";
import type { Batch, Context } from "../kernel/context.ts";
import { checkFilter } from "../kernel/input.ts";
import { registerNode } from "../kernel/node.ts";
import type { Order, Page, PageRequest } from "../kernel/paging.ts";
import { relation } from "../kernel/relation-page.ts";
import { listPage, rowBy, rowsById } from "../kernel/rows.ts";
import type { Term, TermScheme } from "../terms/term.entity.ts";
import { describedBy, termsThrough } from "../terms/term.reader.ts";
import { ProjectEvidence, ProjectTerm, ResearchProject } from "./research-project.entity.ts";
import type { ResearchProjectFilter } from "./research-project.inputs.ts";
import { reachableProjects, visibleProjects } from "./research-project.policy.ts";

const newestFirst: Order = {
  name: "newest",
  keys: [
    { path: "publishedAt", type: "moment", direction: "desc" },
    { path: "id", type: "text", direction: "asc" },
  ],
};

/** Batch: projects that lists and relations may show, by id. */
export const projectsById = rowsById(ResearchProject, visibleProjects);

/** Batch: projects that an id leads to, tombstones included. */
export const reachableProjectsById = rowsById(ResearchProject, reachableProjects);

/** The project at an address, tombstones included; null when there is none for this viewer. */
export const projectBySlug = (ctx: Context, slug: string): Promise<ResearchProject | null> =>
  rowBy(ctx, ResearchProject, { $and: [{ slug }, reachableProjects(ctx.viewer)] });

/** A page of projects, newest first: one statement, and one more when the total is asked for. */
export function listProjects(
  ctx: Context,
  filter: ResearchProjectFilter,
  request: PageRequest,
): Promise<Page<ResearchProject>> {
  checkFilter(filter);
  const described = (scheme: `${TermScheme}`, slugs: string[] | null | undefined) =>
    describedBy(ctx.em, { entity: ProjectTerm, owner: "projectId" }, scheme, slugs);
  const where: object[] = [
    visibleProjects(ctx.viewer),
    described("TOPIC", filter.topics),
    described("SUBJECT", filter.subjects),
    described("PHASE", filter.phases),
    described("KEY_STAGE", filter.keyStages),
    described("PUPIL_GROUP", filter.pupilGroups),
  ];
  if (filter.status) where.push({ status: filter.status });
  if (filter.schoolUrn !== undefined && filter.schoolUrn !== null)
    where.push({ schoolId: { urn: filter.schoolUrn } });
  return listPage(
    ctx,
    ResearchProject,
    { $and: where } as FilterQuery<ResearchProject>,
    newestFirst,
    request,
  );
}

/** Batch: terms of projects, by project id. */
export const termsByProject: Batch<Term[]> = ({ em }, ids) =>
  termsThrough(em, { table: "project_term", owner: "project_id" }, ids);

/** A page of the projects that start from a summary. */
export const projectsOfSummary = relation<ResearchProject>({
  child: ResearchProject,
  link: { table: ProjectEvidence, child: "projectId" },
  parent: "summaryId",
  order: newestFirst,
  visible: visibleProjects as never,
});

const projectsOf = (parent: "schoolId" | "leadId") =>
  relation<ResearchProject>({
    child: ResearchProject,
    parent,
    order: newestFirst,
    visible: visibleProjects as never,
  });

/** A page of the projects of a school. */
export const projectsOfSchool = projectsOf("schoolId");
/** A page of the projects that a person leads. */
export const projectsOfPerson = projectsOf("leadId");

/** A page of the summaries that a project starts from. */
export const evidenceOfProject = relation<SummaryView>({
  child: EvidenceSummary,
  link: { table: ProjectEvidence, child: "summaryId" },
  parent: "projectId",
  order: bySlug,
  visible: visibleSummaries as never,
  byIds: summariesById,
});

export const projects = connectionOf("ResearchProject", () => ResearchProject);

registerNode({ prefix: "project", typeName: "ResearchProject", byIds: reachableProjectsById });
