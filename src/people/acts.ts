import { audit } from "../kernel/audit.ts";
import type { AuditDetail } from "../kernel/audit.entity.ts";
import type { Em } from "../kernel/em.ts";
import { record } from "../kernel/outbox.ts";
import type { Viewer } from "../kernel/viewer.ts";

/** Tells what has been done to a record, in the transaction that does it: as a fact, and in the audit trail. */
export async function tell(
  tx: Em,
  viewer: Viewer,
  act: string,
  subject: string,
  detail: AuditDetail = {},
): Promise<void> {
  await audit(tx, viewer, act, subject, detail);
  record(tx, act, subject);
}

/** A moment as people in English schools write it: 3 November 2026 at 14:05. */
export const inWords = (moment: Date): string =>
  new Intl.DateTimeFormat("en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/London",
  }).format(moment);
