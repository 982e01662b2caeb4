import type { ReactNode } from "react";
import styles from "./row-list.module.css";

/** People, requests or addresses below each other, each with what can be done about it. */
export function RowList({ label, children }: { label: string; children: ReactNode }): ReactNode {
  return (
    <ul role="list" aria-label={label} className={styles.rows}>
      {children}
    </ul>
  );
}

interface RowProps {
  readonly title: ReactNode;
  /** What tells this one from others. */
  readonly facts?: ReactNode;
  /** What somebody wrote to it. */
  readonly words?: string | null | undefined;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** One of them. */
export function Row({ title, facts, words, children }: RowProps): ReactNode {
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.title}>{title}</p>
        {facts && <p className={styles.facts}>{facts}</p>}
        {words && <p className={styles.words}>“{words}”</p>}
      </div>
      {children && <div className={styles.acts}>{children}</div>}
    </li>
  );
}
