import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import {
  changed,
  countLimits,
  limits,
  readToolkitAddress,
  type ToolkitAddress,
  toToolkitAddress,
} from "../data/toolkit-address.ts";
import { costInWords } from "../data/wording.ts";
import { useChoiceForm } from "./use-choice-form.ts";
import styles from "./toolkit-filters.module.css";

type Limit = (typeof limits)[number]["param"];

interface Term {
  readonly slug: string;
  readonly label: string;
}

const names: Record<Limit, string> = {
  months: "Progress",
  cost: "Cost",
  padlocks: "Evidence",
};

/** A choice as a reader says it: "At least 4 months". */
function limitInWords(param: Limit, value: number): string {
  if (param === "months")
    return `${value < 0 ? `−${-value}` : value} ${Math.abs(value) === 1 ? "month" : "months"} or more`;
  if (param === "cost")
    return value === 1
      ? costInWords(1).short
      : value >= 5
        ? "Any known cost"
        : `${costInWords(value).short} or less`;
  return value >= 5 ? "5 padlocks" : `${value} ${value === 1 ? "padlock" : "padlocks"} or more`;
}

const offered: Record<Limit, readonly number[]> = {
  months: [1, 2, 3, 4, 5, 6, 7, 8],
  cost: [1, 2, 3, 4],
  padlocks: [1, 2, 3, 4, 5],
};

function LimitSelect({ param, address }: { param: Limit; address: ToolkitAddress }): ReactNode {
  const chosen = address[param];
  const values =
    chosen === undefined || offered[param].includes(chosen)
      ? offered[param]
      : [...offered[param], chosen].toSorted((a, b) => a - b);
  return (
    <div className={styles.limit}>
      <label htmlFor={`limit-${param}`}>{names[param]}</label>
      <select
        id={`limit-${param}`}
        name={param}
        defaultValue={chosen === undefined ? "" : String(chosen)}
      >
        <option value="">Any</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {limitInWords(param, value)}
          </option>
        ))}
      </select>
    </div>
  );
}

function PhaseBox({ phase, address }: { phase: Term; address: ToolkitAddress }): ReactNode {
  return (
    <label className={styles.phase}>
      <input
        type="checkbox"
        name="phase"
        value={phase.slug}
        defaultChecked={address.phases.includes(phase.slug)}
      />
      {phase.label}
    </label>
  );
}

/** What narrows the table: a plain form, which applies each choice at once where there are scripts. */
export function ToolkitFilters({
  address,
  phases,
}: {
  address: ToolkitAddress;
  phases: readonly Term[];
}): ReactNode {
  const form = useChoiceForm({ address, read: readToolkitAddress, toAddress: toToolkitAddress });
  const count = countLimits(address);
  return (
    <Form action="/evidence" {...form}>
      {address.sort !== "months" && <input type="hidden" name="sort" value={address.sort} />}
      <details className={styles.filters}>
        <summary>Filter{count > 0 ? ` (${count} chosen)` : ""}</summary>
        <div className={styles.fields}>
          {limits.map(({ param }) => (
            <LimitSelect key={param} param={param} address={address} />
          ))}
          {phases.length > 0 && (
            <fieldset className={styles.phases}>
              <legend>Studied in</legend>
              {phases.map((phase) => (
                <PhaseBox key={phase.slug} phase={phase} address={address} />
              ))}
            </fieldset>
          )}
          <Button type="submit" variant="default" className={styles.apply}>
            Apply filters
          </Button>
        </div>
      </details>
    </Form>
  );
}

/** What is chosen, each with a way to take it away. */
export function ToolkitChips({
  address,
  phases,
}: {
  address: ToolkitAddress;
  phases: readonly Term[];
}): ReactNode {
  if (countLimits(address) === 0) return null;
  const chips = [
    ...limits.flatMap(({ param }) => {
      const value = address[param];
      return value === undefined
        ? []
        : [
            {
              key: param as string,
              label: `${names[param]}: ${limitInWords(param, value)}`,
              to: changed(address, { [param]: undefined }),
            },
          ];
    }),
    ...address.phases.map((slug) => ({
      key: `phase-${slug}`,
      label: phases.find((phase) => phase.slug === slug)?.label ?? slug,
      to: changed(address, { phases: address.phases.filter((each) => each !== slug) }),
    })),
  ];
  return (
    <ul role="list" className={styles.chips} aria-label="Chosen filters">
      {chips.map(({ key, label, to }) => (
        <li key={key}>
          <Link to={to} aria-label={`Remove ${label}`} preventScrollReset>
            {label} <span aria-hidden="true">×</span>
          </Link>
        </li>
      ))}
      <li>
        <Link
          to={toToolkitAddress({ sort: address.sort, rated: address.rated })}
          className={styles.clear}
          preventScrollReset
        >
          Clear all
        </Link>
      </li>
    </ul>
  );
}
