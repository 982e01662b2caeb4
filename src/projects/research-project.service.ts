import { type FilterQuery, LockMode } from "@mikro-orm/core";
import { SummaryIndex } from "../evidence/summary-index.ts";
import { audit } from "../kernel/audit.ts";
import type { Em } from "../kernel/em.ts";
import { forbidden, notFound } from "../kernel/errors.ts";
import { record } from "../kernel/outbox.ts";
import type { Viewer } from "../kernel/viewer.ts";
import { project as projectDocuments, unproject } from "../search/projection.ts";
import { TermIndex, type TermSlugs } from "../terms/term-slugs.ts";
import {
  ProjectEvidence,
  ProjectTerm,
  ResearchProject,
  type ResearchProjectStatus,
} from "./research-project.entity.ts";
import { mayWithdrawProjects, reachableProjects } from "./research-project.policy.ts";
import { projectDocument } from "./research-project.search.ts";

/** A project as its school describes it. The written parts are Markdown. */
export interface ProjectDraft {
  readonly slug: string;
  readonly title: string;
  readonly question: string;
  readonly status: ResearchProjectStatus;
  readonly schoolId: string | null;
  readonly leadId: string | null;
  readonly context: string | null;
  readonly aims: string | null;
  readonly method: string | null;
  readonly comparison: string | null;
  readonly participants: string | null;
  readonly findings: string | null;
  readonly limits: string | null;
  readonly implications: string | null;
  readonly publishedAt: Date;
  readonly terms: TermSlugs;
  /** Slugs of the summaries it starts from. */
  readonly evidence: readonly string[];
}

/** Publishes projects that are not in the record yet, by slug, all in one transaction. */
export function publishProjects(em: Em, drafts: readonly ProjectDraft[]): Promise<void> {
  return em.transactional(async (tx) => {
    const terms = await TermIndex.read(tx);
    const known = new Set((await tx.findAll(ResearchProject)).map(({ slug }) => slug));
    const summaries = await SummaryIndex.read(tx);
    const documents = drafts
      .filter(({ slug }) => !known.has(slug))
      .map(({ terms: named, evidence, ...fields }) => {
        const project = tx.create(ResearchProject, {
          ...fields,
          updatedAt: fields.publishedAt,
        } as never);
        record(tx, "project.published", project.id);
        const described = terms.find(named, fields.slug);
        for (const term of described)
          tx.create(ProjectTerm, { projectId: project.id, termId: term.id });
        for (const summaryId of summaries.find(evidence, fields.slug))
          tx.create(ProjectEvidence, { projectId: project.id, summaryId });
        return projectDocument(project, described);
      });
    await tx.flush();
    await projectDocuments(tx, documents);
  });
}

/** Takes a published project back: its address keeps the reason, lists and search forget it. */
export function withdrawProject(em: Em, viewer: Viewer, id: string, reason: string): Promise<void> {
  return em.transactional(async (tx) => {
    const known = { $and: [{ id }, reachableProjects(viewer)] } as FilterQuery<ResearchProject>;
    const project = await tx.findOne(ResearchProject, known, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    if (!project) throw notFound("research project", id);
    if (!mayWithdrawProjects(viewer)) throw forbidden("withdraw this project");
    project.withdraw(reason, new Date());
    record(tx, "project.withdrawn", id);
    await audit(tx, viewer, "project.withdrawn", id);
    await tx.flush();
    await unproject(tx, [id]);
  });
}
