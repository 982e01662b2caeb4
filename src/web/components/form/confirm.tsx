import type { ReactNode } from "react";
import styles from "./form.module.css";
import { buttonClass } from "./submit-button.tsx";

/**
 * Asks before what cannot be taken back: pressed, the button opens and shows what will happen and the form that does it.
 * It works without scripts; the same button closes it again.
 */
export function Confirm({
  ask,
  about,
  open = false,
  children,
}: {
  /** What the closed button says, ending in "…". */
  ask: string;
  /** What it is about, for those who hear one button of many alike. */
  about?: string;
  /** Open from the beginning, for a form that has come back with a fault. */
  open?: boolean;
  /** What will happen in words, and the form. */
  children: ReactNode;
}): ReactNode {
  return (
    <details className={styles.confirm} open={open}>
      <summary className={buttonClass("other")}>
        {ask}
        {about !== undefined && <span className={styles.unseen}> {about}</span>}
      </summary>
      <div className={styles.confirmed}>{children}</div>
    </details>
  );
}
