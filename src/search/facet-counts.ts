import type { FacetCounts, SearchRequest } from "./port.ts";
import { chosenIn } from "./postgresql-fields.ts";
import type { SearchFacetField } from "./search.inputs.ts";

/** How many hits have a value of a field. */
export type FacetRow = readonly [field: SearchFacetField, value: string, count: number];

/** One facet of an answer, most hits first; chosen values are there even without hits. */
export function facetOf(
  field: SearchFacetField,
  rows: readonly FacetRow[],
  { filter }: SearchRequest,
): FacetCounts {
  const chosen = new Set(chosenIn(field, filter));
  const counts = new Map([...chosen].map((value) => [value, 0]));
  for (const [of, value, count] of rows) if (of === field) counts.set(value, count);
  const values = [...counts].map(([value, count]) => ({
    value,
    count,
    selected: chosen.has(value),
  }));
  return {
    field,
    values: values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  };
}
