import { type ReactNode, useEffect, useRef, useState } from "react";
import { describedBy, FieldFrame } from "./field.tsx";
import styles from "./form.module.css";
import { useField } from "./outcome.ts";

interface PasswordFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  /** Whether a password manager fills in the one it knows, or offers to make one. */
  readonly autoComplete: "current-password" | "new-password";
  /** Least number of characters, told to password managers that make one. */
  readonly shortest?: number;
}

/** A password, which can be shown while it is typed; sent, it is hidden again, so that browsers know it for what it is. */
export function PasswordField(props: PasswordFieldProps): ReactNode {
  const { name, label, hint, autoComplete, shortest } = props;
  const { id, error } = useField(name);
  const [shown, show] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const form = input.current?.form;
    const hide = () => show(false);
    form?.addEventListener("submit", hide);
    return () => form?.removeEventListener("submit", hide);
  }, []);
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <div className={styles.password}>
        <input
          ref={input}
          id={id}
          name={name}
          type={shown ? "text" : "password"}
          required
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(id, hint, error)}
          {...(shortest !== undefined && { minLength: shortest })}
        />
        <button
          type="button"
          className={styles.show}
          aria-pressed={shown}
          aria-controls={id}
          onClick={() => show(!shown)}
        >
          {shown ? "Hide" : "Show"}
          <span className={styles.unseen}> {label.toLowerCase()}</span>
        </button>
      </div>
    </FieldFrame>
  );
}
