import type { Em } from "./em.ts";
import { MailMessage } from "./mail-message.entity.ts";

/** A message to one person, in plain text. */
export interface Mail {
  /** One plain address. */
  readonly to: string;
  /** One line. */
  readonly subject: string;
  readonly text: string;
  /** What it is about, in kebab case: `verify-email`. It names the file and stands in the log. */
  readonly kind: string;
  /**
   * Whom it speaks of, beside its recipient: ids (of persons, or of the invitation it is) and whole addresses. When one of
   * them is erased, so is the message; by its words nothing is ever found, because people choose them.
   */
  readonly about: readonly string[];
}

/**
 * Writes a message down, in the transaction that makes it true: it is sent after the commit, and never without one.
 * Delivery is at least once; a server that is away is tried again for a day.
 */
export function mail(tx: Em, { to, subject, text, kind, about }: Mail): void {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(kind)) throw new Error("The kind of a mail is in kebab case.");
  // A line break would begin another header.
  if (/\p{Cc}/u.test(to + subject)) throw new Error(`A ${kind} mail has a header of two lines.`);
  const named = [...new Set(about.map((each) => each.toLowerCase()))];
  tx.create(MailMessage, { kind, recipient: to, subject, text, about: named });
}

/**
 * The same for a caller who is in no transaction. Never call it inside one: on the embedded database it would wait for
 * that one for ever.
 */
export async function mailNow(em: Em, message: Mail): Promise<void> {
  await em.fork().transactional(async (tx) => mail(tx as Em, message));
}
