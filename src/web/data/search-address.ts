import type {
  ContentKind,
  SearchFacetField,
  SearchFilter,
  SearchSort,
  SearchSpelling,
} from "../generated/graphql.ts";
import { kinds } from "./wording.ts";

/** The parameters of a search, their facets and their names. */
export const facets = [
  { param: "kind", field: "KIND", name: "Kind" },
  { param: "phase", field: "PHASE", name: "Phase" },
  { param: "keyStage", field: "KEY_STAGE", name: "Key stage" },
  { param: "subject", field: "SUBJECT", name: "Subject" },
  { param: "topic", field: "TOPIC", name: "Topic" },
  { param: "pupilGroup", field: "PUPIL_GROUP", name: "Pupils" },
  { param: "cost", field: "COST_BAND", name: "Cost" },
  { param: "strength", field: "EVIDENCE_STRENGTH", name: "Strength of evidence" },
] as const satisfies readonly { param: string; field: SearchFacetField; name: string }[];

/** A parameter that narrows a search. */
export type FacetParam = (typeof facets)[number]["param"];

/** The orders a reader may choose. */
export const sorts: readonly { word: string; sort: SearchSort; name: string }[] = [
  { word: "relevance", sort: "RELEVANCE", name: "Best match" },
  { word: "newest", sort: "NEWEST", name: "Newest" },
  { word: "impact", sort: "IMPACT", name: "Most months first" },
  { word: "strength", sort: "EVIDENCE_STRENGTH", name: "Strongest evidence first" },
  { word: "cost", sort: "COST", name: "Lowest cost first" },
];

/** What an address of the search page asks for. */
export interface SearchAddress {
  readonly q: string;
  /** As words of the address, each known to be well formed. */
  readonly chosen: Readonly<Record<FacetParam, readonly string[]>>;
  readonly sort: string;
  /** The words as they are typed, no spelling corrected. */
  readonly exact: boolean;
  readonly after: string | undefined;
  /** What was in the address but means nothing to us, for the reader to know. */
  readonly ignored: readonly string[];
}

const wellFormed = (param: FacetParam, value: string): boolean => {
  if (param === "kind") return kinds.some(({ word }) => word === value);
  if (param === "cost") return /^[1-5]$/.test(value);
  if (param === "strength") return /^[0-5]$/.test(value);
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 80;
};

/** Reads an address; what it cannot use it lists rather than refuses. */
export function readAddress(params: URLSearchParams): SearchAddress {
  const ignored: string[] = [];
  const chosen = {} as Record<FacetParam, string[]>;
  for (const { param } of facets) {
    const values = [...new Set(params.getAll(param))].filter((value) => value !== "").slice(0, 50);
    chosen[param] = values.filter((value) => wellFormed(param, value));
    for (const value of values)
      if (!wellFormed(param, value)) ignored.push(`${param}=${value.slice(0, 40)}`);
  }
  const asked = params.get("sort") ?? "";
  const sort = sorts.find(({ word }) => word === asked)?.word ?? "relevance";
  if (asked !== "" && asked !== sort) ignored.push(`sort=${asked.slice(0, 40)}`);
  const spelling = params.get("spelling") ?? "";
  if (spelling !== "" && spelling !== "exact") ignored.push(`spelling=${spelling.slice(0, 40)}`);
  return {
    q: (params.get("q") ?? "").trim(),
    chosen,
    sort,
    exact: spelling === "exact",
    after: params.get("after") || undefined,
    ignored,
  };
}

/** The address as the schema's filter. */
export function toFilter({ chosen }: SearchAddress): SearchFilter {
  const some = <T>(values: readonly T[]) => (values.length > 0 ? [...values] : undefined);
  const kindsOf = chosen.kind.flatMap((word): ContentKind[] =>
    kinds.filter((each) => each.word === word).map(({ kind }) => kind),
  );
  return {
    kinds: some(kindsOf),
    topics: some(chosen.topic),
    subjects: some(chosen.subject),
    phases: some(chosen.phase),
    keyStages: some(chosen.keyStage),
    pupilGroups: some(chosen.pupilGroup),
    costBands: some(chosen.cost.map(Number)),
    evidenceStrengths: some(chosen.strength.map(Number)),
  };
}

/** The order as the schema's. */
export const toSort = (address: SearchAddress): SearchSort =>
  sorts.find(({ word }) => word === address.sort)?.sort ?? "RELEVANCE";

/** Whether misspelt words are corrected, as the schema says it. */
export const toSpelling = ({ exact }: SearchAddress): SearchSpelling =>
  exact ? "EXACT" : "CORRECTED";

/** The facets that are boxes to tick. Kinds are not: they are tabs. */
export const boxes = facets.filter(({ param }) => param !== "kind");

/** How many boxes are ticked. */
export const countTicked = ({ chosen }: SearchAddress): number =>
  boxes.reduce((sum, { param }) => sum + chosen[param].length, 0);

/** A facet's value as a word of the address: kinds have their own. */
export const wordOf = (param: FacetParam, value: string): string =>
  param === "kind" ? (kinds.find(({ kind }) => kind === value)?.word ?? value) : value;

/** The other way: what the schema calls a word of the address. */
export const valueOf = (param: FacetParam, word: string): string =>
  param === "kind" ? (kinds.find((each) => each.word === word)?.kind ?? word) : word;

/** The shortest address that asks for this. */
export function toAddress(address: Partial<SearchAddress>): string {
  const params = new URLSearchParams();
  if (address.q) params.set("q", address.q);
  for (const { param } of facets)
    for (const value of address.chosen?.[param] ?? []) params.append(param, value);
  if (address.sort && address.sort !== "relevance") params.set("sort", address.sort);
  // Without words there is no spelling.
  if (address.exact && address.q) params.set("spelling", "exact");
  if (address.after) params.set("after", address.after);
  const text = params.toString();
  return text === "" ? "/search" : `/search?${text}`;
}

/** The same search from its first page with other choices in some of its fields. */
export const withChoices = (
  address: SearchAddress,
  choices: Partial<SearchAddress["chosen"]>,
): string => toAddress({ ...address, chosen: { ...address.chosen, ...choices }, after: undefined });

/** The same search without one of its choices, from its first page. */
export const without = (address: SearchAddress, param: FacetParam, value: string): string =>
  withChoices(address, { [param]: address.chosen[param].filter((each) => each !== value) });

/** The same search, of whatever kinds its tabs say, with no box ticked. */
export const withNoBoxes = (address: SearchAddress): string =>
  withChoices(address, Object.fromEntries(boxes.map(({ param }) => [param, []])));

/** Somebody asks for words: neither narrows nor orders anew what they asked before, nor turns its pages. */
export const isAskedAnew = (address: SearchAddress): boolean =>
  countTicked(address) === 0 &&
  address.sort === "relevance" &&
  !address.exact &&
  address.after === undefined;
