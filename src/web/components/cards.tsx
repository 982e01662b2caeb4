import type { ReactNode } from "react";
import { Link } from "react-router";
import { calendarLeaf, formatDay, formatLongDay, formatTimes } from "../data/dates.ts";
import { pathOf } from "../data/paths.ts";
import {
  audienceInWords,
  modeInWords,
  placesInWords,
  projectStatusInWords,
  selfStudyAudienceInWords,
  withPlaceTogether,
} from "../data/wording.ts";
import type {
  ProjectCardFragment,
  ReflectionCardFragment,
  SelfStudyCardFragment,
  SessionCardFragment,
  SummaryCardFragment,
} from "../generated/graphql.ts";
import styles from "./cards.module.css";
import { Figures } from "./figures.tsx";
import { SchoolLink } from "./school-link.tsx";
import { Words } from "./words.tsx";

/** A small word that stands out. */
export function Tag({
  children,
  warm = false,
}: {
  children: ReactNode;
  warm?: boolean;
}): ReactNode {
  return <span className={warm ? `${styles.tag} ${styles.warm}` : styles.tag}>{children}</span>;
}

/** Cards side by side where there is room. */
export function CardGrid({ children, width }: { children: ReactNode; width?: string }): ReactNode {
  return (
    <ul
      role="list"
      className={styles.grid}
      style={width === undefined ? undefined : ({ "--card-width": width } as object)}
    >
      {children}
    </ul>
  );
}

function CardTitle({ url, children }: { url: string; children: ReactNode }): ReactNode {
  return (
    <h3 className={styles.title}>
      <Link to={pathOf(url)}>{children}</Link>
    </h3>
  );
}

/** A strand of evidence in a list. */
export function SummaryCard({ of }: { of: SummaryCardFragment }): ReactNode {
  return (
    <li className={styles.card}>
      <CardTitle url={of.url}>{of.title}</CardTitle>
      <p className={styles.text}>{of.headline}</p>
      <div className={styles.foot}>
        <Figures of={of} />
      </div>
    </li>
  );
}

/** The day of a session as a leaf of a calendar. The date stands in words beside it. */
export function CalendarLeaf({ moment }: { moment: string }): ReactNode {
  const { weekday, day, month } = calendarLeaf(moment);
  return (
    <div className={styles.leaf} aria-hidden="true">
      <span>{weekday}</span>
      <span className={styles.day}>{day}</span>
      <span>{month}</span>
    </div>
  );
}

/** When, where, for whom and how many places: the line under a session's title. */
export function SessionFacts({ of, now }: { of: SessionCardFragment; now: string }): ReactNode {
  const past = Date.parse(of.endsAt) < Date.parse(now);
  const full = typeof of.placesLeft === "number" && of.placesLeft <= 0;
  return (
    <>
      <p className={styles.facts}>
        {formatLongDay(of.startsAt)},{" "}
        <span className={styles.together}>{formatTimes(of.startsAt, of.endsAt)}</span>
        <br />
        {modeInWords[of.mode]}, {of.provider.name}
      </p>
      {of.audience && (
        <p className={`${styles.facts} ${styles.clamped} ${styles.audience}`}>
          {audienceInWords(of.audience)}
        </p>
      )}
      <Tag warm={!past && full}>
        {past ? "Has taken place" : placesInWords(of.capacity, of.placesLeft)}
      </Tag>
    </>
  );
}

/** A CPD session in a list. */
export function SessionCard({ of, now }: { of: SessionCardFragment; now: string }): ReactNode {
  return (
    <li className={styles.card}>
      <div className={styles.dated}>
        <CalendarLeaf moment={of.startsAt} />
        <div>
          <CardTitle url={of.url}>{of.title}</CardTitle>
          <SessionFacts of={of} now={now} />
        </div>
      </div>
    </li>
  );
}

/** From which programme, whose, and for whom: the line under a self-study item's title. */
export function SelfStudyFacts({ of }: { of: SelfStudyCardFragment }): ReactNode {
  return (
    <p className={styles.facts}>
      {of.module === of.programme ? of.programme : `${of.programme}: ${of.module}`}
      <br />
      {[
        of.provider.name,
        of.writtenFor && `for ${selfStudyAudienceInWords[of.writtenFor].toLowerCase()}`,
        of.durationMinutes && `${of.durationMinutes} minutes`,
      ]
        .filter(Boolean)
        .join(", ")}
    </p>
  );
}

/** A self-study item in a list. */
export function SelfStudyCard({ of }: { of: SelfStudyCardFragment }): ReactNode {
  return (
    <li className={styles.card}>
      <CardTitle url={of.url}>{withPlaceTogether(of.title)}</CardTitle>
      <p className={`${styles.text} ${styles.clamped}`}>{of.headline}</p>
      <div className={styles.foot}>
        <SelfStudyFacts of={of} />
      </div>
    </li>
  );
}

/** Who asked, and how far they have come. */
export function ProjectFacts({ of }: { of: ProjectCardFragment }): ReactNode {
  return (
    <p className={styles.facts}>
      {of.school && (
        <>
          <SchoolLink of={of.school} />,{" "}
        </>
      )}
      {projectStatusInWords[of.status].toLowerCase()}
      {of.publishedAt ? `, ${formatDay(of.publishedAt)}` : ""}
    </p>
  );
}

/** A school's inquiry in a list. */
export function ProjectCard({ of }: { of: ProjectCardFragment }): ReactNode {
  return (
    <li className={styles.card}>
      <CardTitle url={of.url}>{of.title}</CardTitle>
      <p className={styles.text}>{of.question}</p>
      <div className={styles.foot}>
        <ProjectFacts of={of} />
      </div>
    </li>
  );
}

/** Who wrote it, where and when. */
export function ReflectionFacts({ of }: { of: ReflectionCardFragment }): ReactNode {
  return (
    <p className={styles.facts}>
      {of.author ? of.author.name : "A former teacher"}
      {of.school && (
        <>
          , <SchoolLink of={of.school} />
        </>
      )}
      , {formatDay(of.publishedAt ?? of.createdAt)}
    </p>
  );
}

/** A teacher's account in a list. */
export function ReflectionCard({ of }: { of: ReflectionCardFragment }): ReactNode {
  return (
    <li className={styles.card}>
      <CardTitle url={of.url}>{of.title}</CardTitle>
      <p className={`${styles.text} ${styles.clamped}`}>
        <Words>{of.tried}</Words>
      </p>
      <div className={styles.foot}>
        <ReflectionFacts of={of} />
      </div>
    </li>
  );
}
