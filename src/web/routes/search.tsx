import { NativeSelect } from "@mantine/core";
import { type ChangeEvent, type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { data, Form, Link, useNavigate, useNavigation } from "react-router";
import { NoResults } from "../components/no-results.tsx";
import { SearchBox } from "../components/search-box.tsx";
import { labelOf, SearchFilters } from "../components/search-filters.tsx";
import { Pager } from "../components/pager.tsx";
import { SearchResults } from "../components/search-results.tsx";
import { BadInput, query } from "../data/query.server.ts";
import {
  countChosen,
  facets,
  readAddress,
  type SearchAddress,
  sorts,
  toAddress,
  toFilter,
  toSort,
  valueOf,
  without,
  wordOf,
} from "../data/search-address.ts";
import type { SearchQuery } from "../generated/graphql.ts";
import { beginningOf, pageMeta } from "../data/page-meta.ts";
import type { Route } from "./+types/search.ts";
import styles from "./search.module.css";
import { SearchDocument, TopicsDocument } from "./search.server.ts";

/** The results, or what is wrong with the question, with status 400. */
export async function loader(args: Route.LoaderArgs) {
  const address = readAddress(new URL(args.request.url).searchParams);
  const now = new Date().toISOString();
  try {
    const { search } = await query(args, SearchDocument, {
      query: address.q,
      filter: toFilter(address),
      facets: facets.map(({ field }) => field),
      sort: toSort(address),
      first: 20,
      after: address.after,
    });
    const topics = search.totalCount === 0 ? (await query(args, TopicsDocument, {})).terms : [];
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

/** With scripts a form changes the address to its shortest; without, the browser sends it as it is. */
function useSearchForm() {
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const go = (stay: boolean): void => {
    if (!form.current) return;
    const fields = new FormData(form.current);
    const params = new URLSearchParams();
    for (const [name, value] of fields) if (typeof value === "string") params.append(name, value);
    void navigate(toAddress(readAddress(params)), { preventScrollReset: stay });
  };
  return {
    form,
    onSubmit: (event: FormEvent) => {
      event.preventDefault();
      go(false);
    },
    onChange: (event: ChangeEvent<HTMLFormElement>) => {
      const { type } = event.target as { type?: string };
      if (type === "checkbox" || type === "select-one") go(true);
    },
  };
}

function SortSelect({ address }: { address: SearchAddress }): ReactNode {
  const { sort } = address;
  const select = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (select.current) select.current.value = address.sort;
  }, [address]);
  return (
    <NativeSelect
      ref={select}
      id="sort"
      name="sort"
      defaultValue={sort}
      data={sorts.map(({ word, name }) => ({ value: word, label: name }))}
    />
  );
}

function Chips({ address, of }: { address: SearchAddress; of: SearchQuery["search"] }): ReactNode {
  if (countChosen(address) === 0) return null;
  return (
    <ul role="list" className={styles.chips} aria-label="Chosen filters">
      {facets.flatMap(({ param, field }) =>
        address.chosen[param].map((word) => {
          const value = of.facets
            .find((facet) => facet.field === field)
            ?.values.find((each) => wordOf(param, each.value) === word);
          const label = labelOf(param, value ?? { value: valueOf(param, word), label: word });
          return (
            <li key={`${param}-${word}`}>
              <Link to={without(address, param, word)} aria-label={`Remove ${label}`}>
                {label} <span aria-hidden="true">×</span>
              </Link>
            </li>
          );
        }),
      )}
      <li>
        <Link to={toAddress({ q: address.q, sort: address.sort })} className={styles.clear}>
          Clear all
        </Link>
      </li>
    </ul>
  );
}

function Total({ of, address }: { of: SearchQuery["search"]; address: SearchAddress }): ReactNode {
  const count = of.totalCount.toLocaleString("en-GB");
  const things = of.totalCount === 1 ? "result" : "results";
  const understood = of.correctedQuery ?? address.q;
  return (
    <p className={styles.total} role="status">
      {of.totalIsExact ? "" : "About "}
      {count} {things}
      {understood ? ` for “${understood.slice(0, 80)}”` : ""}
    </p>
  );
}

function Found({
  search,
  address,
  now,
}: {
  search: SearchQuery["search"];
  address: SearchAddress;
  now: string;
}): ReactNode {
  const { hasNextPage, endCursor } = search.pageInfo;
  return (
    <>
      <SearchResults of={search.edges} now={now} />
      <Pager
        first={address.after ? toAddress({ ...address, after: undefined }) : undefined}
        next={hasNextPage && endCursor ? toAddress({ ...address, after: endCursor }) : undefined}
      />
    </>
  );
}

/** One form for words, filters and order; one ranked list of all kinds. */
export default function SearchPage({ loaderData }: Route.ComponentProps): ReactNode {
  const { address, search, topics, now, problem } = loaderData;
  const { form, onSubmit, onChange } = useSearchForm();
  const narrowable = (search?.totalCount ?? 0) > 0 || countChosen(address) > 0;
  const busy = useNavigation().state === "loading";
  return (
    <Form action="/search" ref={form} onSubmit={onSubmit} onChange={onChange}>
      <div className={styles.top} role="search">
        <h1>Search</h1>
        <SearchBox
          id="search"
          label="Search"
          value={address.q}
          placeholder="What would you like to know?"
        />
      </div>
      {address.ignored.length > 0 && (
        <p className={styles.note}>
          We did not understand part of the address and left it out: {address.ignored.join(", ")}.
        </p>
      )}
      {problem && (
        <div className={styles.problem} role="alert">
          <p>
            <strong>We cannot search for that.</strong>
          </p>
          <p>{problem.message}</p>
          {problem.field === "after" && (
            <p>
              <Link to={toAddress({ ...address, after: undefined })}>Start at the first page</Link>
            </p>
          )}
        </div>
      )}
      {search && (
        <div className={styles.columns} data-alone={narrowable ? undefined : ""}>
          {narrowable && (
            <SearchFilters of={search.facets} address={address} total={search.totalCount} />
          )}
          <div id="results" className={styles.results} data-busy={busy ? "" : undefined}>
            {search.correctedQuery && (
              <p className={styles.note}>
                Showing results for <strong>{search.correctedQuery}</strong>. You typed “
                {address.q.slice(0, 120)}”.
              </p>
            )}
            <div className={styles.bar}>
              <Total of={search} address={address} />
              <div className={styles.sort}>
                <label htmlFor="sort">Sort by</label>
                <SortSelect address={address} />
              </div>
            </div>
            <Chips address={address} of={search} />
            {search.totalCount === 0 ? (
              <NoResults address={address} topics={topics} />
            ) : (
              <Found search={search} address={address} now={now} />
            )}
          </div>
        </div>
      )}
    </Form>
  );
}
