import { createContext, useContext } from "react";

/** What was typed, by the names of the fields; secrets are never among it. */
export type Kept = Readonly<Record<string, readonly string[]>>;

/** Why a form was not accepted, as an action answers it. */
export interface FormOutcome {
  /** Which form of the page it was; "" for the only one. */
  readonly intent: string;
  /** Faults by the names of the fields. */
  readonly fields: Readonly<Record<string, string>>;
  /** What is wrong with the whole, where no field is at fault. */
  readonly summary: string | undefined;
  readonly kept: Kept;
}

/** The form around a field. */
export interface FormState {
  /** Begins the ids of its fields, so that several forms of a page have none in common. */
  readonly prefix: string;
  readonly intent: string;
  readonly outcome: FormOutcome | undefined;
}

/** Filled by `PostForm`. */
export const FormContext = createContext<FormState>({
  prefix: "",
  intent: "",
  outcome: undefined,
});

/** Id of a field in a form: what a link in the summary leads to. */
export const fieldId = (prefix: string, name: string): string =>
  prefix === "" ? name : `${prefix}-${name}`;

/** What a field of that name shows: its id, its fault, and what was typed into it before. */
export function useField(name: string): {
  readonly id: string;
  readonly error: string | undefined;
  readonly kept: readonly string[] | undefined;
} {
  const { prefix, outcome } = useContext(FormContext);
  return {
    id: fieldId(prefix, name),
    error: outcome?.fields[name],
    // After a fault nothing chosen is an answer too: a box that was unticked stays so.
    kept: outcome && (outcome.kept[name] ?? []),
  };
}
