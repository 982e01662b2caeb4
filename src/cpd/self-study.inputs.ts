import { Field, InputType } from "type-graphql";
import { SelfStudyAudience } from "./self-study.entity.ts";

const terms = (scheme: string) =>
  ({
    nullable: true,
    description: `Slugs of ${scheme} terms; an item with any one of them matches.`,
  }) as const;

@InputType({
  description:
    "Which self-study items: different fields must all hold, values of one field are alternatives, at most 100.",
})
export class SelfStudyItemFilter {
  @Field(() => [String], terms("SUBJECT"))
  subjects?: string[] | null;

  @Field(() => [String], terms("PHASE"))
  phases?: string[] | null;

  @Field(() => [String], terms("TOPIC"))
  topics?: string[] | null;

  @Field(() => [String], terms("KEY_STAGE"))
  keyStages?: string[] | null;

  @Field(() => [String], terms("PUPIL_GROUP"))
  pupilGroups?: string[] | null;

  @Field(() => SelfStudyAudience, { nullable: true, description: "Whom it was written for." })
  writtenFor?: SelfStudyAudience | null;

  @Field(() => String, { nullable: true, description: "Slug of the organisation it is from." })
  providerSlug?: string | null;

  @Field(() => String, { nullable: true, description: "Slug of the module it is part of." })
  module?: string | null;
}
