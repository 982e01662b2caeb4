import type { SessionCardFragment } from "../generated/graphql.ts";
import { formatMonth, formatTime, weekdays } from "./dates.ts";
import { dayOf, inLondon } from "./london.server.ts";
import { placesInWords } from "./wording.ts";

/** A session on one of its days. */
export interface MonthEntry {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** "3:45pm" on its first day; "until 1pm" or "all day" on later ones. */
  readonly time: string;
  /** "5pm" on the day on which it also began; else nothing. */
  readonly until?: string;
  /** "8 of 24 places left" */
  readonly places: string;
  readonly past: boolean;
  readonly full: boolean;
}

/** A day of the month. */
export interface MonthDay {
  /** "2026-12-03" */
  readonly date: string;
  readonly day: number;
  readonly weekday: string;
  readonly today: boolean;
  readonly entries: readonly MonthEntry[];
}

/** A month as a calendar shows it. */
export interface SessionMonth {
  readonly month: string;
  /** "December 2026" */
  readonly name: string;
  /** Monday to Sunday; null where the day belongs to another month. */
  readonly weeks: readonly (readonly (MonthDay | null)[])[];
}

const timeOf = (moment: string | Date): number => new Date(moment).getTime();

/** The last day on which any of a session takes place: one that ends at midnight has no part in the day that begins. */
const lastDay = ({ startsAt, endsAt }: SessionCardFragment): string =>
  dayOf(new Date(Math.max(timeOf(startsAt), timeOf(endsAt) - 1)));

function entryOn(date: string, session: SessionCardFragment, now: string): MonthEntry {
  const { id, title, url, startsAt, endsAt, capacity, placesLeft } = session;
  const [first, last] = [dayOf(startsAt), lastDay(session)];
  const time =
    date === first
      ? formatTime(startsAt)
      : date === last
        ? `until ${formatTime(endsAt)}`
        : "all day";
  return {
    id,
    title,
    url,
    time,
    ...(first === last && { until: formatTime(endsAt) }),
    places: placesInWords(capacity, placesLeft),
    past: timeOf(endsAt) <= timeOf(now),
    full: typeof placesLeft === "number" && placesLeft <= 0,
  };
}

/** Lays sessions out on the days of a month in London, in the order given; each on every day it lasts. */
export function layOutMonth(
  month: string,
  sessions: readonly SessionCardFragment[],
  now: string,
): SessionMonth {
  const yearMonth = Temporal.PlainYearMonth.from(month);
  const today = inLondon(now).toPlainDate().toString();
  const spans = sessions.map((session) => ({
    session,
    first: dayOf(session.startsAt),
    last: lastDay(session),
  }));
  const days = Array.from({ length: yearMonth.daysInMonth }, (_, at): MonthDay => {
    const plain = yearMonth.toPlainDate({ day: at + 1 });
    const date = plain.toString();
    return {
      date,
      day: at + 1,
      weekday: weekdays[plain.dayOfWeek % 7]!,
      today: date === today,
      entries: spans
        .filter(({ first, last }) => first <= date && date <= last)
        .map(({ session }) => entryOn(date, session, now)),
    };
  });
  const before = yearMonth.toPlainDate({ day: 1 }).dayOfWeek - 1;
  const cells = [...Array<null>(before).fill(null), ...days];
  const weeks = Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (__, day) => cells[week * 7 + day] ?? null),
  );
  return { month, name: formatMonth(month), weeks };
}
