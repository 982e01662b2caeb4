import { readForm } from "../data/form.server.ts";
import { saveReflection } from "../data/save-reflection.server.ts";
import type { Route } from "./+types/reflection-autosave.ts";

/** Saves a text while it is being typed; answers in JSON, for the script of the form. */
export async function action(args: Route.ActionArgs) {
  const { saved, refused, newer } = await saveReflection(args, await readForm(args.request));
  const headers = { "Cache-Control": "no-store" };
  if (saved) return Response.json(saved, { headers });
  const problem = newer
    ? "It was changed somewhere else meanwhile: press Save to see both texts."
    : (refused?.message ?? "Press Save to see why.");
  return Response.json({ problem }, { status: newer ? 409 : 400, headers });
}
