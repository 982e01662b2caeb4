import { type FilterQuery, raw } from "@mikro-orm/core";
import { hasRole, type Viewer } from "../kernel/viewer.ts";
import type { Person } from "./person.entity.ts";

/**
 * A condition on a person, whose alias it is given; `params` are the values of its question marks. A table in it has a
 * word for its alias: the person's is a letter.
 */
export interface PersonCondition {
  readonly sql: (person: string) => string;
  readonly params: readonly unknown[];
}

/** Why a viewer sees some persons: a condition on them; null where it shows this viewer nobody. */
export type GroundToSee = (viewer: Viewer) => PersonCondition | null;

const grounds: GroundToSee[] = [];

/** Each later chapter says once whom its records show: the authors of its public ones, for example. */
export function registerGroundToSee(ground: GroundToSee): void {
  grounds.push(ground);
}

/** Looks after people and their roles, and so sees everybody. */
export const canManagePeople = (viewer: Viewer): boolean => hasRole(viewer, "ADMINISTRATOR");

/** Looks after this school. A lead's role is in force only at the school they are a member of. */
export const leadsSchool = (viewer: Viewer, schoolId: string | null): boolean =>
  viewer.kind === "person" &&
  schoolId !== null &&
  viewer.schoolId === schoolId &&
  hasRole(viewer, "SCHOOL_LEAD");

/** Decides who is a member of this school, and by which domains. */
export const canManageSchool = (viewer: Viewer, schoolId: string | null): boolean =>
  canManagePeople(viewer) || leadsSchool(viewer, schoolId);

registerGroundToSee((viewer) =>
  viewer.kind === "person" ? { sql: (p) => `${p}.id = ?`, params: [viewer.personId] } : null,
);
registerGroundToSee((viewer) =>
  viewer.kind === "person" && viewer.schoolId !== null
    ? { sql: (p) => `${p}.school_id = ?`, params: [viewer.schoolId] }
    : null,
);
// Whoever asks to join shows themselves to the school's lead.
registerGroundToSee((viewer) =>
  viewer.kind === "person" && leadsSchool(viewer, viewer.schoolId)
    ? {
        sql: (p) =>
          `exists (select from membership asked where asked.person_id = ${p}.id and asked.school_id = ? and asked.state = 'REQUESTED')`,
        params: [viewer.schoolId],
      }
    : null,
);

/**
 * The persons that exist for a viewer: oneself, the members of one's school and, for its lead, who asks to join; for
 * everybody, who stands behind public work; for administrators all. Anyone else does not exist: not by id, not in a
 * list, not as the author of something.
 */
export function visiblePersons(viewer: Viewer): FilterQuery<Person> {
  if (canManagePeople(viewer)) return {};
  const conditions = grounds.flatMap((ground) => ground(viewer) ?? []);
  return {
    [raw(
      (p) => `(${conditions.map(({ sql }) => sql(p)).join(" or ")})`,
      conditions.flatMap(({ params }) => [...params]),
    )]: [],
  } as FilterQuery<Person>;
}

/** Changes the profile: each person their own, administrators anybody's. */
export const canUpdatePerson = (viewer: Viewer, person: { readonly id: string }): boolean =>
  (viewer.kind === "person" && viewer.personId === person.id) || canManagePeople(viewer);

/** Reads the e-mail address: each person their own, administrators anybody's. */
export const canReadEmail = canUpdatePerson;
