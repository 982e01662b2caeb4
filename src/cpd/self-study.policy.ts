import type { FilterQuery } from "@mikro-orm/core";
import { hasRole, type Viewer } from "../kernel/viewer.ts";
import { publicAudience, roleAudience } from "../search/audience.ts";
import type { SelfStudyItem } from "./self-study.entity.ts";

/** The self-study items that exist for a viewer: those published, for everyone; the others for publishers. */
export const visibleSelfStudy = (viewer: Viewer): FilterQuery<SelfStudyItem> =>
  hasRole(viewer, "PUBLISHER") ? {} : { publishedAt: { $ne: null } };

/** The same rule as tokens of a search document. */
export const audienceOfSelfStudy = ({ publishedAt }: SelfStudyItem): string[] =>
  publishedAt === null ? [roleAudience("PUBLISHER")] : [publicAudience];
