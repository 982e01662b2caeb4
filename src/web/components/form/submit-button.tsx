import type { ReactNode } from "react";
import { useNavigation } from "react-router";
import styles from "./form.module.css";
import { useForm } from "./post-form.tsx";

/** The one main action of a page, another, what cannot be undone, or words that act like a link. */
export type ButtonLook = "main" | "other" | "danger" | "plain";

const lookOf: Readonly<Record<ButtonLook, string | undefined>> = {
  main: styles.main,
  other: styles.other,
  danger: styles.danger,
  plain: styles.plain,
};

/** The class of a link or button that looks like one of these. */
export const buttonClass = (look: ButtonLook): string => `${styles.button} ${lookOf[look]}`;

interface SubmitButtonProps {
  readonly children: ReactNode;
  /** What it says while the form is on its way. */
  readonly busy?: string;
  readonly look?: ButtonLook;
  /** For forms with several buttons: sent as `name=value`. */
  readonly name?: string;
  readonly value?: string;
  /** What it is about, for those who hear one button of many alike. */
  readonly about?: string;
}

/** Sends its form, once: with scripts a second press while it is on its way does nothing. */
export function SubmitButton(props: SubmitButtonProps): ReactNode {
  const { children, busy = "One moment …", look = "main", name, value, about } = props;
  const { intent } = useForm();
  const { formData, state } = useNavigation();
  // Another form of the page, or another button of this one, may be what is on its way.
  const sending =
    state !== "idle" && formData !== undefined && (formData.get("intent") ?? "") === intent;
  const pressed = sending && (name === undefined || formData.get(name) === value);
  return (
    <button
      type="submit"
      name={name}
      value={value}
      className={buttonClass(look)}
      aria-disabled={sending || undefined}
      onClick={(event) => {
        if (sending) event.preventDefault();
      }}
    >
      <span aria-live="polite">{pressed ? busy : children}</span>
      {about !== undefined && <span className={styles.unseen}> {about}</span>}
    </button>
  );
}

/** Buttons beside each other, the main one first. */
export function Buttons({ children }: { children: ReactNode }): ReactNode {
  return <div className={styles.buttons}>{children}</div>;
}
