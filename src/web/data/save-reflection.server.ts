import { data, redirect, type RouterContextProvider } from "react-router";
import {
  CreateReflectionDocument,
  UpdateReflectionDocument,
} from "../routes/reflection-writing.server.ts";
import { refused as refusedForm, refusedBy, type SentForm } from "./form.server.ts";
import { mutate, type Refusal } from "./query.server.ts";
import { type PartName, partNames } from "./reflection-words.ts";

interface RouteArguments {
  readonly context: Readonly<RouterContextProvider>;
  readonly request: Request;
}

/** What came of a save. */
export interface Save {
  readonly saved?: { readonly id: string; readonly revision: number };
  readonly refused?: Refusal;
  /** Somebody, perhaps its author on another device, has changed it meanwhile. */
  readonly newer?: {
    readonly revision: number;
    readonly theirs: Readonly<Record<PartName, string | null | undefined>>;
  };
}

/** Saves what a form of a reflection holds: a new one while it has no id yet, else the one with that id. */
export async function saveReflection(args: RouteArguments, form: SentForm): Promise<Save> {
  const text = Object.fromEntries(
    (Object.keys(partNames) as PartName[])
      .filter((name) => form.has(name))
      .map((name) => [name, form.text(name)]),
  );
  const id = form.line("id");
  if (id === "") {
    const input = { about: form.line("about"), ...text };
    const { done, refused } = await mutate(args, CreateReflectionDocument, { input });
    if (refused) return { refused };
    const { id: made, revision } = done.reflectionCreate;
    return { saved: { id: made, revision: revision ?? 1 } };
  }
  const given = Number(form.line("revision"));
  const revision = Number.isInteger(given) && given > 0 && given < 2 ** 31 ? given : 0;
  const input = { id, revision, ...text };
  const { done, refused } = await mutate(args, UpdateReflectionDocument, { input });
  if (refused) return { refused };
  const outcome = done.reflectionUpdate;
  if (outcome.__typename === "ReflectionNewerVersion")
    return { newer: { revision: outcome.newerRevision, theirs: outcome.theirs } };
  return { saved: { id: outcome.id, revision: outcome.revision ?? revision } };
}

/** Saves what the form holds, and answers it: goes on to the next step, or shows what stands in the way. */
export async function saveAndGoOn(args: RouteArguments, form: SentForm) {
  const { saved, refused, newer } = await saveReflection(args, form);
  if (saved)
    return redirect(
      form.line("goTo") === "share"
        ? `/reflections/${saved.id}/share`
        : `/reflections/${saved.id}/edit?saved=yes`,
    );
  if (!newer) return refusedBy(refused, form);
  const summary =
    "This reflection was saved somewhere else after you opened it here. Nothing is lost: both texts are on this page.";
  const outcome = refusedForm(form, { summary }, 409);
  return data({ ...outcome.data, newer }, { status: 409 });
}
