import { expect } from "vitest";

/** A property as RFC 5545 writes it: parameters and the value, unescaped. */
export interface Property {
  readonly params: Readonly<Record<string, string>>;
  readonly value: string;
}

/** What a calendar file says. */
export interface Calendar {
  readonly events: readonly Readonly<Record<string, Property>>[];
  readonly zones: readonly string[];
  /** Names of all properties in it. */
  readonly names: readonly string[];
  /** When London's clock changes, as the file says: offset in minutes from each of these local moments of a year on. */
  readonly changes: readonly {
    readonly month: number;
    readonly time: string;
    readonly to: number;
  }[];
}

const unescape = (value: string): string =>
  value.replace(/\\([\\;,nN])/g, (_all, sign: string) =>
    sign === "n" || sign === "N" ? "\n" : sign,
  );

/** Reads a file strictly: line ends, lengths of lines, nesting, and properties before components. */
export function readCalendar(file: string): Calendar {
  expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
  const lines = file.slice(0, -2).split("\r\n");
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
    expect(line.isWellFormed(), line).toBe(true);
  }
  const open: string[] = [];
  const events: Record<string, Property>[] = [];
  const zones: string[] = [];
  const names: string[] = [];
  const changes: { month: number; time: string; to: number }[] = [];
  let componentsSeen = false;
  let rule: Record<string, string> = {};
  for (const line of lines.join("\r\n").replaceAll("\r\n ", "").split("\r\n")) {
    const [, head, raw] = /^([A-Z-]+(?:;[A-Z-]+=[^:;]+)*):(.*)$/s.exec(line) ?? [];
    expect(head, line).toBeDefined();
    const [name = "", ...params] = head!.split(";");
    const property = {
      params: Object.fromEntries(params.map((each) => each.split("=") as [string, string])),
      value: unescape(raw!),
    };
    names.push(name);
    if (name === "BEGIN") {
      open.push(raw!);
      componentsSeen ||= raw !== "VCALENDAR";
      if (raw === "VEVENT") events.push({});
      rule = {};
    } else if (name === "END") {
      expect(open.pop(), line).toBe(raw);
      if (raw === "DAYLIGHT" || raw === "STANDARD") changes.push(changeOf(rule));
    } else if (open.at(-1) === "VEVENT") {
      expect(events.at(-1)![name], `${name} twice`).toBeUndefined();
      events.at(-1)![name] = property;
    } else if (open.at(-1) === "VTIMEZONE") {
      if (name === "TZID") zones.push(raw!);
    } else if (open.at(-1) === "VCALENDAR") {
      expect(componentsSeen, `${name} after a component`).toBe(false);
    } else rule[name] = raw!;
  }
  expect(open).toEqual([]);
  for (const event of events)
    for (const name of ["DTSTAMP", "LAST-MODIFIED"])
      expect(event[name]!.value).toMatch(/^\d{8}T\d{6}Z$/);
  return { events, zones, names, changes };
}

function changeOf(rule: Record<string, string>) {
  const [, month] = /^FREQ=YEARLY;BYMONTH=(\d+);BYDAY=-1SU$/.exec(rule.RRULE!)!;
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(rule.TZOFFSETTO!)!;
  const to = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -1 : 1);
  return { month: Number(month), time: rule.DTSTART!.slice(8), to };
}

const twoDigits = (number: number): string => String(number).padStart(2, "0");

/** The moment of a local time, by the rules that the file itself carries. */
export function instantOf({ changes }: Calendar, local: string): number {
  const year = Number(local.slice(0, 4));
  const dated = changes
    .map(({ month, time, to }) => {
      const last = new Date(Date.UTC(year, month, 0));
      const sunday = last.getUTCDate() - last.getUTCDay();
      return { from: `${year}${twoDigits(month)}${twoDigits(sunday)}${time}`, to };
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  const offset = dated.findLast(({ from }) => local >= from)?.to ?? dated.at(-1)!.to;
  const [, y, m, d, hh, mm, ss] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)$/.exec(local)!;
  return (
    Date.UTC(Number(y), Number(m) - 1, Number(d), Number(hh), Number(mm), Number(ss)) -
    offset * 60_000
  );
}
