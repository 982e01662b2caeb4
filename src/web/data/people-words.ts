/** Roles as the API names them. */
export type RoleName =
  | "TEACHER"
  | "MENTOR"
  | "SCHOOL_LEAD"
  | "REVIEWER"
  | "PUBLISHER"
  | "ADMINISTRATOR";

interface RoleWords {
  /** As it stands in addresses and forms. */
  readonly word: string;
  readonly name: string;
  /** What whoever holds it may do, in one sentence. */
  readonly may: string;
}

/** Every role in the order of what it allows, least first. */
export const roleWords: Readonly<Record<RoleName, RoleWords>> = {
  TEACHER: {
    word: "teacher",
    name: "Teacher",
    may: "Everybody with a verified account: writes reflections, shares them with the school, and offers them for publication.",
  },
  MENTOR: {
    word: "mentor",
    name: "Mentor",
    may: "Supports early career teachers at the school.",
  },
  SCHOOL_LEAD: {
    word: "school-lead",
    name: "School lead",
    may: "Decides who belongs to the school, and invites colleagues.",
  },
  REVIEWER: {
    word: "reviewer",
    name: "Reviewer",
    may: "Reads evidence summaries before they are published, and says what is wrong with them.",
  },
  PUBLISHER: {
    word: "publisher",
    name: "Publisher",
    may: "Publishes and withdraws evidence summaries, and decides on reflections offered for publication.",
  },
  ADMINISTRATOR: {
    word: "administrator",
    name: "Administrator",
    may: "Sees every account and its e-mail address, gives and takes roles, and reads the audit trail.",
  },
};

export const roleNames = Object.keys(roleWords) as RoleName[];

/** The role with this word in an address; undefined where there is none. */
export const roleOfWord = (word: string): RoleName | undefined =>
  roleNames.find((role) => roleWords[role].word === word);

/** "Teacher, school lead", in their order; a person without any is said to have none. */
export function rolesInWords(roles: readonly RoleName[]): string {
  const held = roleNames.filter((role) => roles.includes(role));
  if (held.length === 0) return "No role";
  return held
    .map((role, place) => (place === 0 ? roleWords[role].name : roleWords[role].name.toLowerCase()))
    .join(", ");
}

/** Roles that are given and taken person by person; the lead of a school is one of its members. */
export const givenRoles = [
  "MENTOR",
  "SCHOOL_LEAD",
  "REVIEWER",
  "PUBLISHER",
  "ADMINISTRATOR",
] as const satisfies readonly RoleName[];

/** What made somebody a member of a school. */
export const basisInWords = {
  APPROVAL: "approved by the school",
  EMAIL_DOMAIN: "by an e-mail address of the school",
  INVITATION: "by invitation",
  RECORD: "from the record",
} as const;

/** How far a membership has come. */
export const membershipInWords = {
  REQUESTED: "Waiting for the school",
  ACTIVE: "Member",
  DECLINED: "Declined by the school",
  CANCELLED: "Taken back",
  LEFT: "Over",
} as const;

/** What became of an invitation; `word` stands in addresses. */
export const invitationStates = {
  PENDING: { word: "waiting", name: "Waiting for an answer" },
  ACCEPTED: { word: "accepted", name: "Accepted" },
  EXPIRED: { word: "expired", name: "Expired" },
  REVOKED: { word: "revoked", name: "Taken back" },
} as const;
