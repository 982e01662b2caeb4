import type { ReactNode } from "react";
import { Link } from "react-router";
import { type SearchAddress, toAddress } from "../data/search-address.ts";
import type { SearchQuery } from "../generated/graphql.ts";
import styles from "./search-understood.module.css";

/** That the reader waits longer than usual, and misses nothing by it. */
export function SearchDegraded({
  of: { degraded },
}: {
  of: Pick<SearchQuery["search"], "degraded">;
}): ReactNode {
  if (!degraded) return null;
  return (
    <p className={styles.degraded} role="status">
      Search is slower than usual at the moment. Nothing is missing from these results.
    </p>
  );
}

/** What was made of the spelling, and the other way to take it. */
export function SearchUnderstood({
  of: { correctedQuery, suggestedQuery },
  address,
}: {
  of: Pick<SearchQuery["search"], "correctedQuery" | "suggestedQuery">;
  address: SearchAddress;
}): ReactNode {
  const under = { ...address, after: undefined };
  if (correctedQuery)
    return (
      <p className={styles.note}>
        Showing results for <strong>{correctedQuery}</strong>. Search instead for{" "}
        <Link to={toAddress({ ...under, exact: true })}>{address.q}</Link>.
      </p>
    );
  if (suggestedQuery)
    return (
      <p className={styles.note}>
        Did you mean{" "}
        <Link to={toAddress({ ...under, q: suggestedQuery.trim(), exact: false })}>
          {suggestedQuery}
        </Link>
        ?
      </p>
    );
  return null;
}
