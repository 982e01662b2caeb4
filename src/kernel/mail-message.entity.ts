import type { Opt } from "@mikro-orm/core";
import { Entity, Index, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { newId } from "./ids.ts";

/** A message that waits to be sent. Deleted once it has been delivered: its text may hold a token. */
@Entity()
@Index({
  name: "mail_message_waiting",
  expression:
    "create index mail_message_waiting on mail_message (next_attempt_at) where next_attempt_at is not null",
})
export class MailMessage {
  @PrimaryKey({ type: "text" })
  id: string & Opt = newId("mail");

  /** What it is about, in kebab case: `verify-email`. Fit to be logged, as nothing else of it is. */
  @Property({ type: "text" })
  kind!: string;

  /** One plain address. */
  @Property({ type: "text" })
  recipient!: string;

  @Property({ type: "text" })
  subject!: string;

  /** Plain text. Emptied when the message is given up. */
  @Property({ type: "text" })
  text!: string;

  /** Ids and whole addresses of whom it speaks of, beside its recipient; it goes with any of them. */
  @Property({ type: "text[]" })
  about: string[] & Opt = [];

  @Property({ type: "datetime" })
  createdAt: Date & Opt = new Date();

  /** How often a delivery has been begun. */
  @Property({ type: "integer" })
  attempts: number & Opt = 0;

  /** Nobody touches it before; null when it has been given up. */
  @Property({ type: "datetime", nullable: true })
  nextAttemptAt: (Date & Opt) | null = new Date();

  /** What the mail server said last; may name the address. */
  @Property({ type: "text", nullable: true })
  lastError: (string & Opt) | null = null;
}
