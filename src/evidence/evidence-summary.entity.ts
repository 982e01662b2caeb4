import { DeferMode, type Opt } from "@mikro-orm/core";
import {
  Check,
  Entity,
  Enum,
  Index,
  ManyToOne,
  PrimaryKey,
  Property,
} from "@mikro-orm/decorators/legacy";
import { registerEnumType } from "type-graphql";
import { conflict } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { Person } from "../people/person.entity.ts";
import { SummaryRevision } from "./summary-revision.entity.ts";

/** Draft → in review → (changes requested →) approved → published → archived or withdrawn. */
export enum EvidenceSummaryState {
  DRAFT = "DRAFT",
  IN_REVIEW = "IN_REVIEW",
  CHANGES_REQUESTED = "CHANGES_REQUESTED",
  APPROVED = "APPROVED",
  PUBLISHED = "PUBLISHED",
  ARCHIVED = "ARCHIVED",
  WITHDRAWN = "WITHDRAWN",
}
registerEnumType(EvidenceSummaryState, {
  name: "EvidenceSummaryState",
  description: "Where a summary is on its way to readers.",
  valuesConfig: {
    DRAFT: { description: "Being written." },
    IN_REVIEW: { description: "With a reviewer." },
    CHANGES_REQUESTED: { description: "Back with its author." },
    APPROVED: { description: "Ready to be published." },
    PUBLISHED: { description: "Public." },
    ARCHIVED: { description: "No longer kept up; public by its address, not in lists or search." },
    WITHDRAWN: { description: "Taken back, with a reason: a tombstone stands at its address." },
  },
});

/** The states in which nobody reads a summary but its author, reviewers and publishers. */
export const unpublishedStates: readonly EvidenceSummaryState[] = [
  EvidenceSummaryState.DRAFT,
  EvidenceSummaryState.IN_REVIEW,
  EvidenceSummaryState.CHANGES_REQUESTED,
  EvidenceSummaryState.APPROVED,
];

/** Identity and state of a summary. What it says hangs on its revisions; readers see the published one. */
@Entity()
@Check({
  name: "evidence_summary_published",
  expression: "(published_at is not null) = (state in ('PUBLISHED', 'ARCHIVED', 'WITHDRAWN'))",
})
export class EvidenceSummary {
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("summary");

  @Property({ type: "text", unique: true })
  slug!: string;

  @Enum({ items: () => EvidenceSummaryState, type: "text" })
  state: EvidenceSummaryState & Opt = EvidenceSummaryState.DRAFT;

  // Deferred: a summary and its first revision name each other and are inserted together.
  @ManyToOne(() => SummaryRevision, {
    mapToPk: true,
    nullable: true,
    fieldName: "published_revision_id",
    deferMode: DeferMode.INITIALLY_DEFERRED,
  })
  @Index()
  publishedRevisionId: string | null = null;

  /** The revision that is being worked on; null when none is. */
  @ManyToOne(() => SummaryRevision, {
    mapToPk: true,
    nullable: true,
    fieldName: "draft_revision_id",
    deferMode: DeferMode.INITIALLY_DEFERRED,
  })
  @Index()
  draftRevisionId: string | null = null;

  /** What whoever may see the summary is shown: the published revision, before the first one the draft. Made by the database. */
  @ManyToOne(() => SummaryRevision, {
    mapToPk: true,
    nullable: true,
    fieldName: "shown_revision_id",
    generated: "(coalesce(published_revision_id, draft_revision_id)) stored",
    createForeignKeyConstraint: false,
  })
  @Index()
  readonly shownRevisionId!: (string | null) & Opt;

  /** Who writes it; null for an imported one, and for a former teacher's. */
  @ManyToOne(() => Person, {
    mapToPk: true,
    nullable: true,
    fieldName: "author_id",
    deleteRule: "set null",
  })
  @Index()
  authorId: string | null = null;

  /** First publication. */
  @Property({ type: "datetime", nullable: true })
  publishedAt: Date | null = null;

  /** Last change that a reader could see. */
  @Property({ type: "datetime" })
  updatedAt: Date & Opt = new Date();

  @Property({ type: "text", nullable: true })
  withdrawalReason: string | null = null;

  @Property({ type: "datetime", nullable: true })
  withdrawnAt: Date | null = null;

  /** Puts a revision before readers; the one before stays in the record. */
  publish(revision: SummaryRevision, at: Date): void {
    if (this.state === EvidenceSummaryState.WITHDRAWN)
      throw conflict(
        `${this.slug} has been withdrawn; a withdrawn summary is not published again.`,
      );
    revision.publishedAt = at;
    this.publishedRevisionId = revision.id;
    this.state = EvidenceSummaryState.PUBLISHED;
    this.publishedAt ??= at;
    this.updatedAt = at;
  }

  /** Takes a published summary back; its address keeps the reason and the date. */
  withdraw(reason: string, at: Date): void {
    if (this.publishedAt === null)
      throw conflict(`${this.slug} was never published, so there is nothing to withdraw.`);
    if (this.state === EvidenceSummaryState.WITHDRAWN)
      throw conflict(`${this.slug} has been withdrawn already.`);
    this.state = EvidenceSummaryState.WITHDRAWN;
    this.withdrawalReason = reason;
    this.withdrawnAt = at;
    this.updatedAt = at;
  }
}
