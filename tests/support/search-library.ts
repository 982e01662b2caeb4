import { sql } from "@mikro-orm/core";
import type { Em } from "../../src/kernel/em.ts";
import { refreshLexicon } from "../../src/search/lexicon.ts";
import type { SearchEngine, SearchRequest, SynonymSource } from "../../src/search/port.ts";
import { postgreSqlEngine } from "../../src/search/postgresql-engine.ts";
import { project, type SearchDraft } from "../../src/search/projection.ts";
import { SearchSort } from "../../src/search/search.inputs.ts";
import { ContentKind } from "../../src/search/searchable.ts";
import { testDatabase } from "./database.ts";

const groups = [
  ["Teaching assistants", "TA", "TAs", "teaching assistant", "LSA", "learning support assistant"],
  ["Pupils with SEND", "SEND", "SEN", "special educational needs"],
  ["English as an additional language", "EAL", "EAL learners"],
  ["Disadvantaged pupils", "pupil premium", "PP", "free school meals", "FSM"],
  ["Feedback", "marking", "marking books"],
  ["Key stage 2", "KS2", "Year 4", "Year 5"],
  ["Class size", "smaller classes"],
  ["Behaviour", "behavior", "classroom management"],
  ["ECT", "early career teacher"],
  ["pupil", "student", "learner"],
];
export const vocabulary: SynonymSource = async () => groups;

/** An engine under the name that tests show. */
export type NamedEngine = readonly [name: string, engine: SearchEngine];

export const postgreSql: NamedEngine = ["PostgreSQL", postgreSqlEngine(vocabulary)];

/** The library in a database, and every statement it was sent. */
export interface Library {
  readonly em: () => Em;
  readonly statements: string[];
}

/** A document with what a test leaves out filled in. */
export const draft = (
  id: string,
  title: string,
  text: string,
  more: Partial<SearchDraft> = {},
): SearchDraft => ({
  id,
  kind: ContentKind.EVIDENCE_SUMMARY,
  title,
  parts: [{ field: "What is it", text }],
  audience: ["public"],
  publishedAt: new Date("2026-01-01"),
  updatedAt: new Date("2026-01-01"),
  ...more,
});

const { REFLECTION, RESEARCH_PROJECT, CPD_SESSION } = ContentKind;

/** What the tests search: one text of each sort that matters. */
export const library: readonly SearchDraft[] = [
  draft(
    "metacognition",
    "Metacognition and self-regulation",
    "Pupils learn to plan, monitor and evaluate how they learn. Teachers model their thinking aloud.",
    {
      headline: "Teaching pupils to think about their own learning.",
      topics: ["metacognition"],
      phases: ["primary", "secondary"],
      costBand: 1,
      evidenceStrength: 4,
      impactMonths: 7,
      publishedAt: new Date("2026-02-01"),
    },
  ),
  draft(
    "feedback",
    "Feedback",
    "Information given to the learner about the task, in speech or in books. It redirects effort towards a goal.",
    {
      keywords: ["Feedback", "marking"],
      topics: ["feedback"],
      phases: ["primary"],
      costBand: 1,
      evidenceStrength: 4,
      impactMonths: 6,
      publishedAt: new Date("2026-02-02"),
    },
  ),
  draft(
    "reading",
    "Reading comprehension strategies",
    "Inferring meaning from context, summarising, and asking questions of a text.",
    {
      topics: ["reading"],
      subjects: ["english"],
      phases: ["primary"],
      keyStages: ["ks2"],
      costBand: 2,
      evidenceStrength: 3,
      impactMonths: 6,
      publishedAt: new Date("2026-02-03"),
    },
  ),
  draft(
    "assistants",
    "Teaching assistant interventions",
    "A TA delivers a structured programme to a small group. TAs need training and time to prepare.",
    {
      topics: ["teaching-assistants"],
      phases: ["primary", "secondary"],
      pupilGroups: ["send"],
      costBand: 3,
      evidenceStrength: 3,
      impactMonths: 4,
    },
  ),
  draft(
    "class-size",
    "Reducing class size",
    "Fewer pupils in each room, so that teachers can change how they teach.",
    {
      keywords: ["Class size", "smaller classes"],
      topics: ["class-size"],
      phases: ["primary"],
      costBand: 5,
      evidenceStrength: 2,
      impactMonths: 2,
    },
  ),
  draft(
    "repeating",
    "Repeating a year",
    "Holding pupils back a year while classmates move on. It tends to do harm.",
    {
      costBand: 5,
      evidenceStrength: 3,
      impactMonths: -2,
      phases: ["secondary"],
    },
  ),
  draft("uniform", "School uniform", "There is too little evidence to rate it in months.", {
    costBand: 1,
    evidenceStrength: 0,
    impactMonths: null,
  }),
  draft(
    "send-reading",
    "Phonics for pupils with SEND",
    "What our SEND team changed in Year 4: shorter sessions and more practice.",
    {
      kind: REFLECTION,
      topics: ["phonics"],
      pupilGroups: ["send"],
      keyStages: ["ks2"],
      phases: ["primary"],
    },
  ),
  draft(
    "letters",
    "Letters home that parents read",
    "We send letters home every Friday. Sending them by text message doubled replies.",
    {
      kind: RESEARCH_PROJECT,
      topics: ["parental-engagement"],
      phases: ["secondary"],
      publishedAt: new Date("2026-03-01"),
    },
  ),
  draft(
    "lookalikes",
    "A deal about tasks",
    "Every task has an effect, and the app is a good deal. Please send nothing.",
    {
      kind: CPD_SESSION,
      publishedAt: new Date("2026-03-02"),
    },
  ),
  draft(
    "session",
    "Live marking in practice",
    "A twilight session on verbal feedback during lessons, with examples from history & <b>science</b>.",
    {
      kind: CPD_SESSION,
      topics: ["feedback"],
      subjects: ["history", "science"],
      phases: ["secondary"],
      publishedAt: null,
    },
  ),
  draft(
    "private",
    "My zorblification diary",
    "Nobody else should know that I tried zorblification with my feedback.",
    {
      kind: REFLECTION,
      topics: ["secret-topic"],
      audience: ["person:ada", "school:hill"],
    },
  ),
];

/** The library in a database of the test file's own. */
export async function openLibrary(): Promise<Library> {
  const statements: string[] = [];
  const database = await testDatabase((line) => statements.push(line));
  const em = () => database.em.fork();
  await em().transactional((tx) => project(tx, library));
  await refreshLexicon(em());
  return { em, statements };
}

/** Asks an engine as an anonymous reader, unless said otherwise. */
export const asker =
  (engine: SearchEngine) =>
  (em: Em, query: string, more: Partial<SearchRequest> = {}) =>
    engine.search(em, {
      query,
      filter: {},
      facets: [],
      sort: SearchSort.RELEVANCE,
      first: 20,
      offset: 0,
      audience: ["public"],
      ...more,
    });

/** Works in a transaction that is rolled back. */
export async function rolledBack(em: Em, work: (fork: Em) => Promise<void>): Promise<void> {
  await em.begin();
  try {
    await work(em);
  } finally {
    await em.rollback();
  }
}

/** What the database did for the last statement of `work`: runs it once more, with `explain`. */
export async function planOf(em: Em, work: () => Promise<unknown>): Promise<string> {
  const execute = em.execute.bind(em);
  let last: Parameters<Em["execute"]>[0] = "";
  em.execute = ((...args: Parameters<typeof execute>) => {
    last = args[0];
    return execute(...args);
  }) as Em["execute"];
  await work();
  em.execute = execute;
  const lines = await em.execute<Record<string, string>[]>(sql`explain (analyze) ${last}`);
  return lines.flatMap(Object.values).join("\n");
}
