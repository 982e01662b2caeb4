import type { Opt } from "@mikro-orm/core";
import { Entity, Enum, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";

/** What an organisation is to schools. */
export enum OrganisationKind {
  RESEARCH_SCHOOL = "RESEARCH_SCHOOL",
  PROVIDER = "PROVIDER",
  HUB = "HUB",
  UNIVERSITY = "UNIVERSITY",
}
registerEnumType(OrganisationKind, {
  name: "OrganisationKind",
  description: "What an organisation is to schools.",
  valuesConfig: {
    RESEARCH_SCHOOL: { description: "A Research School." },
    PROVIDER: { description: "A provider of professional development." },
    HUB: { description: "A subject hub, for example a Maths Hub." },
    UNIVERSITY: { description: "A university." },
  },
});

@ObjectType({
  implements: Node,
  description: "A Research School, CPD provider, hub or university.",
})
@Entity()
export class Organisation implements Node {
  @Field(() => ID, { description: "Typed id, organisation_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("organisation");

  @Field(() => String, { description: "Stable name for addresses." })
  @Property({ type: "text", unique: true })
  slug!: string;

  @Field(() => String, { description: "Name as it calls itself." })
  @Property({ type: "text" })
  name!: string;

  @Field(() => OrganisationKind, { description: "What it is to schools." })
  @Enum({ items: () => OrganisationKind, type: "text" })
  organisationKind!: OrganisationKind;

  @Field(() => String, { nullable: true, description: "Address of its own site." })
  @Property({ type: "text", nullable: true })
  website: string | null = null;
}
