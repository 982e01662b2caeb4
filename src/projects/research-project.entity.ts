import type { Opt } from "@mikro-orm/core";
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import { conflict } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";
import { Person } from "../people/person.entity.ts";
import { School } from "../people/school.entity.ts";
import { type ContentKind, Searchable } from "../search/searchable.ts";
import { Term } from "../terms/term.entity.ts";

/** Proposed → running → reported, or withdrawn. */
export enum ResearchProjectStatus {
  PROPOSED = "PROPOSED",
  RUNNING = "RUNNING",
  REPORTED = "REPORTED",
  WITHDRAWN = "WITHDRAWN",
}
registerEnumType(ResearchProjectStatus, {
  name: "ResearchProjectStatus",
  description: "How far a school's inquiry has come.",
  valuesConfig: {
    PROPOSED: { description: "Planned." },
    RUNNING: { description: "Under way." },
    REPORTED: { description: "Finished and written up." },
    WITHDRAWN: { description: "Taken back, with a reason: a tombstone stands at its address." },
  },
});

@ObjectType({
  implements: [Node, Searchable],
  description:
    "A school's own inquiry: what it asked, what it did, what it found and where that ends.",
})
@Entity()
export class ResearchProject implements Searchable {
  @Field(() => ID, { description: "Typed id, project_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("project");

  @Field(() => String, { description: "Stable name for its address." })
  @Property({ type: "text", unique: true })
  slug!: string;

  @Field(() => String, { description: "Title, as plain text." })
  @Property({ type: "text" })
  title!: string;

  @Property({ type: "text" })
  question!: string;

  @Field(() => ResearchProjectStatus, { description: "How far it has come." })
  @Enum({ items: () => ResearchProjectStatus, type: "text" })
  status!: ResearchProjectStatus;

  @ManyToOne(() => School, { mapToPk: true, nullable: true, fieldName: "school_id", index: true })
  schoolId: string | null = null;

  @ManyToOne(() => Person, { mapToPk: true, nullable: true, fieldName: "lead_id", index: true })
  leadId: string | null = null;

  // The written report, in Markdown; null until written. Readers get it as sections.
  @Property({ type: "text", nullable: true })
  context: string | null = null;

  @Property({ type: "text", nullable: true })
  aims: string | null = null;

  @Property({ type: "text", nullable: true })
  method: string | null = null;

  @Property({ type: "text", nullable: true })
  comparison: string | null = null;

  @Property({ type: "text", nullable: true })
  participants: string | null = null;

  @Property({ type: "text", nullable: true })
  findings: string | null = null;

  @Property({ type: "text", nullable: true })
  limits: string | null = null;

  @Property({ type: "text", nullable: true })
  implications: string | null = null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it was first published; null before.",
  })
  @Property({ type: "datetime", nullable: true })
  @Index()
  publishedAt: Date | null = null;

  @Field(() => GraphQLDateTime, { description: "Last change that a reader could see." })
  @Property({ type: "datetime" })
  updatedAt: Date & Opt = new Date();

  @Property({ type: "text", nullable: true })
  withdrawalReason: string | null = null;

  @Property({ type: "datetime", nullable: true })
  withdrawnAt: Date | null = null;

  /** Takes a published project back; its address keeps the reason and the date. */
  withdraw(reason: string, at: Date): void {
    if (this.status === ResearchProjectStatus.WITHDRAWN)
      throw conflict(`${this.slug} has been withdrawn already.`);
    this.status = ResearchProjectStatus.WITHDRAWN;
    this.withdrawalReason = reason;
    this.withdrawnAt = at;
    this.updatedAt = at;
  }

  kind!: ContentKind & Opt;
  url!: string & Opt;
}

/** A project is described by a term. */
@Entity()
export class ProjectTerm {
  @ManyToOne(() => ResearchProject, { mapToPk: true, primary: true, fieldName: "project_id" })
  projectId!: string;

  @ManyToOne(() => Term, { mapToPk: true, primary: true, fieldName: "term_id", index: true })
  termId!: string;
}

/** A project starts from a summary. */
@Entity()
export class ProjectEvidence {
  @ManyToOne(() => ResearchProject, { mapToPk: true, primary: true, fieldName: "project_id" })
  projectId!: string;

  @ManyToOne(() => EvidenceSummary, {
    mapToPk: true,
    primary: true,
    fieldName: "summary_id",
    index: true,
  })
  summaryId!: string;
}
