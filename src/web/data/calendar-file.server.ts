import { decodeHTML } from "entities";
import ical, { type ICalCalendar, ICalEventTransparency } from "ical-generator";
import { tzlib_get_ical_block } from "timezones-ical-library";
import type { CalendarSessionFragment } from "../generated/graphql.ts";
import { cacheControl } from "./cache-control.server.ts";
import { formatLongDay, formatTimes } from "./dates.ts";
import { inLondon, zone } from "./london.server.ts";
import { modeInWords } from "./wording.ts";

/** The rules of London's clock, as calendars want them in each file. */
const zoneRules = (): string => tzlib_get_ical_block(zone)[0] ?? "";

/** Sanitised HTML as the plain text that calendars show: paragraphs apart, items on lines of their own. */
function plainText(html: string): string {
  const lines = html
    .replace(/\s*\n\s*/g, " ")
    .replace(/<li>\s*/g, "\n- ")
    .replace(/<br\s*\/?>|<\/tr>/g, "\n")
    .replace(/<\/(p|ul|ol|table|blockquote|h[3-6])>/g, "\n\n")
    .replace(/<[^>]*>/g, "");
  return decodeHTML(lines)
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function describe(session: CalendarSessionFragment): string {
  const { audience, mode, provider, sections, startsAt, endsAt, url } = session;
  return [
    `${modeInWords[mode]}, with ${provider.name}. ${formatLongDay(startsAt)}, ${formatTimes(startsAt, endsAt)} (London time).`,
    audience && `For: ${audience}`,
    ...sections.map(({ html }) => plainText(html)),
    `More about it: ${url}`,
  ]
    .filter(Boolean)
    .join("\n\n")
    .replaceAll("\u00a0", " ");
}

/** Seconds between the announcement and the last change: it grows with every change, as calendars ask of it, and begins at 0. */
const sequenceOf = ({ publishedAt, updatedAt }: CalendarSessionFragment): number => {
  if (publishedAt === null || publishedAt === undefined) return 0;
  const seconds = (new Date(updatedAt).getTime() - new Date(publishedAt).getTime()) / 1000;
  return Math.min(Math.max(Math.ceil(seconds), 0), 2 ** 31 - 1);
};

function add(calendar: ICalCalendar, session: CalendarSessionFragment): void {
  const { id, title, url, startsAt, endsAt, mode, venue, updatedAt } = session;
  const changed = new Date(updatedAt);
  calendar.createEvent({
    id: `${id}@${new URL(url).hostname}`,
    summary: title,
    start: inLondon(startsAt),
    end: inLondon(endsAt),
    timezone: zone,
    // Not the clock of the moment: an unchanged session gives the same file.
    stamp: changed,
    lastModified: changed,
    sequence: sequenceOf(session),
    url,
    location: venue ?? modeInWords[mode],
    description: describe(session),
    transparency: ICalEventTransparency.OPAQUE,
  });
}

/** What a calendar is called, and how often one who subscribes should look again. */
export interface CalendarHead {
  readonly name?: string;
  /** In seconds. */
  readonly refreshAfter?: number;
}

/**
 * Sessions as an iCalendar file (RFC 5545): times on London's clock with its rules, so that 9:00 stays 9:00 in summer and
 * in winter wherever the calendar is read.
 */
export function calendarFile(
  sessions: readonly CalendarSessionFragment[],
  { name, refreshAfter }: CalendarHead = {},
): string {
  const calendar = ical({
    prodId: { company: "potbank", product: "cpd", language: "EN" },
    ...(name && { name }),
    ...(refreshAfter && { ttl: refreshAfter }),
    // No zone here: one of the whole calendar would also be applied to its stamps, which must be UTC.
  });
  for (const session of sessions) add(calendar, session);
  // Rules stand between what is said of the calendar and its events, and keep one without events from being empty,
  // which some programs refuse. Every line ends, the last one too.
  const file = calendar
    .toString()
    .replace(/^(BEGIN:VEVENT|END:VCALENDAR)/m, `${zoneRules()}\r\n$1`);
  return `${file}\r\n`;
}

/** The file as an answer that calendars understand; asked for again each time, since sessions move. */
export const calendarAnswer = (request: Request, file: string, name: string): Response =>
  new Response(file, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.ics"`,
      "cache-control": cacheControl(request, "no-cache"),
    },
  });
