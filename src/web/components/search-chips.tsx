import type { ReactNode } from "react";
import { Link } from "react-router";
import {
  boxes,
  countTicked,
  type FacetParam,
  facets,
  type SearchAddress,
  valueOf,
  without,
  withNoBoxes,
} from "../data/search-address.ts";
import type { SearchQuery } from "../generated/graphql.ts";
import { labelOf } from "./search-facet.tsx";
import styles from "./search-chips.module.css";

type Facets = SearchQuery["search"]["facets"];

/** What a choice is called, also where no result has it and the answer does not know its name. */
export function nameOf(of: Facets, param: FacetParam, word: string): string {
  const field = facets.find((each) => each.param === param)?.field;
  const values = of.find((facet) => facet.field === field)?.values ?? [];
  const value = valueOf(param, word);
  return labelOf(param, values.find((each) => each.value === value) ?? { value, label: word });
}

/** The ticked boxes in one line, each to be taken away. */
export function SearchChips({
  of,
  address,
  onFollow,
}: {
  of: Facets;
  address: SearchAddress;
  /** A chip is gone when it has been followed: the page looks after the focus. */
  onFollow?: () => void;
}): ReactNode {
  if (countTicked(address) === 0) return null;
  return (
    <ul role="list" className={styles.chips} aria-label="Chosen filters">
      {boxes.flatMap(({ param }) =>
        address.chosen[param].map((word) => {
          const name = nameOf(of, param, word);
          return (
            <li key={`${param}-${word}`}>
              <Link
                to={without(address, param, word)}
                aria-label={`Remove ${name}`}
                onClick={onFollow}
                preventScrollReset
              >
                {name} <span aria-hidden="true">×</span>
              </Link>
            </li>
          );
        }),
      )}
      <li>
        <Link
          to={withNoBoxes(address)}
          className={styles.clear}
          onClick={onFollow}
          preventScrollReset
        >
          Clear all
        </Link>
      </li>
    </ul>
  );
}
