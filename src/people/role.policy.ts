import { hasRole, type Role, type Viewer } from "../kernel/viewer.ts";
import { canManagePeople, leadsSchool } from "./people.policy.ts";
import type { GrantedRole } from "./role.ts";

const grantedRoles: readonly GrantedRole[] = [
  "MENTOR",
  "SCHOOL_LEAD",
  "REVIEWER",
  "PUBLISHER",
  "ADMINISTRATOR",
];

/** Whose roles: who they are, and the school they are a member of. */
export interface RoleHolder {
  readonly id: string;
  readonly schoolId: string | null;
}

/**
 * The roles that the viewer gives this person and takes from them: administrators any, a school's lead that of a lead of
 * the same school.
 */
export function rolesInHandOf(viewer: Viewer, person: RoleHolder): readonly GrantedRole[] {
  if (canManagePeople(viewer)) return grantedRoles;
  return leadsSchool(viewer, person.schoolId) ? ["SCHOOL_LEAD"] : [];
}

/** Of these roles, those the person could be given as things stand: nobody leads a school that they do not belong to. */
export const fitFor = (person: RoleHolder, roles: readonly GrantedRole[]): GrantedRole[] =>
  roles.filter((role) => role !== "SCHOOL_LEAD" || person.schoolId !== null);

/** Reads which roles somebody holds: the person, the members of the same school, administrators. */
export const canReadRoles = (viewer: Viewer, person: RoleHolder): boolean =>
  viewer.kind === "person" &&
  (viewer.personId === person.id ||
    (person.schoolId !== null && viewer.schoolId === person.schoolId) ||
    canManagePeople(viewer));

/**
 * The roles that the viewer may invite to, with this school or without one: administrators to any, a school's lead
 * teachers and mentors to their own.
 */
export function rolesToInviteTo(viewer: Viewer, schoolId: string | null): readonly Role[] {
  if (canManagePeople(viewer))
    return ["TEACHER", ...grantedRoles.filter((r) => r !== "SCHOOL_LEAD" || schoolId !== null)];
  return leadsSchool(viewer, schoolId) ? ["TEACHER", "MENTOR"] : [];
}

/** Invites somebody at all. */
export const canInvite = (viewer: Viewer): boolean =>
  hasRole(viewer, "ADMINISTRATOR", "SCHOOL_LEAD");
