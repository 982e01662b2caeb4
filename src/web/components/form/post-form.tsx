import { type ReactNode, useContext, useMemo } from "react";
import { Form } from "react-router";
import { ErrorSummary } from "./error-summary.tsx";
import styles from "./form.module.css";
import { FormContext, type FormOutcome } from "./outcome.ts";

interface PostFormProps {
  /** Tells the forms of one page apart; an action reads it as the field `intent`. */
  readonly intent?: string;
  /** What the action answered, to whichever form of the page. */
  readonly outcome: FormOutcome | undefined;
  /** Where it is sent, if not to the page itself. */
  readonly action?: string;
  /** A record's own form beside its like: their fields need ids of their own. */
  readonly of?: string;
  /** In one line, for a form that is a button. */
  readonly inline?: boolean;
  readonly label?: string;
  readonly encType?: "multipart/form-data";
  readonly children: ReactNode;
}

/**
 * A form that changes something, with its faults at the top. Browsers do not check it: their bubbles are gone before they
 * are read, and say less than we do.
 */
export function PostForm({
  intent = "",
  outcome,
  action,
  of,
  inline = false,
  label,
  encType,
  children,
}: PostFormProps): ReactNode {
  const mine = outcome?.intent === intent && sameRecord(outcome, of) ? outcome : undefined;
  const prefix = [intent, of].filter(Boolean).join("-");
  const state = useMemo(() => ({ prefix, intent, outcome: mine }), [prefix, intent, mine]);
  return (
    <FormContext value={state}>
      <Form
        method="post"
        noValidate
        className={inline ? styles.inline : styles.form}
        {...(action !== undefined && { action })}
        {...(label !== undefined && { "aria-label": label })}
        {...(encType !== undefined && { encType })}
      >
        {intent !== "" && <input type="hidden" name="intent" value={intent} />}
        {of !== undefined && <input type="hidden" name="of" value={of} />}
        <ErrorSummary />
        {children}
      </Form>
    </FormContext>
  );
}

const sameRecord = (outcome: FormOutcome, of: string | undefined): boolean =>
  of === undefined || outcome.kept.of?.[0] === of;

/** The form around, for buttons that want to know whether it is on its way. */
export const useForm = () => useContext(FormContext);
