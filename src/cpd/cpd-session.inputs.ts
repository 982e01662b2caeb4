import { GraphQLDateTime } from "graphql-scalars";
import { Field, InputType, registerEnumType } from "type-graphql";
import { CpdMode } from "./cpd-session.entity.ts";

/** In which order sessions are listed. */
export enum CpdSessionSort {
  UPCOMING = "UPCOMING",
  EARLIEST = "EARLIEST",
  LATEST = "LATEST",
}
registerEnumType(CpdSessionSort, {
  name: "CpdSessionSort",
  description:
    "In which order sessions are listed. EARLIEST and LATEST are one line walked in two directions: the startCursor of a page under one, given as `after` under the other, leads back.",
  valuesConfig: {
    UPCOMING: {
      description: "What is coming up, soonest first; then what is over, latest first.",
    },
    EARLIEST: { description: "By their start, earliest first." },
    LATEST: { description: "By their start, latest first." },
  },
});

const terms = (scheme: string) =>
  ({
    nullable: true,
    description: `Slugs of ${scheme} terms; a session with any one of them matches.`,
  }) as const;

@InputType({
  description:
    "Which sessions: different fields must all hold, values of one field are alternatives, at most 100.",
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

  @Field(() => [CpdMode], {
    nullable: true,
    description: "Where it takes place: any one of these.",
  })
  modes?: CpdMode[] | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Starts at this moment or later." })
  startsAfter?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Starts before this moment." })
  startsBefore?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Ends after this moment: with `startsBefore`, what takes place between the two.",
  })
  endsAfter?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Ends at this moment or before: what is over by then.",
  })
  endsBefore?: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Slug of a session: others that build on one of its summaries or share one of its topics. An unknown slug matches nothing.",
  })
  relatedTo?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only sessions with places left (or without a limit); false: only full ones.",
  })
  hasPlaces?: boolean | null;
}
