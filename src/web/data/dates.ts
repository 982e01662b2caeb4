// Server and browser may carry different language data, so only numbers come from Intl: a month spelt
// "Sep" here and "Sept" there would make the page flicker.
const parts = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  hourCycle: "h23",
});

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );
/** From Sunday, as `Date` counts them. */
export const weekdays = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

function inLondon(moment: string) {
  const found: Record<string, number> = {};
  for (const { type, value } of parts.formatToParts(new Date(moment))) found[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = found;
  return { year, month, day, hour, minute };
}

const monthName = (month: number): string => months[month - 1] ?? "";

/** "December 2026" for "2026-12". */
export function formatMonth(month: string): string {
  return `${monthName(Number(month.slice(5, 7)))}\u00a0${Number(month.slice(0, 4))}`;
}

/** "26 November 2026" */
export function formatDay(moment: string): string {
  const { year, month, day } = inLondon(moment);
  // Day and month stay on one line.
  return `${day}\u00a0${monthName(month)} ${year}`;
}

/** "Thursday 26 November 2026" */
export function formatLongDay(moment: string): string {
  const { year, month, day } = inLondon(moment);
  return `${weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]} ${formatDay(moment)}`;
}

/** What a calendar leaf shows: "Thu", 26, "Nov". */
export function calendarLeaf(moment: string): { weekday: string; day: number; month: string } {
  const { month, day } = inLondon(moment);
  return { weekday: formatLongDay(moment).slice(0, 3), day, month: monthName(month).slice(0, 3) };
}

/** "3:45pm" */
export function formatTime(moment: string): string {
  const { hour, minute } = inLondon(moment);
  const minutes = minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`;
  return `${hour % 12 || 12}${minutes}${hour < 12 ? "am" : "pm"}`;
}

/** "3:45pm to 5pm", or with the day of the end when that is another. */
export function formatTimes(start: string, end: string): string {
  const sameDay = formatDay(start) === formatDay(end);
  return `${formatTime(start)} to ${formatTime(end)}${sameDay ? "" : ` on ${formatLongDay(end)}`}`;
}

/** "2026-07-01T09:00:00+01:00": the moment with London's clock and its offset, for machines that show it as it stands. */
export function isoInLondon(moment: string): string {
  const { year, month, day, hour, minute } = inLondon(moment);
  const clock = Date.UTC(year, month - 1, day, hour, minute);
  const offset = Math.round((clock - Date.parse(moment)) / 3_600_000);
  const sign = offset < 0 ? "-" : "+";
  const local = new Date(clock).toISOString().slice(0, 19);
  return `${local}${sign}${String(Math.abs(offset)).padStart(2, "0")}:00`;
}
