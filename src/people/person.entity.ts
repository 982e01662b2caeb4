import type { Opt } from "@mikro-orm/core";
import { Entity, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ID, ObjectType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";
import { School } from "./school.entity.ts";

@ObjectType({
  implements: Node,
  description: "A teacher or other member of staff, as others see them.",
})
@Entity()
export class Person implements Node {
  @Field(() => ID, { description: "Typed id, person_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("person");

  @Field(() => String, { description: "Name they are shown by." })
  @Property({ type: "text" })
  name!: string;

  @ManyToOne(() => School, { mapToPk: true, nullable: true, fieldName: "school_id", index: true })
  schoolId: string | null = null;

  /** Facts table F7 of the domain, as a word: "ECT year 1". */
  @Property({ type: "text", nullable: true })
  careerStage: string | null = null;
}
