import type { Opt } from "@mikro-orm/core";
import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";
import { Study } from "./study.entity.ts";
import { SummaryRevision } from "./summary-revision.entity.ts";

/** How well the design of a study guards against other explanations, as the What Works Clearinghouse rates it. */
export enum DesignRating {
  MEETS_WITHOUT_RESERVATIONS = "MEETS_WITHOUT_RESERVATIONS",
  MEETS_WITH_RESERVATIONS = "MEETS_WITH_RESERVATIONS",
  DOES_NOT_MEET = "DOES_NOT_MEET",
}
registerEnumType(DesignRating, {
  name: "DesignRating",
  description:
    "How well a study's design guards against other explanations, as the What Works Clearinghouse rates it.",
  valuesConfig: {
    MEETS_WITHOUT_RESERVATIONS: {
      description: "Meets its standards without reservations: a sound randomised trial.",
    },
    MEETS_WITH_RESERVATIONS: {
      description: "Meets its standards with reservations: the groups were alike at the start.",
    },
    DOES_NOT_MEET: { description: "Does not meet its standards." },
  },
});

/** Where the figure in `effectSize` comes from, for findings whose source publishes signs that need reading. */
export enum EffectSizeBasis {
  AS_PUBLISHED = "AS_PUBLISHED",
  REVERSED = "REVERSED",
  STUDY_REPORTED = "STUDY_REPORTED",
  UNCLEAR = "UNCLEAR",
}
registerEnumType(EffectSizeBasis, {
  name: "EffectSizeBasis",
  description: "Where the figure in effectSize comes from.",
  valuesConfig: {
    AS_PUBLISHED: { description: "It is effectSizeAsPublished." },
    REVERSED: {
      description:
        "It is effectSizeAsPublished with its sign reversed: less is better here, which improvementIndex shows.",
    },
    STUDY_REPORTED: {
      description:
        "It is what the study's authors report, which agrees with improvementIndex where effectSizeAsPublished is missing or does not.",
    },
    UNCLEAR: {
      description:
        "effectSize is null: the published figures contradict each other, or do not say which group did better.",
    },
  },
});

const nullable = (description: string) => ({ nullable: true, description }) as const;

@ObjectType({ implements: Node, description: "One measured outcome of one study." })
@Entity()
@Check({ name: "finding_improvement_index", expression: "improvement_index between -50 and 50" })
@Check({ name: "finding_p_value", expression: "p_value between 0 and 1" })
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
    description:
      "Standardised mean difference (Hedges' g); positive favours the intervention. Null where it is not known, or where it is not known whom it favours.",
  })
  @Property({ type: "double", nullable: true })
  effectSize: number | null = null;

  @Field(() => Boolean, {
    nullable: true,
    description: "As its source reports it; null where it does not.",
  })
  @Property({ type: "boolean", nullable: true })
  statisticallySignificant: boolean | null = null;

  @Field(
    () => String,
    nullable("What the source calls this finding, for example wwc/9; null where it has no name."),
  )
  @Property({ type: "text", nullable: true })
  sourceReference: string | null = null;

  @Field(() => String, nullable("Group of outcomes it is counted in, in the source's words."))
  @Property({ type: "text", nullable: true })
  outcomeDomain: string | null = null;

  @Field(() => String, nullable("When it was measured, in the source's words."))
  @Property({ type: "text", nullable: true })
  period: string | null = null;

  @Field(
    () => Boolean,
    nullable("Whether it is about a part of the study's pupils only; null where not known."),
  )
  @Property({ type: "boolean", nullable: true })
  isSubgroup: boolean | null = null;

  @Field(() => Int, nullable("Number in the group that had the intervention."))
  @Property({ type: "integer", nullable: true })
  interventionSampleSize: number | null = null;

  @Field(() => Int, nullable("Number in the group it was compared with."))
  @Property({ type: "integer", nullable: true })
  comparisonSampleSize: number | null = null;

  @Field(
    () => Int,
    nullable("Classes, schools or other clusters in the group that had the intervention."),
  )
  @Property({ type: "integer", nullable: true })
  interventionClusters: number | null = null;

  @Field(
    () => Int,
    nullable("Classes, schools or other clusters in the group it was compared with."),
  )
  @Property({ type: "integer", nullable: true })
  comparisonClusters: number | null = null;

  @Field(
    () => Float,
    nullable("Mean of the group that had the intervention, in the measure's own unit."),
  )
  @Property({ type: "double", nullable: true })
  interventionMean: number | null = null;

  @Field(
    () => Float,
    nullable("Mean of the group it was compared with, in the measure's own unit."),
  )
  @Property({ type: "double", nullable: true })
  comparisonMean: number | null = null;

  @Field(
    () => Float,
    nullable(
      "Standard deviation in the group that had the intervention, in the measure's own unit.",
    ),
  )
  @Property({ type: "double", nullable: true })
  interventionStandardDeviation: number | null = null;

  @Field(
    () => Float,
    nullable("Standard deviation in the group it was compared with, in the measure's own unit."),
  )
  @Property({ type: "double", nullable: true })
  comparisonStandardDeviation: number | null = null;

  @Field(
    () => Float,
    nullable(
      "Hedges' g exactly as the source publishes it. Its sign is that of the difference of the means, so that where less is better (absences, anxiety) a negative figure may favour the intervention; use effectSize to compare.",
    ),
  )
  @Property({ type: "double", nullable: true })
  effectSizeAsPublished: number | null = null;

  @Field(
    () => Float,
    nullable("Effect size as the study's authors report it, its sign and kind their own."),
  )
  @Property({ type: "double", nullable: true })
  effectSizeOfStudy: number | null = null;

  @Field(
    () => EffectSizeBasis,
    nullable("Where effectSize comes from; null where the source publishes one figure only."),
  )
  @Enum({ items: () => EffectSizeBasis, type: "text", nullable: true })
  effectSizeBasis: EffectSizeBasis | null = null;

  @Field(
    () => Float,
    nullable(
      "Change in percentile rank to be expected of an average pupil, -50 to 50 percentile points, as the source publishes it; positive favours the intervention, unless effectSizeBasis is UNCLEAR.",
    ),
  )
  @Property({ type: "double", nullable: true })
  improvementIndex: number | null = null;

  @Field(() => Float, nullable("Probability of a difference as large by chance, 0 to 1."))
  @Property({ type: "double", nullable: true })
  pValue: number | null = null;

  @Field(() => DesignRating, nullable("How the design behind it was rated; null where it was not."))
  @Enum({ items: () => DesignRating, type: "text", nullable: true })
  designRating: DesignRating | null = null;
}
