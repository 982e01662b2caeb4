import type { ReactNode } from "react";
import { Form } from "react-router";
import { Button } from "@mantine/core";
import styles from "./compare-form.module.css";

/** A strand that can be chosen. */
export interface Offered {
  readonly slug: string;
  readonly title: string;
}

/** Chooses strands from a list: a plain form whose address is the comparison. */
export function CompareForm({
  kept,
  offered,
  boxes = 1,
}: {
  /** Those already chosen, which stay. */
  kept: readonly string[];
  offered: readonly Offered[];
  boxes?: number;
}): ReactNode {
  const left = offered.filter(({ slug }) => !kept.includes(slug));
  if (left.length === 0) return null;
  return (
    <Form action="/compare" className={styles.form}>
      {kept.map((slug) => (
        <input key={slug} type="hidden" name="strand" value={slug} />
      ))}
      {Array.from({ length: boxes }, (_, at) => {
        const id = `strand-${at + 1}`;
        return (
          <div key={id} className={styles.field}>
            <label htmlFor={id}>
              {kept.length > 0 ? "Add another strand" : at === 0 ? "This strand" : "With this one"}
            </label>
            {/* A new list of those kept begins with nothing chosen. */}
            <select key={kept.join()} id={id} name="strand" defaultValue="" required>
              <option value="">Choose a strand</option>
              {left.map(({ slug, title }) => (
                <option key={slug} value={slug}>
                  {title}
                </option>
              ))}
            </select>
          </div>
        );
      })}
      <Button type="submit" variant="default">
        {kept.length > 0 ? "Add" : "Compare"}
      </Button>
    </Form>
  );
}
