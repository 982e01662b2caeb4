import { OrganisationKind } from "../people/organisation.entity.ts";
import type { TermScheme } from "../terms/term.entity.ts";
import { SchoolTerm, SelfStudyAudience } from "./self-study.entity.ts";

// What the pages of the Early Career Framework programmes are called, and where they stand: each rule is a table that a
// person can read and correct.

/** The programme all of these pages are part of. */
export const programme = "Early Career Framework";

/** Where the Department for Education published the pages; its own texts link there. */
export const site = "https://support-for-early-career-teachers.education.gov.uk";

const providers: Readonly<Record<string, { name: string; kind: OrganisationKind }>> = {
  "ambition-institute": { name: "Ambition Institute", kind: OrganisationKind.PROVIDER },
  "education-development-trust": {
    name: "Education Development Trust",
    kind: OrganisationKind.PROVIDER,
  },
  "teach-first": { name: "Teach First", kind: OrganisationKind.PROVIDER },
  ucl: { name: "UCL Institute of Education", kind: OrganisationKind.UNIVERSITY },
};

/** A provider as readers know it; one that is not in the table is called by its slug's words. */
export const providerOf = (slug: string): { name: string; kind: OrganisationKind } =>
  providers[slug] ?? {
    name: slug
      .split("-")
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(" "),
    kind: OrganisationKind.PROVIDER,
  };

/** Modules whose address has lost their punctuation. */
const modules: Readonly<Record<string, string>> = {
  "assessment-feedback-and-questioning": "Assessment, feedback and questioning",
  "deepening-assessment-feedback-and-questioning": "Deepening assessment, feedback and questioning",
  "enhancing-classroom-practice-grouping-and-tailoring":
    "Enhancing classroom practice: grouping and tailoring",
  "how-pupils-learn-making-it-stick": "How pupils learn: making it stick",
  "how-can-you-develop-pupils-intrinsic-motivation":
    "How can you develop pupils’ intrinsic motivation?",
  "how-can-you-use-structured-talk-to-develop-pupils-literacy":
    "How can you use structured talk to develop pupils’ literacy?",
  "first-half-term-developing-quality-pedagogy-part-1": "Developing quality pedagogy, part 1",
  "second-half-term-developing-quality-pedagogy-part-2": "Developing quality pedagogy, part 2",
  "inquiry-into-developing-quality-pedagogy-and-making-productive-use-of-assessment-part-1":
    "Inquiry into quality pedagogy and productive assessment, part 1",
  "inquiry-into-developing-quality-pedagogy-and-making-productive-use-of-assessment-part-2":
    "Inquiry into quality pedagogy and productive assessment, part 2",
  "inquiry-into-developing-quality-pedagogy-and-making-productive-use-of-assessment-part-3":
    "Inquiry into quality pedagogy and productive assessment, part 3",
};

/** "year-1-how-do-pupils-learn" is "How do pupils learn?", of year 1. */
export function moduleOf(slug: string): { title: string; year: number | null } {
  const [, year, rest] = /^(?:year-([1-9])-)?(.+)$/.exec(slug)!;
  const words = rest!.replaceAll("-", " ");
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return {
    title: modules[rest!] ?? (/^(how|what) (can|do|does|makes) /.test(words) ? `${title}?` : title),
    year: year === undefined ? null : Number(year),
  };
}

const schoolTerms: Readonly<Record<string, SchoolTerm>> = {
  autumn: SchoolTerm.AUTUMN,
  spring: SchoolTerm.SPRING,
  summer: SchoolTerm.SUMMER,
};

/** The school term a page names, or else its file does ("autumn-training-session-1"). */
export const schoolTermOf = (term: string | null, file: string): SchoolTerm | null =>
  schoolTerms[(term ?? file.split("-")[0]!).toLowerCase()] ?? null;

/** Whom a page says it is for, or else its file does ("intro-ect-instructions"). */
export function audienceOf(audience: string | null, file: string): SelfStudyAudience | null {
  const says = `${audience ?? ""} ${file}`.toLowerCase();
  if (says.includes("induction-tutor")) return SelfStudyAudience.INDUCTION_TUTOR;
  if (/\bmentor\b/.test(says)) return SelfStudyAudience.MENTOR;
  return /\bect\b/.test(says) ? SelfStudyAudience.EARLY_CAREER_TEACHER : null;
}

/** What a page is within its week: its title, without the place that stands beside it anyway. */
export function partOf(title: string, file: string): string {
  const session = /training-session-(\d+)/.exec(file);
  if (session) return `Training session ${session[1]}`;
  const rest = title.replace(/^Year \d+:? (Autumn|Spring|Summer) (week \d+|term)\s*/i, "");
  const part = sentenceCase(rest);
  return part === "" ? title : part.charAt(0).toUpperCase() + part.slice(1);
}

/** Titles In Capitals as sentences; what is a name stays one. */
const sentenceCase = (text: string): string =>
  text
    .replace(/(?<=[\s-])[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase())
    .replace("early career framework", "Early Career Framework");

/** The order of a week's parts: what comes first is read first, what is not listed after these. */
const partOrder = [
  /overview|introduction|what you.ll? (will )?learn|learning (outcomes|intentions)|intended outcomes/,
  /video/,
  /instructions/,
  /lesson content|evidence|theory|research and practice|understanding/,
  /classroom practice|teaching challenge|ideas for observation/,
  /self-study activities/,
  /reflect|module summary/,
  /related early career framework/,
] as const;

/** Where an item stands in its module: by term, week and reader, then by its part. */
export function positionOf(at: {
  schoolTerm: SchoolTerm | null;
  week: number | null;
  writtenFor: SelfStudyAudience | null;
  part: string;
}): number {
  const term = at.schoolTerm === null ? 0 : Object.values(SchoolTerm).indexOf(at.schoolTerm) + 1;
  const reader =
    at.writtenFor === null ? 3 : Object.values(SelfStudyAudience).indexOf(at.writtenFor);
  const part = partOrder.findIndex((words) => words.test(at.part.toLowerCase()));
  return (
    term * 100_000 + (at.week ?? 0) * 1_000 + reader * 100 + (part < 0 ? partOrder.length : part)
  );
}

/** Words of a module's name or an item's title that say what it is about. */
const topics: readonly (readonly [words: RegExp, scheme: `${TermScheme}`, slug: string])[] = [
  [
    /behaviou?r|climate for learning|learning environment|routines|disruption/i,
    "TOPIC",
    "behaviour",
  ],
  [/metacogniti|self-regulat|regulate their own learning/i, "TOPIC", "metacognition"],
  [/assess|curriculum/i, "TOPIC", "curriculum-and-assessment"],
  [/feedback|marking/i, "TOPIC", "feedback"],
  [/phonics/i, "TOPIC", "phonics"],
  [/\bread(ing)?\b(?! and practice)/i, "TOPIC", "reading"],
  [/writing/i, "TOPIC", "writing"],
  [/vocabulary/i, "TOPIC", "vocabulary"],
  [/\btalk\b|oral language/i, "TOPIC", "oral-language"],
  [/teaching assistants?|\bTAs?\b/i, "TOPIC", "teaching-assistants"],
  [/parents|carers|families/i, "TOPIC", "parental-engagement"],
  [/grouping|pairs and groups|group activities/i, "TOPIC", "pupil-grouping"],
  [/collaborative (work|learning)/i, "TOPIC", "collaborative-learning"],
  [/retrieval|making it stick/i, "TOPIC", "retrieval-practice"],
  [/homework/i, "TOPIC", "homework"],
  [
    /^instruction$|explicit teaching|exposition|modelling|worked examples|explanations/i,
    "TOPIC",
    "explicit-instruction",
  ],
  [
    /professional (development|responsibilities)|people profession/i,
    "TOPIC",
    "professional-development",
  ],
  [/\bSEND\b|\bSENCO\b|special educational needs/i, "PUPIL_GROUP", "send"],
];

/** What an item is about, from the name of its module and its own title; running text says too much about too much. */
export function termsOf(
  module: string,
  title: string,
): { scheme: `${TermScheme}`; slug: string }[] {
  return topics
    .filter(([words]) => words.test(module) || words.test(title))
    .map(([, scheme, slug]) => ({ scheme, slug }));
}
