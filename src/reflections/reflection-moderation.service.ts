import type { Em } from "../kernel/em.ts";
import { badInput, forbidden } from "../kernel/errors.ts";
import { cleanText } from "../kernel/input.ts";
import { requirePerson, type Viewer } from "../kernel/viewer.ts";
import { type ReflectionNewerVersion, ReflectionReturned } from "./reflection-outcomes.ts";
import type { ReflectionAcceptInput, ReflectionReturnInput } from "./reflection-writing.inputs.ts";
import { done, lockedReflection, newerVersion } from "./reflection-writing.service.ts";
import type { Reflection } from "./reflection.entity.ts";
import { canModerate, isAuthor } from "./reflection.policy.ts";

const noteMax = 2_000;

/** Puts the text that the moderator has read before everyone. */
export function acceptReflection(
  em: Em,
  viewer: Viewer,
  { id, revision }: ReflectionAcceptInput,
): Promise<Reflection | ReflectionNewerVersion> {
  return deciding(em, viewer, id, revision, "accept", (reflection) =>
    reflection.accept(new Date()),
  );
}

/** Gives it back to its author with a note that says why. */
export async function returnReflection(
  em: Em,
  viewer: Viewer,
  { id, revision, note }: ReflectionReturnInput,
): Promise<ReflectionReturned | ReflectionNewerVersion> {
  const why = cleanText(note, "note", noteMax).trim();
  if (why === "") throw badInput("note", "is empty; say what its author should change.");
  const decided = await deciding(em, viewer, id, revision, "return", (reflection) =>
    reflection.return(why),
  );
  return "theirs" in decided ? decided : Object.assign(new ReflectionReturned(), { id });
}

function deciding(
  em: Em,
  viewer: Viewer,
  id: string,
  revision: number,
  act: "accept" | "return",
  decide: (reflection: Reflection) => void,
): Promise<Reflection | ReflectionNewerVersion> {
  requirePerson(viewer, `${act} a reflection`);
  return em.transactional(async (tx) => {
    const reflection = await lockedReflection(tx, viewer, id);
    if (!canModerate(viewer)) throw forbidden(`${act} this reflection`);
    if (isAuthor(viewer, reflection)) throw forbidden(`${act} a reflection of your own`);
    // Decided already comes before changed since: there is nothing to read again.
    if (reflection.submittedAt !== null && reflection.revision !== revision)
      return newerVersion(reflection);
    decide(reflection);
    return done(
      tx,
      viewer,
      reflection,
      act === "accept" ? "reflection.accepted" : "reflection.returned",
    );
  });
}
