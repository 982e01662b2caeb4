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
    }
  | { readonly kind: "client"; readonly clientId: string };

export const anonymous: Viewer = { kind: "anonymous" };

/** True when the viewer is a person who holds at least one of the roles. */
export const hasRole = (viewer: Viewer, ...roles: Role[]): boolean =>
  viewer.kind === "person" && viewer.roles.some((role) => roles.includes(role));
