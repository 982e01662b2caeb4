import type { ReactNode } from "react";
import { Link } from "react-router";
import { termPath } from "../../data/terms.ts";
import { inNumbers } from "../../data/wording.ts";
import type { HomeQuery, SearchFacetField, TermScheme } from "../../generated/graphql.ts";
import styles from "./browse.module.css";

type Term = HomeQuery["terms"][number];

/** A term with the number of records about it. */
interface Counted extends Term {
  readonly count: number;
}

const shownTopics = 12;

/** The terms of a scheme that something is about, in the vocabulary's order. */
function counted(
  of: Pick<HomeQuery, "terms" | "browse">,
  scheme: TermScheme & SearchFacetField,
): readonly Counted[] {
  const values = of.browse.facets.find(({ field }) => field === scheme)?.values ?? [];
  const counts = new Map(values.map(({ value, count }) => [value, count]));
  return of.terms
    .filter((term) => term.scheme === scheme)
    .map((term) => ({ ...term, count: counts.get(term.slug) ?? 0 }))
    .filter(({ count }) => count > 0);
}

function Links({ of, className }: { of: readonly Counted[]; className?: string }): ReactNode {
  return (
    <ul role="list" className={className}>
      {of.map((term) => (
        <li key={term.id}>
          <Link to={termPath(term)}>
            {term.label} <span className={styles.count}>{inNumbers(term.count)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Ways in for those who would rather choose than type; what nothing is about is left out. */
export function Browse({ of }: { of: Pick<HomeQuery, "terms" | "browse"> }): ReactNode {
  const topics = counted(of, "TOPIC");
  const most = topics.toSorted((a, b) => b.count - a.count).slice(0, shownTopics);
  const rest = topics.filter((topic) => !most.includes(topic));
  const others = [
    { heading: "By phase", terms: counted(of, "PHASE") },
    { heading: "By pupil group", terms: counted(of, "PUPIL_GROUP") },
  ].filter(({ terms }) => terms.length > 0);
  if (topics.length === 0 && others.length === 0) return null;
  return (
    <section aria-labelledby="browse-heading" className={styles.browse}>
      <h2 id="browse-heading">Browse</h2>
      <div className={styles.columns}>
        {topics.length > 0 && (
          <div>
            <h3>{rest.length > 0 ? "Topics with the most to read" : "By topic"}</h3>
            <Links of={most} className={styles.topics} />
            {rest.length > 0 && (
              <details className={styles.rest}>
                <summary>All other topics</summary>
                <Links of={rest} className={styles.topics} />
              </details>
            )}
          </div>
        )}
        {others.map(({ heading, terms }) => (
          <div key={heading}>
            <h3>{heading}</h3>
            <Links of={terms} className={styles.topics} />
          </div>
        ))}
      </div>
    </section>
  );
}
