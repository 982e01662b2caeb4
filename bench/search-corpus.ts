import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { SearchDraft } from "../src/search/projection.ts";
import { stopWords, wordsOf } from "../src/search/query-words.ts";
import { ContentKind } from "../src/search/searchable.ts";

// Documents as many as wanted, of real text. Copies of a text would have the same score and be one another's ties, and words
// would be either nowhere or in every copy; so each document has sentences of two or three real texts, and no two are alike.

interface Source {
  readonly title: string;
  readonly sentences: readonly string[];
}

/** A term of the vocabulary, as far as documents carry it. */
export interface CorpusTerm {
  readonly scheme: string;
  readonly slug: string;
  readonly label: string;
  readonly aliases: readonly string[];
}

/** Makes document number `n`: the same one every time. */
export type Corpus = (n: number) => SearchDraft;

/** Which kinds there are, of a hundred, how many sentences they have, and of which texts. */
const shapes = [
  { kind: ContentKind.EVIDENCE_SUMMARY, percent: 10, sentences: [24, 48], pages: 50 },
  { kind: ContentKind.RESEARCH_PROJECT, percent: 15, sentences: [8, 16], pages: 10 },
  { kind: ContentKind.CPD_SESSION, percent: 35, sentences: [5, 14], pages: 70 },
  { kind: ContentKind.REFLECTION, percent: 40, sentences: [4, 10], pages: 40 },
] as const;

/** Reads the real texts: abstracts about education, and pages of teacher training. */
export function openCorpus(data: string, terms: readonly CorpusTerm[]): Corpus {
  const abstracts = lines<{ title: string; text: string }>(
    gunzipSync(read(data, "scale/arxiv-education-subset.jsonl.gz")),
  ).map(({ title, text }) => source(title, text));
  const pages = lines<{ title: string; markdown: string }>(read(data, "ecf/sessions.jsonl"))
    .map(({ title, markdown }) => source(title, plain(markdown)))
    .filter(({ sentences }) => sentences.length > 2);
  const byScheme = Map.groupBy(terms, ({ scheme }) => scheme);
  return (n) => {
    const roll = dice(n);
    const shape = shapeOf(roll(100));
    const sources = Array.from({ length: 2 + roll(2) }, () => {
      const texts = roll(100) < shape.pages ? pages : abstracts;
      return texts[roll(texts.length)]!;
    });
    const [least, most] = shape.sentences;
    const text = picked(
      sources.flatMap(({ sentences }) => sentences),
      least + roll(most - least),
      roll,
    );
    const some = (scheme: string, counts: readonly number[]) =>
      frequentFirst(byScheme.get(scheme) ?? [], counts[roll(counts.length)]!, roll);
    const topics = some("TOPIC", [1, 1, 1, 2, 2, 3]);
    const subjects = some("SUBJECT", [0, 0, 1, 1, 2]);
    const phases = some("PHASE", [1, 1, 2]);
    const keyStages = some("KEY_STAGE", [0, 1, 1, 2]);
    const pupilGroups = some("PUPIL_GROUP", [0, 0, 0, 1, 1, 2]);
    const described = [...topics, ...subjects, ...phases, ...keyStages, ...pupilGroups];
    const summary = shape.kind === ContentKind.EVIDENCE_SUMMARY;
    const at = new Date(Date.UTC(2026, 0, 1) - roll(5 * 365 * 24 * 60) * 60_000);
    return {
      id: `bench_${String(n).padStart(6, "0")}`,
      kind: shape.kind,
      title: blended(sources[0]!.title, sources[1]!.title),
      headline: text[0] ?? "",
      keywords: described.flatMap(({ label, aliases }) => [label, ...aliases]),
      parts: [{ field: "text", text: text.slice(1).join(" ") }],
      topics: slugs(topics),
      subjects: slugs(subjects),
      phases: slugs(phases),
      keyStages: slugs(keyStages),
      pupilGroups: slugs(pupilGroups),
      costBand: summary ? 1 + roll(5) : null,
      evidenceStrength: summary ? roll(6) : null,
      impactMonths: summary && roll(5) > 0 ? roll(11) - 3 : null,
      audience: ["public"],
      publishedAt: at,
      updatedAt: at,
    };
  };
}

/** A query by the number of its words, lower case, as somebody types it who has the text in mind. */
export interface BenchQuery {
  readonly words: number;
  readonly text: string;
}

/**
 * Queries of the first thousand documents, which are there at every size. One word: a quarter each of words that more than a
 * tenth of the texts have, more than a fiftieth, more than a two-hundredth, and fewer. More words: as they follow one
 * another in a title or a sentence, without the stop words, which neither side looks for.
 */
export function queriesOf(corpus: Corpus, lengths: readonly number[], each: number): BenchQuery[] {
  const documents = Array.from({ length: 1_000 }, (_, n) => corpus(n));
  const frequency = new Map<string, number>();
  for (const { title, headline, parts } of documents)
    for (const word of new Set(content(`${title} ${headline} ${parts![0]!.text}`)))
      frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const roll = dice(2_147_000_000);
  const bands = [
    [101, 1_000],
    [21, 100],
    [6, 20],
    [3, 5],
  ].map(([least, most]) =>
    [...frequency].filter(([, n]) => n >= least! && n <= most!).map(([word]) => word),
  );
  const queryOf = (words: number, at: number): string => {
    if (words === 1) {
      const band = bands[at % bands.length]!;
      return band[roll(band.length)]!;
    }
    for (;;) {
      const { title, parts } = documents[roll(documents.length)]!;
      const from = words < 6 && roll(2) === 0 ? title : parts![0]!.text;
      const said = [...new Set(content(from))];
      if (said.length < words) continue;
      const start = roll(said.length - words + 1);
      return said.slice(start, start + words).join(" ");
    }
  };
  return lengths.flatMap((words) => {
    const texts = new Set<string>();
    while (texts.size < each) texts.add(queryOf(words, texts.size));
    return [...texts].map((text) => ({ words, text }));
  });
}

function read(folder: string, name: string): Buffer {
  const file = join(folder, name);
  if (!existsSync(file))
    throw new Error(`${file} is missing: name the folder of the shared data, the one with ${name}`);
  return readFileSync(file);
}

const lines = <T>(text: Buffer): T[] =>
  text
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

const source = (title: string, text: string): Source => ({
  title: title || "Training",
  sentences: text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter(({ length }) => length > 20 && length < 500),
});

/** Enough for counting words: without the addresses of links and what marks headings, lists and tables. */
const plain = (markdown: string): string =>
  markdown
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/https?:\S+/g, " ")
    .replace(/^[\s>#*|+-]+|[*_`|]+/gm, " ");

/** The same numbers for the same seed: 0 up to, not with, `n`. */
function dice(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * n);
  };
}

function shapeOf(percent: number): (typeof shapes)[number] {
  let sum = 0;
  return shapes.find((shape) => (sum += shape.percent) > percent)!;
}

/** So many of the sentences, in no order, none twice. */
function picked(all: string[], count: number, roll: (n: number) => number): string[] {
  const last = Math.min(count, all.length);
  for (let at = 0; at < last; at++) {
    const other = at + roll(all.length - at);
    [all[at], all[other]] = [all[other]!, all[at]!];
  }
  return all.slice(0, last);
}

/** Terms as records have them: the first of a vocabulary ten times as often as the tenth. */
function frequentFirst<T>(from: readonly T[], count: number, roll: (n: number) => number): T[] {
  const weights = from.map((_, at) => 1 / (at + 1));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const chosen = new Set<T>();
  while (chosen.size < Math.min(count, from.length)) {
    let rest = (roll(1_000_000) / 1_000_000) * all;
    chosen.add(from[weights.findIndex((weight) => (rest -= weight) < 0)] ?? from[0]!);
  }
  return [...chosen];
}

/** The first half of one title and the second half of another. */
function blended(one: string, other: string): string {
  const [first, second] = [one.split(/\s+/), other.split(/\s+/)];
  const head = first.slice(0, Math.ceil(first.length / 2));
  return [...head, ...second.slice(Math.floor(second.length / 2))].join(" ");
}

const slugs = (terms: readonly CorpusTerm[]): string[] => terms.map(({ slug }) => slug);

const content = (text: string): string[] =>
  wordsOf(text)
    .map(({ plain: word }) => word)
    .filter((word) => /^[a-z]{4,20}$/.test(word) && !stopWords.has(word));
