import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType, Int, registerEnumType } from "type-graphql";
import { ImpactMonthsStatus } from "./summary-revision.entity.ts";

/** Orders of the list of summaries. */
export enum EvidenceSummarySort {
  TITLE = "TITLE",
  NEWEST = "NEWEST",
  UPDATED = "UPDATED",
  IMPACT = "IMPACT",
  EVIDENCE_STRENGTH = "EVIDENCE_STRENGTH",
  COST = "COST",
  COST_EFFECTIVENESS = "COST_EFFECTIVENESS",
}
registerEnumType(EvidenceSummarySort, {
  name: "EvidenceSummarySort",
  description: "Orders of the list of summaries; summaries without the figure come last.",
  valuesConfig: {
    TITLE: { description: "By title, A to Z." },
    NEWEST: { description: "First published last, first." },
    UPDATED: { description: "Changed last, first." },
    IMPACT: { description: "Most months first; among equals most padlocks, then lowest cost." },
    EVIDENCE_STRENGTH: {
      description: "Most padlocks first; among equals most months, then lowest cost.",
    },
    COST: { description: "Lowest cost band first; among equals most months, then most padlocks." },
    COST_EFFECTIVENESS: {
      description:
        "By costEffectivenessGroup, then by the most that a month of progress can cost for a pupil, lowest first: the upper limit of the cost band over the months, a comparison of limits and no price. Show the padlocks with it.",
    },
  },
});

const terms = (scheme: string) =>
  ({
    nullable: true,
    description: `Slugs of ${scheme} terms; a summary with any one of them matches.`,
  }) as const;

@InputType({
  description:
    "Which summaries: different fields must all hold, values of one field are alternatives, at most 100.",
})
export class EvidenceSummaryFilter {
  @Field(() => [String], terms("TOPIC"))
  topics?: string[] | null;

  @Field(() => [String], terms("SUBJECT"))
  subjects?: string[] | null;

  @Field(() => [String], terms("PHASE"))
  phases?: string[] | null;

  @Field(() => [String], terms("KEY_STAGE"))
  keyStages?: string[] | null;

  @Field(() => [String], terms("PUPIL_GROUP"))
  pupilGroups?: string[] | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Changed at this moment or later." })
  updatedAfter?: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: "Highest cost band, 1 to 5; summaries without one never match.",
  })
  costBandMax?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Fewest padlocks, 0 to 5; summaries without any figure never match.",
  })
  evidenceStrengthMin?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Fewest months, may be negative; summaries not rated in months never match.",
  })
  impactMonthsMin?: number | null;

  @Field(() => [ImpactMonthsStatus], {
    nullable: true,
    description: "Rated in months, not enough evidence, or not rated in months; any when empty.",
  })
  impactMonthsStatuses?: ImpactMonthsStatus[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Slugs of the summaries themselves, at most 100; any when empty.",
  })
  slugs?: string[] | null;
}
