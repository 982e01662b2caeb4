import type { FilterQuery } from "@mikro-orm/core";
import type { Batch, Context } from "../kernel/context.ts";
import type { Order, Page, PageRequest } from "../kernel/paging.ts";
import { emptyPage } from "../kernel/paging.ts";
import { listPage } from "../kernel/rows.ts";
import { requirePerson } from "../kernel/viewer.ts";
import { forbidden } from "../kernel/errors.ts";
import type { MarksKnown } from "./personal-marks.ts";
import { marksOf, namesKnownAt, type ReflectionMark } from "./reflection-marks.ts";
import { changedText, type ReflectionTextChange } from "./reflection-text.ts";
import { latestText, Reflection } from "./reflection.entity.ts";
import { awaitingReflections, canModerate } from "./reflection.policy.ts";
import { inState, type ReflectionState } from "./reflection.state.ts";

const lastEditedFirst: Order = {
  name: "edited",
  keys: [
    { path: "editedAt", type: "moment", direction: "desc" },
    { path: "id", type: "text", direction: "asc" },
  ],
};

const longestWaitFirst: Order = {
  name: "submitted",
  keys: [
    { path: "submittedAt", type: "moment", direction: "asc" },
    { path: "id", type: "text", direction: "asc" },
  ],
};

/** A page of the viewer's own reflections, the last one written first; empty for who is not signed in. */
export function ownReflections(
  ctx: Context,
  state: ReflectionState | null,
  request: PageRequest,
): Promise<Page<Reflection>> {
  const { viewer } = ctx;
  if (viewer.kind !== "person") return Promise.resolve(emptyPage());
  const where = { $and: [{ authorId: viewer.personId }, state === null ? {} : inState(state)] };
  return listPage(ctx, Reflection, where as FilterQuery<Reflection>, lastEditedFirst, request);
}

/** A page of what waits for this moderator, the longest wait first. */
export function moderationQueue(ctx: Context, request: PageRequest): Promise<Page<Reflection>> {
  requirePerson(ctx.viewer, "read what waits for a moderator");
  if (!canModerate(ctx.viewer)) throw forbidden("read what waits for a moderator");
  return listPage(ctx, Reflection, awaitingReflections(ctx.viewer), longestWaitFirst, request);
}

const known: Batch<MarksKnown> = ({ em }, schoolIds) => namesKnownAt(em, schoolIds, new Date());

/** Likely personal data in the newest text of a reflection, with what its author has confirmed. */
export async function marksOfReflection(
  ctx: Context,
  reflection: Reflection,
): Promise<ReflectionMark[]> {
  const names = await ctx.load(known, reflection.schoolId ?? "");
  return marksOf(latestText(reflection), names!, reflection.confirmedMarks);
}

/** Likely personal data in a text that need not be saved. For persons signed in: it is work. */
export async function marksOfText(
  ctx: Context,
  text: ReflectionTextChange,
): Promise<ReflectionMark[]> {
  const viewer = requirePerson(ctx.viewer, "have a text checked");
  const nothing = { title: "", context: "", tried: "", happened: "", next: null };
  return marksOf(
    changedText(nothing, text, ""),
    (await ctx.load(known, viewer.schoolId ?? ""))!,
    [],
  );
}

/** Whether something was public under this id and has been taken back. It says no more than that. */
export async function reflectionIsGone({ em }: Context, id: string): Promise<boolean> {
  const [row] = await em
    .createQueryBuilder(Reflection)
    .select("id")
    .where({ id, oncePublic: true, publishedAt: null })
    .limit(1)
    .execute();
  return row !== undefined;
}
