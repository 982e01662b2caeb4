import type { Em } from "../../kernel/em.ts";
import { idFromName } from "../../kernel/ids.ts";
import type { Outcome } from "../../kernel/import-run.ts";
import { mendText } from "../../kernel/mended-text.ts";
import { Study } from "../study.entity.ts";
import type { Staging } from "./wwc-staging.ts";
import { studyOf } from "./wwc-summary.ts";

export const studyIdOf = (wwcStudyId: number): string => idFromName("study", `wwc/${wwcStudyId}`);

const isWhole = (text: string): boolean => !mendText(text).damaged;

/**
 * Brings studies up to date; answers what became of each. A study is shared by summaries and has no revisions: its
 * record is the published work's.
 */
export async function storeStudies(
  tx: Em,
  staging: Staging,
  wwcStudyIds: readonly number[],
): Promise<Map<number, Outcome>> {
  const outcomes = new Map<number, Outcome>();
  if (wwcStudyIds.length === 0) return outcomes;
  const known = new Map(
    (
      (await tx
        .createQueryBuilder(Study)
        .where({ id: { $in: wwcStudyIds.map(studyIdOf) } })
        .execute()) as Study[]
    ).map((study) => [study.id, study]),
  );
  const changed: Study[] = [];
  for (const wwcStudyId of wwcStudyIds) {
    const study = { id: studyIdOf(wwcStudyId), ...studyOf(staging.study(wwcStudyId), isWhole) };
    const before = known.get(study.id);
    const equal =
      before !== undefined &&
      (Object.keys(study) as (keyof typeof study)[]).every((key) => before[key] === study[key]);
    if (!equal) changed.push(study as Study);
    outcomes.set(wwcStudyId, before === undefined ? "created" : equal ? "unchanged" : "updated");
  }
  if (changed.length > 0) await tx.upsertMany(Study, changed);
  return outcomes;
}
