import { registerEnumType } from "type-graphql";
import { hasRole, type Viewer } from "../kernel/viewer.ts";
import { canManagePeople, leadsSchool } from "./people.policy.ts";
import { canInvite } from "./role.policy.ts";

/** What a page may offer a viewer, apart from any record. */
export enum Permission {
  PERSON_MANAGE = "PERSON_MANAGE",
  PERSON_INVITE = "PERSON_INVITE",
  SCHOOL_LEAD = "SCHOOL_LEAD",
  AUDIT_READ = "AUDIT_READ",
  REFLECTION_WRITE = "REFLECTION_WRITE",
  REFLECTION_MODERATE = "REFLECTION_MODERATE",
  SUMMARY_REVIEW = "SUMMARY_REVIEW",
  SUMMARY_PUBLISH = "SUMMARY_PUBLISH",
  SEARCH_INSIGHT = "SEARCH_INSIGHT",
}
registerEnumType(Permission, {
  name: "Permission",
  description:
    "What a viewer may do apart from any one record; what they may do with a record is its viewerCan.",
  valuesConfig: {
    PERSON_MANAGE: { description: "Read the list of all people; give and take roles." },
    PERSON_INVITE: { description: "Invite people by e-mail." },
    SCHOOL_LEAD: { description: "Look after the members of their school." },
    AUDIT_READ: { description: "Read the audit trail." },
    REFLECTION_WRITE: { description: "Write reflections." },
    REFLECTION_MODERATE: { description: "Accept or return reflections submitted for the public." },
    SUMMARY_REVIEW: { description: "Review evidence summaries before they are published." },
    SUMMARY_PUBLISH: { description: "Publish and withdraw evidence summaries." },
    SEARCH_INSIGHT: { description: "Read what is searched for, and add other names for it." },
  },
});

type Rule = (viewer: Viewer) => boolean;

const rules = new Map<Permission, Rule>([
  [Permission.PERSON_MANAGE, canManagePeople],
  [Permission.PERSON_INVITE, canInvite],
  [
    Permission.SCHOOL_LEAD,
    (viewer) => viewer.kind === "person" && leadsSchool(viewer, viewer.schoolId),
  ],
  [Permission.AUDIT_READ, (viewer) => hasRole(viewer, "ADMINISTRATOR")],
  [Permission.REFLECTION_WRITE, (viewer) => viewer.kind === "person"],
  [Permission.SUMMARY_REVIEW, (viewer) => hasRole(viewer, "REVIEWER", "PUBLISHER")],
  [Permission.SEARCH_INSIGHT, (viewer) => hasRole(viewer, "PUBLISHER", "ADMINISTRATOR")],
  [Permission.SUMMARY_PUBLISH, (viewer) => hasRole(viewer, "PUBLISHER")],
]);

/** A later chapter says here, once, by which of its policies a permission is decided. */
export function registerPermission(permission: Permission, rule: Rule): void {
  rules.set(permission, rule);
}

/** Everything that the policies allow the viewer. */
export const permissionsOf = (viewer: Viewer): Permission[] =>
  [...rules].filter(([, rule]) => rule(viewer)).map(([permission]) => permission);
