import type { ReactNode } from "react";
import { anchorOf } from "../data/paths.ts";
import { vocabularyOf } from "../data/terms.ts";
import { inNumbers } from "../data/wording.ts";
import type { TermPageQuery } from "../generated/graphql.ts";
import {
  CardGrid,
  ProjectCard,
  ReflectionCard,
  SelfStudyCard,
  SessionCard,
  SummaryCard,
} from "./cards.tsx";
import { RecordPart } from "./record-part.tsx";
import styles from "./term-parts.module.css";

/** One kind of record about a term. */
interface Part {
  readonly heading: string;
  readonly count: number;
  readonly more?: { readonly to: string; readonly words: string } | undefined;
  readonly intro?: string;
  readonly cards: (now: string) => readonly ReactNode[];
}

type About = Pick<
  TermPageQuery,
  "coming" | "sessions" | "evidence" | "selfStudy" | "projects" | "reflections"
> & { readonly term: NonNullable<TermPageQuery["term"]> };

/** "All 12 of them" leads where all are, and only where there are more than shown. */
const wayToAll = (
  list: { totalCount: number; nodes: readonly unknown[] },
  to: string,
  what: string,
) =>
  list.totalCount > list.nodes.length
    ? { to, words: `All ${inNumbers(list.totalCount)} ${what}` }
    : undefined;

function sessionsOf({ term, coming, sessions }: About): Part | undefined {
  if (sessions.totalCount === 0) return undefined;
  const { param } = vocabularyOf(term.scheme);
  const to =
    term.scheme === "PD_MECHANISM"
      ? `/cpd?mechanism=${term.slug}`
      : `/search?kind=cpd&${param}=${term.slug}`;
  const past = sessions.totalCount - coming.totalCount;
  return {
    heading: "Coming CPD sessions",
    count: coming.totalCount,
    more: {
      to,
      words: `All ${inNumbers(sessions.totalCount)} sessions${past > 0 ? ", past ones too" : ""}`,
    },
    intro:
      coming.totalCount === 0
        ? `No session is coming up. ${past === 1 ? "One has" : `${inNumbers(past)} have`} taken place.`
        : undefined,
    cards: (now) =>
      coming.nodes.map((session) => <SessionCard key={session.id} of={session} now={now} />),
  } as Part;
}

/** The kinds of record there are about a term, in reading order; kinds without any are left out. */
export function partsOf(about: About): readonly Part[] {
  const { evidence, selfStudy, projects, reflections, term } = about;
  const narrowed = `${vocabularyOf(term.scheme).param}=${term.slug}`;
  const parts: (Part | undefined | false)[] = [
    evidence && {
      heading: "Evidence",
      count: evidence.totalCount,
      more: wayToAll(evidence, `/search?kind=evidence&${narrowed}`, "summaries"),
      ...(evidence.totalCount > 1 && { intro: "The strongest evidence first." }),
      cards: () => evidence.nodes.map((each) => <SummaryCard key={each.id} of={each} />),
    },
    sessionsOf(about),
    selfStudy && {
      heading: "Self-study",
      count: selfStudy.totalCount,
      more: wayToAll(selfStudy, `/search?kind=self-study&${narrowed}`, "items"),
      cards: () => selfStudy.nodes.map((each) => <SelfStudyCard key={each.id} of={each} />),
    },
    projects && {
      heading: "School research",
      count: projects.totalCount,
      more: wayToAll(projects, `/projects?${narrowed}`, "projects"),
      cards: () => projects.nodes.map((each) => <ProjectCard key={each.id} of={each} />),
    },
    reflections && {
      heading: "Reflections",
      count: reflections.totalCount,
      more: wayToAll(reflections, `/reflections?${narrowed}`, "reflections"),
      cards: () => reflections.nodes.map((each) => <ReflectionCard key={each.id} of={each} />),
    },
  ];
  return parts.filter((part): part is Part =>
    Boolean(part && (part.count > 0 || part.intro !== undefined)),
  );
}

/** What there is and how much, each leading to its place on the page. */
export function JumpLinks({ of }: { of: readonly Part[] }): ReactNode {
  if (of.length < 2) return null;
  return (
    <nav aria-label="On this page">
      <ul role="list" className={styles.jumps}>
        {of.map(({ heading, count }) => (
          <li key={heading}>
            <a href={`#${anchorOf(heading)}`}>
              {heading} <span>{inNumbers(count)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The records themselves, kind by kind. */
export function TermParts({ of, now }: { of: readonly Part[]; now: string }): ReactNode {
  return of.map(({ heading, count, more, intro, cards }) => {
    const shown = cards(now);
    return (
      <RecordPart key={heading} heading={heading} count={count} more={more} intro={intro}>
        {shown.length > 0 && <CardGrid width="20rem">{shown}</CardGrid>}
      </RecordPart>
    );
  });
}
