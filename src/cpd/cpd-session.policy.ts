import type { FilterQuery } from "@mikro-orm/core";
import { hasRole, type Role, type Viewer } from "../kernel/viewer.ts";
import { publicAudience, roleAudience } from "../search/audience.ts";
import type { CpdSession } from "./cpd-session.entity.ts";

/** Who plans sessions: nobody else is named as a session's author, and nothing in one is reviewed. */
const planners: readonly Role[] = ["PUBLISHER"];

/** The sessions that exist for a viewer: those announced, for everyone; those not yet announced, for publishers. */
export const visibleSessions = (viewer: Viewer): FilterQuery<CpdSession> =>
  hasRole(viewer, ...planners) ? {} : { publishedAt: { $ne: null } };

/** The same rule as tokens of a search document. */
export const audienceOfSession = ({ publishedAt }: CpdSession): string[] =>
  publishedAt === null ? planners.map(roleAudience) : [publicAudience];

/** Whether the viewer may change what is said of it. */
export const canUpdateSession = (viewer: Viewer, _session: CpdSession): boolean =>
  hasRole(viewer, ...planners);

/** Whether the viewer may announce it. */
export const canPublishSession = (viewer: Viewer, { publishedAt }: CpdSession): boolean =>
  publishedAt === null && hasRole(viewer, ...planners);
