import type { ReactNode } from "react";
import { Link } from "react-router";
import styles from "./way-in.module.css";

interface WayInProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** What else there is: other ways, new here, the demonstration. */
  readonly beside?: ReactNode;
  readonly children: ReactNode;
}

/** A page of signing in: its name, one thing to do, and what else there is beside it. */
export function WayIn({ title, lead, beside, children }: WayInProps): ReactNode {
  return (
    <div className={styles.ways}>
      <div className={styles.main}>
        <h1>{title}</h1>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
        {children}
      </div>
      {beside !== undefined && <div className={styles.beside}>{beside}</div>}
    </div>
  );
}

/** A box beside the form. */
export function Beside({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className={styles.box} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Another way to do the same. */
export function Or({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className={styles.or} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Ways on, in one line. */
export function WaysOn({ to }: { to: readonly (readonly [path: string, words: string])[] }) {
  return (
    <ul role="list" className={styles.links}>
      {to.map(([path, words]) => (
        <li key={path}>
          <Link to={path}>{words}</Link>
        </li>
      ))}
    </ul>
  );
}
