import type { ReactNode } from "react";
import { Link } from "react-router";
import {
  facets,
  type FacetParam,
  type SearchAddress,
  toAddress,
  withChoices,
} from "../data/search-address.ts";
import type { SearchQuery } from "../generated/graphql.ts";
import styles from "./no-results.module.css";
import { nameOf } from "./search-chips.tsx";

type Search = SearchQuery["search"];
type Looser = Search["looser"][number];

const paramsOf = (looser: Looser): readonly (typeof facets)[number][] =>
  facets.filter(({ field }) => looser.without.includes(field));

function Count({ of }: { of: number }): ReactNode {
  return (
    <span className={styles.count}>
      {of.toLocaleString("en-GB")} {of === 1 ? "result" : "results"}
    </span>
  );
}

/** What is left out, by the names of its choices: "Primary", "Evidence, Reflections". */
function leftOut(params: readonly { param: FacetParam }[], address: SearchAddress, of: Search) {
  return params
    .flatMap(({ param }) => address.chosen[param].map((word) => nameOf(of.facets, param, word)))
    .join(", ");
}

/** The same question with fewer filters, each with what it would find. */
function FewerFilters({ of, address }: { of: Search; address: SearchAddress }): ReactNode {
  const looser = of.looser.filter(({ without }) => without.length > 0);
  if (looser.length === 0) return null;
  const chosen = facets.filter(({ param }) => address.chosen[param].length > 0).length;
  return (
    <section>
      <h2>With fewer filters</h2>
      <ul>
        {looser.map((each) => {
          const params = paramsOf(each);
          const all = params.length === chosen && chosen > 1;
          const to = withChoices(
            address,
            Object.fromEntries(params.map(({ param }) => [param, []])),
          );
          return (
            <li key={each.without.join()}>
              <Link to={to}>
                {all ? "Without any filters" : `Without “${leftOut(params, address, of)}”`}
              </Link>{" "}
              <Count of={each.totalCount} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Single words of the question under the same filters. */
function FewerWords({ of, address }: { of: Search; address: SearchAddress }): ReactNode {
  const looser = of.looser.filter(({ without }) => without.length === 0);
  if (looser.length === 0) return null;
  return (
    <section>
      <h2>With fewer words</h2>
      <ul>
        {looser.map(({ query, totalCount }) => (
          <li key={query}>
            <Link to={toAddress({ ...address, q: query, after: undefined })}>{query}</Link>{" "}
            <Count of={totalCount} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Ways on from an empty list: each leads to something that is there. */
export function NoResults({
  of,
  address,
  topics,
}: {
  of: Search;
  address: SearchAddress;
  topics: SearchQuery["terms"];
}): ReactNode {
  return (
    <div className={styles.empty}>
      <FewerFilters of={of} address={address} />
      <FewerWords of={of} address={address} />
      {of.looser.length === 0 && (
        <p>
          Nothing here has {/\s/.test(address.q) ? "these words" : "this word"}. Check the spelling,
          or use a word you would say in the staff room: “marking” and “TAs” work here too.
        </p>
      )}
      {topics.length > 0 && (
        <section>
          <h2>Or choose a topic</h2>
          <ul role="list" className={styles.topics}>
            {topics.map(({ id, slug, label }) => (
              <li key={id}>
                <Link to={`/topics/${slug}`}>{label}</Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        You can also look through <Link to="/evidence">all the evidence</Link>,{" "}
        <Link to="/cpd">CPD sessions</Link> or <Link to="/search">everything here</Link>.
      </p>
    </div>
  );
}
