import type { ReactNode } from "react";
import { Link } from "react-router";
import { termPath } from "../data/terms.ts";
import type { TermScheme } from "../generated/graphql.ts";
import styles from "./term-links.module.css";

interface Term {
  readonly id: string;
  readonly scheme: TermScheme;
  readonly slug: string;
  readonly label: string;
}

/** Terms as links to all about each. */
export function TermLinks({
  of,
  labelledBy,
}: {
  of: readonly Term[];
  labelledBy?: string;
}): ReactNode {
  return (
    <ul role="list" className={styles.terms} aria-labelledby={labelledBy}>
      {of.map((term) => (
        <li key={term.id}>
          <Link to={termPath(term)}>{term.label}</Link>
        </li>
      ))}
    </ul>
  );
}

/** What a record is about, each a way to more of it. */
export function Terms({ of }: { of: readonly Term[] }): ReactNode {
  if (of.length === 0) return null;
  return (
    <div>
      <h2 id="terms-heading">More about</h2>
      <TermLinks of={of} labelledBy="terms-heading" />
    </div>
  );
}
