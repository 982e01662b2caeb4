import type { FilterQuery } from "@mikro-orm/core";
import { unpublishedFor } from "../kernel/unpublished.ts";
import { hasRole, type Viewer } from "../kernel/viewer.ts";
import { registerGroundToSee } from "../people/people.policy.ts";
import { publicAudience, unpublishedAudience } from "../search/audience.ts";
import { type ResearchProject, ResearchProjectStatus } from "./research-project.entity.ts";

/**
 * The projects that lists, relations, counts and search start from: what is public now, for everyone; what is not yet
 * published, for whoever leads it, reviewers and publishers.
 */
export const visibleProjects = (viewer: Viewer): FilterQuery<ResearchProject> => ({
  $and: [reachableProjects(viewer), { status: { $ne: ResearchProjectStatus.WITHDRAWN } }],
});

/** What an address or an id still leads to: also the tombstones of withdrawn projects. */
export function reachableProjects(viewer: Viewer): FilterQuery<ResearchProject> {
  const published = { publishedAt: { $ne: null } };
  const among = unpublishedFor(viewer, "leadId");
  return among === null ? published : { $or: [published, { publishedAt: null, ...among }] };
}

/** The same rule as tokens of a search document; none for what lists do not show to anyone. */
export function audienceOfProject({ status, publishedAt, leadId }: ResearchProject): string[] {
  if (status === ResearchProjectStatus.WITHDRAWN) return [];
  return publishedAt === null ? unpublishedAudience(leadId) : [publicAudience];
}

type Acted = Pick<ResearchProject, "status" | "publishedAt" | "leadId">;

const isLead = (viewer: Viewer, { leadId }: Acted): boolean =>
  viewer.kind === "person" && viewer.personId === leadId;

/** Whether the viewer may change what it says: whoever leads it, and publishers. */
export const canUpdateProject = (viewer: Viewer, project: Acted): boolean =>
  project.status !== ResearchProjectStatus.WITHDRAWN &&
  (isLead(viewer, project) || hasRole(viewer, "PUBLISHER"));

/** Whether the viewer may review it before it is reported: nobody reviews their own work. */
export const canReviewProject = (viewer: Viewer, project: Acted): boolean =>
  project.status === ResearchProjectStatus.RUNNING &&
  hasRole(viewer, "REVIEWER") &&
  !isLead(viewer, project);

/** Whether the viewer may put it before readers. */
export const canPublishProject = (viewer: Viewer, project: Acted): boolean =>
  project.publishedAt === null &&
  project.status !== ResearchProjectStatus.WITHDRAWN &&
  hasRole(viewer, "PUBLISHER");

/** Whether the viewer's role lets them take projects back; whether this one can be is the record's own rule. */
export const mayWithdrawProjects = (viewer: Viewer): boolean =>
  hasRole(viewer, "PUBLISHER", "ADMINISTRATOR");

/** Whether the viewer may take this project back. */
export const canWithdrawProject = (viewer: Viewer, project: Acted): boolean =>
  mayWithdrawProjects(viewer) && project.status !== ResearchProjectStatus.WITHDRAWN;

// Whoever leads a project is seen by whoever sees the project.
registerGroundToSee((viewer) => ({
  sql: (person) =>
    `exists (select from research_project led where led.lead_id = ${person}.id and led.status <> 'WITHDRAWN'${
      hasRole(viewer, "REVIEWER", "PUBLISHER") ? "" : " and led.published_at is not null"
    })`,
  params: [],
}));
