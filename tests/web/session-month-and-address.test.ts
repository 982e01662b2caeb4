import { describe, expect, test } from "vitest";
import { dayOf, monthAfter, monthBounds, monthOf } from "../../src/web/data/london.server.ts";
import {
  choicesOf,
  readSessionAddress,
  toCalendarAddress,
  toSessionAddress,
} from "../../src/web/data/session-address.ts";
import { toSessionFilter } from "../../src/web/data/session-filter.server.ts";
import { layOutMonth } from "../../src/web/data/session-month.server.ts";

const now = "2026-11-23T12:00:00Z";
const read = (query: string) => readSessionAddress(new URLSearchParams(query), now);

type Session = Parameters<typeof layOutMonth>[1][number];
const session = (startsAt: string, endsAt: string): Session => ({
  id: `${startsAt}-${endsAt}`,
  title: "A session",
  url: "/cpd/a-session",
  startsAt,
  endsAt,
  audience: null,
  mode: "ONLINE",
  venue: null,
  capacity: null,
  placesLeft: null,
  provider: { id: "1", name: "P" },
});
const daysWith = (month: string, sessions: Session[], at = now) =>
  layOutMonth(month, sessions, at)
    .weeks.flat()
    .flatMap((day) => (day?.entries ?? []).map(({ time }) => `${day!.date} ${time}`));

describe("a month of sessions", () => {
  test("begins its weeks on Monday and has each of its days once, in leap years too", () => {
    for (const [month, days, blank] of [
      ["2026-11", 30, 6],
      ["2027-01", 31, 4],
      ["2028-02", 29, 1],
      ["2027-02", 28, 0],
    ] as const) {
      const cells = layOutMonth(month, [], now).weeks.flat();
      expect(cells.findIndex((day) => day !== null)).toBe(blank);
      expect(cells.flatMap((day) => day?.day ?? [])).toEqual(
        Array.from({ length: days }, (_, at) => at + 1),
      );
      expect(cells.length % 7).toBe(0);
      for (const [at, day] of cells.entries())
        if (day) expect(day.weekday === "Monday").toBe(at % 7 === 0);
    }
  });

  test("counts its days in London: an hour before midnight UTC in summer is the next day there", () => {
    const late = session("2026-06-30T23:00:00Z", "2026-07-01T00:00:00Z");
    expect(daysWith("2026-07", [late])).toEqual(["2026-07-01 12am"]);
    expect(daysWith("2026-06", [late])).toEqual([]);
    expect(monthBounds("2026-07")).toEqual({
      from: "2026-06-30T23:00:00Z",
      to: "2026-07-31T23:00:00Z",
    });
    const today = layOutMonth("2026-07", [], "2026-06-30T23:30:00Z").weeks.flat();
    expect(today.filter((day) => day?.today).map((day) => day?.date)).toEqual(["2026-07-01"]);
    expect(monthOf("2026-12-31T23:30:00Z")).toBe("2026-12");
    expect(dayOf("2027-06-30T23:30:00Z")).toBe("2027-07-01");
  });

  test("says until when a session of one day lasts, and what places it has", () => {
    const entryOf = (places: Partial<Session>) =>
      layOutMonth(
        "2026-12",
        [{ ...session("2026-12-03T15:45:00Z", "2026-12-03T17:00:00Z"), ...places }],
        now,
      )
        .weeks.flat()
        .flatMap((day) => day?.entries ?? [])[0];
    const left = { time: "3:45pm", until: "5pm", places: "8 of 24 places left" };
    expect(entryOf({ capacity: 24, placesLeft: 8 })).toMatchObject(left);
    expect(entryOf({ capacity: 24, placesLeft: 0 })).toMatchObject({ places: "Full", full: true });
  });

  test("has a session of several days on each of them, and not on the day that begins as it ends", () => {
    const course = session("2026-12-30T09:00:00Z", "2027-01-02T00:00:00Z");
    expect(daysWith("2026-12", [course])).toEqual(["2026-12-30 9am", "2026-12-31 all day"]);
    expect(daysWith("2027-01", [course])).toEqual(["2027-01-01 until 12am"]);
    expect(daysWith("2026-10", [session("2026-10-24T08:00:00Z", "2026-10-26T13:30:00Z")])).toEqual([
      "2026-10-24 9am",
      "2026-10-25 all day",
      "2026-10-26 until 1:30pm",
    ]);
  });

  test("leads over the turn of the year in both directions", () => {
    expect(monthAfter("2026-12", 1)).toBe("2027-01");
    expect(monthAfter("2027-01", -1)).toBe("2026-12");
  });
});

describe("an address of the sessions", () => {
  test("comes back as it was written, and the calendar keeps its filters alone", () => {
    const query =
      "view=month&month=2026-12&phase=primary&subject=english&subject=history&mode=online&topic=reading&mechanism=model-technique&places=left&from=2026-12-03&to=2026-12-09";
    const address = read(query);
    expect(toSessionAddress(address)).toBe(`/cpd?${query}`);
    expect(address.ignored).toEqual([]);
    expect(toCalendarAddress(address)).toBe(
      `/cpd/calendar.ics?${query.replace("view=month&month=2026-12&", "")}`,
    );
    for (const { without } of choicesOf(address))
      expect(choicesOf(read(without.split("?")[1]!))).toHaveLength(choicesOf(address).length - 1);
  });

  test.each([
    "month=0000-99",
    "month=9999-01",
    "month=2026-13",
    "month=2026-1",
    "month=2037-01",
    "from=2026-02-30",
    "to=2026-13-01",
    "from=0000-00-00",
    "mode=toString",
    "view=year",
    "places=1",
    "subject=../x",
  ])("that says %s is understood without it", (query) => {
    expect(read(query).ignored).toEqual([query]);
    expect(toSessionAddress(read(query))).toBe("/cpd");
  });

  test("a last day before the first is left out; days last from midnight to midnight in London", () => {
    expect(read("from=2026-12-03&to=2026-12-02").ignored).toEqual(["to=2026-12-02"]);
    const days = read("from=2026-07-01&to=2026-07-01");
    expect(toSessionFilter(days, {})).toMatchObject({
      endsAfter: "2026-06-30T23:00:00Z",
      startsBefore: "2026-07-01T23:00:00Z",
    });
    // Of the reader's days and the view's span the tighter bound holds.
    expect(
      toSessionFilter(days, { endsAfter: now, startsBefore: "2026-07-01T12:00:00Z" }),
    ).toMatchObject({
      endsAfter: now,
      startsBefore: "2026-07-01T12:00:00Z",
    });
  });
});
