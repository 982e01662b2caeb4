import type { Opt } from "@mikro-orm/core";
import { Entity, Enum, ManyToOne, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { GraphQLDate } from "graphql-scalars";
import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";
import { Term } from "../terms/term.entity.ts";

/** Whether a school can be visited. */
export enum SchoolStatus {
  OPEN = "OPEN",
  PROPOSED_TO_CLOSE = "PROPOSED_TO_CLOSE",
  PROPOSED_TO_OPEN = "PROPOSED_TO_OPEN",
  CLOSED = "CLOSED",
}
registerEnumType(SchoolStatus, {
  name: "SchoolStatus",
  description: "Whether a school is open, in the terms of the register.",
  valuesConfig: {
    OPEN: { description: "Open." },
    PROPOSED_TO_CLOSE: { description: "Open, but proposed to close." },
    PROPOSED_TO_OPEN: { description: "Not yet open." },
    CLOSED: { description: "Closed; kept because records here are about it." },
  },
});

/** URNs from here on are examples: the register has none, and no file may bring one. */
export const exampleUrnMin = 900_001;

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

  @Field(() => String, {
    nullable: true,
    description: "Name of the local authority; null where the source has none.",
  })
  @Property({ type: "text", nullable: true })
  localAuthority: string | null = null;

  @Field(() => String, {
    nullable: true,
    description:
      "The local authority's three digits in the numbers of the Department for Education: 861.",
  })
  @Property({ type: "text", nullable: true })
  localAuthorityCode: string | null = null;

  @Field(() => String, {
    nullable: true,
    description:
      "Type of establishment in the words of its source: Community school, State-funded primary.",
  })
  @Property({ type: "text", nullable: true })
  establishmentType: string | null = null;

  @ManyToOne(() => Term, { mapToPk: true, nullable: true, fieldName: "phase_id" })
  phaseId: string | null = null;

  @Field(() => Int, { nullable: true, description: "Pupils on roll, as counted in pupilsYear." })
  @Property({ type: "integer", nullable: true })
  pupils: number | null = null;

  @Field(() => Int, { nullable: true, description: "Year in which the pupils were counted." })
  @Property({ type: "integer", nullable: true })
  pupilsYear: number | null = null;

  @Field(() => String, {
    nullable: true,
    description: "Who counted the pupils, and which of them: School census, January 2019.",
  })
  @Property({ type: "text", nullable: true })
  pupilsSource: string | null = null;

  @Field(() => Float, {
    nullable: true,
    description:
      "Share of pupils eligible for pupil premium, in per cent, in the allocations of 2021 to 2022.",
  })
  @Property({ type: "double", nullable: true })
  pupilPremiumPercent: number | null = null;

  @Field(() => SchoolStatus, { description: "Whether it is open, as of asOf." })
  @Enum({ items: () => SchoolStatus, type: "text" })
  status: SchoolStatus & Opt = SchoolStatus.OPEN;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: "Day it closed; null while it is open, or where the register gives none.",
  })
  @Property({ type: "text", nullable: true })
  closedOn: string | null = null;

  @Field(() => GraphQLDate, {
    nullable: true,
    description: "Day of the register that the facts were read from; null for an example school.",
  })
  @Property({ type: "text", nullable: true })
  asOf: string | null = null;
}
