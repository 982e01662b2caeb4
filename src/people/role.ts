import { registerEnumType } from "type-graphql";
import type { Role } from "../kernel/viewer.ts";

/** The roles of the kernel, as the schema and the database spell them. */
export const roleNames = {
  TEACHER: "TEACHER",
  MENTOR: "MENTOR",
  SCHOOL_LEAD: "SCHOOL_LEAD",
  REVIEWER: "REVIEWER",
  PUBLISHER: "PUBLISHER",
  ADMINISTRATOR: "ADMINISTRATOR",
} as const satisfies { readonly [R in Role]: R };
registerEnumType(roleNames, {
  name: "Role",
  description: "What a person is besides a reader. A person may hold several roles.",
  valuesConfig: {
    TEACHER: { description: "Everybody with a verified account; it is neither given nor taken." },
    MENTOR: { description: "Supports early career teachers." },
    SCHOOL_LEAD: {
      description:
        "Looks after their school: its members, requests and invitations. In force only while they are a member of that school.",
    },
    REVIEWER: { description: "Reviews evidence summaries before they are published." },
    PUBLISHER: { description: "Publishes evidence summaries and moderates public reflections." },
    ADMINISTRATOR: { description: "Looks after people and their roles." },
  },
});

/** The roles that are given, and can be taken away, person by person. */
export type GrantedRole = Exclude<Role, "TEACHER">;
