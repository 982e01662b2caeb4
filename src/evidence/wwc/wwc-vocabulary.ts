import type { TermSlugs } from "../../terms/term-slugs.ts";
import { knownDomains, meaningOfDomain } from "./wwc-domains.ts";

/** A grade of a US school, as pupils of that age are placed in England. */
interface Grade {
  readonly us: string;
  readonly england: string;
  readonly phase: string | null;
  readonly keyStage: string | null;
}

const grade = (us: string, england: string, phase: string | null, keyStage: string | null) => ({
  us,
  england,
  phase,
  keyStage,
});

/** By age: a US kindergartner is five or six, in England in Year 1. In order of age. */
export const grades: Readonly<Record<string, Grade>> = {
  PK: grade("pre-kindergarten", "Nursery or Reception", "nursery", "eyfs"),
  K: grade("kindergarten", "Year 1", "primary", "ks1"),
  "1": grade("grade 1", "Year 2", "primary", "ks1"),
  "2": grade("grade 2", "Year 3", "primary", "ks2"),
  "3": grade("grade 3", "Year 4", "primary", "ks2"),
  "4": grade("grade 4", "Year 5", "primary", "ks2"),
  "5": grade("grade 5", "Year 6", "primary", "ks2"),
  "6": grade("grade 6", "Year 7", "secondary", "ks3"),
  "7": grade("grade 7", "Year 8", "secondary", "ks3"),
  "8": grade("grade 8", "Year 9", "secondary", "ks3"),
  "9": grade("grade 9", "Year 10", "secondary", "ks4"),
  "10": grade("grade 10", "Year 11", "secondary", "ks4"),
  "11": grade("grade 11", "Year 12", "sixth-form", "ks5"),
  "12": grade("grade 12", "Year 13", "sixth-form", "ks5"),
  PS: grade("college or other education after school", "after school", null, null),
};

/** Integer keys come first in an object, so the order is said here. */
export const gradeOrder = [
  "PK",
  "K",
  ...Array.from({ length: 12 }, (_, at) => String(at + 1)),
  "PS",
] as const;

const span = (from: string, to: string): string[] =>
  gradeOrder.slice(gradeOrder.indexOf(from as never), gradeOrder.indexOf(to as never) + 1);

/** Whom a review protocol is about, by its own definition. Only what is certain stands here. */
const protocols: Readonly<Record<string, { grades?: string[]; pupilGroup?: string }>> = {
  "Adolescent Literacy": { grades: span("4", "12") },
  "Beginning Reading": { grades: span("K", "3") },
  "Children and Students with Intellectual Disability": { pupilGroup: "send" },
  "Children and Students with an Autism Spectrum Disorder": { pupilGroup: "send" },
  "Children Identified With Or At Risk For An Emotional Disturbance": { pupilGroup: "send" },
  "Early Childhood Education": { grades: ["PK"] },
  "Early Childhood Education for Children with Disabilities": {
    grades: ["PK"],
    pupilGroup: "send",
  },
  "Elementary School Mathematics": { grades: span("K", "5") },
  "English Language Learners": { pupilGroup: "eal" },
  "High School Mathematics": { grades: span("9", "12") },
  "Middle School Math": { grades: span("6", "9") },
  "Students with a Specific Learning Disability": { pupilGroup: "send" },
};

/** Grades that a protocol covers; none where it covers many, or is not known. */
export const gradesOfProtocol = (protocol: string): readonly string[] =>
  protocols[protocol]?.grades ?? [];

const ordinals =
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth";
const gradeName = "pk|pre-?k|k|kindergarten|1[0-2]|[1-9]";
const listed = new RegExp(
  `\\bgrades?:?\\s*(?:${gradeName})\\b(?:\\s*(?:[-–—,;&/]|to|and|or|through)+\\s*(?:grades?\\s*)?(?:${gradeName})\\b)*|\\bk\\s*[-–—]\\s*(?:grade\\s*)?(?:1[0-2]|[1-9])\\b`,
  "gi",
);

/** The grades that a description of a sample names: "Grades K–4", "At-risk first graders", "Preschoolers". */
export function gradesInWords(sample: string): string[] {
  const found = new Set<string>();
  for (const [text] of sample.matchAll(listed)) {
    const parts = text
      .toLowerCase()
      .match(new RegExp(`(?:${gradeName})\\b|[-–—]|to|through`, "gi"));
    let previous: string | undefined;
    let through = false;
    for (const part of parts ?? []) {
      if (/^(?:[-–—]|to|through)$/.test(part)) through = true;
      else {
        const name = /^pre|^pk/.test(part) ? "PK" : part.startsWith("k") ? "K" : part;
        for (const each of through && previous !== undefined ? span(previous, name) : [name])
          found.add(each);
        previous = name;
        through = false;
      }
    }
  }
  if (/\bkindergart(?:en|ners?)\b/i.test(sample.replace(/pre-?kindergart\w+/gi, "")))
    found.add("K");
  if (/\bpre-?school|\bpre-?k\b|pre-?kindergart/i.test(sample)) found.add("PK");
  ordinals.split(" ").forEach((ordinal, at) => {
    if (new RegExp(`\\b${ordinal}[- ]?grade`, "i").test(sample)) found.add(String(at + 1));
  });
  if (/\bcollege students|\bpostsecondary|\buniversity students/i.test(sample)) found.add("PS");
  return gradeOrder.filter((each) => found.has(each));
}

/** Terms of what was measured, and in whom. */
export function termsOf(
  domains: readonly string[],
  gradeKeys: readonly string[],
  protocolNames: readonly string[],
): TermSlugs {
  const meanings = domains.map(meaningOfDomain);
  const ages = gradeKeys.map((key) => grades[key]);
  const distinct = (slugs: readonly (string | null | undefined)[]) =>
    [...new Set(slugs)].filter((slug) => typeof slug === "string").sort();
  return {
    TOPIC: distinct(meanings.flatMap((meaning) => meaning?.topics)),
    SUBJECT: distinct(meanings.flatMap((meaning) => meaning?.subjects)),
    PHASE: distinct(ages.map((age) => age?.phase)),
    KEY_STAGE: distinct(ages.map((age) => age?.keyStage)),
    PUPIL_GROUP: distinct(protocolNames.map((name) => protocols[name]?.pupilGroup)),
  };
}

/** Every term that a summary may be given: the vocabulary must have them before an import begins. */
export const neededTerms = (): TermSlugs =>
  termsOf(knownDomains, Object.keys(grades), Object.keys(protocols));

/** What a rating of effectiveness says, in the clearinghouse's own definitions. Strongest first. */
export const ratings: Readonly<Record<string, { words: string; meaning: string }>> = {
  "positive effects": {
    words: "positive effects",
    meaning: "There is strong evidence of a positive effect and no overriding evidence against it.",
  },
  "potentially positive effects": {
    words: "potentially positive effects",
    meaning: "There is evidence of a positive effect and no overriding evidence against it.",
  },
  "mixed effects": {
    words: "mixed effects",
    meaning: "The evidence is inconsistent: some of it points one way and some the other.",
  },
  "no discernible effects": {
    words: "no discernible effects",
    meaning: "Neither a positive nor a negative effect could be made out.",
  },
  "potentially negative effects": {
    words: "potentially negative effects",
    meaning: "There is evidence of a negative effect and no overriding evidence against it.",
  },
  "negative effects": {
    words: "negative effects",
    meaning: "There is strong evidence of a negative effect and no overriding evidence against it.",
  },
};

/** Designs as the study file abbreviates them. */
export const designs: Readonly<Record<string, string>> = {
  RCT: "Randomised controlled trial",
  QED: "Quasi-experimental design",
  RDD: "Regression discontinuity design",
  SCD: "Single-case design",
};
