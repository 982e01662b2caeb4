import type { Em } from "../kernel/em.ts";
import { badInput, DomainError, forbidden } from "../kernel/errors.ts";
import { requirePerson, type Viewer } from "../kernel/viewer.ts";
import { knownNames, marksOf } from "./reflection-marks.ts";
import {
  ReflectionIncomplete,
  ReflectionMarksToClear,
  type ReflectionNewerVersion,
  type Share,
} from "./reflection-outcomes.ts";
import { missingParts } from "./reflection-text.ts";
import type { ReflectionShareInput } from "./reflection-writing.inputs.ts";
import { done, lockedReflection, newerVersion } from "./reflection-writing.service.ts";
import { latestText, type Reflection } from "./reflection.entity.ts";
import { isAuthor } from "./reflection.policy.ts";

const confirmedMax = 500;

/** Lets the viewer's school read the newest text, once it is whole and its marks are cleared or confirmed. */
export function shareReflection(
  em: Em,
  viewer: Viewer,
  input: ReflectionShareInput,
): Promise<Share> {
  const { schoolId } = requirePerson(viewer, "share a reflection");
  if (schoolId === null)
    throw new DomainError(
      "FORBIDDEN",
      "You may not share with a school: you belong to none yet. Join your school first.",
    );
  return showing(em, viewer, input, "share", (reflection, at) => reflection.share(schoolId, at));
}

/** Asks moderators to make the newest text public, once it is whole and its marks are cleared or confirmed. */
export function submitReflection(
  em: Em,
  viewer: Viewer,
  input: ReflectionShareInput,
): Promise<Share> {
  const { schoolId } = requirePerson(viewer, "submit a reflection");
  return showing(em, viewer, input, "submit", (reflection, at) => reflection.submit(schoolId, at));
}

/** Takes it back to its author alone: gone from every list and from search in the same transaction. */
export function withdrawReflection(em: Em, viewer: Viewer, id: string): Promise<Reflection> {
  requirePerson(viewer, "withdraw a reflection");
  return em.transactional(async (tx) => {
    const reflection = await lockedReflection(tx, viewer, id);
    if (!isAuthor(viewer, reflection)) throw forbidden("withdraw this reflection");
    reflection.withdraw(new Date());
    return done(tx, viewer, reflection, "reflection.withdrawn");
  });
}

function showing(
  em: Em,
  viewer: Viewer,
  { id, revision, confirmedMarks }: ReflectionShareInput,
  act: "share" | "submit",
  show: (reflection: Reflection, at: Date) => void,
): Promise<Share> {
  if (confirmedMarks.length > confirmedMax)
    throw badInput(
      "confirmedMarks",
      `has ${confirmedMarks.length} keys; at most ${confirmedMax} are allowed.`,
    );
  return em.transactional(async (tx) => {
    const reflection = await lockedReflection(tx, viewer, id);
    if (!isAuthor(viewer, reflection)) throw forbidden(`${act} this reflection`);
    const obstacle = await obstacleOf(tx, reflection, revision, confirmedMarks);
    if (obstacle) return obstacle;
    show(reflection, new Date());
    return done(
      tx,
      viewer,
      reflection,
      act === "share" ? "reflection.shared" : "reflection.submitted",
    );
  });
}

/** What its author must choose about first. What they have confirmed is remembered with the text it was said of. */
async function obstacleOf(
  tx: Em,
  reflection: Reflection,
  revision: number,
  confirmed: readonly string[],
): Promise<ReflectionNewerVersion | ReflectionIncomplete | ReflectionMarksToClear | undefined> {
  if (reflection.revision !== revision) return newerVersion(reflection);
  const text = latestText(reflection);
  const missing = missingParts(text);
  if (missing.length > 0) return Object.assign(new ReflectionIncomplete(), { missing });
  const known = await knownNames(tx, reflection.schoolId, new Date());
  const marks = marksOf(text, known, [...reflection.confirmedMarks, ...confirmed]);
  reflection.confirmedMarks = marks.flatMap(({ key, isConfirmed }) => (isConfirmed ? [key] : []));
  const open = marks.filter(({ isConfirmed }) => !isConfirmed);
  return open.length > 0 ? Object.assign(new ReflectionMarksToClear(), { marks: open }) : undefined;
}
