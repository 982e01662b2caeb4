import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType } from "type-graphql";
import { CpdMode } from "./cpd-session.entity.ts";

const terms = (scheme: string) =>
  ({
    nullable: true,
    description: `Slugs of ${scheme} terms; a session with any one of them matches.`,
  }) as const;

@InputType({
  description:
    "Which sessions: different fields must all hold, values of one field are alternatives.",
})
export class CpdSessionFilter {
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

  @Field(() => [String], terms("PD_MECHANISM"))
  pdMechanisms?: string[] | null;

  @Field(() => CpdMode, { nullable: true, description: "Where it takes place." })
  mode?: CpdMode | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Starts at this moment or later." })
  startsAfter?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Starts before this moment." })
  startsBefore?: Date | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only sessions with places left (or without a limit); false: only full ones.",
  })
  hasPlaces?: boolean | null;
}
