import { Field, ID, InputType, Int } from "type-graphql";
import type { Role } from "../kernel/viewer.ts";
import { InvitationState } from "./invitation.entity.ts";
import { roleNames } from "./role.ts";

@InputType({ description: "Whom to invite, and to what." })
export class InvitationCreateInput {
  @Field(() => String, { description: "E-mail address, at most 254 characters." })
  email!: string;

  @Field(() => String, {
    nullable: true,
    description: "Their name, at most 100 characters; for the greeting in the mail.",
  })
  name?: string | null;

  @Field(() => roleNames, {
    defaultValue: "TEACHER",
    description: "The role they are to have; TEACHER for no more than an account.",
  })
  role!: Role;

  @Field(() => ID, {
    nullable: true,
    description:
      "The school they are to join, school_…; when left out, a lead's own, and none for an administrator.",
  })
  schoolId?: string | null;
}

@InputType({ description: "Which invitations; one must fit every part that is given." })
export class InvitationFilter {
  @Field(() => InvitationState, { nullable: true, description: "What became of it." })
  state?: InvitationState | null;

  @Field(() => Int, { nullable: true, description: "To the school with this URN." })
  schoolUrn?: number | null;

  @Field(() => ID, { nullable: true, description: "Of one file, batch_…" })
  batchId?: string | null;
}
