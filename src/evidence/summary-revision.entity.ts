import type { Opt, Rel } from "@mikro-orm/core";
import {
  Check,
  Entity,
  Enum,
  ManyToOne,
  PrimaryKey,
  Property,
  Unique,
} from "@mikro-orm/decorators/legacy";
import { registerEnumType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import { Person } from "../people/person.entity.ts";
import { EvidenceSummary } from "./evidence-summary.entity.ts";

/** Why there is, or is not, a months figure. */
export enum ImpactMonthsStatus {
  RATED = "RATED",
  INSUFFICIENT_EVIDENCE = "INSUFFICIENT_EVIDENCE",
  NOT_RATED_IN_MONTHS = "NOT_RATED_IN_MONTHS",
}
registerEnumType(ImpactMonthsStatus, {
  name: "ImpactMonthsStatus",
  description: "Why there is, or is not, a figure in months.",
  valuesConfig: {
    RATED: { description: "impactMonths holds the figure." },
    INSUFFICIENT_EVIDENCE: {
      description: "There is too little evidence to say: never shown as 0.",
    },
    NOT_RATED_IN_MONTHS: { description: "The source uses another measure." },
  },
});

/** A headed piece of a summary, as Markdown. */
export interface Section {
  readonly heading: string;
  readonly markdown: string;
}

/** A publication that the text rests on. `key` is what the text cites it by. */
export interface Reference {
  readonly key: string;
  readonly short: string;
  readonly text: string;
  readonly url: string | null;
}

/** Where the figures come from. */
export interface SourceRecord {
  readonly name: string;
  readonly url: string | null;
  readonly licence: string | null;
  /** Day, as YYYY-MM-DD. */
  readonly retrievedOn: string | null;
  /** What a reader should know of the figures; shown beside them. */
  readonly note: string | null;
}

/** One version of what a summary says. A published revision is never changed: a change is a new one. */
@Entity()
@Unique({ properties: ["summaryId", "number"] })
@Check({
  name: "summary_revision_months",
  expression: "(impact_months is not null) = (impact_months_status = 'RATED')",
})
@Check({ name: "summary_revision_cost", expression: "cost_band between 1 and 5" })
@Check({ name: "summary_revision_padlocks", expression: "evidence_strength between 0 and 5" })
export class SummaryRevision {
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("revision");

  @ManyToOne(() => EvidenceSummary, { mapToPk: true, fieldName: "summary_id" })
  summaryId!: Rel<string>;

  /** 1 for the first, counting up. */
  @Property({ type: "integer" })
  number!: number;

  @Property({ type: "text" })
  title!: string;

  @Property({ type: "text" })
  headline!: string;

  /** Months of additional progress in a year; may be 0 or negative. Null unless rated. */
  @Property({ type: "integer", nullable: true })
  impactMonths: number | null = null;

  @Enum({ items: () => ImpactMonthsStatus, type: "text" })
  impactMonthsStatus!: ImpactMonthsStatus;

  /** 1 very low to 5 very high (facts table F3). */
  @Property({ type: "integer", nullable: true })
  costBand: number | null = null;

  /** Padlocks, 0 to 5 (facts table F2). */
  @Property({ type: "integer", nullable: true })
  evidenceStrength: number | null = null;

  @Property({ type: "json" })
  sections: Section[] & Opt = [];

  @Property({ type: "json" })
  references: Reference[] & Opt = [];

  @Property({ type: "json" })
  source!: SourceRecord;

  /** SHA-256 of what was imported, so that importing the same file twice makes one revision. */
  @Property({ type: "text" })
  contentHash!: string;

  /** Who approved it; null where no Research School has reviewed it yet. */
  @ManyToOne(() => Person, { mapToPk: true, nullable: true, fieldName: "reviewer_id" })
  reviewerId: string | null = null;

  @Property({ type: "datetime" })
  createdAt: Date & Opt = new Date();

  @Property({ type: "datetime", nullable: true })
  publishedAt: Date | null = null;
}
