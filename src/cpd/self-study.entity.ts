import type { Opt } from "@mikro-orm/core";
import {
  Check,
  Entity,
  Enum,
  Index,
  ManyToOne,
  PrimaryKey,
  Property,
} from "@mikro-orm/decorators/legacy";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import { Source } from "../evidence/evidence-summary.view.ts";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";
import { Organisation } from "../people/organisation.entity.ts";
import { type ContentKind, Searchable } from "../search/searchable.ts";
import { Term } from "../terms/term.entity.ts";

/** Whom a programme wrote an item for. */
export enum SelfStudyAudience {
  EARLY_CAREER_TEACHER = "EARLY_CAREER_TEACHER",
  MENTOR = "MENTOR",
  INDUCTION_TUTOR = "INDUCTION_TUTOR",
}
registerEnumType(SelfStudyAudience, {
  name: "SelfStudyAudience",
  description: "Whom a programme wrote a self-study item for.",
  valuesConfig: {
    EARLY_CAREER_TEACHER: { description: "Teachers in their first two years (ECTs)." },
    MENTOR: { description: "Mentors of early career teachers." },
    INDUCTION_TUTOR: { description: "Induction tutors, who watch over a school's induction." },
  },
});

/** The third of the school year in which a programme comes to an item. */
export enum SchoolTerm {
  AUTUMN = "AUTUMN",
  SPRING = "SPRING",
  SUMMER = "SUMMER",
}
registerEnumType(SchoolTerm, {
  name: "SchoolTerm",
  description: "The third of the school year in which a programme comes to an item.",
  valuesConfig: {
    AUTUMN: { description: "September to December." },
    SPRING: { description: "January to March or April." },
    SUMMER: { description: "April to July." },
  },
});

/** A headed part of an item's text. */
export interface SelfStudySection {
  readonly heading: string;
  /** Markdown. */
  readonly markdown: string;
}

@ObjectType({
  implements: [Node, Searchable],
  description:
    "Professional development that a teacher reads alone, at any time: a page of a provider's programme. It has a place in that programme, and no date.",
})
@Entity()
@Index({ name: "self_study_item_order", properties: ["moduleSlug", "position", "slug"] })
@Check({ name: "self_study_item_week", expression: "week between 1 and 53" })
@Check({ name: "self_study_item_year", expression: "year between 1 and 9" })
@Check({ name: "self_study_item_duration", expression: "duration_minutes > 0" })
export class SelfStudyItem implements Searchable {
  @Field(() => ID, { description: "Typed id, selfstudy_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("selfstudy");

  @Field(() => String, { description: "Stable name for its address." })
  @Property({ type: "text", unique: true })
  slug!: string;

  @Field(() => String, {
    description: "Title with its place in the programme, so that no two of a provider look alike.",
  })
  @Property({ type: "text" })
  title!: string;

  /** The title without the place, which is all that search should weigh: "year 1" is what teachers call key stage 1. */
  @Property({ type: "text" })
  name!: string;

  @Field(() => String, {
    description:
      "The first full sentence of its text, as plain text; its title where it has no sentences.",
  })
  @Property({ type: "text" })
  headline!: string;

  @Field(() => String, { description: "The programme it is part of." })
  @Property({ type: "text" })
  programme!: string;

  @Field(() => String, { description: "The module of the programme it is part of." })
  @Property({ type: "text" })
  module!: string;

  @Field(() => String, { description: "Stable name of the module, for `filter.module`." })
  @Property({ type: "text" })
  moduleSlug!: string;

  @Field(() => Int, {
    nullable: true,
    description: "Year of the programme, from 1; null where it has only one.",
  })
  @Property({ type: "integer", nullable: true })
  year: number | null = null;

  @Field(() => SchoolTerm, {
    nullable: true,
    description: "School term in which the programme comes to it; null where it says none.",
  })
  @Enum({ items: () => SchoolTerm, type: "text", nullable: true })
  schoolTerm: SchoolTerm | null = null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Week of that term, as the programme counts; null where it is for no week of its own.",
  })
  @Property({ type: "integer", nullable: true })
  week: number | null = null;

  @Field(() => String, {
    description: "What it is within its week, as its provider calls it: Theory, Reflect.",
  })
  @Property({ type: "text" })
  part!: string;

  /** Where it stands in its module; items may tie. */
  @Property({ type: "integer" })
  position!: number;

  @Field(() => SelfStudyAudience, {
    nullable: true,
    description: "Whom it was written for; null where it does not say.",
  })
  @Enum({ items: () => SelfStudyAudience, type: "text", nullable: true })
  writtenFor: SelfStudyAudience | null = null;

  @Field(() => Int, {
    nullable: true,
    description: "How long it takes, in minutes; null where its text does not say.",
  })
  @Property({ type: "integer", nullable: true })
  durationMinutes: number | null = null;

  /** Long, and read by its own page alone: see sectionsOfItem in the reader. */
  @Property({ type: "json", lazy: true })
  sections!: SelfStudySection[];

  @Field(() => Source, { description: "Who published it, where, and under which licence." })
  @Property({ type: "json" })
  source!: Source;

  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: "provider_id", index: true })
  providerId!: string;

  /** SHA-256 of everything above and what it is linked to: what an import compares. */
  @Property({ type: "text" })
  contentHash!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it was first published here; null before.",
  })
  @Property({ type: "datetime", nullable: true })
  publishedAt: Date | null = null;

  @Field(() => GraphQLDateTime, { description: "Last change that a reader could see." })
  @Property({ type: "datetime" })
  updatedAt: Date & Opt = new Date();

  kind!: ContentKind & Opt;
  url!: string & Opt;
}

/** A self-study item is described by a term. */
@Entity()
export class SelfStudyTerm {
  @ManyToOne(() => SelfStudyItem, { mapToPk: true, primary: true, fieldName: "item_id" })
  itemId!: string;

  @ManyToOne(() => Term, { mapToPk: true, primary: true, fieldName: "term_id", index: true })
  termId!: string;
}

/** A self-study item points its reader to a summary. */
@Entity()
export class SelfStudyEvidence {
  @ManyToOne(() => SelfStudyItem, { mapToPk: true, primary: true, fieldName: "item_id" })
  itemId!: string;

  @ManyToOne(() => EvidenceSummary, {
    mapToPk: true,
    primary: true,
    fieldName: "summary_id",
    index: true,
  })
  summaryId!: string;
}
