import {
  CalendarLeaf,
  CardGrid,
  ProjectCard,
  ReflectionCard,
  SelfStudyCard,
  SessionCard,
  SummaryCard,
  Tag,
} from "../components/cards.tsx";
import {
  figuresOf,
  longTitle,
  now,
  project,
  reflection,
  selfStudyItem,
  session,
  summary,
} from "./made-up.ts";
import type { Area } from "./specimen.ts";

/** What stands in lists. */
export const cards: Area = {
  name: "Cards",
  specimens: [
    {
      name: "Strands",
      show: (
        <CardGrid width="26rem">
          <SummaryCard of={summary()} />
          <SummaryCard
            of={summary({
              title: longTitle,
              ...figuresOf({ impactMonths: -2, costBand: 5, evidenceStrength: 1 }),
            })}
          />
          <SummaryCard
            of={summary({
              title: "Coloured paper",
              headline: "Too few sound studies.",
              ...figuresOf({
                impactMonths: null,
                impactMonthsStatus: "INSUFFICIENT_EVIDENCE",
                costBand: 1,
                evidenceStrength: 0,
              }),
            })}
          />
          <SummaryCard
            of={summary({
              title: "A programme from elsewhere",
              ...figuresOf({
                impactMonths: null,
                impactMonthsStatus: "NOT_RATED_IN_MONTHS",
                costBand: null,
                evidenceStrength: null,
              }),
            })}
          />
        </CardGrid>
      ),
    },
    {
      name: "Sessions",
      note: "Places left, full, past, without limit; a long title; a session over two days.",
      show: (
        <CardGrid width="20rem">
          <SessionCard of={session()} now={now} />
          <SessionCard of={session({ placesLeft: 0 })} now={now} />
          <SessionCard
            of={session({ startsAt: "2026-09-17T08:00:00Z", endsAt: "2026-09-17T14:30:00Z" })}
            now={now}
          />
          <SessionCard
            of={session({ capacity: null, placesLeft: null, mode: "ONLINE" })}
            now={now}
          />
          <SessionCard of={session({ title: longTitle, mode: "HYBRID" })} now={now} />
          <SessionCard of={session({ endsAt: "2026-11-27T12:00:00Z" })} now={now} />
        </CardGrid>
      ),
    },
    {
      name: "Self-study",
      show: (
        <CardGrid width="20rem">
          <SelfStudyCard of={selfStudyItem()} />
          <SelfStudyCard
            of={selfStudyItem({ title: longTitle, writtenFor: null, durationMinutes: null })}
          />
        </CardGrid>
      ),
    },
    {
      name: "School research",
      note: "Reported, planned, without a school.",
      show: (
        <CardGrid width="20rem">
          <ProjectCard of={project()} />
          <ProjectCard of={project({ status: "PROPOSED", publishedAt: null })} />
          <ProjectCard of={project({ title: longTitle, school: null })} />
        </CardGrid>
      ),
    },
    {
      name: "Reflections",
      show: (
        <CardGrid width="20rem">
          <ReflectionCard of={reflection()} />
          <ReflectionCard of={reflection({ author: null, school: null })} />
          <ReflectionCard
            of={reflection({ title: longTitle, tried: `${reflection().tried} `.repeat(4) })}
          />
        </CardGrid>
      ),
    },
    { name: "One card alone", show: <CardGrid>{<ProjectCard of={project()} />}</CardGrid> },
    { name: "Tag", show: <Tag>7 of 24 places left</Tag> },
    { name: "Warm tag", show: <Tag warm>Full</Tag> },
    { name: "Calendar leaf", show: <CalendarLeaf moment={session().startsAt} /> },
  ],
};
