import type { Opt } from "@mikro-orm/core";
import { Entity, Enum, PrimaryKey, Property, Unique } from "@mikro-orm/decorators/legacy";
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";

/** The vocabularies we keep. A later one is a new value here and a new list in seeds/terms.yaml. */
export enum TermScheme {
  TOPIC = "TOPIC",
  SUBJECT = "SUBJECT",
  PHASE = "PHASE",
  KEY_STAGE = "KEY_STAGE",
  PUPIL_GROUP = "PUPIL_GROUP",
  PD_MECHANISM = "PD_MECHANISM",
}
registerEnumType(TermScheme, {
  name: "TermScheme",
  description: "The controlled vocabularies that records are described by.",
  valuesConfig: {
    TOPIC: { description: "What it is about: feedback, phonics, behaviour …" },
    SUBJECT: { description: "School subject." },
    PHASE: { description: "Nursery, primary, secondary, sixth form or college, all-through." },
    KEY_STAGE: { description: "EYFS and key stages 1 to 5 of the English system." },
    PUPIL_GROUP: { description: "Pupils it is for: disadvantaged, SEND, EAL …" },
    PD_MECHANISM: {
      description: "The 14 mechanisms of effective professional development (EEF, 2021).",
    },
  },
});

@ObjectType({ implements: Node, description: "A word of a controlled vocabulary." })
@Entity()
@Unique({ properties: ["scheme", "slug"] })
export class Term implements Node {
  @Field(() => ID, { description: "Typed id, term_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("term");

  @Field(() => TermScheme, { description: "The vocabulary it belongs to." })
  @Enum({ items: () => TermScheme, type: "text" })
  scheme!: TermScheme;

  @Field(() => String, {
    description: "Stable name for addresses and filters, unique in its scheme.",
  })
  @Property({ type: "text" })
  slug!: string;

  @Field(() => String, { description: "What a reader sees." })
  @Property({ type: "text" })
  label!: string;

  @Field(() => [String], { description: "Other names it is found by (SEND, EAL, TA)." })
  @Property({ type: "text[]" })
  aliases: string[] & Opt = [];

  @Field(() => String, {
    nullable: true,
    description:
      "Group within the scheme, for example Build knowledge among the PD mechanisms; null where a scheme has no groups.",
  })
  @Property({ type: "text", nullable: true })
  group: string | null = null;

  @Field(() => Int, { description: "Place in the scheme's own order, from 1." })
  @Property({ type: "integer" })
  position!: number;
}
