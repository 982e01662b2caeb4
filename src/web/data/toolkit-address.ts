import type { EvidenceSummaryFilter, EvidenceSummarySort } from "../generated/graphql.ts";

/** Orders of the table, as words of the address; each has one direction, the one that readers want. */
const toolkitSorts = [
  { word: "months", sort: "IMPACT" },
  { word: "cost", sort: "COST" },
  { word: "padlocks", sort: "EVIDENCE_STRENGTH" },
  { word: "title", sort: "TITLE" },
  { word: "value", sort: "COST_EFFECTIVENESS" },
] as const satisfies readonly { word: string; sort: EvidenceSummarySort }[];

/** A word for an order. */
export type ToolkitSort = (typeof toolkitSorts)[number]["word"];

/** What an address of the table of strands asks for. */
export interface ToolkitAddress {
  readonly sort: ToolkitSort;
  /** At least so many months. */
  readonly months: number | undefined;
  /** At most this cost band. */
  readonly cost: number | undefined;
  /** At least so many padlocks. */
  readonly padlocks: number | undefined;
  readonly phases: readonly string[];
  /** False: what no source rates in months, which has a list of its own. */
  readonly rated: boolean;
  readonly after: string | undefined;
  /** What was in the address but means nothing to us, for the reader to know. */
  readonly ignored: readonly string[];
}

/** The figures that narrow the table, and what may stand behind them. */
export const limits = [
  { param: "months", least: -12, most: 24 },
  { param: "cost", least: 1, most: 5 },
  { param: "padlocks", least: 0, most: 5 },
] as const;

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Reads an address; what it cannot use it lists rather than refuses. */
export function readToolkitAddress(params: URLSearchParams): ToolkitAddress {
  const ignored: string[] = [];
  const ignore = (param: string, value: string): undefined => {
    ignored.push(`${param}=${value.slice(0, 40)}`);
  };
  const figure = ({ param, least, most }: (typeof limits)[number]): number | undefined => {
    const value = params.get(param) ?? "";
    if (value === "") return undefined;
    const number = Number(value);
    if (/^-?\d{1,2}$/.test(value) && number >= least && number <= most) return number;
    return ignore(param, value);
  };
  const phases = [...new Set(params.getAll("phase"))].filter(Boolean).slice(0, 20);
  const asked = params.get("sort") ?? "";
  const sort = toolkitSorts.find(({ word }) => word === asked)?.word ?? "months";
  if (asked !== "" && asked !== sort) ignore("sort", asked);
  const rated = params.get("rated") ?? "";
  if (rated !== "" && rated !== "no" && rated !== "yes") ignore("rated", rated);
  return {
    sort,
    months: figure(limits[0]),
    cost: figure(limits[1]),
    padlocks: figure(limits[2]),
    phases: phases.filter((phase) =>
      slug.test(phase) && phase.length <= 80 ? true : ignore("phase", phase),
    ),
    rated: rated !== "no",
    after: params.get("after") || undefined,
    ignored,
  };
}

/** The address as the schema's filter. What is not rated in months has no figures to filter by. */
export function toSummaryFilter(address: ToolkitAddress): EvidenceSummaryFilter {
  const phases = address.phases.length > 0 ? [...address.phases] : undefined;
  if (!address.rated) return { impactMonthsStatuses: ["NOT_RATED_IN_MONTHS"], phases };
  return {
    impactMonthsStatuses: ["RATED", "INSUFFICIENT_EVIDENCE"],
    impactMonthsMin: address.months,
    costBandMax: address.cost,
    evidenceStrengthMin: address.padlocks,
    phases,
  };
}

/** The order as the schema's. */
export const toSummarySort = ({ sort, rated }: ToolkitAddress): EvidenceSummarySort =>
  rated ? (toolkitSorts.find(({ word }) => word === sort)?.sort ?? "IMPACT") : "TITLE";

/** How many choices narrow the table. */
export const countLimits = (address: ToolkitAddress): number =>
  limits.filter(({ param }) => address[param] !== undefined).length + address.phases.length;

/** The shortest address that asks for this. */
export function toToolkitAddress(address: Partial<ToolkitAddress>): string {
  const params = new URLSearchParams();
  if (address.rated === false) params.set("rated", "no");
  for (const { param } of limits)
    if (address[param] !== undefined) params.set(param, String(address[param]));
  for (const phase of address.phases ?? []) params.append("phase", phase);
  if (address.sort && address.sort !== "months") params.set("sort", address.sort);
  if (address.after) params.set("after", address.after);
  const text = params.toString();
  return text === "" ? "/evidence" : `/evidence?${text}`;
}

/** The same table in another order, or with another choice, from its first page. */
export const changed = (address: ToolkitAddress, change: Partial<ToolkitAddress>): string =>
  toToolkitAddress({ ...address, after: undefined, ...change });
