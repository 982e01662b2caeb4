import type { CpdMode } from "../generated/graphql.ts";

/** The three ways to look at sessions: what is coming up, one month, what is over. */
export type SessionsView = "coming" | "month" | "past";

/** Choices of which several may hold at once: a session with any one of them is meant. */
export const sessionFacets = [
  { param: "phase", field: "phases", name: "Phase" },
  { param: "subject", field: "subjects", name: "Subject" },
  { param: "mode", field: "modes", name: "How it is given" },
  { param: "topic", field: "topics", name: "Topic" },
  { param: "mechanism", field: "pdMechanisms", name: "What happens in it" },
] as const;

/** A parameter of which several may be chosen. */
export type SessionFacet = (typeof sessionFacets)[number]["param"];

/** Modes as words of an address. */
export const modeWords: Readonly<Record<string, CpdMode>> = {
  "in-person": "IN_PERSON",
  online: "ONLINE",
  hybrid: "HYBRID",
};

/** What narrows the sessions, whatever the view. */
export interface SessionChoices {
  /** Slugs of terms, or words of modes, each known to be well formed. */
  readonly chosen: Readonly<Record<SessionFacet, readonly string[]>>;
  readonly places: boolean;
  /** First and last day, in London: "2026-12-03". */
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** What an address of the page of sessions asks for. */
export interface SessionAddress extends SessionChoices {
  readonly view: SessionsView;
  /** "2026-12"; undefined is the month at hand. */
  readonly month: string | undefined;
  readonly after: string | undefined;
  readonly before: string | undefined;
  /** What was in the address but means nothing to us, for the reader to know. */
  readonly ignored: readonly string[];
}

/** Nobody plans or remembers sessions further away than this, in years. */
const farthest = 10;

const isNear = (year: number, now: string): boolean =>
  Math.abs(year - Number(now.slice(0, 4))) <= farthest;

/** Whether a month can be shown: one of the twelve, and near enough to be meant. */
export const isMonth = (month: string, now: string): boolean =>
  /^\d{4}-(0[1-9]|1[0-2])$/.test(month) && isNear(Number(month.slice(0, 4)), now);

const isDay = (day: string, now: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !isNear(Number(day.slice(0, 4)), now)) return false;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

const isChoice = (param: SessionFacet, value: string): boolean =>
  param === "mode"
    ? Object.hasOwn(modeWords, value)
    : /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= 80;

/** Reads an address; what it cannot use it lists rather than refuses. `now` bounds years. */
export function readSessionAddress(params: URLSearchParams, now: string): SessionAddress {
  const ignored: string[] = [];
  const ignore = (param: string, value: string): undefined => {
    ignored.push(`${param}=${value.slice(0, 40)}`);
  };
  const one = (param: string, fits: (value: string) => boolean): string | undefined => {
    const value = params.get(param) ?? "";
    if (value === "" || fits(value)) return value || undefined;
    return ignore(param, value);
  };
  const chosen = {} as Record<SessionFacet, string[]>;
  for (const { param } of sessionFacets) {
    const values = [...new Set(params.getAll(param))].filter((value) => value !== "").slice(0, 50);
    chosen[param] = values.filter((value) => isChoice(param, value));
    for (const value of values) if (!isChoice(param, value)) ignore(param, value);
  }
  const view = one("view", (value) => ["coming", "month", "past"].includes(value));
  const from = one("from", (day) => isDay(day, now));
  return {
    view: (view as SessionsView | undefined) ?? "coming",
    month: one("month", (month) => isMonth(month, now)),
    chosen,
    places: one("places", (value) => value === "left") !== undefined,
    from,
    to: one("to", (day) => isDay(day, now) && (from === undefined || day >= from)),
    after: params.get("after") || undefined,
    before: params.get("before") || undefined,
    ignored,
  };
}

function choicesAsParams(choices: SessionChoices): URLSearchParams {
  const params = new URLSearchParams();
  for (const { param } of sessionFacets)
    for (const value of choices.chosen[param]) params.append(param, value);
  if (choices.places) params.set("places", "left");
  if (choices.from) params.set("from", choices.from);
  if (choices.to) params.set("to", choices.to);
  return params;
}

const withParams = (path: string, params: URLSearchParams): string =>
  params.size > 0 ? `${path}?${params}` : path;

/** The shortest address that asks for this. */
export function toSessionAddress(address: Omit<SessionAddress, "ignored">): string {
  const params = new URLSearchParams();
  if (address.view !== "coming") params.set("view", address.view);
  if (address.view === "month" && address.month) params.set("month", address.month);
  for (const [name, value] of choicesAsParams(address)) params.append(name, value);
  if (address.after) params.set("after", address.after);
  if (address.before) params.set("before", address.before);
  return withParams("/cpd", params);
}

/** The calendar of the same sessions. */
export const toCalendarAddress = (choices: SessionChoices): string =>
  withParams("/cpd/calendar.ics", choicesAsParams(choices));

const noChoices = Object.fromEntries(
  sessionFacets.map(({ param }) => [param, []]),
) as unknown as SessionChoices["chosen"];

/** The same address from its first page, with something changed. */
export const changed = (address: SessionAddress, change: Partial<SessionAddress>): string =>
  toSessionAddress({ ...address, after: undefined, before: undefined, ...change });

/** The first page instead of one that cannot be found, which is named among what was left out. */
export const withoutCursor = (address: SessionAddress): SessionAddress => ({
  ...address,
  after: undefined,
  before: undefined,
  ignored: [
    ...address.ignored,
    ...(["after", "before"] as const).flatMap((param) =>
      address[param] === undefined ? [] : [`${param}=${address[param].slice(0, 40)}`],
    ),
  ],
});

/** The same view of all sessions. */
export const cleared = (address: SessionAddress): string =>
  changed(address, { chosen: noChoices, places: false, from: undefined, to: undefined });

/** One choice, and the address without it. */
export interface Chosen {
  readonly param: SessionFacet | "places" | "from" | "to";
  readonly value: string;
  readonly without: string;
}

/** Everything that narrows the sessions, each with the way to be without it. */
export function choicesOf(address: SessionAddress): readonly Chosen[] {
  const facets = sessionFacets.flatMap(({ param }) =>
    address.chosen[param].map((value) => ({
      param,
      value,
      without: changed(address, {
        chosen: {
          ...address.chosen,
          [param]: address.chosen[param].filter((each) => each !== value),
        },
      }),
    })),
  );
  const dates = (["from", "to"] as const).flatMap((param) => {
    const value = address[param];
    return value === undefined
      ? []
      : [{ param, value, without: changed(address, { [param]: undefined }) }];
  });
  const places = address.places
    ? [{ param: "places" as const, value: "left", without: changed(address, { places: false }) }]
    : [];
  return [...facets, ...places, ...dates];
}
