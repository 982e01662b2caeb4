import type { Opt } from "@mikro-orm/core";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ID, Int, ObjectType } from "type-graphql";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";

@ObjectType({
  implements: Node,
  description: "A published guidance report with recommendations for schools.",
})
@Entity()
export class GuidanceReport implements Node {
  @Field(() => ID, { description: "Typed id, guidance_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("guidance");

  @Field(() => String, { description: "Stable name." })
  @Property({ type: "text", unique: true })
  slug!: string;

  @Field(() => String, { description: "Title as published." })
  @Property({ type: "text" })
  title!: string;

  @Field(() => String, { description: "Who published it." })
  @Property({ type: "text" })
  publisher!: string;

  @Field(() => Int, { nullable: true, description: "Year of publication; null where not known." })
  @Property({ type: "integer", nullable: true })
  year: number | null = null;

  @Field(() => String, { nullable: true, description: "Edition, in words." })
  @Property({ type: "text", nullable: true })
  edition: string | null = null;

  @Field(() => Int, { nullable: true, description: "Number of recommendations it makes." })
  @Property({ type: "integer", nullable: true })
  recommendations: number | null = null;

  @Field(() => String, { nullable: true, description: "Address of its page." })
  @Property({ type: "text", nullable: true })
  url: string | null = null;
}
