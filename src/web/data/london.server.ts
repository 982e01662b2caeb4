/** Where every session's clock stands. */
export const zone = "Europe/London";

/** A moment as a clock in London shows it, whatever the zone of this machine. In this process the API answers dates, not text. */
export const inLondon = (moment: string | Date): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(new Date(moment).getTime()).toZonedDateTimeISO(zone);

/** The moment at which a day begins in London; `later` days after the one named. */
export const dayStarts = (day: string, later = 0): string =>
  Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone).toInstant().toString();

/** The day in London that a moment falls on: "2026-12-03". */
export const dayOf = (moment: string | Date): string => inLondon(moment).toPlainDate().toString();

/** The month in London that a moment falls in: "2026-12". */
export const monthOf = (moment: string | Date): string => dayOf(moment).slice(0, 7);

/** The month some months after another, or before. */
export const monthAfter = (month: string, months: number): string =>
  Temporal.PlainYearMonth.from(month).add({ months }).toString();

/** The moments at which a month begins and at which the next one does. */
export const monthBounds = (month: string): { readonly from: string; readonly to: string } => ({
  from: dayStarts(`${month}-01`),
  to: dayStarts(`${monthAfter(month, 1)}-01`),
});
