import type { Opt } from "@mikro-orm/core";
import { Entity, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import { Person } from "./person.entity.ts";
import { School } from "./school.entity.ts";

@ObjectType({
  description:
    "A domain of e-mail addresses that only staff of one school have: who has verified one joins that school without a lead's approval.",
})
@Entity()
export class SchoolDomain {
  @Field(() => ID, { description: "Typed id, domain_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("domain");

  @ManyToOne(() => School, { mapToPk: true, fieldName: "school_id", index: true })
  schoolId!: string;

  @Field(() => String, {
    description: "What stands after the @, in lower case; internationalised ones in ASCII.",
  })
  @Property({ type: "text", unique: true })
  domain!: string;

  @Field(() => GraphQLDateTime, { description: "When it was listed." })
  @Property({ type: "datetime" })
  addedAt: Date & Opt = new Date();

  @ManyToOne(() => Person, { mapToPk: true, nullable: true, fieldName: "added_by_id" })
  addedById: string | null = null;
}
