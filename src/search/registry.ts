import type { Em } from "../kernel/em.ts";
import type { Batch, Context } from "../kernel/context.ts";
import type { Hit } from "./port.ts";
import { SearchFacetField } from "./search.inputs.ts";
import type { ContentKind, Searchable } from "./searchable.ts";

/** How the records of a kind are read for a page of hits. */
export interface SearchKind {
  readonly kind: ContentKind;
  readonly byIds: Batch<object>;
}

const kinds = new Map<ContentKind, Batch<object>>();

/** Each module says once how its hits become records; absent from the batch's answer means not for this viewer. */
export function registerSearchKind({ kind, byIds }: SearchKind): void {
  kinds.set(kind, byIds);
}

/** The records of the hits in the same order, one batch a kind; undefined where a record has gone since it was indexed. */
export function recordsOf(
  ctx: Context,
  hits: readonly Hit[],
): Promise<readonly (Searchable | undefined)[]> {
  return Promise.all(
    hits.map(({ kind, id }) => {
      const byIds = kinds.get(kind);
      if (!byIds) throw new Error(`No module has registered search hits of kind ${kind}.`);
      return ctx.load(byIds, id) as Promise<Searchable | undefined>;
    }),
  );
}

/** What readers see for the values of a facet's field. */
export type FacetLabels = (em: Em) => Promise<ReadonlyMap<string, string>>;

const fixed =
  (labels: Readonly<Record<string, string>>): FacetLabels =>
  async () =>
    new Map(Object.entries(labels));

const kindLabels: Readonly<Record<ContentKind, string>> = {
  EVIDENCE_SUMMARY: "Evidence summaries",
  REFLECTION: "Reflections",
  RESEARCH_PROJECT: "School research",
  CPD_SESSION: "CPD sessions",
  SELF_STUDY: "Self-study",
};

const facetLabels = new Map<SearchFacetField, FacetLabels>([
  [SearchFacetField.KIND, fixed(kindLabels)],
  [
    SearchFacetField.COST_BAND,
    fixed({ 1: "1 very low", 2: "2 low", 3: "3 moderate", 4: "4 high", 5: "5 very high" }),
  ],
  [
    SearchFacetField.EVIDENCE_STRENGTH,
    fixed({
      0: "0 too little to rate",
      1: "1 very limited",
      2: "2 limited",
      3: "3 moderate",
      4: "4 extensive",
      5: "5 very extensive",
    }),
  ],
]);

/** The vocabulary says what its slugs are called, a field at a time. */
export function registerFacetLabels(field: SearchFacetField, labels: FacetLabels): void {
  facetLabels.set(field, labels);
}

/** Labels of a field's values; a value without one is shown as it is. */
export const labelsOf = async (
  em: Em,
  field: SearchFacetField,
): Promise<ReadonlyMap<string, string>> => (await facetLabels.get(field)?.(em)) ?? new Map();
