import { z } from "zod";
import type { Term } from "../terms/term.entity.ts";
import type { TermIndex } from "../terms/term-slugs.ts";
import { publishedAt, slugOf, strandOf } from "./self-study-links.ts";
import {
  audienceOf,
  moduleOf,
  partOf,
  positionOf,
  programme,
  providerOf,
  schoolTermOf,
  termsOf,
} from "./self-study-programme.ts";
import { firstSentence, type LinkOf, readText, statedMinutes } from "./self-study-text.ts";
import type { SelfStudyDraft } from "./self-study.service.ts";

const word = z
  .string({
    error: ({ input }) => (input === undefined ? "is missing; it must be text" : "must be text"),
  })
  .trim()
  .min(1, "is empty; it must be text");
const optionalWord = z
  .string({ error: "must be text or null" })
  .trim()
  .nullish()
  .transform((value) => value || null);
const slugWord = word.regex(
  /^[a-z0-9]+(-[a-z0-9]+)*$/,
  "must be small letters, digits and hyphens, as ambition-institute",
);

const weekRule = { error: "must be a whole number from 1 to 53, or null" };

/** One line of the file. */
export const pageForm = z.object({
  path: word.regex(/^content\/[^/]+\/[^/]+\/[^/]+\.md$/, "must be content/PROVIDER/MODULE/PAGE.md"),
  provider: slugWord,
  module: slugWord,
  term: optionalWord.pipe(
    z
      .enum(["autumn", "spring", "summer"], { error: "must be autumn, spring, summer or null" })
      .nullable(),
  ),
  week: z.preprocess(
    (value) => (typeof value === "string" && value.trim() !== "" ? Number(value) : value || null),
    z.int(weekRule).min(1, weekRule).max(53, weekRule).nullable(),
  ),
  audience: optionalWord,
  title: word,
  markdown: word,
});
/** A page as the file has it. */
export type Page = z.infer<typeof pageForm>;

/** A page as a self-study item of the organisation with this id. */
export function draftOf(
  page: Page,
  providerId: string,
  linkOf: LinkOf,
  vocabulary: TermIndex,
): SelfStudyDraft {
  const file = page.path.replace(/^.*\//, "").replace(/\.md$/, "");
  const { title: module, year } = moduleOf(page.module);
  const part = partOf(page.title, file);
  const { sections, topHeading, links } = readText(
    page.markdown,
    { heading: part, isTopic: (heading) => topicOf(heading, part) !== null },
    linkOf,
  );
  const name = nameOf(topicOf(topHeading, part) ?? module, part);
  const schoolTerm = schoolTermOf(page.term, file);
  const writtenFor = audienceOf(page.audience, file);
  const provider = providerOf(page.provider).name;
  return {
    slug: slugOf(page.path),
    name,
    programme,
    module,
    moduleSlug: page.module,
    year,
    schoolTerm,
    week: page.week,
    part,
    position: positionOf({ schoolTerm, week: page.week, writtenFor, part }),
    writtenFor,
    durationMinutes: statedMinutes(page.markdown),
    headline: firstSentence(sections) ?? name,
    sections,
    source: {
      name: `Early career framework materials by ${provider}, Department for Education`,
      url: publishedAt(page.path),
      licence: "Open Government Licence v3.0",
      attribution:
        "Contains public sector information licensed under the Open Government Licence v3.0.",
      retrievedOn: null,
      note: null,
    },
    providerId,
    terms: termsIn(vocabulary, module, name),
    evidence: links.flatMap((address) => strandOf(address) ?? []),
  };
}

/** Headings that say what kind of text follows, and not what it is about. */
const formal =
  /^(key (idea|question)|reminder|session|the intended|outcomes?$|learn |you will|in (your|this)|review|case stud|module|strand|topic|instructions|introduction|classroom practice$|related|reflect|teaching challenge|welcome|discussion|time |area \d|observation|next steps|making it work|what might|\d|watch|summary|references|your |practical|activity|task)/i;

/** What a page is about, by the first heading that says so. */
function topicOf(heading: string | null, part: string): string | null {
  const topic = heading?.replace(/^(training session|session)\s*[-–:]\s*/i, "");
  if (!topic || topic.length > 90 || formal.test(topic)) return null;
  if (topic.toLowerCase() === part.toLowerCase()) return null;
  return topic.charAt(0).toUpperCase() + topic.slice(1);
}

/** A part that says itself what it is about ("Theory: working with the SENCO") needs nothing before it. */
const nameOf = (about: string, part: string): string =>
  part.includes(": ") ? part : /[?!.]$/.test(about) ? `${about} ${part}` : `${about}: ${part}`;

/** The terms that name and module speak of; those that this vocabulary does not have are left out. */
const termsIn = (vocabulary: TermIndex, module: string, name: string): Term[] =>
  termsOf(module, name).flatMap(({ scheme, slug }) => vocabulary.get(scheme, slug) ?? []);
