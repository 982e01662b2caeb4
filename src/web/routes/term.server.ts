import type { TermScheme } from "../generated/graphql.ts";
import { graphql } from "../generated/gql.ts";
import { vocabularyOf } from "../data/terms.ts";

/** All about one term. PD mechanisms describe sessions only. */
export const TermDocument = graphql(`
  query TermPage(
    $scheme: TermScheme!
    $slug: String!
    $alongside: TermScheme!
    $isOfSessionsAlone: Boolean!
    $evidence: EvidenceSummaryFilter!
    $coming: CpdSessionFilter!
    $sessions: CpdSessionFilter!
    $selfStudy: SelfStudyItemFilter!
    $projects: ResearchProjectFilter!
    $reflections: ReflectionFilter!
  ) {
    term(scheme: $scheme, slug: $slug) {
      id
      scheme
      slug
      label
      aliases
      group
    }
    alongside: terms(scheme: $alongside) {
      id
      scheme
      slug
      label
      group
    }
    coming: cpdSessions(filter: $coming, first: 3) {
      totalCount
      nodes {
        ...SessionCard
      }
    }
    sessions: cpdSessions(filter: $sessions, first: 1) {
      totalCount
    }
    evidence: evidenceSummaries(filter: $evidence, sort: EVIDENCE_STRENGTH, first: 6)
      @skip(if: $isOfSessionsAlone) {
      totalCount
      nodes {
        ...SummaryCard
      }
    }
    selfStudy: selfStudyItems(filter: $selfStudy, first: 3) @skip(if: $isOfSessionsAlone) {
      totalCount
      nodes {
        ...SelfStudyCard
      }
    }
    projects: researchProjects(filter: $projects, first: 3) @skip(if: $isOfSessionsAlone) {
      totalCount
      nodes {
        ...ProjectCard
      }
    }
    reflections(filter: $reflections, first: 3) @skip(if: $isOfSessionsAlone) {
      totalCount
      nodes {
        ...ReflectionCard
      }
    }
  }
`);

/** Phases and key stages lead to each other, the terms of other vocabularies to their neighbours. */
const alongside: Partial<Record<TermScheme, TermScheme>> = {
  PHASE: "KEY_STAGE",
  KEY_STAGE: "PHASE",
};

/** What the document needs to know of a term to ask for all about it. */
export function variablesFor(scheme: TermScheme, slug: string, now: string) {
  const described = { [vocabularyOf(scheme).field]: [slug] };
  const isOfSessionsAlone = scheme === "PD_MECHANISM";
  // What is left out by @skip still needs a filter that its type allows.
  const ofOthers = isOfSessionsAlone ? {} : described;
  return {
    scheme,
    slug,
    alongside: alongside[scheme] ?? scheme,
    isOfSessionsAlone,
    coming: { ...described, startsAfter: now },
    sessions: described,
    evidence: ofOthers,
    selfStudy: ofOthers,
    projects: ofOthers,
    reflections: ofOthers,
  };
}
