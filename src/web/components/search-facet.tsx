import { VisuallyHidden } from "@mantine/core";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type FacetParam, type SearchAddress, valueOf, wordOf } from "../data/search-address.ts";
import { costInWords, kinds, strengthInWords } from "../data/wording.ts";
import type { SearchQuery } from "../generated/graphql.ts";
import styles from "./search-facet.module.css";

type Value = SearchQuery["search"]["facets"][number]["values"][number];

/** A facet's value as a reader says it. */
export function labelOf(
  param: FacetParam,
  { value, label }: Pick<Value, "value" | "label">,
): string {
  if (param === "cost") return costInWords(Number(value)).short;
  if (param === "strength") return `${strengthInWords(Number(value)).short} (${value})`;
  if (param === "kind") return kinds.find(({ kind }) => kind === value)?.many ?? label;
  return label;
}

const shownAtOnce = 6;

/** Folded values from which on one looks for a name rather than reads them all. */
const narrowedFrom = 12;

/** Stages, costs and padlocks have an order of their own; the rest come most frequent first. */
const inOrder = (param: FacetParam, values: readonly Value[]): readonly Value[] => {
  if (param === "keyStage" || param === "cost")
    return values.toSorted((a, b) => (a.value < b.value ? -1 : 1));
  if (param === "strength") return values.toSorted((a, b) => Number(b.value) - Number(a.value));
  return values;
};

/** What is chosen keeps its box even when no result has it, or the form would forget it. */
const withChosen = (
  param: FacetParam,
  values: readonly Value[],
  chosen: readonly string[],
): readonly Value[] => [
  ...inOrder(param, values),
  ...chosen
    .filter((word) => !values.some((value) => wordOf(param, value.value) === word))
    .map((word) => ({ value: valueOf(param, word), label: word, count: 0, selected: true })),
];

interface ChoiceProps {
  readonly param: FacetParam;
  readonly value: Value;
  readonly chosen: boolean;
  readonly hidden?: boolean;
}

/** The browser's own box: sixty of a component library's are a third of a second before the page answers. */
function Choice({ param, value, chosen, hidden }: ChoiceProps): ReactNode {
  return (
    <label className={styles.choice} hidden={hidden}>
      <input
        type="checkbox"
        name={param}
        value={wordOf(param, value.value)}
        defaultChecked={chosen}
        autoComplete="off"
      />
      <span className={styles.label}>{labelOf(param, value)}</span>
      <span className={styles.count}>
        {value.count.toLocaleString("en-GB")}
        <VisuallyHidden> {value.count === 1 ? "result" : "results"}</VisuallyHidden>
      </span>
    </label>
  );
}

interface FoldProps {
  readonly name: string;
  readonly param: FacetParam;
  readonly values: readonly Value[];
  readonly isOn: (value: Value) => boolean;
}

/** The values beyond the first few; of very many, those whose name has the letters typed. */
function Fold({ name, param, values, isOn }: FoldProps): ReactNode {
  const [letters, setLetters] = useState("");
  const field = useRef<HTMLInputElement>(null);
  // Letters typed before the scripts were there narrow the list as well.
  useEffect(() => setLetters(field.current?.value ?? ""), []);
  const ticked = values.filter(isOn).length;
  // Open where one comes back to a ticked box; from then on the reader opens and closes it.
  const [open, setOpen] = useState(ticked > 0);
  const wanted = letters.trim().toLowerCase();
  const fits = (value: Value) => labelOf(param, value).toLowerCase().includes(wanted);
  const none = wanted !== "" && !values.some(fits);
  return (
    <details
      className={styles.more}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {values.length} more{ticked > 0 ? ` (${ticked} chosen)` : ""}
        <VisuallyHidden> under {name}</VisuallyHidden>
      </summary>
      {values.length >= narrowedFrom && (
        <input
          ref={field}
          type="search"
          className={styles.letters}
          aria-label={`Find under ${name}`}
          placeholder="Find in this list"
          autoComplete="off"
          value={letters}
          onChange={(event) => setLetters(event.target.value)}
          onKeyDown={(event) => {
            // It narrows the boxes and is no part of the form.
            if (event.key === "Enter") event.preventDefault();
          }}
        />
      )}
      <div className={styles.rest}>
        {values.map((value) => (
          <Choice
            key={value.value}
            param={param}
            value={value}
            chosen={isOn(value)}
            hidden={!fits(value)}
          />
        ))}
        {none && <p className={styles.none}>Nothing in this list has these letters.</p>}
      </div>
    </details>
  );
}

interface SearchFacetProps {
  readonly param: FacetParam;
  readonly name: string;
  readonly values: readonly Value[];
  readonly address: SearchAddress;
}

/** One field to narrow by: its values as boxes with counts. Nothing where no result has any. */
export function SearchFacet({ param, name, values, address }: SearchFacetProps): ReactNode {
  const isOn = (value: Value) => address.chosen[param].includes(wordOf(param, value.value));
  const worthShowing = withChosen(param, values, address.chosen[param]).filter(
    (value) => value.count > 0 || isOn(value),
  );
  if (worthShowing.length === 0) return null;
  // A fold for one or two more would be longer than they are.
  const inSight = worthShowing.length <= shownAtOnce + 2 ? worthShowing.length : shownAtOnce;
  const rest = worthShowing.slice(inSight);
  return (
    <fieldset className={styles.group}>
      <legend>
        <span>{name}</span>
      </legend>
      {worthShowing.slice(0, inSight).map((value) => (
        <Choice key={value.value} param={param} value={value} chosen={isOn(value)} />
      ))}
      {rest.length > 0 && <Fold name={name} param={param} values={rest} isOn={isOn} />}
    </fieldset>
  );
}
