import type { Opt } from "@mikro-orm/core";
import { Entity, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";
import { Term } from "../terms/term.entity.ts";

@ObjectType({
  implements: Node,
  description:
    "A school of the register Get Information about Schools (DfE, Open Government Licence v3.0), or an example school (URN 900001 and up).",
})
@Entity()
export class School implements Node {
  @Field(() => ID, { description: "Typed id, school_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("school");

  @Field(() => Int, {
    description:
      "Unique reference number in the register; 900001 and up are examples, not real schools.",
  })
  @Property({ type: "integer", unique: true })
  urn!: number;

  @Field(() => String, { description: "Name as registered." })
  @Property({ type: "text" })
  name!: string;

  @Field(() => String, { nullable: true, description: "Town as registered." })
  @Property({ type: "text", nullable: true })
  town: string | null = null;

  @Field(() => String, { nullable: true, description: "Postcode as registered." })
  @Property({ type: "text", nullable: true })
  postcode: string | null = null;

  @ManyToOne(() => Term, { mapToPk: true, nullable: true, fieldName: "phase_id" })
  phaseId: string | null = null;

  @Field(() => Int, { nullable: true, description: "Pupils on roll in the year of the source." })
  @Property({ type: "integer", nullable: true })
  pupils: number | null = null;

  @Field(() => Float, {
    nullable: true,
    description: "Share of pupils eligible for pupil premium, in per cent.",
  })
  @Property({ type: "double", nullable: true })
  pupilPremiumPercent: number | null = null;
}
