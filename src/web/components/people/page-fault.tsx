import { type ReactNode, useEffect, useRef } from "react";
import styles from "../form/form.module.css";
import type { FormOutcome } from "../form/outcome.ts";

/**
 * Why an act on a row was refused, at the top of the page: the row may have gone with what made the act impossible, as
 * when somebody else has decided meanwhile.
 */
export function PageFault({
  outcome,
  of,
  children,
}: {
  outcome: FormOutcome | undefined;
  /** The acts whose forms are single buttons. */
  of: readonly string[];
  /** What to do now. */
  children?: ReactNode;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const mine = outcome !== undefined && of.includes(outcome.intent) ? outcome : undefined;
  useEffect(() => {
    if (mine) box.current?.focus();
  }, [mine]);
  if (!mine) return null;
  const faults = [mine.summary, ...Object.values(mine.fields)].filter((fault) => fault);
  return (
    <div
      ref={box}
      className={`${styles.notice} ${styles.care}`}
      role="alert"
      tabIndex={-1}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- without scripts, too, one begins where the fault is
      autoFocus
    >
      {faults.map((fault) => (
        <p key={fault}>
          <strong>{fault}</strong>
        </p>
      ))}
      {children}
    </div>
  );
}
