import { createHash } from "node:crypto";
import { reindex } from "../../src/app/reindex.ts";
import {
  CpdMode,
  CpdSession,
  SessionEvidence,
  SessionTerm,
} from "../../src/cpd/cpd-session.entity.ts";
import {
  SelfStudyEvidence,
  SelfStudyItem,
  SelfStudyTerm,
} from "../../src/cpd/self-study.entity.ts";
import {
  EvidenceSummary,
  EvidenceSummaryState,
  unpublishedStates,
} from "../../src/evidence/evidence-summary.entity.ts";
import { Finding } from "../../src/evidence/finding.entity.ts";
import { GuidanceReport } from "../../src/evidence/guidance-report.entity.ts";
import {
  RevisionGuidance,
  RevisionRelated,
  RevisionTerm,
} from "../../src/evidence/links.entity.ts";
import { Study } from "../../src/evidence/study.entity.ts";
import { ImpactMonthsStatus, SummaryRevision } from "../../src/evidence/summary-revision.entity.ts";
import { newId } from "../../src/kernel/ids.ts";
import type { Person } from "../../src/people/person.entity.ts";
import {
  ProjectEvidence,
  ProjectTerm,
  ResearchProject,
  ResearchProjectStatus,
} from "../../src/projects/research-project.entity.ts";
import { Term, TermScheme } from "../../src/terms/term.entity.ts";
import type { World } from "../support/world.ts";
import { people, type Cast } from "./cast.ts";
import { reflectionsOf } from "./reflections.ts";

/** One record that exists, as a row of the table names it. */
export interface Known {
  readonly type: string;
  readonly state: string;
  readonly id: string;
  readonly slug?: string;
  /** A word that stands in this record alone, for those that search finds. */
  readonly word?: string;
  /** A word of a text that search shows to nobody: of what is being written anew, for one. */
  readonly hidden?: string;
  /** Slug of a topic that describes this record alone. */
  readonly topic?: string;
}

/** A made-up word of twelve letters, unlike any other: neither an ending nor a slip of the pen leads from one to the next. */
export function wordFor(name: string): string {
  const bytes = createHash("sha256").update(name).digest();
  const pick = (letters: string, at: number) => letters[bytes[at]! % letters.length]!;
  const syllables = Array.from(
    { length: 5 },
    (_, at) => pick("bdfgkmpvz", at * 2) + pick("aou", at * 2 + 1),
  );
  return `${syllables.join("")}nk`;
}

/** What fills the tables for one run: every state of every type, each leading to every other. */
export interface Library {
  readonly cast: Cast;
  readonly known: readonly Known[];
}

const moment = new Date("2026-03-01T10:00:00Z");

/** A source that needs no more saying. */
const source = { name: "A source", url: null, licence: null, retrievedOn: null, note: null };

/** Writes the records as rows of any state, not by use cases: a state that no use case makes yet obeys as well. */
export async function makeLibrary(world: World): Promise<Library> {
  const { em } = world;
  const known: Known[] = [];
  const cast = await people(world, known);
  const { author, school } = cast;

  const described = (type: string, state: string) => {
    const name = `${type} ${state} ${known.length}`;
    const word = wordFor(name);
    const topic = em.create(Term, {
      scheme: TermScheme.TOPIC,
      slug: `topic-${word}`,
      label: `About ${wordFor(`topic of ${name}`)}`,
      position: known.length,
      aliases: [],
      group: null,
    });
    known.push({ type: "Term", state: "any", id: topic.id });
    return { word, topic };
  };
  const add = (record: Known) => known.push(record);

  const provider = await world.organisation();
  add({ type: "Organisation", state: "any", id: provider.id });
  const study = em.create(Study, { title: "A study", year: 2020 } as never) as Study;
  add({ type: "Study", state: "any", id: study.id });
  const guidance = em.create(GuidanceReport, {
    slug: "a-report",
    title: "A report",
    publisher: "A publisher",
  } as never) as GuidanceReport;
  add({ type: "GuidanceReport", state: "any", id: guidance.id });

  const summaries = new Map<string, { id: string; revisions: string[] }>();
  const written: { state: EvidenceSummaryState; row: string; by: Person }[] = [
    ...Object.values(EvidenceSummaryState).map((state) => ({ state, row: state, by: author })),
    { state: EvidenceSummaryState.DRAFT, row: "DRAFT_by_somebody_else", by: cast.drafter },
  ];
  for (const { state, row, by } of written) {
    const { word, topic } = described("EvidenceSummary", row);
    const id = newId("summary");
    const unpublished = unpublishedStates.includes(state);
    const revision = (number: number, text: string) => {
      const made = em.create(SummaryRevision, {
        summaryId: id,
        number,
        title: `On ${text}`,
        headline: `What ${text} does.`,
        impactMonths: 4,
        impactMonthsStatus: ImpactMonthsStatus.RATED,
        sections: [{ heading: "Key findings", markdown: `Pupils and ${text}.` }],
        source,
        contentHash: `${row} ${number}`,
        publishedAt: unpublished ? null : moment,
      } as never) as SummaryRevision;
      em.create(RevisionGuidance, { revisionId: made.id, guidanceId: guidance.id });
      em.create(RevisionTerm, { revisionId: made.id, termId: topic.id });
      const finding = em.create(Finding, {
        revisionId: made.id,
        studyId: study.id,
        position: 1,
        outcome: `Outcome of ${row}`,
      } as never) as Finding;
      return { id: made.id, finding: finding.id };
    };
    const shown = revision(2, word);
    add({ type: "Finding", state: `of_${row}`, id: shown.finding });
    const before = revision(1, wordFor(`replaced ${row}`));
    add({ type: "Finding", state: "of_a_replaced_revision", id: before.finding });
    const slug = `summary-${word}`;
    em.create(EvidenceSummary, {
      id,
      slug,
      state,
      authorId: by.id,
      publishedRevisionId: unpublished ? null : shown.id,
      draftRevisionId: unpublished ? shown.id : null,
      publishedAt: unpublished ? null : moment,
      updatedAt: moment,
      ...(state === EvidenceSummaryState.WITHDRAWN && {
        withdrawalReason: "Wrong.",
        withdrawnAt: moment,
      }),
    });
    summaries.set(row, { id, revisions: [shown.id, before.id] });
    add({ type: "EvidenceSummary", state: row, id, slug, word, topic: topic.slug });
  }
  const evidence = [...summaries.values()].map(({ id }) => id);
  for (const { id, revisions } of summaries.values())
    for (const other of evidence.filter((each) => each !== id))
      em.create(RevisionRelated, { revisionId: revisions[0]!, summaryId: other });

  const sessions: string[] = [];
  for (const state of ["announced", "unannounced"]) {
    const { word, topic } = described("CpdSession", state);
    const slug = `session-${word}`;
    const { id } = em.create(CpdSession, {
      slug,
      title: `Learning about ${word}`,
      description: `A session on ${word}.`,
      startsAt: new Date("2027-03-01T10:00:00Z"),
      endsAt: new Date("2027-03-01T11:00:00Z"),
      mode: CpdMode.ONLINE,
      providerId: provider.id,
      publishedAt: state === "announced" ? moment : null,
    } as never);
    em.create(SessionTerm, { sessionId: id, termId: topic.id });
    for (const summaryId of evidence) em.create(SessionEvidence, { sessionId: id, summaryId });
    sessions.push(id);
    add({ type: "CpdSession", state, id, slug, word, topic: topic.slug });
  }

  for (const state of ["published", "unpublished"]) {
    const { word, topic } = described("SelfStudyItem", state);
    const slug = `item-${word}`;
    const { id } = em.create(SelfStudyItem, {
      slug,
      title: `Week 1: ${word}`,
      name: `Reading about ${word}`,
      headline: `On ${word}.`,
      programme: "A programme",
      module: "A module",
      moduleSlug: "a-module",
      part: "Theory",
      position: 1,
      sections: [{ heading: "Overview", markdown: `All about ${word}.` }],
      source,
      providerId: provider.id,
      contentHash: state,
      publishedAt: state === "published" ? moment : null,
    } as never) as SelfStudyItem;
    em.create(SelfStudyTerm, { itemId: id, termId: topic.id });
    for (const summaryId of evidence) em.create(SelfStudyEvidence, { itemId: id, summaryId });
    add({ type: "SelfStudyItem", state, id, slug, word, topic: topic.slug });
  }

  for (const status of Object.values(ResearchProjectStatus))
    for (const published of [true, false]) {
      const state = published ? status : `${status}_unpublished`;
      const { word, topic } = described("ResearchProject", state);
      const slug = `project-${word}`;
      const { id } = em.create(ResearchProject, {
        slug,
        title: `Trying ${word}`,
        question: `Does ${word} help?`,
        status,
        schoolId: school.id,
        leadId: author.id,
        context: `We tried ${word}.`,
        publishedAt: published ? moment : null,
        updatedAt: moment,
        ...(status === ResearchProjectStatus.WITHDRAWN && {
          withdrawalReason: "Wrong.",
          withdrawnAt: moment,
        }),
      } as never) as ResearchProject;
      em.create(ProjectTerm, { projectId: id, termId: topic.id });
      for (const summaryId of evidence) em.create(ProjectEvidence, { projectId: id, summaryId });
      add({ type: "ResearchProject", state, id, slug, word, topic: topic.slug });
    }

  const about = [
    { summaryId: summaries.get(EvidenceSummaryState.PUBLISHED)!.id },
    { summaryId: summaries.get(EvidenceSummaryState.DRAFT)!.id },
    { summaryId: summaries.get(EvidenceSummaryState.WITHDRAWN)!.id },
    ...sessions.map((sessionId) => ({ sessionId })),
  ];
  for (const made of reflectionsOf(em, cast, about)) add(made);

  await em.flush();
  await reindex(world.fresh);
  return { cast, known };
}
