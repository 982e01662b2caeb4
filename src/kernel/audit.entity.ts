import type { Opt } from "@mikro-orm/core";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { newId } from "./ids.ts";

/** What may stand in an event's detail: short values, and nothing that says who somebody is. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

/** One line of the audit trail. The database refuses to change or remove it: see migration 0011. */
@Entity()
export class AuditEvent {
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("audit");

  @Property({ type: "datetime" })
  at: Date & Opt = new Date();

  /** What was done, in the past tense: `role.granted`. */
  @Property({ type: "text" })
  act!: string;

  /** Id of the record it was done to. */
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
