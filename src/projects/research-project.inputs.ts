import { Field, InputType, Int } from "type-graphql";
import { ResearchProjectStatus } from "./research-project.entity.ts";

const terms = (scheme: string) =>
  ({
    nullable: true,
    description: `Slugs of ${scheme} terms; a project with any one of them matches.`,
  }) as const;

@InputType({
  description:
    "Which projects: different fields must all hold, values of one field are alternatives, at most 100.",
})
export class ResearchProjectFilter {
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

  @Field(() => ResearchProjectStatus, { nullable: true, description: "How far it has come." })
  status?: ResearchProjectStatus | null;

  @Field(() => Int, { nullable: true, description: "Unique reference number of its school." })
  schoolUrn?: number | null;
}
