import { GraphQLDate, GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { Node } from "../kernel/node.ts";
import { type ContentKind, Searchable } from "../search/searchable.ts";
import { EvidenceSummaryState } from "./evidence-summary.entity.ts";
import { ImpactMonthsStatus } from "./summary-revision.entity.ts";

@ObjectType({ description: "Why and when a published record was taken back." })
export class Withdrawal {
  @Field(() => String, { description: "The reason, in words for readers." })
  reason!: string;

  @Field(() => GraphQLDateTime, { description: "When it was taken back." })
  withdrawnAt!: Date;
}

@ObjectType({ description: "Where the figures come from." })
export class Source {
  @Field(() => String, { description: "Name of the source." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Address where the figures can be checked." })
  url!: string | null;

  @Field(() => String, { nullable: true, description: "Licence or terms of use." })
  licence!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The words that the licence asks to be shown; null where it asks for none.",
  })
  attribution?: string | null;

  @Field(() => GraphQLDate, { nullable: true, description: "Day the figures were read." })
  retrievedOn!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What a reader should know of the figures; show it beside them.",
  })
  note!: string | null;
}

@ObjectType("Reference", { description: "A publication that the text rests on." })
export class SummaryReference {
  @Field(() => String, {
    description: "Name the text cites it by; section HTML links to #reference-<key>.",
  })
  key!: string;

  @Field(() => String, { description: "Author and year, as it reads in the text." })
  short!: string;

  @Field(() => String, { description: "Full citation." })
  text!: string;

  @Field(() => String, { nullable: true, description: "Address of the publication." })
  url!: string | null;
}

/** What a reader sees of a summary: its identity joined with its published revision, before the first one with its draft. */
@ObjectType("EvidenceSummary", {
  implements: [Node, Searchable],
  description:
    "An EEF-style evidence summary: what research says about an approach, in three figures and in words.",
})
export class SummaryView implements Searchable {
  @Field(() => ID, { description: "Typed id, summary_…" })
  id!: string;

  @Field(() => String, { description: "Stable name for its address." })
  slug!: string;

  @Field(() => String, { description: "Title, as plain text." })
  title!: string;

  @Field(() => String, { description: "One plain sentence; empty when withdrawn." })
  headline!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "Months of additional progress in a year, may be 0 or negative; null unless impactMonthsStatus is RATED.",
  })
  impactMonths!: number | null;

  @Field(() => ImpactMonthsStatus, { description: "Why there is, or is not, a figure in months." })
  impactMonthsStatus!: ImpactMonthsStatus;

  @Field(() => EvidenceSummaryState, { description: "Where the summary is on its way to readers." })
  state!: EvidenceSummaryState;

  @Field(() => Withdrawal, {
    nullable: true,
    description: "Set when state is WITHDRAWN: figures are then null and sections empty.",
  })
  withdrawal!: Withdrawal | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Cost band per class of 25 and year, 1 very low to 5 very high; null where not known.",
  })
  costBand!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Evidence strength in padlocks, 0 to 5; null where not known.",
  })
  evidenceStrength!: number | null;

  @Field(() => Source, { description: "Where the figures come from." })
  source!: Source;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it was first published; null before.",
  })
  publishedAt!: Date | null;

  @Field(() => GraphQLDateTime, { description: "Last change that a reader could see." })
  updatedAt!: Date;

  /** The revision that is shown; null for a tombstone, from which nothing hangs. */
  revisionId!: string | null;
  reviewed!: boolean;
  authorId!: string | null;
  kind!: ContentKind;
  url!: string;
}
