import type {
  ReflectionMarkKind,
  ReflectionPart,
  ReflectionState,
  ReflectionVisibility,
} from "../generated/graphql.ts";

/** What a form and a page call the parts of a reflection, by the names of their fields. */
export const partNames = {
  title: "Title",
  context: "My class",
  tried: "What I tried",
  happened: "What happened",
  next: "What I will do next",
} as const;

export type PartName = keyof typeof partNames;

/** The fields of the form, by the API's parts. */
export const fieldOfPart: Readonly<Record<ReflectionPart, PartName>> = {
  TITLE: "title",
  CONTEXT: "context",
  TRIED: "tried",
  HAPPENED: "happened",
  NEXT: "next",
};

/** What a mark may be, for the one who decides about it. */
export const kindInWords: Readonly<Record<ReflectionMarkKind, string>> = {
  NAME: "likely a person’s name",
  DATE_OF_BIRTH: "likely a date of birth",
  PUPIL_NUMBER: "likely a pupil’s number",
  EMAIL: "an e-mail address",
  PHONE: "likely a telephone number",
};

/** What one calls the states in a list of one's own. */
export const stateNames: Readonly<Record<ReflectionState, string>> = {
  PRIVATE: "Private",
  SHARED: "Shared with school",
  SUBMITTED: "Waiting for a moderator",
  RETURNED: "Returned to you",
  PUBLIC: "Public",
};

/** Who reads it now, in a sentence. */
export function readersInWords(
  visibility: ReflectionVisibility,
  school: string | null | undefined,
): string {
  if (visibility === "PUBLIC") return "Everyone can read this.";
  if (visibility === "SCHOOL")
    return `Staff of ${school ?? "your school"} can read this, and nobody else.`;
  return "Only you can read this.";
}

/** How many words a text has. */
export const wordsIn = (text: string): number => text.match(/\S+/g)?.length ?? 0;
