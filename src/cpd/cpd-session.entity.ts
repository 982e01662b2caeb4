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
import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import { newId } from "../kernel/ids.ts";
import { Node } from "../kernel/node.ts";
import { Organisation } from "../people/organisation.entity.ts";
import { type ContentKind, Searchable } from "../search/searchable.ts";
import { Term } from "../terms/term.entity.ts";

/** Where a session takes place. */
export enum CpdMode {
  IN_PERSON = "IN_PERSON",
  ONLINE = "ONLINE",
  HYBRID = "HYBRID",
}
registerEnumType(CpdMode, {
  name: "CpdMode",
  description: "Where a session takes place.",
  valuesConfig: {
    IN_PERSON: { description: "At the venue." },
    ONLINE: { description: "By video." },
    HYBRID: { description: "At the venue and by video at once." },
  },
});

@ObjectType({
  implements: [Node, Searchable],
  description: "A dated session of professional development, with places.",
})
@Entity()
@Check({ name: "cpd_session_order", expression: "ends_at > starts_at" })
@Check({
  name: "cpd_session_places",
  expression: "places_taken >= 0 and (capacity is null or places_taken <= capacity)",
})
export class CpdSession implements Searchable {
  @Field(() => ID, { description: "Typed id, session_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("session");

  @Field(() => String, { description: "Stable name for its address." })
  @Property({ type: "text", unique: true })
  slug!: string;

  @Field(() => String, { description: "Title, as plain text." })
  @Property({ type: "text" })
  title!: string;

  /** Markdown. */
  @Property({ type: "text" })
  description!: string;

  @Field(() => GraphQLDateTime, { description: "When it starts." })
  @Property({ type: "datetime" })
  @Index()
  startsAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When it ends; after it starts." })
  @Property({ type: "datetime" })
  endsAt!: Date;

  @Field(() => CpdMode, { description: "Where it takes place." })
  @Enum({ items: () => CpdMode, type: "text" })
  mode!: CpdMode;

  @Field(() => String, {
    nullable: true,
    description: "Place; null for a session that is only online.",
  })
  @Property({ type: "text", nullable: true })
  venue: string | null = null;

  @Field(() => Int, { nullable: true, description: "Places in all; null when unlimited." })
  @Property({ type: "integer", nullable: true })
  capacity: number | null = null;

  @Property({ type: "integer" })
  placesTaken: number & Opt = 0;

  @Field(() => String, { nullable: true, description: "Who it is for, in words." })
  @Property({ type: "text", nullable: true })
  audience: string | null = null;

  @ManyToOne(() => Organisation, { mapToPk: true, fieldName: "provider_id", index: true })
  providerId!: string;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "When it was first announced; null before.",
  })
  @Property({ type: "datetime", nullable: true })
  publishedAt: Date | null = null;

  @Field(() => GraphQLDateTime, { description: "Last change that a reader could see." })
  @Property({ type: "datetime" })
  updatedAt: Date & Opt = new Date();

  kind!: ContentKind & Opt;
  url!: string & Opt;
}

/** A session is described by a term. */
@Entity()
export class SessionTerm {
  @ManyToOne(() => CpdSession, { mapToPk: true, primary: true, fieldName: "session_id" })
  sessionId!: string;

  @ManyToOne(() => Term, { mapToPk: true, primary: true, fieldName: "term_id", index: true })
  termId!: string;
}

/** A session builds on a summary. */
@Entity()
export class SessionEvidence {
  @ManyToOne(() => CpdSession, { mapToPk: true, primary: true, fieldName: "session_id" })
  sessionId!: string;

  @ManyToOne(() => EvidenceSummary, {
    mapToPk: true,
    primary: true,
    fieldName: "summary_id",
    index: true,
  })
  summaryId!: string;
}
