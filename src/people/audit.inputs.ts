import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType, ObjectType } from "type-graphql";

@InputType({
  description: "Which lines of the audit trail: different fields must all hold.",
})
export class AuditEventFilter {
  @Field(() => String, { nullable: true, description: "What was done, one of `auditActs`." })
  act?: string | null;

  @Field(() => ID, { nullable: true, description: "Id of the record it was done to." })
  subject?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Opaque id of who did it, actor_…; finds the lines of persons who are gone, too.",
  })
  actor?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Id of a person, person_…: what they did, and what was done to them.",
  })
  person?: string | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Not before this moment." })
  from?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: "Before this moment." })
  to?: Date | null;
}

@ObjectType({
  description:
    "Who did something. The id stays the same for one person; name and address go when the person goes.",
})
export class AuditActor {
  @Field(() => ID, { description: "Opaque id, actor_…" })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: "Name, as it was when they last did something; null once the person is gone.",
  })
  name!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "E-mail address, as it was when they last did something; null where none is known, and once the person is gone.",
  })
  email!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "Id of the person, person_…; null once the person is gone.",
  })
  personId!: string | null;
}

@ObjectType("AuditDetail", { description: "One thing more that is known of an act." })
export class AuditDetailView {
  @Field(() => String, { description: "What it is: `role`." })
  name!: string;

  @Field(() => String, { description: "Its value, as text: `REVIEWER`." })
  value!: string;
}
