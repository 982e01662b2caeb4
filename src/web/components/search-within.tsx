import type { ReactNode } from "react";
import { Form } from "react-router";
import { SearchBox } from "./search-box.tsx";
import styles from "./search-within.module.css";

/** A search that begins narrowed: a plain form whose choices are in the address. */
export function SearchWithin({
  label,
  within,
}: {
  label: string;
  within: readonly (readonly [param: string, value: string])[];
}): ReactNode {
  return (
    <Form action="/search" className={styles.form}>
      {within.map(([param, value]) => (
        <input key={param} type="hidden" name={param} value={value} />
      ))}
      <SearchBox id="search-within" label={label} placeholder={label} />
    </Form>
  );
}
