import type { Em } from "../kernel/em.ts";
import { Service } from "../kernel/context.ts";
import type {
  SearchEngineName,
  SearchFacetField,
  SearchFilter,
  SearchSort,
} from "./search.inputs.ts";
import type { ContentKind } from "./searchable.ts";

/** A checked search: whatever engine answers, it may rely on the numbers being in range. */
export interface SearchRequest {
  readonly query: string;
  readonly filter: SearchFilter;
  readonly facets: readonly SearchFacetField[];
  readonly sort: SearchSort;
  /** Words are taken as typed: a likelier spelling is told and not looked for. */
  readonly exact?: boolean;
  readonly first: number;
  readonly offset: number;
  /** Tokens of the viewer: a document is visible when it carries one of them. There is no way to leave this out. */
  readonly audience: readonly string[];
}

/** Where a hit says what was searched for: escaped text in which `<mark>` is the only tag. */
export interface Snippet {
  readonly field: string;
  readonly html: string;
}

export interface Hit {
  readonly id: string;
  readonly kind: ContentKind;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
  readonly selected: boolean;
}

export interface FacetCounts {
  readonly field: SearchFacetField;
  readonly values: readonly FacetCount[];
}

/** A search that asks for less and finds something. */
export interface Looser {
  readonly query: string;
  /** Fields whose choices it leaves out. */
  readonly without: SearchFacetField[];
  readonly totalCount: number;
}

export interface SearchAnswer {
  readonly hits: readonly Hit[];
  /** Where the hits say it, by id. An engine may make them only when asked: many clients never ask. */
  readonly snippets: () => Promise<ReadonlyMap<string, readonly Snippet[]>>;
  readonly total: number;
  /** False when `total` is a lower bound. */
  readonly totalIsExact: boolean;
  readonly facets: readonly FacetCounts[];
  /** The query with its spelling put right, where that is another: looked for, unless the request was exact. */
  readonly correctedQuery: string | null;
  /** What would find something where this finds nothing, as `SearchConnection.looser` has it; made only when asked. */
  readonly looser: () => Promise<readonly Looser[]>;
  /** The engine that answered; not always the usual one. */
  readonly engine: SearchEngineName;
  /** True when the usual engine could not answer and another did. */
  readonly degraded: boolean;
}

/** One question, one answer: PostgreSQL today, Meilisearch and a fall-back between the two behind the same line. */
export interface SearchEngine {
  search(em: Em, request: SearchRequest): Promise<SearchAnswer>;
}

/** What the composition provides to `Query.search`. */
export const searchEngine = new Service<SearchEngine>("searchEngine");

/** Words and phrases that mean the same to a searcher, a group each; the vocabulary provides them. */
export type SynonymSource = (em: Em) => Promise<readonly (readonly string[])[]>;
