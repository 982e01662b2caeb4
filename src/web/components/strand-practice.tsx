import type { ReactNode } from "react";
import { Link } from "react-router";
import { anchorOf } from "../data/paths.ts";
import type { StrandQuery } from "../generated/graphql.ts";
import { Practice } from "./article.tsx";
import { ProjectCard, ReflectionCard, SelfStudyCard, SessionCard, SummaryCard } from "./cards.tsx";
import styles from "./strand-practice.module.css";

type Strand = Pick<
  NonNullable<StrandQuery["evidenceSummary"]>,
  "cpdSessions" | "selfStudyItems" | "researchProjects" | "reflections" | "related"
>;

/** Lists of which a page shows the first few, and all when its address says so. */
export const practiceLists = ["sessions", "self-study", "projects", "reflections"] as const;
export type PracticeList = (typeof practiceLists)[number];

/** How many of a list are shown at first, and at most. */
export const [fewCards, mostCards] = [6, 100];

/** One list of cards; those with a word can be shown whole. */
export interface CardList {
  readonly heading: string;
  readonly cards: readonly ReactNode[];
  readonly total: number;
  readonly word?: PracticeList;
  /** What one calls them in a sentence. */
  readonly many: string;
}

/** Where the sessions stand. */
export const sessionsHeading = "CPD that builds on this";

/** Everything that hangs on a strand, as cards; empty lists are left out. */
export function practiceOf(strand: Strand, now: string): readonly CardList[] {
  const { cpdSessions, selfStudyItems, researchProjects, reflections, related } = strand;
  const lists: readonly CardList[] = [
    {
      heading: sessionsHeading,
      cards: cpdSessions.nodes.map((each) => <SessionCard key={each.id} of={each} now={now} />),
      total: cpdSessions.totalCount,
      word: "sessions",
      many: "sessions",
    },
    {
      heading: "Self-study that points here",
      cards: selfStudyItems.nodes.map((each) => <SelfStudyCard key={each.id} of={each} />),
      total: selfStudyItems.totalCount,
      word: "self-study",
      many: "self-study items",
    },
    {
      heading: "What schools tried",
      cards: researchProjects.nodes.map((each) => <ProjectCard key={each.id} of={each} />),
      total: researchProjects.totalCount,
      word: "projects",
      many: "projects",
    },
    {
      heading: "What teachers wrote",
      cards: reflections.nodes.map((each) => <ReflectionCard key={each.id} of={each} />),
      total: reflections.totalCount,
      word: "reflections",
      many: "reflections",
    },
    {
      heading: "Related strands",
      cards: related.nodes.map((each) => <SummaryCard key={each.id} of={each} />),
      total: related.nodes.length,
      many: "strands",
    },
  ];
  return lists.filter(({ cards }) => cards.length > 0);
}

/** The cards of one list, and the way to the rest of it. */
export function PracticeCards({
  of: { heading, cards, total, word, many },
  slug,
}: {
  of: CardList;
  slug: string;
}): ReactNode {
  return (
    <Practice heading={heading} cards={cards}>
      {word && total > cards.length && (
        <p className={styles.all}>
          {cards.length < mostCards ? (
            <Link to={`/evidence/${slug}?all=${word}#${anchorOf(heading)}`}>
              All {Math.min(total, mostCards)} {many}
            </Link>
          ) : (
            `${cards.length} of ${total} ${many} are shown.`
          )}
        </p>
      )}
    </Practice>
  );
}
