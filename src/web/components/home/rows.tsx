import type { ReactNode } from "react";
import { Link } from "react-router";
import { pathOf } from "../../data/paths.ts";
import styles from "./rows.module.css";

/** Records one under the other, with a line between: calmer than cards where they are many. */
export function Rows({ children }: { children: ReactNode }): ReactNode {
  return (
    <ul role="list" className={styles.rows}>
      {children}
    </ul>
  );
}

/** One record: its title, and what one needs to know to open it. */
export function Row({
  title,
  url,
  before,
  children,
}: {
  title: string;
  url: string;
  before?: ReactNode;
  children?: ReactNode;
}): ReactNode {
  return (
    <li className={before === undefined ? styles.row : `${styles.row} ${styles.led}`}>
      {before}
      <div className={styles.words}>
        <h3 className={styles.title}>
          <Link to={pathOf(url)}>{title}</Link>
        </h3>
        {children}
      </div>
    </li>
  );
}
