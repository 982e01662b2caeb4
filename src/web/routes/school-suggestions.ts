import { BadInput, query } from "../data/query.server.ts";
import { suggestFrom, type Suggestions } from "../data/suggestions.ts";
import type { Route } from "./+types/school-suggestions.ts";
import { SchoolSuggestionsDocument, toSchoolSuggestion } from "./school-suggestions.server.ts";

const none: Suggestions = { total: 0, suggestions: [] };

async function suggestionsFor(args: Route.LoaderArgs): Promise<Suggestions> {
  const { searchParams } = new URL(args.request.url);
  const q = (searchParams.get("q") ?? "").trim();
  if (q.length < suggestFrom) return none;
  const forJoining = searchParams.get("for") === "joining";
  try {
    const { schools } = await query(args, SchoolSuggestionsDocument, { query: q });
    return {
      total: schools.totalCount,
      suggestions: schools.nodes.map((school) => toSchoolSuggestion(school, forJoining)),
    };
  } catch (error) {
    // What cannot be searched for has no suggestions; the page says why when it is asked.
    if (error instanceof BadInput) return none;
    throw error;
  }
}

/** The list under a box for schools as JSON: schools are public facts, whoever asks. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  return Response.json(await suggestionsFor(args), {
    headers: { "Cache-Control": "private, max-age=60" },
  });
}
