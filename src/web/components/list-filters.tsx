import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { listLeftOut } from "../data/left-out.ts";
import { type ListAddress, toListPath, withoutChoice } from "../data/list-address.ts";
import { useShownChoices } from "./use-choice-form.ts";
import styles from "./list-filters.module.css";

/** A choice the form offers. */
export interface Offer {
  readonly param: string;
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function OfferSelect({ of, value }: { of: Offer; value: string }): ReactNode {
  const known = value === "" || of.options.some((option) => option.value === value);
  return (
    <div className={styles.field}>
      <label htmlFor={`filter-${of.param}`}>{of.name}</label>
      <select id={`filter-${of.param}`} name={of.param} defaultValue={value}>
        <option value="">Any</option>
        {!known && <option value={value}>{value}</option>}
        {of.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The choices of a list as a plain form; what it does not offer but the address holds goes along. */
export function ListFilters({
  address,
  offers,
}: {
  address: ListAddress;
  offers: readonly Offer[];
}): ReactNode {
  const { path, chosen } = address;
  const form = useShownChoices(address, toListPath);
  const kept = Object.entries(chosen).filter(
    ([param]) => !offers.some((offer) => offer.param === param),
  );
  return (
    <Form action={path} ref={form} autoComplete="off" className={styles.form} aria-label="Filters">
      {kept.map(([param, value]) => (
        <input key={param} type="hidden" name={param} value={value} />
      ))}
      {offers.map((offer) => (
        <OfferSelect key={offer.param} of={offer} value={chosen[offer.param] ?? ""} />
      ))}
      <Button type="submit" size="md">
        Apply filters
      </Button>
    </Form>
  );
}

/** What is chosen, each with a way to take it away, and what could not be understood. */
export function ListChips({
  address,
  labelOf,
}: {
  address: ListAddress;
  labelOf: (param: string, value: string) => string;
}): ReactNode {
  const chosen = Object.entries(address.chosen);
  return (
    <>
      {address.ignored.length > 0 && (
        <p className={styles.note}>
          We did not understand part of the address and left it out: {listLeftOut(address.ignored)}.
        </p>
      )}
      {chosen.length > 0 && (
        <ul role="list" className={styles.chips} aria-label="Chosen filters">
          {chosen.map(([param, value]) => (
            <li key={param}>
              <Link
                to={withoutChoice(address, param)}
                aria-label={`Remove ${labelOf(param, value)}`}
                preventScrollReset
              >
                {labelOf(param, value)} <span aria-hidden="true">×</span>
              </Link>
            </li>
          ))}
          {chosen.length > 1 && (
            <li>
              <Link to={address.path} className={styles.clear} preventScrollReset>
                Clear all
              </Link>
            </li>
          )}
        </ul>
      )}
    </>
  );
}
