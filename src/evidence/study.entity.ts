import type { Opt } from "@mikro-orm/core";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";

@ObjectType({ implements: Node, description: "A piece of research that findings come from." })
@Entity()
export class Study implements Node {
  @Field(() => ID, { description: "Typed id, study_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("study");

  @Field(() => String, { nullable: true, description: "Title as published; null where not known." })
  @Property({ type: "text", nullable: true })
  title: string | null = null;

  @Field(() => Int, { nullable: true, description: "Year of publication." })
  @Property({ type: "integer", nullable: true })
  year: number | null = null;

  @Field(() => String, {
    nullable: true,
    description: "Design in the field's words: randomised controlled trial, meta-analysis …",
  })
  @Property({ type: "text", nullable: true })
  design: string | null = null;

  @Field(() => String, { nullable: true, description: "Full citation." })
  @Property({ type: "text", nullable: true })
  citation: string | null = null;

  @Field(() => String, {
    nullable: true,
    description: "Address of the publication, or of a page about it.",
  })
  @Property({ type: "text", nullable: true })
  url: string | null = null;
}
