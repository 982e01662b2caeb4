import type { CpdSessionFilter } from "../generated/graphql.ts";
import { dayStarts } from "./london.server.ts";
import { modeWords, type SessionChoices } from "./session-address.ts";

const some = <T>(values: readonly T[]): T[] | undefined =>
  values.length > 0 ? [...values] : undefined;

/** Of two moments the one further in a direction; either may be left out. */
function tighter(
  one: string | undefined,
  other: string | undefined,
  later: boolean,
): string | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Date.parse(one) > Date.parse(other) === later ? one : other;
}

/** The span of time that a view looks at, as moments. */
export interface Span {
  readonly endsAfter?: string;
  readonly endsBefore?: string;
  readonly startsAfter?: string;
  readonly startsBefore?: string;
}

/** A reader's choices within a view's span, as the schema's filter. Days begin and end at midnight in London. */
export function toSessionFilter(choices: SessionChoices, span: Span): CpdSessionFilter {
  const { chosen, places, from, to } = choices;
  const first = from === undefined ? undefined : dayStarts(from);
  const last = to === undefined ? undefined : dayStarts(to, 1);
  return {
    subjects: some(chosen.subject),
    phases: some(chosen.phase),
    topics: some(chosen.topic),
    pdMechanisms: some(chosen.mechanism),
    modes: some(chosen.mode.flatMap((word) => modeWords[word] ?? [])),
    hasPlaces: places ? true : undefined,
    startsAfter: span.startsAfter,
    endsBefore: span.endsBefore,
    endsAfter: tighter(first, span.endsAfter, true),
    startsBefore: tighter(last, span.startsBefore, false),
  };
}
