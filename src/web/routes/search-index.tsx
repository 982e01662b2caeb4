import type { ReactNode } from "react";
import { Link } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { IndexState } from "../components/insight/index-state.tsx";
import { RefusedTable } from "../components/insight/refused-table.tsx";
import { privateMeta, secretHeaders } from "../data/private-page.ts";
import { query } from "../data/query.server.ts";
import type { Route } from "./+types/search-index.ts";
import { SearchIndexDocument } from "./search-index.server.ts";

export const headers = secretHeaders;

export const meta = () =>
  privateMeta("The search index", "How far search is behind, and what it cannot take.");

export const loader = async (args: Route.LoaderArgs) => ({
  index: (await query(args, SearchIndexDocument, {})).searchIndex ?? null,
});

/** How the search index follows what is written, for publishers and administrators. */
export default function SearchIndex({ loaderData: { index } }: Route.ComponentProps): ReactNode {
  return (
    <>
      <ArticleHead
        kind="Search"
        title="The search index"
        {...(index !== null && {
          lead: "Searches are answered from an index beside the database. Here is whether it says the same.",
        })}
      />
      {index === null ? (
        <p>
          There is none, or none yet: the database answers every search itself, and whatever is
          written is found at once.
        </p>
      ) : (
        <>
          <IndexState of={index} />
          <RefusedTable of={index.failed} count={index.failedCount} />
        </>
      )}
      <p>
        <Link to="/search-insight">What people search for</Link>
      </p>
    </>
  );
}
