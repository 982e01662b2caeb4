import { createHash } from "node:crypto";
import type { FilterQuery } from "@mikro-orm/core";
import { connectionOf } from "../kernel/connection.ts";
import type { Context } from "../kernel/context.ts";
import { cleanText } from "../kernel/input.ts";
import type { Page, PageRequest } from "../kernel/paging.ts";
import { listPage } from "../kernel/rows.ts";
import { requireRole, type Viewer } from "../kernel/viewer.ts";
import { Invitation, InvitationState } from "./invitation.entity.ts";
import type { InvitationFilter } from "./invitation.inputs.ts";
import { canManagePeople, leadsSchool } from "./people.policy.ts";

export const invitations = connectionOf("Invitation", () => Invitation);

/** The invitations that exist for a viewer: all for administrators, those to their school for its leads. */
export function visibleInvitations(viewer: Viewer): FilterQuery<Invitation> {
  if (canManagePeople(viewer)) return {};
  if (viewer.kind === "person" && leadsSchool(viewer, viewer.schoolId))
    return { schoolId: viewer.schoolId };
  return { id: null } as never;
}

const latestFirst = {
  name: "latest invitation",
  keys: [
    { path: "createdAt", type: "moment", direction: "desc" },
    { path: "id", type: "text", direction: "desc" },
  ],
} as const;

/** Invitations under a filter, the latest first. UNAUTHENTICATED or FORBIDDEN for all but administrators and leads. */
export async function listInvitations(
  ctx: Context,
  filter: InvitationFilter,
  request: PageRequest,
): Promise<Page<Invitation>> {
  requireRole(ctx.viewer, "read invitations", "ADMINISTRATOR", "SCHOOL_LEAD");
  const conditions: object[] = [visibleInvitations(ctx.viewer)];
  if (filter.state) conditions.push(inState(filter.state, new Date()));
  if (filter.schoolUrn !== null && filter.schoolUrn !== undefined)
    conditions.push({ schoolId: { urn: filter.schoolUrn } });
  if (filter.batchId)
    conditions.push({ batchId: cleanText(filter.batchId, "filter.batchId", 200) });
  return listPage(ctx, Invitation, { $and: conditions } as never, latestFirst, request);
}

function inState(state: InvitationState, now: Date): object {
  if (state === InvitationState.PENDING) return { state, expiresAt: { $gt: now } };
  if (state === InvitationState.EXPIRED)
    return { state: InvitationState.PENDING, expiresAt: { $lte: now } };
  return { state };
}

/** What is kept of the secret in an invitation's address. */
export const hashOfToken = (token: string): string =>
  createHash("sha256").update(token).digest("hex");

/** The invitation whose mail holds this secret; null where there is none. */
export async function invitationByToken(
  { em }: Context,
  token: string,
): Promise<(Invitation & { inviter: string | null }) | null> {
  const [row] = (await em
    .createQueryBuilder(Invitation)
    .where({ tokenHash: hashOfToken(token) })
    .execute()) as Invitation[];
  if (!row) return null;
  // Whoever holds the mail has read the name in it.
  const [inviter] = await em.execute<{ name: string }[]>(`select name from person where id = ?`, [
    row.invitedById ?? "",
  ]);
  return Object.assign(row, { inviter: inviter?.name ?? null });
}
