import type { Opt } from "@mikro-orm/core";
import { Entity, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";
import { SummaryRevision } from "./summary-revision.entity.ts";

@ObjectType({ implements: Node, description: "A piece of research that findings come from." })
@Entity()
export class Study implements Node {
  @Field(() => ID, { description: "Typed id, study_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("study");

  @Field(() => String, { nullable: true, description: "Title as published; null where not known." })
  @Property({ type: "text", nullable: true })
  title: string | null = null;

  @Field(() => Int, { nullable: true, description: "Year of publication." })
  @Property({ type: "integer", nullable: true })
  year: number | null = null;

  @Field(() => String, {
    nullable: true,
    description: "Design in the field's words: randomised controlled trial, meta-analysis …",
  })
  @Property({ type: "text", nullable: true })
  design: string | null = null;

  @Field(() => String, { nullable: true, description: "Full citation." })
  @Property({ type: "text", nullable: true })
  citation: string | null = null;

  @Field(() => String, { nullable: true, description: "Address of the publication." })
  @Property({ type: "text", nullable: true })
  url: string | null = null;
}

@ObjectType({ implements: Node, description: "One measured outcome of one study." })
@Entity()
export class Finding implements Node {
  @Field(() => ID, { description: "Typed id, finding_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("finding");

  @ManyToOne(() => SummaryRevision, { mapToPk: true, fieldName: "revision_id", index: true })
  revisionId!: string;

  @ManyToOne(() => Study, { mapToPk: true, nullable: true, fieldName: "study_id", index: true })
  studyId: string | null = null;

  /** Place in the summary's list, from 1. */
  @Property({ type: "integer" })
  position!: number;

  @Field(() => String, { description: "What was measured." })
  @Property({ type: "text" })
  outcome!: string;

  @Field(() => String, { nullable: true, description: "What the approach was compared with." })
  @Property({ type: "text", nullable: true })
  comparison: string | null = null;

  @Field(() => String, { nullable: true, description: "Who took part." })
  @Property({ type: "text", nullable: true })
  sampleDescription: string | null = null;

  @Field(() => Int, {
    nullable: true,
    description: "Number of pupils (or of studies' pupils, for a meta-analysis).",
  })
  @Property({ type: "integer", nullable: true })
  sampleSize: number | null = null;

  @Field(() => Float, {
    nullable: true,
    description: "Standardised mean difference (Hedges' g); positive favours the intervention.",
  })
  @Property({ type: "double", nullable: true })
  effectSize: number | null = null;

  @Field(() => Boolean, {
    nullable: true,
    description: "As the study reports it; null where it does not.",
  })
  @Property({ type: "boolean", nullable: true })
  statisticallySignificant: boolean | null = null;
}
