import type { Em } from "../kernel/em.ts";
import { idFromName } from "../kernel/ids.ts";
import { GuidanceReport } from "./guidance-report.entity.ts";

/** A guidance report as its publisher lists it. */
export type GuidanceReportDraft = Omit<GuidanceReport, "id">;

/** Adds guidance reports, or brings them up to date, by slug. */
export async function saveGuidanceReports(
  em: Em,
  drafts: readonly GuidanceReportDraft[],
): Promise<void> {
  const rows = drafts.map((draft) => ({ ...draft, id: idFromName("guidance", draft.slug) }));
  await em.fork().upsertMany(GuidanceReport, rows, {
    onConflictFields: ["slug"],
    onConflictExcludeFields: ["id"],
  });
}
