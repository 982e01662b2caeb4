import { type ReactNode, useState } from "react";
import styles from "./copy-button.module.css";

/** Copies by whatever the browser has: the clipboard needs a secure address, the old way a selection. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.className = styles.unseen ?? "";
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    return copied;
  }
}

/** Copies a text; without JavaScript it is not there. */
export function CopyButton({ text, children }: { text: string; children: ReactNode }): ReactNode {
  const [outcome, setOutcome] = useState("");
  return (
    <span className={styles.scripted}>
      <button
        type="button"
        className={styles.button}
        onClick={() =>
          void copy(text).then((copied) =>
            setOutcome(copied ? "Copied" : "Not copied: please select the text and copy it"),
          )
        }
      >
        {children}
      </button>
      <span role="status" className={styles.outcome}>
        {outcome}
      </span>
    </span>
  );
}
