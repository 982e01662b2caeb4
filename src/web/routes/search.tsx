import { NativeSelect } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import { data, Form, Link, useNavigation } from "react-router";
import { NoResults } from "../components/no-results.tsx";
import { Pager } from "../components/pager.tsx";
import { SearchBox } from "../components/search-box.tsx";
import { SearchChips } from "../components/search-chips.tsx";
import { SearchFilters } from "../components/search-filters.tsx";
import { SearchResults } from "../components/search-results.tsx";
import { SearchTabs } from "../components/search-tabs.tsx";
import { SearchDegraded, SearchUnderstood } from "../components/search-understood.tsx";
import { listLeftOut } from "../data/left-out.ts";
import { useChoiceForm } from "../components/use-choice-form.ts";
import { beginningOf, pageMeta } from "../data/page-meta.ts";
import { BadInput, query } from "../data/query.server.ts";
import {
  countTicked,
  facets,
  isAskedAnew,
  readAddress,
  type SearchAddress,
  sorts,
  toAddress,
  toFilter,
  toSort,
  toSpelling,
} from "../data/search-address.ts";
import type { SearchQuery } from "../generated/graphql.ts";
import type { Route } from "./+types/search.ts";
import styles from "./search.module.css";
import { SearchDocument } from "./search.server.ts";

/** The results, or what is wrong with the question, with status 400. */
export async function loader(args: Route.LoaderArgs) {
  const address = readAddress(new URL(args.request.url).searchParams);
  const now = new Date().toISOString();
  try {
    const { search, terms } = await query(args, SearchDocument, {
      query: address.q,
      filter: toFilter(address),
      facets: facets.map(({ field }) => field),
      sort: toSort(address),
      spelling: toSpelling(address),
      first: 20,
      after: address.after,
      remember: isAskedAnew(address),
    });
    // Whoever has results does not wait for what helps those who have none.
    const topics = search.totalCount === 0 ? terms : [];
    return data({ address, now, search, topics, problem: undefined });
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const problem = { message: error.message, field: error.field };
    return data({ address, now, search: undefined, topics: [], problem }, { status: 400 });
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => {
  if (!loaderData) return [];
  const { q } = loaderData.address;
  return pageMeta({
    title: q ? `“${beginningOf(q, 80)}” – search – Potbank` : "Search – Potbank",
    description:
      "Evidence, CPD sessions, school research and teachers’ reflections in one list, with months, cost and strength of evidence.",
  });
};

/** What the page is about, in the words that were searched for. */
function titleOf(address: SearchAddress, search: SearchQuery["search"] | undefined): string {
  if (address.q === "")
    return search?.totalCount === 0 ? "Nothing found with these filters" : "Search";
  const words = beginningOf(search?.correctedQuery?.trim() ?? address.q, 100);
  if (!search) return "Search";
  if (search.totalCount > 0) return `Results for “${words}”`;
  const filtered = search.looser.some(({ without }) => without.length > 0);
  return `Nothing found for “${words}”${filtered ? " with these filters" : ""}`;
}

function Problem({
  of: { message, field },
  address,
}: {
  of: { message: string; field: string | undefined };
  address: SearchAddress;
}): ReactNode {
  return (
    <div className={styles.problem} role="alert">
      <p>
        <strong>We cannot search for that.</strong>
      </p>
      <p>{message}</p>
      {field === "after" && (
        <p>
          <Link to={toAddress({ ...address, after: undefined })}>Start at the first page</Link>
        </p>
      )}
    </div>
  );
}

function Total({ of }: { of: SearchQuery["search"] }): ReactNode {
  const count = of.totalCount.toLocaleString("en-GB");
  return (
    <p className={styles.total} role="status">
      {of.totalIsExact ? "" : "About "}
      {of.totalCount === 0 ? "No" : count} {of.totalCount === 1 ? "result" : "results"}
    </p>
  );
}

function Sort({ address }: { address: SearchAddress }): ReactNode {
  return (
    <div className={styles.sort}>
      <label htmlFor="sort">Sort by</label>
      <NativeSelect
        id="sort"
        name="sort"
        defaultValue={address.sort}
        data={sorts.map(({ word, name }) => ({ value: word, label: name }))}
      />
    </div>
  );
}

/** What is no field of the form, and must not be lost when it is sent. */
function Unseen({ address, sortable }: { address: SearchAddress; sortable: boolean }): ReactNode {
  return (
    <>
      {address.chosen.kind.map((word) => (
        <input key={word} type="hidden" name="kind" value={word} />
      ))}
      {address.exact && <input type="hidden" name="spelling" value="exact" />}
      {!sortable && <input type="hidden" name="sort" value={address.sort} />}
    </>
  );
}

/** Where a link that leads to other results has gone with the results before, the focus goes to the new ones. */
function useResultsFocus(address: SearchAddress) {
  const results = useRef<HTMLElement>(null);
  const followed = useRef(false);
  const page = useRef(address.after);
  useEffect(() => {
    if (followed.current || page.current !== address.after)
      results.current?.focus({ preventScroll: true });
    followed.current = false;
    page.current = address.after;
  }, [address]);
  return {
    results,
    onFollow: () => {
      followed.current = true;
    },
  };
}

interface ResultsProps {
  readonly search: SearchQuery["search"];
  readonly address: SearchAddress;
  readonly topics: SearchQuery["terms"];
  readonly now: string;
}

function Results({ search, address, topics, now }: ResultsProps): ReactNode {
  const { results, onFollow } = useResultsFocus(address);
  const busy = useNavigation().state === "loading";
  const { hasNextPage, endCursor } = search.pageInfo;
  const none = search.totalCount === 0;
  return (
    <section
      ref={results}
      id="results"
      tabIndex={-1}
      aria-label="Results"
      className={styles.results}
      data-busy={busy ? "" : undefined}
    >
      <div className={styles.bar}>
        <Total of={search} />
        {!none && <Sort address={address} />}
      </div>
      <SearchChips of={search.facets} address={address} onFollow={onFollow} />
      {none ? (
        <NoResults of={search} address={address} topics={topics} />
      ) : (
        <>
          <SearchResults of={search.edges} now={now} askedId={search.askedId} />
          <Pager
            first={address.after ? toAddress({ ...address, after: undefined }) : undefined}
            next={
              hasNextPage && endCursor ? toAddress({ ...address, after: endCursor }) : undefined
            }
          />
        </>
      )}
    </section>
  );
}

/** One form for words, filters and order; one ranked list of all kinds. */
export default function SearchPage({ loaderData }: Route.ComponentProps): ReactNode {
  const { address, search, topics, now, problem } = loaderData;
  const form = useChoiceForm({
    address,
    read: (params) => {
      const asked = readAddress(params);
      // Other words have a spelling of their own.
      return { ...asked, exact: asked.exact && asked.q === address.q };
    },
    toAddress,
    toTop: true,
  });
  const title = titleOf(address, search);
  const narrowable = search && (search.totalCount > 0 || countTicked(address) > 0);
  const ofKinds = search && (search.totalCount > 0 || address.chosen.kind.length > 0);
  return (
    <Form action="/search" {...form}>
      <div className={styles.top} role="search">
        <h1 data-long={title.length > 45 ? "" : undefined}>{title}</h1>
        <SearchBox
          id="search"
          label="Search"
          value={address.q}
          placeholder="What would you like to know?"
        />
        <Unseen address={address} sortable={(search?.totalCount ?? 0) > 0} />
      </div>
      {address.ignored.length > 0 && (
        <p className={styles.note}>
          We did not understand part of the address and left it out: {listLeftOut(address.ignored)}.
        </p>
      )}
      {problem && <Problem of={problem} address={address} />}
      {search && (
        <>
          <SearchUnderstood of={search} address={address} />
          <SearchDegraded of={search} />
          {ofKinds && <SearchTabs of={search.facets} address={address} />}
          <div className={styles.columns} data-alone={narrowable ? undefined : ""}>
            {narrowable && (
              <SearchFilters of={search.facets} address={address} total={search.totalCount} />
            )}
            <Results search={search} address={address} topics={topics} now={now} />
          </div>
        </>
      )}
    </Form>
  );
}
