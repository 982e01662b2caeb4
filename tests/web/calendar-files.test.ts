import { beforeAll, describe, expect, test } from "vitest";
import { calendarFile } from "../../src/web/data/calendar-file.server.ts";
import { type Served, served } from "../support/served.ts";
import { type Calendar, instantOf, readCalendar } from "./calendar-reader.ts";

type Session = Parameters<typeof calendarFile>[0][number];

const session = (differs: Partial<Session> = {}): Session => ({
  id: "session_01",
  title: "Talk that helps pupils think",
  url: "https://potbank.test/cpd/talk",
  startsAt: "2027-01-11T09:00:00.000Z",
  endsAt: "2027-01-11T10:30:00.000Z",
  mode: "IN_PERSON",
  venue: "Kiln Lane Hub",
  audience: null,
  publishedAt: "2026-09-01T08:00:00.000Z",
  updatedAt: "2026-09-01T08:00:00.000Z",
  provider: { name: "Kiln Lane" },
  sections: [{ html: "<p>About it.</p>" }],
  ...differs,
});

const only = (differs: Partial<Session>) =>
  readCalendar(calendarFile([session(differs)])).events[0]!;

describe("a calendar file", () => {
  test.each([
    [
      "9:00 in January",
      "2027-01-11T09:00Z",
      "2027-01-11T10:00Z",
      "20270111T090000",
      "20270111T100000",
    ],
    [
      "9:00 in July",
      "2027-07-05T08:00Z",
      "2027-07-05T09:00Z",
      "20270705T090000",
      "20270705T100000",
    ],
    [
      "midnight in summer",
      "2027-06-30T23:00Z",
      "2027-07-01T23:00Z",
      "20270701T000000",
      "20270702T000000",
    ],
    [
      "the night the clocks go back",
      "2026-10-24T23:30Z",
      "2026-10-25T02:30Z",
      "20261025T003000",
      "20261025T023000",
    ],
    [
      "the night the clocks go forward",
      "2027-03-28T00:30Z",
      "2027-03-28T02:00Z",
      "20270328T003000",
      "20270328T030000",
    ],
    [
      "two days in summer",
      "2027-07-05T08:00Z",
      "2027-07-06T14:00Z",
      "20270705T090000",
      "20270706T150000",
    ],
    [
      "over New Year",
      "2026-12-31T20:00Z",
      "2027-01-01T01:00Z",
      "20261231T200000",
      "20270101T010000",
    ],
  ])(
    "says %s on London's clock, and its own rules give the moment back",
    (_name, startsAt, endsAt, from, to) => {
      const calendar = readCalendar(calendarFile([session({ startsAt, endsAt })]));
      for (const [name, local, moment] of [
        ["DTSTART", from, startsAt],
        ["DTEND", to, endsAt],
      ] as const) {
        const property = calendar.events[0]![name]!;
        expect(property).toEqual({ params: { TZID: "Europe/London" }, value: local });
        expect(instantOf(calendar, property.value)).toBe(Date.parse(moment));
      }
    },
  );

  test("is the same file as long as nothing changes, and outranks its elder when something does", () => {
    expect(calendarFile([session()])).toBe(calendarFile([session()]));
    const changed = only({ title: "Moved", updatedAt: "2026-10-01T08:00:00.000Z" });
    const before = only({});
    expect(changed.UID).toEqual(before.UID);
    expect(before.UID!.value).toBe("session_01@potbank.test");
    expect(before.SEQUENCE!.value).toBe("0");
    expect(Number(changed.SEQUENCE!.value)).toBeGreaterThan(0);
    for (const name of ["DTSTAMP", "LAST-MODIFIED"])
      expect(changed[name]!.value).toBe("20261001T080000Z");
  });

  test("keeps signs that mean something to calendars, and long words, whole", () => {
    const title = "Maths; English, and “more” \\ less: Zoë’s 🏺 pots — ".repeat(6).trim();
    const venue = "Room 4, The Drying Loft; upstairs";
    const event = only({
      title,
      venue,
      sections: [
        {
          html: "<p>Fish &amp; chips,<br>twice.</p>\n<ul>\n<li>one</li>\n<li>two &lt;3</li>\n</ul>",
        },
      ],
    });
    expect(event.SUMMARY!.value).toBe(title);
    expect(event.LOCATION!.value).toBe(venue);
    expect(event.DESCRIPTION!.value).toContain(
      "Fish & chips,\ntwice.\n\n- one\n- two <3\n\nMore about it",
    );
    expect(event.URL!.value).toBe("https://potbank.test/cpd/talk");
  });

  test("no text of a session can add a line of its own to the file", () => {
    const { events, names } = readCalendar(
      calendarFile([
        session({ title: "A\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:x", venue: "B\rATTACH:y" }),
      ]),
    );
    expect(events).toHaveLength(1);
    expect(names).not.toContain("ATTACH");
  });

  test("says where an online session is, and stays a calendar when there is nothing in it", () => {
    expect(only({ venue: null, mode: "ONLINE" }).LOCATION!.value).toBe("Online");
    const empty = readCalendar(calendarFile([], { name: "CPD", refreshAfter: 3600 }));
    expect(empty.events).toEqual([]);
    expect(empty.zones).toEqual(["Europe/London"]);
  });
});

describe("the calendar files, as they are served", () => {
  let site: Served;
  let upcoming: { slug: string; id: string; startsAt: string; endsAt: string }[];
  const ask = async (query: string) => {
    const response = await fetch(`${site.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    return ((await response.json()) as { data: { cpdSessions: { nodes: typeof upcoming } } }).data
      .cpdSessions.nodes;
  };
  beforeAll(async () => {
    site = await served();
    const now = new Date().toISOString();
    upcoming = await ask(
      `{ cpdSessions(first: 100, filter: { endsAfter: "${now}" }) { nodes { id slug startsAt endsAt } } }`,
    );
  });
  const file = async (path: string): Promise<Calendar> => {
    const response = await fetch(site.url + path);
    expect(response.status, path).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    return readCalendar(await response.text());
  };

  test("all that is coming up can be subscribed to, each at its moment, once", async () => {
    const calendar = await file("/cpd/calendar.ics");
    expect(calendar.events).toHaveLength(upcoming.length);
    expect(calendar.names).toContain("REFRESH-INTERVAL");
    for (const { id, startsAt, endsAt } of upcoming) {
      const [event, ...others] = calendar.events.filter(({ UID }) =>
        UID!.value.startsWith(`${id}@`),
      );
      expect(others).toEqual([]);
      expect(instantOf(calendar, event!.DTSTART!.value)).toBe(Date.parse(startsAt));
      expect(instantOf(calendar, event!.DTEND!.value)).toBe(Date.parse(endsAt));
    }
  });

  test("the page's filters narrow the calendar, and what means nothing is left out", async () => {
    const online = await ask(
      `{ cpdSessions(first: 100, filter: { mode: ONLINE, endsAfter: "${new Date().toISOString()}" }) { nodes { id slug startsAt endsAt } } }`,
    );
    const narrowed = await file("/cpd/calendar.ics?mode=online&mode=nowhere&from=yesterday");
    expect(narrowed.events.map(({ UID }) => UID!.value.split("@")[0]).sort()).toEqual(
      online.map(({ id }) => id).sort(),
    );
    expect((await file("/cpd/calendar.ics?subject=no-such-subject")).events).toEqual([]);
  });

  test("one session has a file with its name, the same each time it is asked for", async () => {
    const { slug, id } = upcoming[0]!;
    const path = `/cpd/${slug}/session.ics`;
    const [event] = (await file(path)).events;
    expect(event!.UID!.value).toBe(`${id}@${new URL(site.url).hostname}`);
    const [one, two] = await Promise.all([fetch(site.url + path), fetch(site.url + path)]);
    expect(one.headers.get("content-disposition")).toBe(`attachment; filename="${slug}.ics"`);
    expect(await one.text()).toBe(await two.text());
    const head = await fetch(site.url + path, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(head.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    expect(await head.text()).toBe("");
  });

  test.each(["no-such-session", "a%20b", "%00", "calendar.ics"])("%s has no file", async (slug) => {
    expect((await fetch(`${site.url}/cpd/${slug}/session.ics`)).status).toBe(404);
  });
});
