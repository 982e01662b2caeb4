import type { ReactNode } from "react";
import { describedBy, FieldError } from "./field.tsx";
import styles from "./form.module.css";
import { useField } from "./outcome.ts";

/** One box or button to choose. */
export interface Choice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
}

interface FieldsetProps {
  readonly name: string;
  readonly legend: ReactNode;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  /** One of them, or any number. */
  readonly type: "radio" | "checkbox";
  readonly choices: readonly Choice[];
  /** What is chosen before anybody has. */
  readonly chosen?: readonly string[];
  /** Beside each other where there is room, for many short ones. */
  readonly columns?: boolean;
}

/** Choices that are all seen at once. */
export function Fieldset(props: FieldsetProps): ReactNode {
  const { name, legend, hint, optional = false, type, choices, chosen = [], columns } = props;
  const { id, error, kept } = useField(name);
  const on = kept ?? chosen;
  return (
    <fieldset
      id={id}
      className={styles.fieldset}
      data-field
      data-faulty={error !== undefined || undefined}
      aria-describedby={describedBy(id, hint, error)}
    >
      <legend>
        {legend}
        {optional && <span className={styles.optional}> (optional)</span>}
      </legend>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error !== undefined && <FieldError id={id}>{error}</FieldError>}
      <div className={columns ? styles.columns : styles.choices}>
        {choices.map((choice, at) => (
          <Box
            key={choice.value}
            id={`${id}-${at}`}
            name={name}
            type={type}
            choice={choice}
            on={on.includes(choice.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface BoxProps {
  readonly id: string;
  readonly name: string;
  readonly type: "radio" | "checkbox";
  readonly choice: Choice;
  readonly on: boolean;
}

function Box({ id, name, type, choice: { value, label, hint }, on }: BoxProps): ReactNode {
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>
        <input
          id={id}
          type={type}
          name={name}
          value={value}
          defaultChecked={on}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        />
        <span>{label}</span>
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.choiceHint}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** A single box: yes or no. Yes is sent as "yes". */
export function Tick({
  name,
  label,
  hint,
  ticked = false,
}: {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  ticked?: boolean;
}): ReactNode {
  const { id, error, kept } = useField(name);
  return (
    <div className={styles.field} data-field data-faulty={error !== undefined || undefined}>
      {error !== undefined && <FieldError id={id}>{error}</FieldError>}
      <Box
        id={id}
        name={name}
        type="checkbox"
        choice={{ value: "yes", label, hint }}
        on={kept ? kept.includes("yes") : ticked}
      />
    </div>
  );
}
