import type { ReactNode } from "react";
import { Link } from "react-router";
import { anchorOf } from "../data/paths.ts";
import { inNumbers } from "../data/wording.ts";
import styles from "./record-part.module.css";

interface RecordPartProps {
  readonly heading: string;
  /** How many there are in all; said beside the heading. */
  readonly count?: number;
  /** The way to all of them. */
  readonly more?: { readonly to: string; readonly words: string } | undefined;
  readonly intro?: ReactNode;
  readonly children?: ReactNode;
}

/** One kind of record on a page that shows several: its name, how many there are, a few, and the way to all. */
export function RecordPart({ heading, count, more, intro, children }: RecordPartProps): ReactNode {
  const id = anchorOf(heading);
  return (
    <section id={id} className={styles.part} aria-labelledby={`${id}-heading`}>
      <div className={styles.head}>
        <h2 id={`${id}-heading`}>
          {heading}
          {count !== undefined && <span className={styles.count}> {inNumbers(count)}</span>}
        </h2>
        {more && <Link to={more.to}>{more.words}</Link>}
      </div>
      {intro !== undefined && <p className={styles.intro}>{intro}</p>}
      {children}
    </section>
  );
}
