/** What the list under a search box shows of a hit. */
export interface Suggestion {
  readonly title: string;
  readonly path: string;
  readonly kind: string;
  /** Months, cost and padlocks of evidence in words, together; the day of a session; town, postcode and URN of a school. */
  readonly detail?: string;
}

/** The best hits of a query half typed, and how many there are in all. */
export interface Suggestions {
  readonly total: number;
  readonly suggestions: readonly Suggestion[];
}

/** Fewer letters say too little to be worth a question. */
export const suggestFrom = 2;

/** What a search box finds while one types. A constant: the box asks again when it is another. */
export interface SuggestionSource {
  /** Where the list is asked for. */
  readonly suggestionsPath: (q: string) => string;
  /** The page of everything that the words find. */
  readonly allPath: (q: string) => string;
  /** One of them, and several, as the list's last entry counts them. */
  readonly one: string;
  readonly many: string;
}

const withWords = (path: string, q: string): string => `${path}?${new URLSearchParams({ q })}`;

/** Everything on the site. */
export const siteSuggestions: SuggestionSource = {
  suggestionsPath: (q) => withWords("/search/suggestions", q),
  allPath: (q) => withWords("/search", q),
  one: "result",
  many: "results",
};

/** Schools, each entry leading to its page. */
export const schoolSuggestions: SuggestionSource = {
  suggestionsPath: (q) => withWords("/schools/suggestions", q),
  allPath: (q) => withWords("/schools", q),
  one: "school",
  many: "schools",
};

/** Schools, each entry leading to the request to join it. */
export const schoolChoiceSuggestions: SuggestionSource = {
  ...schoolSuggestions,
  suggestionsPath: (q) => `${withWords("/schools/suggestions", q)}&for=joining`,
  allPath: (q) => withWords("/schools/choose", q),
};
