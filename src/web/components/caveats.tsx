import { type ReactNode, useId } from "react";
import type { Caveat } from "../data/caveats.ts";
import print from "../styles/print.module.css";
import styles from "./caveats.module.css";

/** What the figures above it must not be taken for. `more` leads to where the text itself says so. */
export function Caveats({
  of,
  more,
}: {
  of: readonly Caveat[];
  more?: { readonly anchor: string };
}): ReactNode {
  const heading = useId();
  return (
    <section className={styles.caveats} aria-labelledby={heading}>
      <h2 id={heading}>What this does not mean</h2>
      <ul role="list">
        {of.map(({ name, text }) => (
          <li key={name}>
            <strong>{`${name}.`}</strong> {text}
          </li>
        ))}
      </ul>
      {more && (
        <p className={print.screen}>
          <a href={`#${more.anchor}`}>More on what it does not mean</a>
        </p>
      )}
    </section>
  );
}
