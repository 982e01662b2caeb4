import type { ReactNode } from "react";
import styles from "./fact-list.module.css";

/** Names and what stands behind each, in their order; a name without a value is left out. */
export function FactList({ of }: { of: Readonly<Record<string, ReactNode>> }): ReactNode {
  return (
    <dl className={styles.facts}>
      {Object.entries(of).map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
