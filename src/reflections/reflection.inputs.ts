import { Field, InputType, Int } from "type-graphql";

@InputType({ description: "Which reflections: different fields must all hold." })
export class ReflectionFilter {
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
