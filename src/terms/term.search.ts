import { type Term, TermScheme } from "./term.entity.ts";

/** What a record's terms add to its search document: facet values, and words the text itself may not use. */
export function searchFacets(terms: readonly Term[]) {
  const slugs = (scheme: TermScheme) =>
    terms.filter((term) => term.scheme === scheme).map(({ slug }) => slug);
  return {
    topics: slugs(TermScheme.TOPIC),
    subjects: slugs(TermScheme.SUBJECT),
    phases: slugs(TermScheme.PHASE),
    keyStages: slugs(TermScheme.KEY_STAGE),
    pupilGroups: slugs(TermScheme.PUPIL_GROUP),
    keywords: terms.flatMap(({ label, aliases }) => [label, ...aliases]),
  };
}

/** The same, with words for the kind of record: a teacher who wants training types "training". */
export const withKeywords = (
  facets: ReturnType<typeof searchFacets>,
  words: readonly string[],
): ReturnType<typeof searchFacets> => ({ ...facets, keywords: [...facets.keywords, ...words] });
