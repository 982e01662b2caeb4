import { registerEnumType } from "type-graphql";

/** Private by default; then school; then public, after moderation. */
export enum ReflectionVisibility {
  PRIVATE = "PRIVATE",
  SCHOOL = "SCHOOL",
  PUBLIC = "PUBLIC",
}
registerEnumType(ReflectionVisibility, {
  name: "ReflectionVisibility",
  description: "Who may read a reflection.",
  valuesConfig: {
    PRIVATE: {
      description: "Its author alone; moderators too while it waits for them to make it public.",
    },
    SCHOOL: { description: "Staff of its author's school." },
    PUBLIC: { description: "Everyone, once a moderator has accepted it." },
  },
});

/** How far a reflection is on its way to everyone. */
export enum ReflectionModeration {
  NONE = "NONE",
  SUBMITTED = "SUBMITTED",
  RETURNED = "RETURNED",
  ACCEPTED = "ACCEPTED",
  WITHDRAWN = "WITHDRAWN",
}
registerEnumType(ReflectionModeration, {
  name: "ReflectionModeration",
  description: "How far a reflection is on its way to everyone.",
  valuesConfig: {
    NONE: { description: "Never submitted, or changed by its author before a decision." },
    SUBMITTED: { description: "Waits for a moderator." },
    RETURNED: { description: "Back with its author, with a note." },
    ACCEPTED: { description: "Public, as a moderator accepted it." },
    WITHDRAWN: { description: "Taken back by its author." },
  },
});

/** Where an author finds a reflection among their own: each stands in exactly one of these. */
export enum ReflectionState {
  PRIVATE = "PRIVATE",
  SHARED = "SHARED",
  SUBMITTED = "SUBMITTED",
  RETURNED = "RETURNED",
  PUBLIC = "PUBLIC",
}
registerEnumType(ReflectionState, {
  name: "ReflectionState",
  description: "Where an author finds a reflection among their own: each stands in exactly one.",
  valuesConfig: {
    PRIVATE: { description: "Nobody else reads it." },
    SHARED: { description: "The school reads it, and it waits for nobody." },
    SUBMITTED: { description: "It, or a change of it, waits for a moderator." },
    RETURNED: { description: "A moderator has returned it, or a change of it, with a note." },
    PUBLIC: { description: "Everyone reads it, and it waits for nobody." },
  },
});

interface Standing {
  readonly visibility: ReflectionVisibility;
  readonly moderation: ReflectionModeration;
}

const stateOfVisibility = {
  PRIVATE: ReflectionState.PRIVATE,
  SCHOOL: ReflectionState.SHARED,
  PUBLIC: ReflectionState.PUBLIC,
} as const;

/** The one state of a reflection: what waits for a person comes before who reads it. */
export function stateOf({ visibility, moderation }: Standing): ReflectionState {
  if (moderation === ReflectionModeration.SUBMITTED) return ReflectionState.SUBMITTED;
  if (moderation === ReflectionModeration.RETURNED) return ReflectionState.RETURNED;
  return stateOfVisibility[visibility];
}

/** The same rule as a filter of rows. */
export function inState(state: ReflectionState): object {
  if (state === ReflectionState.SUBMITTED) return { moderation: ReflectionModeration.SUBMITTED };
  if (state === ReflectionState.RETURNED) return { moderation: ReflectionModeration.RETURNED };
  const visibility = Object.values(ReflectionVisibility).find(
    (each) => stateOfVisibility[each] === state,
  )!;
  const waiting = [ReflectionModeration.SUBMITTED, ReflectionModeration.RETURNED];
  return { visibility, moderation: { $nin: waiting } };
}
