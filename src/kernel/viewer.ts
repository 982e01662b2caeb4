import { forbidden, unauthenticated } from "./errors.ts";

/** What a person may be besides a reader. A person may hold several roles. */
export type Role =
  | "TEACHER"
  | "MENTOR"
  | "SCHOOL_LEAD"
  | "REVIEWER"
  | "PUBLISHER"
  | "ADMINISTRATOR";

/** Who is asking. Plain data: the kernel knows no Person entity. */
export type Viewer =
  | { readonly kind: "anonymous" }
  | {
      readonly kind: "person";
      readonly personId: string;
      readonly schoolId: string | null;
      readonly roles: readonly Role[];
      /** How long ago this session began; undefined where there is none, and nothing is known of it. */
      readonly signedInSecondsAgo?: number;
    }
  | { readonly kind: "client"; readonly clientId: string };

export const anonymous: Viewer = { kind: "anonymous" };

/** True when the viewer is a person who holds at least one of the roles. */
export const hasRole = (viewer: Viewer, ...roles: Role[]): boolean =>
  viewer.kind === "person" && viewer.roles.some((role) => roles.includes(role));

/** A viewer who is signed in. */
export type PersonViewer = Extract<Viewer, { kind: "person" }>;

/** The person signed in; UNAUTHENTICATED for anybody else. `act` is what they ask for: "write a reflection". */
export function requirePerson(viewer: Viewer, act: string): PersonViewer {
  if (viewer.kind === "person") return viewer;
  throw unauthenticated(act);
}

/** The person signed in, who holds at least one of the roles: UNAUTHENTICATED or else FORBIDDEN, in the words of `act`. */
export function requireRole(viewer: Viewer, act: string, ...roles: Role[]): PersonViewer {
  const person = requirePerson(viewer, act);
  if (hasRole(person, ...roles)) return person;
  throw forbidden(act);
}
