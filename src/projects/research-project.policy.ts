import type { FilterQuery } from "@mikro-orm/core";
import { hasRole, type Viewer } from "../kernel/viewer.ts";
import { type ResearchProject, ResearchProjectStatus } from "./research-project.entity.ts";

/** The projects that lists, relations, counts and search start from: what is public now, for everyone. */
export const visibleProjects = (_viewer: Viewer): FilterQuery<ResearchProject> => ({
  publishedAt: { $ne: null },
  status: { $ne: ResearchProjectStatus.WITHDRAWN },
});

/** What an address or an id still leads to: also the tombstones of withdrawn projects. */
export const reachableProjects = (_viewer: Viewer): FilterQuery<ResearchProject> => ({
  publishedAt: { $ne: null },
});

/** Whether the viewer may take this project back. */
export const canWithdrawProject = (viewer: Viewer, project: ResearchProject): boolean =>
  project.status !== ResearchProjectStatus.WITHDRAWN &&
  hasRole(viewer, "PUBLISHER", "ADMINISTRATOR");
