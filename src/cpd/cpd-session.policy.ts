import type { FilterQuery } from "@mikro-orm/core";
import type { Viewer } from "../kernel/viewer.ts";
import type { CpdSession } from "./cpd-session.entity.ts";

/** The sessions that exist for a viewer: those announced, for everyone. */
export const visibleSessions = (_viewer: Viewer): FilterQuery<CpdSession> => ({
  publishedAt: { $ne: null },
});
