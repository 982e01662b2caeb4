import { Field, InputType, Int } from "type-graphql";

const terms = (scheme: string) =>
  ({
    nullable: true,
    description: `Slugs of ${scheme} terms; a reflection about a summary or session with any one of them matches.`,
  }) as const;

@InputType({
  description:
    "Which reflections: different fields must all hold, values of one field are alternatives, at most 100.",
})
export class ReflectionFilter {
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

  @Field(() => String, { nullable: true, description: "Slug of the summary they are about." })
  evidenceSlug?: string | null;

  @Field(() => String, { nullable: true, description: "Slug of the session they are about." })
  cpdSessionSlug?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Unique reference number of the school they come from.",
  })
  schoolUrn?: number | null;
}
