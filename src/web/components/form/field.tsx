import { type InputHTMLAttributes, type ReactNode, useState } from "react";
import styles from "./form.module.css";
import { useField } from "./outcome.ts";

/** What every field has: a label, and words before and after it was filled in. */
interface FieldFrameProps {
  readonly id: string;
  readonly label: ReactNode;
  readonly optional?: boolean | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly after?: ReactNode;
  readonly children: ReactNode;
}

/** Ids of the words that belong to a field, as `aria-describedby` takes them. */
export const describedBy = (id: string, hint: ReactNode, error: string | undefined) =>
  [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(" ") || undefined;

/** A fault beside its field; "Problem" is said where the colour is not seen. */
export function FieldError({ id, children }: { id: string; children: string }): ReactNode {
  return (
    <p id={`${id}-error`} className={styles.error}>
      <span className={styles.unseen}>Problem: </span>
      {children}
    </p>
  );
}

/** Label, hint and fault around an input of any kind. */
export function FieldFrame(props: FieldFrameProps): ReactNode {
  const { id, label, optional = false, hint, error, after, children } = props;
  return (
    <div className={styles.field} data-field data-faulty={error !== undefined || undefined}>
      <label htmlFor={id}>
        {label}
        {optional && <span className={styles.optional}> (optional)</span>}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {error !== undefined && <FieldError id={id}>{error}</FieldError>}
      {children}
      {after}
    </div>
  );
}

/** One thing to choose in a list. */
export interface SelectOption {
  readonly value: string;
  readonly label: string;
  /** What it belongs to among its like, where they have groups. */
  readonly group?: string | null | undefined;
}

/** How wide the answer is: it tells how much is wanted. */
type Width = "code" | "short" | "full";

interface FieldProps extends Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "autoComplete" | "inputMode" | "autoCapitalize" | "spellCheck" | "placeholder" | "autoFocus"
> {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly optional?: boolean;
  /** What it says before anybody has typed. */
  readonly value?: string | null | undefined;
  readonly type?: "text" | "email" | "tel" | "url" | "date" | "search";
  readonly width?: Width;
  /** Several lines, as many as this to begin with. */
  readonly rows?: number;
  /** A count beside a text of several lines; more can be typed, so that nothing pasted is cut off. */
  readonly longest?: number;
  /** A list to choose one from. */
  readonly options?: readonly SelectOption[];
  /** What the list says before a choice; without it there is always one. */
  readonly none?: string;
}

/** One question of a form: a line, a text of several lines (`rows`), or a list (`options`). */
export function Field(props: FieldProps): ReactNode {
  const { name, label, hint, optional, value, type, width = "full", rows, longest } = props;
  const { options, none, ...rest } = props;
  const { id, error, kept } = useField(name);
  const shown = kept?.[0] ?? (kept ? "" : (value ?? ""));
  const [length, setLength] = useState(shown.length);
  const shared = {
    id,
    name,
    defaultValue: shown,
    required: !optional,
    "aria-invalid": error === undefined ? undefined : (true as const),
    "aria-describedby": describedBy(id, hint, error),
    autoComplete: rest.autoComplete,
    autoFocus: rest.autoFocus,
  };
  const lineProps = {
    inputMode: rest.inputMode,
    autoCapitalize: rest.autoCapitalize,
    spellCheck: rest.spellCheck,
    placeholder: rest.placeholder,
  };
  const frame = { id, label, optional, hint, error };
  if (options)
    return (
      <FieldFrame {...frame}>
        <select {...shared} key={shown} className={styles[width]}>
          {none !== undefined && <option value="">{none}</option>}
          <Options of={options} />
        </select>
      </FieldFrame>
    );
  if (rows !== undefined)
    return (
      <FieldFrame {...frame} after={longest && <Count length={length} longest={longest} />}>
        <textarea
          {...shared}
          {...lineProps}
          rows={rows}
          onChange={(event) => setLength(event.currentTarget.value.length)}
        />
      </FieldFrame>
    );
  return (
    <FieldFrame {...frame}>
      <input {...shared} {...lineProps} type={type ?? "text"} className={styles[width]} />
    </FieldFrame>
  );
}

function Options({ of }: { of: readonly SelectOption[] }): ReactNode {
  const groups = Map.groupBy(of, ({ group }) => group ?? "");
  return [...groups].map(([group, options]) => {
    const list = options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ));
    return group === "" ? (
      list
    ) : (
      <optgroup key={group} label={group}>
        {list}
      </optgroup>
    );
  });
}

/** Silent until little room is left. */
function Count({ length, longest }: { length: number; longest: number }): ReactNode {
  const left = longest - length;
  const near = left < longest / 10;
  return (
    <p className={left < 0 ? styles.error : styles.hint} role={near ? "status" : undefined}>
      {left < 0
        ? `${-left} ${left === -1 ? "character" : "characters"} too many`
        : near
          ? `${left} ${left === 1 ? "character" : "characters"} left`
          : `Up to ${longest.toLocaleString("en-GB")} characters`}
    </p>
  );
}
