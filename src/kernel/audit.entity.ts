import type { Opt } from "@mikro-orm/core";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, ObjectType } from "type-graphql";
import { newId } from "./ids.ts";

/** What may stand in an event's detail: short values, and nothing that says who somebody is. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

/** One line of the audit trail. The database refuses to change or remove it: see migration 0011. */
@ObjectType({
  description:
    "One line of the audit trail: what was done, on what, when, and by which actor. Lines are never changed.",
})
@Entity()
export class AuditEvent {
  @Field(() => ID, { description: "Typed id, audit_…" })
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("audit");

  @Field(() => GraphQLDateTime, { description: "When it was done." })
  @Property({ type: "datetime" })
  at: Date & Opt = new Date();

  /** What was done, in the past tense: `role.granted`. */
  @Field(() => String, {
    description: "What was done, in the past tense: `role.granted`. See `auditActs`.",
  })
  @Property({ type: "text" })
  act!: string;

  /** Id of the record it was done to. */
  @Field(() => ID, { description: "Id of the record it was done to, which may be gone." })
  @Property({ type: "text" })
  subject!: string;

  /** Opaque id of who did it, `AuditIdentity.actor`; null for a visitor and for the program itself. */
  @Property({ type: "text", nullable: true })
  actor: (string & Opt) | null = null;

  @Property({ type: "json" })
  detail: AuditDetail & Opt = {};
}

/** Who an actor of the trail is: one row a person, which goes when the person goes. */
@Entity()
export class AuditIdentity {
  @PrimaryKey({ type: "text" })
  actor: string & Opt = newId("actor");

  @Property({ type: "text", unique: true })
  personId!: string;

  @Property({ type: "text" })
  name!: string;

  /** E-mail address, where one is known. */
  @Property({ type: "text", nullable: true })
  address: (string & Opt) | null = null;
}
