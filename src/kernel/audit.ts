import { AuditEvent, type AuditDetail } from "./audit.entity.ts";
import type { Em } from "./em.ts";
import { newId } from "./ids.ts";
import type { Viewer } from "./viewer.ts";

/** How a person is called and reached at the moment; undefined when there is no such person. */
export type IdentitySource = (
  tx: Em,
  personId: string,
) => Promise<{ readonly name: string; readonly address: string | null } | undefined>;

let identify: IdentitySource = async () => undefined;

/** Says once where names and addresses of persons stand: the kernel knows no persons. */
export function registerIdentitySource(source: IdentitySource): void {
  identify = source;
}

/**
 * Writes one line of the audit trail. Call it inside the transaction that does the act, with its `tx`: the line stands
 * only if the act does. `act` is in the past tense (`role.granted`), `subject` the id of the record. `detail` is small and
 * says nothing of who anybody is: the line outlives the person. Throws on an address or a long text in it.
 */
export async function audit(
  tx: Em,
  viewer: Viewer,
  act: string,
  subject: string,
  detail: AuditDetail = {},
): Promise<void> {
  await write(tx, viewer.kind === "person" ? viewer.personId : null, act, subject, detail);
}

/**
 * The same in a transaction of its own, for what happens outside ours: `session.opened`, `password.changed`. `personId` is
 * who acts, null when nobody is signed in (a failed sign-in: its subject is the account). Never call it while a
 * transaction of this process is open and waits for it: the embedded database is one connection.
 */
export async function auditApart(
  em: Em,
  personId: string | null,
  act: string,
  subject: string,
  detail: AuditDetail = {},
): Promise<void> {
  await em
    .fork({ keepTransactionContext: true })
    .transactional((tx) => write(tx, personId, act, subject, detail));
}

async function write(
  tx: Em,
  personId: string | null,
  act: string,
  subject: string,
  detail: AuditDetail,
): Promise<void> {
  checkDetail(act, detail);
  const actor = personId === null ? null : await actorOf(tx, personId);
  tx.create(AuditEvent, { act, subject, actor, detail });
}

/** The opaque id that the trail knows a person by; null when there is no such person. */
async function actorOf(tx: Em, personId: string): Promise<string | null> {
  const known = await identify(tx, personId);
  if (known === undefined) return null;
  const [row] = await tx.execute<{ actor: string }[]>(
    `insert into audit_identity (actor, person_id, name, address) values (?, ?, ?, ?)
     on conflict (person_id) do update set name = excluded.name, address = excluded.address
     returning actor`,
    [newId("actor"), personId, known.name, known.address],
  );
  return row!.actor;
}

const valueMax = 200;

/** A defect of the caller, not of a person's input: what is written here can never be taken back. */
function checkDetail(act: string, detail: AuditDetail): void {
  for (const [name, value] of Object.entries(detail))
    if (typeof value === "string" && (value.length > valueMax || /\S@\S/.test(value)))
      throw new Error(
        `The detail "${name}" of ${act} is an address or too long: the audit trail takes neither.`,
      );
}
