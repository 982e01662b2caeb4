/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type ContentKind =
  | 'CPD_SESSION'
  | 'EVIDENCE_SUMMARY'
  | 'REFLECTION'
  | 'RESEARCH_PROJECT';

export type CpdMode =
  | 'HYBRID'
  | 'IN_PERSON'
  | 'ONLINE';

export type EvidenceSummaryState =
  | 'APPROVED'
  | 'ARCHIVED'
  | 'CHANGES_REQUESTED'
  | 'DRAFT'
  | 'IN_REVIEW'
  | 'PUBLISHED'
  | 'WITHDRAWN';

export type ImpactMonthsStatus =
  /** There is too little evidence to say: never shown as 0. */
  | 'INSUFFICIENT_EVIDENCE'
  /** The source uses another measure. */
  | 'NOT_RATED_IN_MONTHS'
  | 'RATED';

export type ResearchProjectStatus =
  | 'PROPOSED'
  | 'REPORTED'
  | 'RUNNING'
  | 'WITHDRAWN';

export type SearchFacetField =
  | 'COST_BAND'
  | 'EVIDENCE_STRENGTH'
  | 'KEY_STAGE'
  | 'KIND'
  | 'PHASE'
  | 'PUPIL_GROUP'
  | 'SUBJECT'
  | 'TOPIC';

export type SearchFilter = {
  costBandMax?: number | null | undefined;
  /** Exact bands, what choosing COST_BAND or EVIDENCE_STRENGTH facet values sets. A record without the figure never matches. */
  costBands?: Array<number> | null | undefined;
  evidenceStrengthMin?: number | null | undefined;
  evidenceStrengths?: Array<number> | null | undefined;
  impactMonthsMin?: number | null | undefined;
  keyStages?: Array<string> | null | undefined;
  kinds?: Array<ContentKind> | null | undefined;
  phases?: Array<string> | null | undefined;
  /** From this moment on, inclusive. */
  publishedAfter?: string | null | undefined;
  /** Up to this moment, exclusive. */
  publishedBefore?: string | null | undefined;
  pupilGroups?: Array<string> | null | undefined;
  subjects?: Array<string> | null | undefined;
  /** Term slugs. Values of one field are alternatives; different fields must all hold. */
  topics?: Array<string> | null | undefined;
  updatedAfter?: string | null | undefined;
};

/** IMPACT and EVIDENCE_STRENGTH descend, COST ascends, nulls last; NEWEST is by publishedAt; an empty query under RELEVANCE is NEWEST. */
export type SearchSort =
  | 'COST'
  | 'EVIDENCE_STRENGTH'
  | 'IMPACT'
  | 'NEWEST'
  | 'RELEVANCE';

export type TermScheme =
  | 'KEY_STAGE'
  | 'PD_MECHANISM'
  | 'PHASE'
  | 'PUPIL_GROUP'
  | 'SUBJECT'
  | 'TOPIC';

export type FiguresFragment = { impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null };

export type SummaryCardFragment = { id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null };

export type SessionCardFragment = { id: string, title: string, url: string, startsAt: string, endsAt: string, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, provider: { id: string, name: string } };

export type ProjectCardFragment = { id: string, title: string, url: string, question: string, status: ResearchProjectStatus, publishedAt: string | null, school: { id: string, name: string } | null };

export type ReflectionCardFragment = { id: string, title: string, url: string, tried: string, createdAt: string, publishedAt: string | null, author: { id: string, name: string } | null, school: { id: string, name: string } | null };

export type HomeQueryVariables = Exact<{
  now: string;
}>;


export type HomeQuery = { terms: Array<{ id: string, slug: string, label: string }>, strands: { nodes: Array<{ id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null }> }, cpdSessions: { nodes: Array<{ id: string, title: string, url: string, startsAt: string, endsAt: string, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, provider: { id: string, name: string } }> }, researchProjects: { nodes: Array<{ id: string, title: string, url: string, question: string, status: ResearchProjectStatus, publishedAt: string | null, school: { id: string, name: string } | null }> } };

export type ProjectQueryVariables = Exact<{
  slug: string;
}>;


export type ProjectQuery = { researchProject: { slug: string, updatedAt: string, id: string, title: string, url: string, question: string, status: ResearchProjectStatus, publishedAt: string | null, withdrawal: { reason: string, withdrawnAt: string } | null, lead: { id: string, name: string } | null, school: { id: string, name: string, town: string | null, phase: { id: string, label: string } | null } | null, sections: Array<{ heading: string, html: string }>, terms: Array<{ id: string, scheme: TermScheme, slug: string, label: string }>, evidence: { nodes: Array<{ id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null }> } } | null };

export type ReflectionQueryVariables = Exact<{
  id: string | number;
}>;


export type ReflectionQuery = { node:
    | { __typename: 'CpdSession' }
    | { __typename: 'EvidenceSummary' }
    | { __typename: 'Finding' }
    | { __typename: 'GuidanceReport' }
    | { __typename: 'Organisation' }
    | { __typename: 'Person' }
    | { __typename: 'Reflection', context: string, happened: string, next: string | null, id: string, title: string, url: string, tried: string, createdAt: string, publishedAt: string | null, evidence: { id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null } | null, cpdSession: { id: string, title: string, url: string, startsAt: string, endsAt: string, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, provider: { id: string, name: string } } | null, author: { id: string, name: string } | null, school: { id: string, name: string } | null }
    | { __typename: 'ResearchProject' }
    | { __typename: 'School' }
    | { __typename: 'Study' }
    | { __typename: 'Term' }
   | null };

export type SearchQueryVariables = Exact<{
  query: string;
  filter?: SearchFilter | null | undefined;
  facets: Array<SearchFacetField> | SearchFacetField;
  sort: SearchSort;
  first: number;
  after?: string | null | undefined;
}>;


export type SearchQuery = { search: { totalCount: number, totalIsExact: boolean, correctedQuery: string | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, facets: Array<{ field: SearchFacetField, values: Array<{ value: string, label: string, count: number, selected: boolean }> }>, edges: Array<{ cursor: string, snippets: Array<{ field: string, html: string }>, node:
        | { __typename: 'CpdSession', id: string, title: string, url: string, startsAt: string, endsAt: string, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, provider: { id: string, name: string } }
        | { __typename: 'EvidenceSummary', id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null }
        | { __typename: 'Reflection', id: string, title: string, url: string, tried: string, createdAt: string, publishedAt: string | null, author: { id: string, name: string } | null, school: { id: string, name: string } | null }
        | { __typename: 'ResearchProject', id: string, title: string, url: string, question: string, status: ResearchProjectStatus, publishedAt: string | null, school: { id: string, name: string } | null }
       }> } };

export type TopicsQueryVariables = Exact<{ [key: string]: never; }>;


export type TopicsQuery = { terms: Array<{ id: string, slug: string, label: string }> };

export type SessionQueryVariables = Exact<{
  slug: string;
}>;


export type SessionQuery = { cpdSession: { slug: string, audience: string | null, id: string, title: string, url: string, startsAt: string, endsAt: string, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, sections: Array<{ heading: string, html: string }>, provider: { name: string, website: string | null, id: string }, terms: Array<{ id: string, scheme: TermScheme, slug: string, label: string, group: string | null }>, evidence: { nodes: Array<{ id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null }> }, reflections: { nodes: Array<{ id: string, title: string, url: string, tried: string, createdAt: string, publishedAt: string | null, author: { id: string, name: string } | null, school: { id: string, name: string } | null }> } } | null };

export type StrandQueryVariables = Exact<{
  slug: string;
}>;


export type StrandQuery = { evidenceSummary: { slug: string, state: EvidenceSummaryState, notices: Array<string>, updatedAt: string, id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null, withdrawal: { reason: string, withdrawnAt: string } | null, sections: Array<{ heading: string, html: string }>, terms: Array<{ id: string, scheme: TermScheme, slug: string, label: string }>, source: { name: string, url: string | null, licence: string | null, retrievedOn: string | null, note: string | null }, references: Array<{ key: string, short: string, text: string, url: string | null }>, guidanceReports: Array<{ id: string, title: string, publisher: string, year: number | null, url: string | null }>, findings: { nodes: Array<{ id: string, outcome: string, comparison: string | null, sampleDescription: string | null, sampleSize: number | null, effectSize: number | null, study: { id: string, title: string | null, year: number | null, design: string | null, url: string | null } | null }> }, related: { nodes: Array<{ id: string, title: string, url: string, headline: string, impactMonths: number | null, impactMonthsStatus: ImpactMonthsStatus, costBand: number | null, evidenceStrength: number | null }> }, cpdSessions: { nodes: Array<{ id: string, title: string, url: string, startsAt: string, endsAt: string, mode: CpdMode, venue: string | null, capacity: number | null, placesLeft: number | null, provider: { id: string, name: string } }> }, researchProjects: { nodes: Array<{ id: string, title: string, url: string, question: string, status: ResearchProjectStatus, publishedAt: string | null, school: { id: string, name: string } | null }> }, reflections: { nodes: Array<{ id: string, title: string, url: string, tried: string, createdAt: string, publishedAt: string | null, author: { id: string, name: string } | null, school: { id: string, name: string } | null }> } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const FiguresFragmentDoc = new TypedDocumentString(`
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
    `, {"fragmentName":"Figures"}) as unknown as TypedDocumentString<FiguresFragment, unknown>;
export const SummaryCardFragmentDoc = new TypedDocumentString(`
    fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}`, {"fragmentName":"SummaryCard"}) as unknown as TypedDocumentString<SummaryCardFragment, unknown>;
export const SessionCardFragmentDoc = new TypedDocumentString(`
    fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
    `, {"fragmentName":"SessionCard"}) as unknown as TypedDocumentString<SessionCardFragment, unknown>;
export const ProjectCardFragmentDoc = new TypedDocumentString(`
    fragment ProjectCard on ResearchProject {
  id
  title
  url
  question
  status
  publishedAt
  school {
    id
    name
  }
}
    `, {"fragmentName":"ProjectCard"}) as unknown as TypedDocumentString<ProjectCardFragment, unknown>;
export const ReflectionCardFragmentDoc = new TypedDocumentString(`
    fragment ReflectionCard on Reflection {
  id
  title
  url
  tried
  createdAt
  publishedAt
  author {
    id
    name
  }
  school {
    id
    name
  }
}
    `, {"fragmentName":"ReflectionCard"}) as unknown as TypedDocumentString<ReflectionCardFragment, unknown>;
export const HomeDocument = new TypedDocumentString(`
    query Home($now: DateTime!) {
  terms(scheme: TOPIC) {
    id
    slug
    label
  }
  strands: evidenceSummaries(
    filter: {evidenceStrengthMin: 3}
    sort: IMPACT
    first: 4
  ) {
    nodes {
      ...SummaryCard
    }
  }
  cpdSessions(filter: {startsAfter: $now}, first: 3) {
    nodes {
      ...SessionCard
    }
  }
  researchProjects(first: 3) {
    nodes {
      ...ProjectCard
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
fragment ProjectCard on ResearchProject {
  id
  title
  url
  question
  status
  publishedAt
  school {
    id
    name
  }
}`) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const ProjectDocument = new TypedDocumentString(`
    query Project($slug: String!) {
  researchProject(slug: $slug) {
    ...ProjectCard
    slug
    updatedAt
    withdrawal {
      reason
      withdrawnAt
    }
    lead {
      id
      name
    }
    school {
      id
      name
      town
      phase {
        id
        label
      }
    }
    sections {
      heading
      html
    }
    terms {
      id
      scheme
      slug
      label
    }
    evidence(first: 10) {
      nodes {
        ...SummaryCard
      }
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
fragment ProjectCard on ResearchProject {
  id
  title
  url
  question
  status
  publishedAt
  school {
    id
    name
  }
}`) as unknown as TypedDocumentString<ProjectQuery, ProjectQueryVariables>;
export const ReflectionDocument = new TypedDocumentString(`
    query Reflection($id: ID!) {
  node(id: $id) {
    __typename
    ... on Reflection {
      ...ReflectionCard
      context
      happened
      next
      evidence {
        ...SummaryCard
      }
      cpdSession {
        ...SessionCard
      }
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
fragment ReflectionCard on Reflection {
  id
  title
  url
  tried
  createdAt
  publishedAt
  author {
    id
    name
  }
  school {
    id
    name
  }
}`) as unknown as TypedDocumentString<ReflectionQuery, ReflectionQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($query: String!, $filter: SearchFilter, $facets: [SearchFacetField!]!, $sort: SearchSort!, $first: Int!, $after: String) {
  search(
    query: $query
    filter: $filter
    facets: $facets
    sort: $sort
    first: $first
    after: $after
  ) {
    totalCount
    totalIsExact
    correctedQuery
    pageInfo {
      hasNextPage
      endCursor
    }
    facets {
      field
      values {
        value
        label
        count
        selected
      }
    }
    edges {
      cursor
      snippets {
        field
        html
      }
      node {
        __typename
        id
        ... on EvidenceSummary {
          ...SummaryCard
        }
        ... on CpdSession {
          ...SessionCard
        }
        ... on ResearchProject {
          ...ProjectCard
        }
        ... on Reflection {
          ...ReflectionCard
        }
      }
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
fragment ProjectCard on ResearchProject {
  id
  title
  url
  question
  status
  publishedAt
  school {
    id
    name
  }
}
fragment ReflectionCard on Reflection {
  id
  title
  url
  tried
  createdAt
  publishedAt
  author {
    id
    name
  }
  school {
    id
    name
  }
}`) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const TopicsDocument = new TypedDocumentString(`
    query Topics {
  terms(scheme: TOPIC) {
    id
    slug
    label
  }
}
    `) as unknown as TypedDocumentString<TopicsQuery, TopicsQueryVariables>;
export const SessionDocument = new TypedDocumentString(`
    query Session($slug: String!) {
  cpdSession(slug: $slug) {
    ...SessionCard
    slug
    audience
    sections {
      heading
      html
    }
    provider {
      name
      website
    }
    terms {
      id
      scheme
      slug
      label
      group
    }
    evidence(first: 10) {
      nodes {
        ...SummaryCard
      }
    }
    reflections(first: 10) {
      nodes {
        ...ReflectionCard
      }
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
fragment ReflectionCard on Reflection {
  id
  title
  url
  tried
  createdAt
  publishedAt
  author {
    id
    name
  }
  school {
    id
    name
  }
}`) as unknown as TypedDocumentString<SessionQuery, SessionQueryVariables>;
export const StrandDocument = new TypedDocumentString(`
    query Strand($slug: String!) {
  evidenceSummary(slug: $slug) {
    ...SummaryCard
    slug
    state
    withdrawal {
      reason
      withdrawnAt
    }
    notices
    updatedAt
    sections {
      heading
      html
    }
    terms {
      id
      scheme
      slug
      label
    }
    source {
      name
      url
      licence
      retrievedOn
      note
    }
    references {
      key
      short
      text
      url
    }
    guidanceReports {
      id
      title
      publisher
      year
      url
    }
    findings(first: 50) {
      nodes {
        id
        outcome
        comparison
        sampleDescription
        sampleSize
        effectSize
        study {
          id
          title
          year
          design
          url
        }
      }
    }
    related(first: 6) {
      nodes {
        ...SummaryCard
      }
    }
    cpdSessions(first: 6) {
      nodes {
        ...SessionCard
      }
    }
    researchProjects(first: 6) {
      nodes {
        ...ProjectCard
      }
    }
    reflections(first: 6) {
      nodes {
        ...ReflectionCard
      }
    }
  }
}
    fragment Figures on EvidenceSummary {
  impactMonths
  impactMonthsStatus
  costBand
  evidenceStrength
}
fragment SummaryCard on EvidenceSummary {
  id
  title
  url
  headline
  ...Figures
}
fragment SessionCard on CpdSession {
  id
  title
  url
  startsAt
  endsAt
  mode
  venue
  capacity
  placesLeft
  provider {
    id
    name
  }
}
fragment ProjectCard on ResearchProject {
  id
  title
  url
  question
  status
  publishedAt
  school {
    id
    name
  }
}
fragment ReflectionCard on Reflection {
  id
  title
  url
  tried
  createdAt
  publishedAt
  author {
    id
    name
  }
  school {
    id
    name
  }
}`) as unknown as TypedDocumentString<StrandQuery, StrandQueryVariables>;