import type { TermScheme } from "../generated/graphql.ts";

/** A vocabulary as pages speak of it. */
export interface Vocabulary {
  readonly scheme: TermScheme;
  /** First part of its terms' addresses. */
  readonly word: string;
  /** What one of its terms is. */
  readonly one: string;
  readonly many: string;
  /** The parameter that narrows searches and lists by it, and the field of the schema's filters. */
  readonly param: string;
  readonly field: "topics" | "subjects" | "phases" | "keyStages" | "pupilGroups" | "pdMechanisms";
}

/** Every vocabulary, in the order in which one narrows by them. */
export const vocabularies: readonly Vocabulary[] = [
  {
    scheme: "TOPIC",
    word: "topics",
    one: "Topic",
    many: "Topics",
    param: "topic",
    field: "topics",
  },
  {
    scheme: "PHASE",
    word: "phases",
    one: "Phase",
    many: "Phases",
    param: "phase",
    field: "phases",
  },
  {
    scheme: "KEY_STAGE",
    word: "key-stages",
    one: "Key stage",
    many: "Key stages",
    param: "keyStage",
    field: "keyStages",
  },
  {
    scheme: "SUBJECT",
    word: "subjects",
    one: "Subject",
    many: "Subjects",
    param: "subject",
    field: "subjects",
  },
  {
    scheme: "PUPIL_GROUP",
    word: "pupil-groups",
    one: "Pupil group",
    many: "Pupil groups",
    param: "pupilGroup",
    field: "pupilGroups",
  },
  {
    scheme: "PD_MECHANISM",
    word: "mechanisms",
    one: "Mechanism of good CPD",
    many: "Mechanisms of good CPD",
    param: "mechanism",
    field: "pdMechanisms",
  },
];

/** The vocabulary of a scheme. */
export const vocabularyOf = (scheme: TermScheme): Vocabulary =>
  vocabularies.find((each) => each.scheme === scheme)!;

/** The page of all about a term. */
export const termPath = ({ scheme, slug }: { scheme: TermScheme; slug: string }): string =>
  `/${vocabularyOf(scheme).word}/${slug}`;

/** Whether a word of an address can be a slug. Those of terms are short, those of records may be longer. */
export const isSlug = (value: string, longest = 80): boolean =>
  /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) && value.length <= longest;

const shownAliases = 8;

/** Spelling, plurals, hyphens and blanks make no other name. */
const sound = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll("behavior", "behaviour")
    .replaceAll("program ", "programme ")
    .replace(/\byr? ?(?=\d)/g, "year")
    .replace(/[^a-z0-9]+/g, "")
    .replace(/s$/, "");

/** Other names of a term that are worth reading: each once, short ones first among those of one kind, at most eight. */
export function otherNames({
  label,
  aliases,
}: {
  label: string;
  aliases: readonly string[];
}): readonly string[] {
  const heard = new Set([sound(label)]);
  return aliases
    .filter((alias) => {
      const key = sound(alias);
      if (heard.has(key)) return false;
      heard.add(key);
      return true;
    })
    .slice(0, shownAliases);
}

/** Ages and years of the English key stages, and the phases that teach them. */
const keyStages: Readonly<Record<string, { ages: string; years: string; phases: string[] }>> = {
  eyfs: {
    ages: "3 to 5",
    years: "Nursery and Reception",
    phases: ["nursery", "primary", "all-through"],
  },
  ks1: { ages: "5 to 7", years: "Years 1 and 2", phases: ["primary", "all-through"] },
  ks2: { ages: "7 to 11", years: "Years 3 to 6", phases: ["primary", "all-through"] },
  ks3: { ages: "11 to 14", years: "Years 7 to 9", phases: ["secondary", "all-through"] },
  ks4: { ages: "14 to 16", years: "Years 10 and 11", phases: ["secondary", "all-through"] },
  ks5: {
    ages: "16 to 18",
    years: "Years 12 and 13",
    phases: ["secondary", "sixth-form", "all-through"],
  },
};

/** "Ages 7 to 11, Years 3 to 6"; undefined for what is no key stage of the English system. */
export function yearsOfKeyStage(slug: string): string | undefined {
  const stage = keyStages[slug];
  return stage && `Ages ${stage.ages}, ${stage.years}`;
}

/** Whether a phase teaches a key stage, both by their slugs. */
export const teaches = (phase: string, keyStage: string): boolean =>
  keyStages[keyStage]?.phases.includes(phase) ?? false;
