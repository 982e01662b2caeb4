import type { Opt } from "@mikro-orm/core";
import {
  Check,
  Entity,
  Enum,
  Index,
  ManyToOne,
  PrimaryKey,
  Property,
} from "@mikro-orm/decorators/legacy";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { CpdSession } from "../cpd/cpd-session.entity.ts";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";
import { Person } from "../people/person.entity.ts";
import { School } from "../people/school.entity.ts";
import { type ContentKind, Searchable } from "../search/searchable.ts";

/** Private by default; then school; then public, after moderation. */
export enum ReflectionVisibility {
  PRIVATE = "PRIVATE",
  SCHOOL = "SCHOOL",
  PUBLIC = "PUBLIC",
}
registerEnumType(ReflectionVisibility, {
  name: "ReflectionVisibility",
  description: "Who may read a reflection.",
  valuesConfig: {
    PRIVATE: { description: "Its author alone." },
    SCHOOL: { description: "Staff of its author's school." },
    PUBLIC: { description: "Everyone, once a moderator has accepted it." },
  },
});

@ObjectType({
  implements: [Node, Searchable],
  description: "A teacher's account of trying something: about a summary or a session.",
})
@Entity()
@Check({ name: "reflection_subject", expression: "num_nonnulls(summary_id, session_id) = 1" })
export class Reflection implements Searchable {
  @Field(() => ID, { description: "Typed id, reflection_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("reflection");

  @Field(() => String, { description: "Title, as plain text." })
  @Property({ type: "text" })
  title!: string;

  @Field(() => ReflectionVisibility, { description: "Who may read it." })
  @Enum({ items: () => ReflectionVisibility, type: "text" })
  visibility: ReflectionVisibility & Opt = ReflectionVisibility.PRIVATE;

  @ManyToOne(() => Person, { mapToPk: true, nullable: true, fieldName: "author_id", index: true })
  authorId: string | null = null;

  @ManyToOne(() => School, { mapToPk: true, nullable: true, fieldName: "school_id", index: true })
  schoolId: string | null = null;

  @Field(() => String, { description: "The class and the situation. Plain text." })
  @Property({ type: "text" })
  context!: string;

  @Field(() => String, { description: "What was tried. Plain text." })
  @Property({ type: "text" })
  tried!: string;

  @Field(() => String, { description: "What happened. Plain text." })
  @Property({ type: "text" })
  happened!: string;

  @Field(() => String, {
    nullable: true,
    description: "What the teacher will do next. Plain text.",
  })
  @Property({ type: "text", nullable: true })
  next: string | null = null;

  @ManyToOne(() => EvidenceSummary, {
    mapToPk: true,
    nullable: true,
    fieldName: "summary_id",
    index: true,
  })
  summaryId: string | null = null;

  @ManyToOne(() => CpdSession, {
    mapToPk: true,
    nullable: true,
    fieldName: "session_id",
    index: true,
  })
  sessionId: string | null = null;

  @Field(() => GraphQLDateTime, { description: "When it was written." })
  @Property({ type: "datetime" })
  createdAt: Date & Opt = new Date();

  /** When a moderator accepted it as public. */
  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it became public; null before.",
  })
  @Property({ type: "datetime", nullable: true })
  @Index()
  publishedAt: Date | null = null;

  @Field(() => GraphQLDateTime, { description: "Last change that a reader could see." })
  @Property({ type: "datetime" })
  updatedAt: Date & Opt = new Date();

  kind!: ContentKind & Opt;
  url!: string & Opt;
}
