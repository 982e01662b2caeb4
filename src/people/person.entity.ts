import type { Opt } from "@mikro-orm/core";
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ID, ObjectType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";
import { Term } from "../terms/term.entity.ts";
import { CareerStage } from "./career-stage.ts";
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

  /** Follows the active membership, in the same transaction. */
  @ManyToOne(() => School, { mapToPk: true, nullable: true, fieldName: "school_id", index: true })
  schoolId: string | null = null;

  @Field(() => CareerStage, {
    nullable: true,
    description: "Where they are in their career; null where they have not said.",
  })
  @Enum({ items: () => CareerStage, type: "text", nullable: true })
  careerStage: CareerStage | null = null;
}

/** A person teaches a subject, works in a phase, or takes an interest in a topic. */
@Entity()
export class PersonTerm {
  @ManyToOne(() => Person, { mapToPk: true, primary: true, fieldName: "person_id" })
  personId!: string;

  @ManyToOne(() => Term, { mapToPk: true, primary: true, fieldName: "term_id", index: true })
  termId!: string;
}
