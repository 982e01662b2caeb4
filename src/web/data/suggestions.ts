/** What the list under a search box shows of a hit. */
export interface Suggestion {
  readonly title: string;
  readonly path: string;
  readonly kind: string;
  /** Months, cost and padlocks of evidence in words, together; the day of a session; else nothing. */
  readonly detail?: string;
}

/** The best hits of a query half typed, and how many there are in all. */
export interface Suggestions {
  readonly total: number;
  readonly suggestions: readonly Suggestion[];
}

/** Fewer letters say too little to be worth a question. */
export const suggestFrom = 2;

/** Where the list is asked for. */
export const suggestionsPath = (q: string): string =>
  `/search/suggestions?${new URLSearchParams({ q })}`;
