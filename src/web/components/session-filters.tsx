import type { ReactNode } from "react";
import {
  modeWords,
  type SessionAddress,
  sessionFacets,
  type SessionFacet,
} from "../data/session-address.ts";
import { modeInWords } from "../data/wording.ts";
import type { SessionChoiceCountsFragment } from "../generated/graphql.ts";
import styles from "./session-filters.module.css";

/** One thing to choose, as the form sends it. */
export interface SessionOption {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  /** What it belongs to among its like, where they have groups. */
  readonly group: string | undefined;
}

/** What can be chosen under each parameter, in the vocabulary's order. */
export type SessionOptions = Readonly<Record<SessionFacet, readonly SessionOption[]>>;

/** The counts of the API as options of the form. */
export function optionsOf(counts: SessionChoiceCountsFragment): SessionOptions {
  const options = {} as Record<SessionFacet, SessionOption[]>;
  for (const { param, field } of sessionFacets)
    options[param] =
      field === "modes"
        ? Object.entries(modeWords).map(([value, mode]) => ({
            value,
            label: modeInWords[mode],
            count: counts.modes.find((each) => each.mode === mode)?.count ?? 0,
            group: undefined,
          }))
        : counts[field].map(({ term, count }) => ({
            value: term.slug,
            label: term.label,
            count,
            group: term.group ?? undefined,
          }));
  return options;
}

const isOn = (address: SessionAddress, name: BoxName, value: string): boolean =>
  name === "places" ? address.places : address.chosen[name].includes(value);

type BoxName = SessionFacet | "places";

interface BoxProps {
  readonly address: SessionAddress;
  readonly name: BoxName;
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

function Box({ address, name, value, label, count }: BoxProps): ReactNode {
  return (
    <label className={styles.box}>
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isOn(address, name, value)}
      />
      <span>{label}</span> <span className={styles.count}>{count}</span>
    </label>
  );
}

interface DayProps {
  readonly name: "from" | "to";
  readonly label: string;
  readonly address: SessionAddress;
}

/** Day fields without a picker of ours: browsers have their own, in the reader's language. */
function Day({ name, label, address }: DayProps): ReactNode {
  return (
    <label className={styles.day}>
      {label}
      <input type="date" name={name} defaultValue={address[name] ?? ""} />
    </label>
  );
}

const shownAtOnce = 6;

interface BoxesProps {
  readonly param: SessionFacet;
  readonly options: readonly SessionOption[];
  readonly address: SessionAddress;
}

function Boxes({ param, options, address }: BoxesProps): ReactNode {
  return options.map(({ value, label, count }) => (
    <Box key={value} address={address} name={param} value={value} label={label} count={count} />
  ));
}

/** What is chosen keeps its box even when nothing has it, or the form would forget it. */
function worthShowing({ param, options, address }: BoxesProps): readonly SessionOption[] {
  const chosen = address.chosen[param];
  const unknown = chosen.filter((value) => !options.some((option) => option.value === value));
  return [
    ...options.filter(({ value, count }) => count > 0 || chosen.includes(value)),
    ...unknown.map((value) => ({ value, label: value, count: 0, group: undefined })),
  ];
}

function Group({ name, ...rest }: BoxesProps & { name: string }): ReactNode {
  const { param, address } = rest;
  const options = worthShowing(rest);
  if (options.length === 0) return null;
  const more = options.slice(shownAtOnce);
  return (
    <fieldset className={styles.group}>
      <legend>{name}</legend>
      <Boxes param={param} options={options.slice(0, shownAtOnce)} address={address} />
      {more.length > 0 && (
        <details
          className={styles.more}
          open={more.some(({ value }) => address.chosen[param].includes(value)) || undefined}
        >
          <summary>
            {more.length} more<span className={styles.unseen}> under {name}</span>
          </summary>
          <Boxes param={param} options={more} address={address} />
        </details>
      )}
    </fieldset>
  );
}

/** Options under the groups of their vocabulary: folded, for they are many and not what one comes for first. */
function Grouped({ name, ...rest }: BoxesProps & { name: string }): ReactNode {
  const { param, address } = rest;
  const groups = Map.groupBy(worthShowing(rest), ({ group }) => group ?? "Other");
  if (groups.size === 0) return null;
  return (
    <details
      className={`${styles.group} ${styles.more}`}
      open={address.chosen[param].length > 0 || undefined}
    >
      <summary className={styles.legend}>{name}</summary>
      {[...groups].map(([group, options]) => (
        <fieldset key={group} className={styles.part}>
          <legend>{group}</legend>
          <Boxes param={param} options={options} address={address} />
        </fieldset>
      ))}
    </details>
  );
}

interface SessionFiltersProps {
  readonly options: SessionOptions;
  /** Sessions with places left under the other choices. */
  readonly withPlaces: number;
  readonly address: SessionAddress;
  /** How many choices are made. */
  readonly count: number;
  readonly total: number;
}

/** What narrows the sessions; belongs to the form around it. */
export function SessionFilters(props: SessionFiltersProps): ReactNode {
  const { options, withPlaces, address, count, total } = props;
  return (
    <details className={styles.filters} data-across={address.view === "month" ? "" : undefined}>
      <summary className={styles.summary}>Filters{count > 0 ? ` (${count} chosen)` : ""}</summary>
      <div className={styles.groups}>
        <fieldset className={styles.group}>
          <legend>Days and places</legend>
          <div className={styles.days}>
            <Day name="from" label="From" address={address} />
            <Day name="to" label="To" address={address} />
          </div>
          <Box
            address={address}
            name="places"
            value="left"
            label="Places left"
            count={withPlaces}
          />
        </fieldset>
        {sessionFacets.map(({ param, name }) => {
          const Shape = param === "mechanism" ? Grouped : Group;
          return (
            <Shape
              key={param}
              param={param}
              name={name}
              options={options[param]}
              address={address}
            />
          );
        })}
      </div>
      <p className={styles.onward}>
        <a href="#results">Show {total === 1 ? "1 session" : `${total} sessions`}</a>
      </p>
      <div className={styles.apply}>
        <button type="submit">Show</button>
      </div>
    </details>
  );
}
