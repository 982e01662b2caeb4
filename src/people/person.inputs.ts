import { Field, ID, InputType, Int } from "type-graphql";
import type { Role } from "../kernel/viewer.ts";
import { CareerStage } from "./career-stage.ts";
import { roleNames } from "./role.ts";

@InputType({ description: "What to change about a profile; what is left out stays as it is." })
export class PersonUpdateInput {
  @Field(() => ID, {
    nullable: true,
    description: "Whose profile; the viewer's own when left out.",
  })
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Name to be shown by, 1 to 100 characters on one line. Never empty.",
  })
  name?: string | null;

  @Field(() => CareerStage, { nullable: true, description: "Null takes it out." })
  careerStage?: CareerStage | null;

  @Field(() => [String], {
    nullable: true,
    description: "Slugs of all SUBJECT terms they teach, at most 30; an empty list takes all out.",
  })
  subjects?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Slugs of all PHASE terms they work in, at most 30; an empty list takes all out.",
  })
  phases?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Slugs of all TOPIC terms of interest, at most 30; an empty list takes all out.",
  })
  interests?: string[] | null;
}

@InputType({ description: "Which people; a person must fit every part that is given." })
export class PersonFilter {
  @Field(() => String, {
    nullable: true,
    description:
      "A part of the name or of the e-mail address, at most 200 characters; case makes no difference.",
  })
  query?: string | null;

  @Field(() => roleNames, { nullable: true, description: "Who holds this role now." })
  role?: Role | null;

  @Field(() => Int, { nullable: true, description: "Members of the school with this URN." })
  schoolUrn?: number | null;
}
