import { CardGrid, SessionCard } from "../components/cards.tsx";
import { MechanismGroups } from "../components/mechanisms.tsx";
import { NoSessionsInMonth } from "../components/session-month-navigation.tsx";
import { MonthTable } from "../components/session-month.tsx";
import { SelfStudyModule } from "../components/self-study-module.tsx";
import { readSessionAddress } from "../data/session-address.ts";
import type { MonthEntry, SessionMonth } from "../data/session-month.server.ts";
import { longTitle, now, selfStudyItem, session } from "./made-up.ts";
import type { Area } from "./specimen.ts";

const entry = (differs: Partial<MonthEntry> = {}): MonthEntry => ({
  id: "session_1",
  title: "Talk that helps pupils think",
  url: "/cpd",
  time: "3:45pm",
  places: "7 of 24 places left",
  past: false,
  full: false,
  ...differs,
});

const weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/** June 2026 begins on a Monday: thirty days and five empty cells. */
const june = (entries: Readonly<Record<number, readonly MonthEntry[]>>): SessionMonth => ({
  month: "2026-06",
  name: "June 2026",
  weeks: Array.from({ length: 5 }, (_, week) =>
    weekdays.map((weekday, at) => {
      const day = week * 7 + at + 1;
      return day > 30
        ? null
        : {
            date: `2026-06-${String(day).padStart(2, "0")}`,
            day,
            weekday,
            today: day === 17,
            entries: entries[day] ?? [],
          };
    }),
  ),
});

const labels = {
  "Build knowledge": ["Manage cognitive load", "Revisit prior learning"],
  "Motivate teachers": ["Set and agree goals", "Present information from a credible source"],
  "Develop techniques": ["Model the technique", "Rehearse the technique"],
  "Embed practice": ["Prompt action planning", "Encourage self-monitoring"],
};
const vocabulary = Object.entries(labels).flatMap(([group, own]) =>
  own.map((label) => ({ id: label, slug: "model-technique", label, group })),
);

/** Sessions, months and how sessions help teachers learn, in every state. */
export const cpd: Area = {
  name: "CPD",
  specimens: [
    {
      name: "Session cards",
      show: (
        <CardGrid width="20rem">
          <SessionCard of={session()} now={now} />
          <SessionCard of={session({ placesLeft: 0 })} now={now} />
          <SessionCard of={session({ capacity: null, placesLeft: null })} now={now} />
          <SessionCard
            of={session({ startsAt: "2026-10-01T15:00:00Z", endsAt: "2026-10-01T16:00:00Z" })}
            now={now}
          />
          <SessionCard of={session({ title: longTitle })} now={now} />
        </CardGrid>
      ),
    },
    { name: "Month without sessions", show: <MonthTable of={june({})} /> },
    {
      name: "Empty month leads on",
      show: (
        <NoSessionsInMonth
          of={{
            name: "June 2026",
            previous: "2026-05",
            next: "2026-07",
            previousWithSessions: undefined,
            nextWithSessions: "2026-09",
          }}
          address={readSessionAddress(
            new URLSearchParams("view=month&month=2026-06&mode=online"),
            now,
          )}
        />
      ),
    },
    {
      name: "Month with many, over days, past and full",
      note: "A day with five sessions, one over three days, long titles.",
      show: (
        <MonthTable
          of={june({
            4: [entry({ past: true, title: longTitle })],
            17: Array.from({ length: 5 }, (_, at) => entry({ id: `s${at}`, full: at === 2 })),
            23: [entry({ time: "9am", title: "A three-day course" })],
            24: [entry({ time: "all day", title: "A three-day course" }), entry({ id: "s9" })],
            25: [entry({ time: "until 1pm", title: "A three-day course" })],
            28: [entry({ title: longTitle })],
          })}
        />
      ),
    },
    {
      name: "Mechanisms, all groups",
      show: <MechanismGroups of={vocabulary} vocabulary={vocabulary} />,
    },
    {
      name: "Mechanisms, some groups",
      show: <MechanismGroups of={vocabulary.slice(0, 3)} vocabulary={vocabulary} />,
    },
    { name: "Mechanisms, none", show: <MechanismGroups of={[]} vocabulary={vocabulary} /> },
    {
      name: "A module of self-study",
      show: (
        <SelfStudyModule
          id="a-module"
          items={[
            selfStudyItem({ title: "Settling a class: Theory (year 1, autumn week 2)" }),
            selfStudyItem({
              id: "2",
              title: longTitle,
              headline: longTitle,
              writtenFor: null,
              durationMinutes: null,
            }),
          ]}
        />
      ),
    },
  ],
};
