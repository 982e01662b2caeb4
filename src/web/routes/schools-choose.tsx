import type { ReactNode } from "react";
import { Form } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { SchoolResults } from "../components/people/school-results.tsx";
import { SearchBox } from "../components/search-box.tsx";
import { pageMeta } from "../data/page-meta.ts";
import { BadInput, query } from "../data/query.server.ts";
import { signedIn } from "../data/signed-in.server.ts";
import { schoolChoiceSuggestions } from "../data/suggestions.ts";
import type { Route } from "./+types/schools-choose.ts";
import { ChooserDocument } from "./schools-choose.server.ts";
import { SchoolsDocument } from "./schools.server.ts";

/** The schools that what was typed finds. */
async function find(args: Route.LoaderArgs, q: string, after: string | null) {
  if (q === "") return { schools: undefined, problem: undefined };
  try {
    return { ...(await query(args, SchoolsDocument, { query: q, after })), problem: undefined };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { schools: undefined, problem: error.message };
  }
}

/** Who chooses, and what they have found so far. */
export async function loader(args: Route.LoaderArgs) {
  const { searchParams } = new URL(args.request.url);
  const [q, after] = [(searchParams.get("q") ?? "").trim(), searchParams.get("after")];
  const { viewer } = await query(args, ChooserDocument, {});
  signedIn(args, viewer);
  return { q: q.slice(0, 200), after, ...(await find(args, q, after)) };
}

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "Choose your school – Potbank",
    description: "Find the school you work at, and ask to join it.",
    noindex: true,
  });

/** One box for name, town, postcode or URN; each school found leads to the request to join it. */
export default function ChooseSchool({ loaderData }: Route.ComponentProps): ReactNode {
  const { q, after, schools, problem } = loaderData;
  const more = schools?.pageInfo;
  const address = (cursor?: string) =>
    `/schools/choose?${new URLSearchParams({ q, ...(cursor && { after: cursor }) })}`;
  return (
    <>
      <ArticleHead
        kind="My school"
        up="/my-school"
        title="Choose your school"
        lead="Find the school you work at. You see what will happen before you ask to join it."
      />
      <Form action="/schools/choose" role="search" aria-label="Schools">
        <SearchBox
          id="school-choice"
          label="Name, town, postcode or URN of your school"
          placeholder="Name, town, postcode or URN"
          source={schoolChoiceSuggestions}
          value={q}
        />
      </Form>
      {problem !== undefined && <p role="alert">We cannot search for that. {problem}</p>}
      {schools && (
        <SchoolResults
          of={schools.nodes}
          total={schools.totalCount}
          q={q}
          first={after === null ? undefined : address()}
          next={more?.hasNextPage && more.endCursor ? address(more.endCursor) : undefined}
        />
      )}
    </>
  );
}
