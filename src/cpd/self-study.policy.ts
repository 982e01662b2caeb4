import type { FilterQuery } from "@mikro-orm/core";
import type { Viewer } from "../kernel/viewer.ts";
import type { SelfStudyItem } from "./self-study.entity.ts";

/** The self-study items that exist for a viewer: those published, for everyone. */
export const visibleSelfStudy = (_viewer: Viewer): FilterQuery<SelfStudyItem> => ({
  publishedAt: { $ne: null },
});
