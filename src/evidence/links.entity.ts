import { Entity, ManyToOne } from "@mikro-orm/decorators/legacy";
import { Term } from "../terms/term.entity.ts";
import { EvidenceSummary } from "./evidence-summary.entity.ts";
import { GuidanceReport } from "./guidance-report.entity.ts";
import { SummaryRevision } from "./summary-revision.entity.ts";

/** A revision is described by a term. */
@Entity()
export class RevisionTerm {
  @ManyToOne(() => SummaryRevision, { mapToPk: true, primary: true, fieldName: "revision_id" })
  revisionId!: string;

  @ManyToOne(() => Term, { mapToPk: true, primary: true, fieldName: "term_id", index: true })
  termId!: string;
}

/** A revision points to another summary as related. */
@Entity()
export class RevisionRelated {
  @ManyToOne(() => SummaryRevision, { mapToPk: true, primary: true, fieldName: "revision_id" })
  revisionId!: string;

  @ManyToOne(() => EvidenceSummary, {
    mapToPk: true,
    primary: true,
    fieldName: "summary_id",
    index: true,
  })
  summaryId!: string;
}

/** A revision points to a guidance report. */
@Entity()
export class RevisionGuidance {
  @ManyToOne(() => SummaryRevision, { mapToPk: true, primary: true, fieldName: "revision_id" })
  revisionId!: string;

  @ManyToOne(() => GuidanceReport, {
    mapToPk: true,
    primary: true,
    fieldName: "guidance_id",
    index: true,
  })
  guidanceId!: string;
}
