import type { ReactNode } from "react";
import { Link } from "react-router";
import { type SearchAddress, withChoices } from "../data/search-address.ts";
import { kinds } from "../data/wording.ts";
import type { SearchQuery } from "../generated/graphql.ts";
import styles from "./search-tabs.module.css";

interface TabProps {
  readonly to: string;
  readonly name: string;
  readonly count: number;
  readonly current: boolean;
  /** A link even where there is nothing: the way back from a kind without results. */
  readonly always?: boolean;
}

function Tab({ to, name, count, current, always = false }: TabProps): ReactNode {
  const words = (
    <>
      {name} <span className={styles.count}>{count.toLocaleString("en-GB")}</span>
    </>
  );
  return (
    <li>
      {count === 0 && !current && !always ? (
        <span className={styles.none}>{words}</span>
      ) : (
        <Link to={to} aria-current={current ? "page" : undefined} preventScrollReset>
          {words}
        </Link>
      )}
    </li>
  );
}

/** All results, and those of each kind; the counts are those under the other filters. */
export function SearchTabs({
  of,
  address,
}: {
  of: SearchQuery["search"]["facets"];
  address: SearchAddress;
}): ReactNode {
  const counts = of.find(({ field }) => field === "KIND")?.values ?? [];
  const countOf = (kind: string) => counts.find(({ value }) => value === kind)?.count ?? 0;
  const chosen = address.chosen.kind;
  return (
    <nav className={styles.tabs} aria-label="Kinds of result">
      <ul role="list">
        <Tab
          to={withChoices(address, { kind: [] })}
          name="All"
          always
          count={counts.reduce((sum, { count }) => sum + count, 0)}
          current={chosen.length === 0}
        />
        {kinds.map(({ kind, word, many }) => (
          <Tab
            key={kind}
            to={withChoices(address, { kind: [word] })}
            name={many}
            count={countOf(kind)}
            current={chosen.includes(word)}
          />
        ))}
      </ul>
    </nav>
  );
}
