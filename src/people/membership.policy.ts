import type { FilterQuery } from "@mikro-orm/core";
import type { Viewer } from "../kernel/viewer.ts";
import { type Membership, MembershipState } from "./membership.entity.ts";
import { canManagePeople, canManageSchool, leadsSchool } from "./people.policy.ts";

/**
 * The memberships that exist for a viewer: one's own, those of one's school that are in force, all of its own for a
 * school's lead, and all for administrators.
 */
export function visibleMemberships(viewer: Viewer): FilterQuery<Membership> {
  if (canManagePeople(viewer)) return {};
  if (viewer.kind !== "person") return { id: null } as never;
  const own = { personId: viewer.personId };
  if (viewer.schoolId === null) return own;
  return leadsSchool(viewer, viewer.schoolId)
    ? { $or: [own, { schoolId: viewer.schoolId }] }
    : { $or: [own, { schoolId: viewer.schoolId, state: MembershipState.ACTIVE }] };
}

const own = (viewer: Viewer, { personId }: Membership): boolean =>
  viewer.kind === "person" && viewer.personId === personId;

/** Whether it is the viewer's to approve or decline; its state is another question. */
export const decidesOn = (viewer: Viewer, { schoolId }: Membership): boolean =>
  canManageSchool(viewer, schoolId);

/** Approves or declines it now. */
export const canDecideMembership = (viewer: Viewer, membership: Membership): boolean =>
  membership.state === MembershipState.REQUESTED && decidesOn(viewer, membership);

/** Takes the request back. */
export const canCancelMembership = (viewer: Viewer, membership: Membership): boolean =>
  membership.state === MembershipState.REQUESTED && own(viewer, membership);

/** Leaves the school. */
export const canLeaveMembership = (viewer: Viewer, membership: Membership): boolean =>
  membership.state === MembershipState.ACTIVE && own(viewer, membership);

/** Removes somebody else from the school. */
export const canEndMembership = (viewer: Viewer, membership: Membership): boolean =>
  membership.state === MembershipState.ACTIVE &&
  !own(viewer, membership) &&
  decidesOn(viewer, membership);
