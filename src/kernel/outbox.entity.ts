import type { Opt } from "@mikro-orm/core";
import { Entity, Index, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { newId } from "./ids.ts";

/** A fact that has become true and that others may have to act upon. */
@Entity()
@Index({
  name: "outbox_event_waiting",
  expression: "create index outbox_event_waiting on outbox_event (id) where handled_at is null",
})
export class OutboxEvent {
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("fact");

  /** Past tense: `summary.published`. */
  @Property({ type: "text" })
  name!: string;

  /** Id of the record the fact is about. */
  @Property({ type: "text" })
  subject!: string;

  @Property({ type: "datetime" })
  recordedAt: Date & Opt = new Date();

  @Property({ type: "datetime", nullable: true })
  handledAt: (Date & Opt) | null = null;

  @Property({ type: "integer" })
  attempts: number & Opt = 0;

  @Property({ type: "text", nullable: true })
  lastError: (string & Opt) | null = null;
}
