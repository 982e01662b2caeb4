import type { Context } from "../kernel/context.ts";
import type { Em } from "../kernel/em.ts";
import { DomainError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { record } from "../kernel/outbox.ts";
import type { PersonViewer } from "../kernel/viewer.ts";
import { tell } from "./acts.ts";
import { emailAddress } from "./email-address.ts";
import {
  type InvitationRow,
  readInvitationRows,
  roleOfCell,
  type RowFault,
} from "./invitation-file.ts";
import {
  alreadyInvited,
  crowdedMailboxes,
  faultOf,
  type Invitee,
  invitedTooOften,
  isSame,
  knownPersons,
  makeWay,
  requireInviter,
  send,
  takeTurn,
  waitingInvitations,
} from "./invitation.service.ts";
import { canManagePeople } from "./people.policy.ts";
import { cleanName } from "./person.service.ts";
import { School } from "./school.entity.ts";

/** What a list did, or would do. */
export interface ImportOutcome {
  /** What `undoBatch` takes; null where nothing was sent. */
  readonly batchId: string | null;
  readonly invited: readonly (Invitee & { readonly line: number })[];
  readonly faults: readonly RowFault[];
}

/**
 * Invites the people of a list. Every row stands for itself: one that cannot be used is told with its line, the others are
 * invited. A dry run tells the same and stores nothing.
 */
export function importInvitations(
  ctx: Context,
  csv: string,
  dryRun: boolean,
): Promise<ImportOutcome> {
  const viewer = requireInviter(ctx.viewer);
  const read = readInvitationRows(csv);
  return ctx.write(async (tx) => {
    const faults = [...read.faults];
    const schools = await schoolsByUrn(tx, read.rows);
    const ownSchool =
      canManagePeople(viewer) || viewer.schoolId === null
        ? null
        : await tx.findOne(School, { id: viewer.schoolId });
    const rows = read.rows.flatMap((row) => {
      const invitee = inviteeOf(viewer, row, schools, ownSchool);
      if ("message" in invitee) faults.push(invitee);
      return "message" in invitee ? [] : [{ ...invitee, line: row.line }];
    });
    await takeTurn(tx, viewer, rows.length);
    const emails = rows.map(({ email }) => email);
    const known = await knownPersons(tx, viewer, emails);
    const waiting = await waitingInvitations(tx, emails);
    const crowded = await crowdedMailboxes(tx, emails);
    const firstLines = new Map<string, number>();
    const invited = rows.filter((row) => {
      const fault = (message: string): false => {
        faults.push({ line: row.line, column: "email", message });
        return false;
      };
      const first = firstLines.get(row.email);
      if (first !== undefined) return fault(`stands in line ${first} already.`);
      firstLines.set(row.email, row.line);
      const person = known.get(row.email);
      if (person) return fault(`${person.name} already has an account.`);
      const same = waiting.find((each) => isSame(each, row));
      if (same) return fault(alreadyInvited(same));
      return crowded.has(row.email) ? fault(invitedTooOften) : true;
    });
    faults.sort((one, other) => one.line - other.line);
    if (dryRun || invited.length === 0) return { batchId: null, invited, faults };
    const batchId = newId("batch");
    await makeWay(tx, emails);
    for (const invitee of invited) {
      const { id } = await send(ctx, tx, viewer, invitee, batchId);
      record(tx, "invitation.sent", id);
    }
    await tell(tx, viewer, "invitation-batch.sent", batchId, { invited: invited.length });
    return { batchId, invited, faults };
  });
}

async function schoolsByUrn(tx: Em, rows: readonly InvitationRow[]): Promise<Map<string, School>> {
  const urns = rows.map(({ school }) => school).filter((cell) => /^\d{1,7}$/.test(cell));
  const found = await tx.find(School, { urn: { $in: [...new Set(urns.map(Number))] } });
  return new Map(found.map((school) => [String(school.urn), school]));
}

/** Whom a row means, or what is wrong with it. */
function inviteeOf(
  viewer: PersonViewer,
  { line, ...cells }: InvitationRow,
  schools: ReadonlyMap<string, School>,
  ownSchool: School | null,
): Invitee | RowFault {
  const fault = (column: string, message: string): RowFault => ({ line, column, message });
  if (cells.email === "") return fault("email", "is blank.");
  const email = emailAddress(cells.email);
  if (!email) return fault("email", `"${cells.email.slice(0, 60)}" is no e-mail address.`);
  let name: string | null;
  try {
    name = cells.name === "" ? null : cleanName(cells.name, "name");
  } catch (error) {
    if (error instanceof DomainError) return fault("name", error.message.replace(/^name: /, ""));
    throw error;
  }
  const school = cells.school === "" ? ownSchool : schools.get(String(Number(cells.school)));
  if (school === undefined)
    return fault("school", `there is no school with the URN "${cells.school.slice(0, 20)}".`);
  const role = roleOfCell(cells.role);
  if (!role)
    return fault(
      "role",
      `"${cells.role.slice(0, 30)}" is no role; write teacher, mentor, school lead, reviewer, publisher or administrator.`,
    );
  const invitee = { email, name, role, school };
  const refused = faultOf(viewer, invitee);
  if (!refused) return invitee;
  return refused.kind === "FORBIDDEN"
    ? fault("role", `You may not ${refused.message}.`)
    : fault("school", refused.message);
}
