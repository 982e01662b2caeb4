import type { ReactNode } from "react";
import { anchorOf } from "../data/paths.ts";
import styles from "./contents.module.css";

/** Links to the parts of a long page. */
export function Contents({
  headings,
  practice = [],
}: {
  headings: readonly string[];
  /** Parts about practice, set apart. */
  practice?: readonly string[];
}): ReactNode {
  if (headings.length + practice.length < 2) return null;
  const list = (parts: readonly string[]) => (
    <ul role="list" className={styles.contents}>
      {parts.map((heading) => (
        <li key={heading}>
          <a href={`#${anchorOf(heading)}`}>{heading}</a>
        </li>
      ))}
    </ul>
  );
  return (
    <nav aria-label="On this page">
      <h2 className={styles.wide}>On this page</h2>
      <details className={styles.folded}>
        <summary>On this page</summary>
        {list(headings)}
        {practice.length > 0 && <h3>In practice</h3>}
        {practice.length > 0 && list(practice)}
      </details>
    </nav>
  );
}
