import { Field, InputType, Int } from "type-graphql";
import { ResearchProjectStatus } from "./research-project.entity.ts";

@InputType({
  description:
    "Which projects: different fields must all hold, values of one field are alternatives.",
})
export class ResearchProjectFilter {
  @Field(() => [String], {
    nullable: true,
    description: "Slugs of TOPIC terms; a project with any one of them matches.",
  })
  topics?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Slugs of PHASE terms; a project with any one of them matches.",
  })
  phases?: string[] | null;

  @Field(() => ResearchProjectStatus, { nullable: true, description: "How far it has come." })
  status?: ResearchProjectStatus | null;

  @Field(() => Int, { nullable: true, description: "Unique reference number of its school." })
  schoolUrn?: number | null;
}
