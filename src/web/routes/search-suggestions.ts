import { cacheControl } from "../data/cache-control.server.ts";
import { BadInput, query } from "../data/query.server.ts";
import { type Suggestions, suggestFrom } from "../data/suggestions.ts";
import type { Route } from "./+types/search-suggestions.ts";
import { SuggestionsDocument, toSuggestions } from "./search-suggestions.server.ts";

const none: Suggestions = { total: 0, suggestions: [] };

async function suggestionsFor(args: Route.LoaderArgs, q: string): Promise<Suggestions> {
  if (q.trim().length < suggestFrom) return none;
  try {
    const { search } = await query(args, SuggestionsDocument, { query: q });
    const now = new Date().toISOString();
    return {
      total: search.totalCount,
      suggestions: toSuggestions(search.nodes, now),
    };
  } catch (error) {
    // What cannot be searched for has no suggestions; the page says why when it is asked.
    if (error instanceof BadInput) return none;
    throw error;
  }
}

/** The list under the search box as JSON. A space at the end counts: it says that the last word has been typed whole. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const q = new URL(args.request.url).searchParams.get("q") ?? "";
  return Response.json(await suggestionsFor(args, q.trimStart()), {
    headers: { "Cache-Control": cacheControl(args.request, "private, max-age=60") },
  });
}
