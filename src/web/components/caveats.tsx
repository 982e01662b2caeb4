import type { ReactNode } from "react";
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
  return (
    <div className={styles.caveats}>
      <h2>What this does not mean{more && ", in short"}</h2>
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
    </div>
  );
}
