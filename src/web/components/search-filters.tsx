import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { boxes, countTicked, type SearchAddress } from "../data/search-address.ts";
import type { SearchQuery } from "../generated/graphql.ts";
import { SearchFacet } from "./search-facet.tsx";
import styles from "./search-filters.module.css";

/** Boxes with counts, one group a facet; they belong to the form around them. */
export function SearchFilters({
  of,
  address,
  total,
}: {
  of: SearchQuery["search"]["facets"];
  address: SearchAddress;
  total: number;
}): ReactNode {
  const ticked = countTicked(address);
  return (
    <details className={styles.filters}>
      <summary className={styles.summary}>Filters{ticked > 0 ? ` (${ticked} chosen)` : ""}</summary>
      {boxes.map(({ param, field, name }) => (
        <SearchFacet
          key={param}
          param={param}
          name={name}
          values={of.find((facet) => facet.field === field)?.values ?? []}
          address={address}
        />
      ))}
      <p className={styles.onward}>
        <a href="#results">
          Show {total === 1 ? "1 result" : `${total.toLocaleString("en-GB")} results`}
        </a>
      </p>
      <div className={styles.apply}>
        <Button type="submit" variant="default" fullWidth>
          Apply filters
        </Button>
      </div>
    </details>
  );
}
