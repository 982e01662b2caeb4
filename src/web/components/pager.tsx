import type { ReactNode } from "react";
import { Link } from "react-router";
import styles from "./pager.module.css";

/** The way on through a list, and back to where it began; nothing where the list is one page. */
export function Pager({
  first,
  previous,
  next,
}: {
  first?: string;
  /** Only where a list can be walked backwards. */
  previous?: string;
  next?: string;
}): ReactNode {
  if (first === undefined && previous === undefined && next === undefined) return null;
  return (
    <nav className={styles.pages} aria-label="Pages">
      {first !== undefined && <Link to={first}>First page</Link>}
      {previous !== undefined && (
        <Link to={previous} rel="prev">
          Previous page
        </Link>
      )}
      {next !== undefined && (
        <Link to={next} rel="next">
          Next page
        </Link>
      )}
    </nav>
  );
}
