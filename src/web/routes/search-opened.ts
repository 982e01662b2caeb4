import { readForm } from "../data/form.server.ts";
import { mutate } from "../data/query.server.ts";
import type { Route } from "./+types/search-opened.ts";
import { SearchOpenedDocument } from "./search-opened.server.ts";

/** A hit was opened: the page says so as it is left, and reads no answer. */
export async function action(args: Route.ActionArgs): Promise<Response> {
  const form = await readForm(args.request);
  const position = Number.parseInt(form.line("position"), 10) || 0;
  const { refused } = await mutate(args, SearchOpenedDocument, {
    askedId: form.line("of"),
    position,
  });
  return new Response(null, { status: refused ? 400 : 204 });
}
