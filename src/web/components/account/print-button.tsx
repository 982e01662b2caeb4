import type { ReactNode } from "react";
import copy from "../copy-button.module.css";

/** Prints the page; without JavaScript it is not there. */
export function PrintButton({ children }: { children: ReactNode }): ReactNode {
  return (
    <span className={copy.scripted}>
      <button type="button" className={copy.button} onClick={() => window.print()}>
        {children}
      </button>
    </span>
  );
}
