import type { TermScheme } from "../generated/graphql.ts";
import type { Offer } from "../components/list-filters.tsx";
import { vocabularies } from "./terms.ts";

interface Term {
  readonly scheme: TermScheme;
  readonly slug: string;
  readonly label: string;
}

/** What the filters of a list offer of one vocabulary. */
export function offerOf(param: "topic" | "phase", terms: readonly Term[]): Offer {
  const { scheme, one } = vocabularies.find((each) => each.param === param)!;
  return {
    param,
    name: one,
    options: terms
      .filter((term) => term.scheme === scheme)
      .map(({ slug, label }) => ({ value: slug, label })),
  };
}

/** A chosen term as readers know it; undefined where the vocabulary does not have it. */
export function termLabel(terms: readonly Term[], param: string, slug: string): string | undefined {
  const scheme = vocabularies.find((each) => each.param === param)?.scheme;
  return terms.find((term) => term.scheme === scheme && term.slug === slug)?.label;
}
