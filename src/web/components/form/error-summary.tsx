import { type ReactNode, useContext, useEffect, useRef } from "react";
import styles from "./form.module.css";
import { fieldId, FormContext } from "./outcome.ts";

/** A field of several boxes has its id on the whole: what can be typed into or chosen is the first in it. */
function goTo(id: string): void {
  const field = document.getElementById(id);
  const target = field?.matches("fieldset")
    ? field.querySelector<HTMLElement>("input, select, textarea")
    : field;
  target?.focus();
  (field?.closest("[data-field]") ?? field)?.scrollIntoView({ block: "nearest" });
}

/** Everything that is wrong with a form, where one arrives after sending it; each fault leads to its field. */
export function ErrorSummary(): ReactNode {
  const { prefix, outcome } = useContext(FormContext);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (outcome) box.current?.focus();
  }, [outcome]);
  if (!outcome) return null;
  const faults = Object.entries(outcome.fields);
  const headingId = fieldId(prefix, "faults");
  return (
    <div
      ref={box}
      className={styles.summary}
      role="group"
      aria-labelledby={headingId}
      tabIndex={-1}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- without scripts, too, one begins where the faults are
      autoFocus
    >
      <h2 id={headingId}>
        {faults.length > 1 ? "A few things need another look" : "Something needs another look"}
      </h2>
      {outcome.summary !== undefined && <p>{outcome.summary}</p>}
      {faults.length > 0 && (
        <ul role="list">
          {faults.map(([name, fault]) => (
            <li key={name}>
              <a
                href={`#${fieldId(prefix, name)}`}
                onClick={(event) => {
                  event.preventDefault();
                  goTo(fieldId(prefix, name));
                }}
              >
                {fault}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
