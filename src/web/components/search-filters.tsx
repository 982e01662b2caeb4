import { Button, Checkbox, VisuallyHidden } from "@mantine/core";
import { type ReactNode, useEffect, useRef } from "react";
import {
  countChosen,
  facets,
  type FacetParam,
  type SearchAddress,
  valueOf,
  wordOf,
} from "../data/search-address.ts";
import { costInWords, kinds, strengthInWords } from "../data/wording.ts";
import type { SearchQuery } from "../generated/graphql.ts";
import styles from "./search-filters.module.css";

type Facets = SearchQuery["search"]["facets"];
type Value = Facets[number]["values"][number];

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

/** Kinds, stages, costs and padlocks have an order of their own; the rest come most frequent first. */
const inOrder = (param: FacetParam, values: readonly Value[]): readonly Value[] => {
  if (param === "kind") return kinds.flatMap(({ kind }) => values.filter((v) => v.value === kind));
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

const isChosen = (address: SearchAddress, param: FacetParam, { value }: Value): boolean =>
  address.chosen[param].includes(wordOf(param, value));

interface ChoiceProps {
  readonly param: FacetParam;
  readonly value: Value;
  readonly address: SearchAddress;
}

function Choice({ param, value, address }: ChoiceProps): ReactNode {
  const box = useRef<HTMLInputElement>(null);
  // The reader ticks, each new address decides: a chip or the back button unticks a box without taking its focus.
  useEffect(() => {
    if (box.current) box.current.checked = isChosen(address, param, value);
  }, [address, param, value]);
  return (
    <Checkbox
      ref={box}
      className={styles.choice}
      name={param}
      value={wordOf(param, value.value)}
      defaultChecked={isChosen(address, param, value)}
      color="cobalt.5"
      styles={{ labelWrapper: { flex: 1 }, label: { display: "block" } }}
      label={
        <span className={styles.label}>
          <span>{labelOf(param, value)}</span>
          <span className={styles.count}>{value.count}</span>
        </span>
      }
    />
  );
}

interface GroupProps {
  readonly param: FacetParam;
  readonly name: string;
  readonly values: readonly Value[];
  readonly address: SearchAddress;
}

function Group({ param, name, values, address }: GroupProps): ReactNode {
  const isOn = (value: Value) => isChosen(address, param, value);
  const worthShowing = withChosen(param, values, address.chosen[param]).filter(
    (value) => value.count > 0 || isOn(value),
  );
  if (worthShowing.length === 0) return null;
  const inSight = worthShowing.slice(0, shownAtOnce);
  const rest = worthShowing.slice(shownAtOnce);
  return (
    <fieldset className={styles.group}>
      <legend>
        <span>{name}</span>
      </legend>
      {inSight.map((value) => (
        <Choice key={value.value} param={param} value={value} address={address} />
      ))}
      {rest.length > 0 && (
        <details className={styles.more} open={rest.some(isOn) || undefined}>
          <summary>
            {rest.length} more<VisuallyHidden> under {name}</VisuallyHidden>
          </summary>
          {rest.map((value) => (
            <Choice key={value.value} param={param} value={value} address={address} />
          ))}
        </details>
      )}
    </fieldset>
  );
}

/** Checkboxes with counts, one group a facet; they belong to the form around them. */
export function SearchFilters({
  of,
  address,
  total,
}: {
  of: Facets;
  address: SearchAddress;
  total: number;
}): ReactNode {
  const count = countChosen(address);
  return (
    <details className={styles.filters}>
      <summary className={styles.summary}>Filters{count > 0 ? ` (${count} chosen)` : ""}</summary>
      {facets.map(({ param, field, name }) => (
        <Group
          key={param}
          param={param}
          name={name}
          values={of.find((facet) => facet.field === field)?.values ?? []}
          address={address}
        />
      ))}
      <p className={styles.onward}>
        <a href="#results">Show {total === 1 ? "1 result" : `${total} results`}</a>
      </p>
      <div className={styles.apply}>
        <Button type="submit" variant="default" fullWidth>
          Apply filters
        </Button>
      </div>
    </details>
  );
}
