import type { Em } from "../../src/kernel/em.ts";
import {
  Reflection,
  ReflectionModeration,
  ReflectionVisibility,
} from "../../src/reflections/reflection.entity.ts";
import type { Cast } from "./cast.ts";
import { type Known, wordFor } from "./library.ts";

const moment = new Date("2026-03-01T10:00:00Z");

const { PRIVATE, SCHOOL, PUBLIC } = ReflectionVisibility;
const { SUBMITTED, RETURNED, ACCEPTED, WITHDRAWN } = ReflectionModeration;
const submitted = { moderation: SUBMITTED, submittedAt: moment };
const accepted = { moderation: ACCEPTED, publishedAt: moment, oncePublic: true };

/** What only its author reads, and who decides about it, while others read the text before. */
const pending = (text: string) => ({
  title: `Anew: ${text}`,
  context: "A class.",
  tried: `Tried ${text}.`,
  happened: "More. Write to pupil@example.org.",
  next: null,
});

/** Every state of a reflection, as its columns say it; the word is of its text that is not shown. */
const states: Readonly<Record<string, (word: string) => Partial<Reflection>>> = {
  PRIVATE: () => ({ visibility: PRIVATE }),
  PRIVATE_submitted: () => ({ visibility: PRIVATE, ...submitted }),
  PRIVATE_returned: () => ({ visibility: PRIVATE, moderation: RETURNED, moderationNote: "No." }),
  PRIVATE_withdrawn: () => ({ visibility: PRIVATE, moderation: WITHDRAWN, oncePublic: true }),
  SCHOOL: (word) => ({ visibility: SCHOOL, pending: pending(word) }),
  SCHOOL_submitted: (word) => ({ visibility: SCHOOL, pending: pending(word), ...submitted }),
  PUBLIC: (word) => ({ visibility: PUBLIC, ...accepted, pending: pending(word) }),
  PUBLIC_submitted_again: (word) => ({
    visibility: PUBLIC,
    ...accepted,
    pending: pending(word),
    ...submitted,
  }),
  PUBLIC_of_a_former_teacher: () => ({ visibility: PUBLIC, ...accepted, authorId: null }),
  deleted: () => ({
    visibility: PRIVATE,
    moderation: WITHDRAWN,
    oncePublic: true,
    authorId: null,
    schoolId: null,
  }),
};

/** The author's reflections: every state about each of these. */
export const reflectionsOf = (
  em: Em,
  { author, school }: Cast,
  about: readonly { readonly summaryId?: string; readonly sessionId?: string }[],
): Known[] =>
  Object.entries(states).flatMap(([state, columns]) =>
    about.map((subject, at) => {
      const word = wordFor(`Reflection ${state} ${at}`);
      const hidden = wordFor(`pending ${state} ${at}`);
      const { id } = em.create(Reflection, {
        title: `Our ${word}`,
        context: "A class.",
        tried: `We tried ${word}.`,
        happened: "It helped.",
        authorId: author.id,
        schoolId: school.id,
        createdAt: moment,
        updatedAt: moment,
        ...subject,
        ...columns(hidden),
      } as never) as Reflection;
      return { type: "Reflection", state, id, hidden, ...(state !== "deleted" && { word }) };
    }),
  );
