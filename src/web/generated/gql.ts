/* eslint-disable */
import * as types from './graphql';



/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  fragment Figures on EvidenceSummary {\n    impactMonths\n    impactMonthsStatus\n    costBand\n    evidenceStrength\n  }\n": typeof types.FiguresFragmentDoc,
    "\n  fragment SummaryCard on EvidenceSummary {\n    id\n    title\n    url\n    headline\n    ...Figures\n  }\n": typeof types.SummaryCardFragmentDoc,
    "\n  fragment SessionCard on CpdSession {\n    id\n    title\n    url\n    startsAt\n    endsAt\n    mode\n    venue\n    capacity\n    placesLeft\n    provider {\n      id\n      name\n    }\n  }\n": typeof types.SessionCardFragmentDoc,
    "\n  fragment SelfStudyCard on SelfStudyItem {\n    id\n    title\n    url\n    headline\n    programme\n    module\n    writtenFor\n    durationMinutes\n    provider {\n      id\n      name\n    }\n  }\n": typeof types.SelfStudyCardFragmentDoc,
    "\n  fragment ProjectCard on ResearchProject {\n    id\n    title\n    url\n    question\n    status\n    publishedAt\n    school {\n      id\n      name\n    }\n  }\n": typeof types.ProjectCardFragmentDoc,
    "\n  fragment ReflectionCard on Reflection {\n    id\n    title\n    url\n    tried\n    createdAt\n    publishedAt\n    author {\n      id\n      name\n    }\n    school {\n      id\n      name\n    }\n  }\n": typeof types.ReflectionCardFragmentDoc,
    "\n  query Home($now: DateTime!) {\n    terms(scheme: TOPIC) {\n      id\n      slug\n      label\n    }\n    strands: evidenceSummaries(filter: { evidenceStrengthMin: 3 }, sort: IMPACT, first: 4) {\n      nodes {\n        ...SummaryCard\n      }\n    }\n    cpdSessions(filter: { startsAfter: $now }, first: 3) {\n      nodes {\n        ...SessionCard\n      }\n    }\n    researchProjects(first: 3) {\n      nodes {\n        ...ProjectCard\n      }\n    }\n  }\n": typeof types.HomeDocument,
    "\n  query Project($slug: String!) {\n    researchProject(slug: $slug) {\n      ...ProjectCard\n      slug\n      updatedAt\n      withdrawal {\n        reason\n        withdrawnAt\n      }\n      lead {\n        id\n        name\n      }\n      school {\n        id\n        name\n        town\n        phase {\n          id\n          label\n        }\n      }\n      sections {\n        heading\n        html\n      }\n      terms {\n        id\n        scheme\n        slug\n        label\n      }\n      evidence(first: 10) {\n        nodes {\n          ...SummaryCard\n        }\n      }\n    }\n  }\n": typeof types.ProjectDocument,
    "\n  query Reflection($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Reflection {\n        ...ReflectionCard\n        context\n        happened\n        next\n        evidence {\n          ...SummaryCard\n        }\n        cpdSession {\n          ...SessionCard\n        }\n      }\n    }\n  }\n": typeof types.ReflectionDocument,
    "\n  query Search(\n    $query: String!\n    $filter: SearchFilter\n    $facets: [SearchFacetField!]!\n    $sort: SearchSort!\n    $first: Int!\n    $after: String\n  ) {\n    search(\n      query: $query\n      filter: $filter\n      facets: $facets\n      sort: $sort\n      first: $first\n      after: $after\n    ) {\n      totalCount\n      totalIsExact\n      correctedQuery\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      facets {\n        field\n        values {\n          value\n          label\n          count\n          selected\n        }\n      }\n      edges {\n        cursor\n        snippets {\n          field\n          html\n        }\n        node {\n          __typename\n          id\n          ... on EvidenceSummary {\n            ...SummaryCard\n          }\n          ... on CpdSession {\n            ...SessionCard\n          }\n          ... on SelfStudyItem {\n            ...SelfStudyCard\n          }\n          ... on ResearchProject {\n            ...ProjectCard\n          }\n          ... on Reflection {\n            ...ReflectionCard\n          }\n        }\n      }\n    }\n  }\n": typeof types.SearchDocument,
    "\n  query Topics {\n    terms(scheme: TOPIC) {\n      id\n      slug\n      label\n    }\n  }\n": typeof types.TopicsDocument,
    "\n  query Session($slug: String!) {\n    cpdSession(slug: $slug) {\n      ...SessionCard\n      slug\n      audience\n      sections {\n        heading\n        html\n      }\n      provider {\n        name\n        website\n      }\n      terms {\n        id\n        scheme\n        slug\n        label\n        group\n      }\n      evidence(first: 10) {\n        nodes {\n          ...SummaryCard\n        }\n      }\n      reflections(first: 10) {\n        nodes {\n          ...ReflectionCard\n        }\n      }\n    }\n  }\n": typeof types.SessionDocument,
    "\n  query Sessions($after: String) {\n    cpdSessions(first: 24, after: $after) {\n      nodes {\n        ...SessionCard\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": typeof types.SessionsDocument,
    "\n  query Strand($slug: String!) {\n    evidenceSummary(slug: $slug) {\n      ...SummaryCard\n      slug\n      state\n      withdrawal {\n        reason\n        withdrawnAt\n      }\n      notices\n      updatedAt\n      sections {\n        heading\n        html\n      }\n      terms {\n        id\n        scheme\n        slug\n        label\n      }\n      source {\n        name\n        url\n        licence\n        retrievedOn\n        note\n      }\n      references {\n        key\n        short\n        text\n        url\n      }\n      guidanceReports {\n        id\n        title\n        publisher\n        year\n        url\n      }\n      findings(first: 50) {\n        nodes {\n          id\n          outcome\n          comparison\n          sampleDescription\n          sampleSize\n          effectSize\n          study {\n            id\n            title\n            year\n            design\n            url\n          }\n        }\n      }\n      related(first: 6) {\n        nodes {\n          ...SummaryCard\n        }\n      }\n      cpdSessions(first: 6) {\n        nodes {\n          ...SessionCard\n        }\n      }\n      researchProjects(first: 6) {\n        nodes {\n          ...ProjectCard\n        }\n      }\n      reflections(first: 6) {\n        nodes {\n          ...ReflectionCard\n        }\n      }\n    }\n  }\n": typeof types.StrandDocument,
};
const documents: Documents = {
    "\n  fragment Figures on EvidenceSummary {\n    impactMonths\n    impactMonthsStatus\n    costBand\n    evidenceStrength\n  }\n": types.FiguresFragmentDoc,
    "\n  fragment SummaryCard on EvidenceSummary {\n    id\n    title\n    url\n    headline\n    ...Figures\n  }\n": types.SummaryCardFragmentDoc,
    "\n  fragment SessionCard on CpdSession {\n    id\n    title\n    url\n    startsAt\n    endsAt\n    mode\n    venue\n    capacity\n    placesLeft\n    provider {\n      id\n      name\n    }\n  }\n": types.SessionCardFragmentDoc,
    "\n  fragment SelfStudyCard on SelfStudyItem {\n    id\n    title\n    url\n    headline\n    programme\n    module\n    writtenFor\n    durationMinutes\n    provider {\n      id\n      name\n    }\n  }\n": types.SelfStudyCardFragmentDoc,
    "\n  fragment ProjectCard on ResearchProject {\n    id\n    title\n    url\n    question\n    status\n    publishedAt\n    school {\n      id\n      name\n    }\n  }\n": types.ProjectCardFragmentDoc,
    "\n  fragment ReflectionCard on Reflection {\n    id\n    title\n    url\n    tried\n    createdAt\n    publishedAt\n    author {\n      id\n      name\n    }\n    school {\n      id\n      name\n    }\n  }\n": types.ReflectionCardFragmentDoc,
    "\n  query Home($now: DateTime!) {\n    terms(scheme: TOPIC) {\n      id\n      slug\n      label\n    }\n    strands: evidenceSummaries(filter: { evidenceStrengthMin: 3 }, sort: IMPACT, first: 4) {\n      nodes {\n        ...SummaryCard\n      }\n    }\n    cpdSessions(filter: { startsAfter: $now }, first: 3) {\n      nodes {\n        ...SessionCard\n      }\n    }\n    researchProjects(first: 3) {\n      nodes {\n        ...ProjectCard\n      }\n    }\n  }\n": types.HomeDocument,
    "\n  query Project($slug: String!) {\n    researchProject(slug: $slug) {\n      ...ProjectCard\n      slug\n      updatedAt\n      withdrawal {\n        reason\n        withdrawnAt\n      }\n      lead {\n        id\n        name\n      }\n      school {\n        id\n        name\n        town\n        phase {\n          id\n          label\n        }\n      }\n      sections {\n        heading\n        html\n      }\n      terms {\n        id\n        scheme\n        slug\n        label\n      }\n      evidence(first: 10) {\n        nodes {\n          ...SummaryCard\n        }\n      }\n    }\n  }\n": types.ProjectDocument,
    "\n  query Reflection($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Reflection {\n        ...ReflectionCard\n        context\n        happened\n        next\n        evidence {\n          ...SummaryCard\n        }\n        cpdSession {\n          ...SessionCard\n        }\n      }\n    }\n  }\n": types.ReflectionDocument,
    "\n  query Search(\n    $query: String!\n    $filter: SearchFilter\n    $facets: [SearchFacetField!]!\n    $sort: SearchSort!\n    $first: Int!\n    $after: String\n  ) {\n    search(\n      query: $query\n      filter: $filter\n      facets: $facets\n      sort: $sort\n      first: $first\n      after: $after\n    ) {\n      totalCount\n      totalIsExact\n      correctedQuery\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      facets {\n        field\n        values {\n          value\n          label\n          count\n          selected\n        }\n      }\n      edges {\n        cursor\n        snippets {\n          field\n          html\n        }\n        node {\n          __typename\n          id\n          ... on EvidenceSummary {\n            ...SummaryCard\n          }\n          ... on CpdSession {\n            ...SessionCard\n          }\n          ... on SelfStudyItem {\n            ...SelfStudyCard\n          }\n          ... on ResearchProject {\n            ...ProjectCard\n          }\n          ... on Reflection {\n            ...ReflectionCard\n          }\n        }\n      }\n    }\n  }\n": types.SearchDocument,
    "\n  query Topics {\n    terms(scheme: TOPIC) {\n      id\n      slug\n      label\n    }\n  }\n": types.TopicsDocument,
    "\n  query Session($slug: String!) {\n    cpdSession(slug: $slug) {\n      ...SessionCard\n      slug\n      audience\n      sections {\n        heading\n        html\n      }\n      provider {\n        name\n        website\n      }\n      terms {\n        id\n        scheme\n        slug\n        label\n        group\n      }\n      evidence(first: 10) {\n        nodes {\n          ...SummaryCard\n        }\n      }\n      reflections(first: 10) {\n        nodes {\n          ...ReflectionCard\n        }\n      }\n    }\n  }\n": types.SessionDocument,
    "\n  query Sessions($after: String) {\n    cpdSessions(first: 24, after: $after) {\n      nodes {\n        ...SessionCard\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n": types.SessionsDocument,
    "\n  query Strand($slug: String!) {\n    evidenceSummary(slug: $slug) {\n      ...SummaryCard\n      slug\n      state\n      withdrawal {\n        reason\n        withdrawnAt\n      }\n      notices\n      updatedAt\n      sections {\n        heading\n        html\n      }\n      terms {\n        id\n        scheme\n        slug\n        label\n      }\n      source {\n        name\n        url\n        licence\n        retrievedOn\n        note\n      }\n      references {\n        key\n        short\n        text\n        url\n      }\n      guidanceReports {\n        id\n        title\n        publisher\n        year\n        url\n      }\n      findings(first: 50) {\n        nodes {\n          id\n          outcome\n          comparison\n          sampleDescription\n          sampleSize\n          effectSize\n          study {\n            id\n            title\n            year\n            design\n            url\n          }\n        }\n      }\n      related(first: 6) {\n        nodes {\n          ...SummaryCard\n        }\n      }\n      cpdSessions(first: 6) {\n        nodes {\n          ...SessionCard\n        }\n      }\n      researchProjects(first: 6) {\n        nodes {\n          ...ProjectCard\n        }\n      }\n      reflections(first: 6) {\n        nodes {\n          ...ReflectionCard\n        }\n      }\n    }\n  }\n": types.StrandDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Figures on EvidenceSummary {\n    impactMonths\n    impactMonthsStatus\n    costBand\n    evidenceStrength\n  }\n"): typeof import('./graphql').FiguresFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SummaryCard on EvidenceSummary {\n    id\n    title\n    url\n    headline\n    ...Figures\n  }\n"): typeof import('./graphql').SummaryCardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SessionCard on CpdSession {\n    id\n    title\n    url\n    startsAt\n    endsAt\n    mode\n    venue\n    capacity\n    placesLeft\n    provider {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql').SessionCardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment SelfStudyCard on SelfStudyItem {\n    id\n    title\n    url\n    headline\n    programme\n    module\n    writtenFor\n    durationMinutes\n    provider {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql').SelfStudyCardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ProjectCard on ResearchProject {\n    id\n    title\n    url\n    question\n    status\n    publishedAt\n    school {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql').ProjectCardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReflectionCard on Reflection {\n    id\n    title\n    url\n    tried\n    createdAt\n    publishedAt\n    author {\n      id\n      name\n    }\n    school {\n      id\n      name\n    }\n  }\n"): typeof import('./graphql').ReflectionCardFragmentDoc;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Home($now: DateTime!) {\n    terms(scheme: TOPIC) {\n      id\n      slug\n      label\n    }\n    strands: evidenceSummaries(filter: { evidenceStrengthMin: 3 }, sort: IMPACT, first: 4) {\n      nodes {\n        ...SummaryCard\n      }\n    }\n    cpdSessions(filter: { startsAfter: $now }, first: 3) {\n      nodes {\n        ...SessionCard\n      }\n    }\n    researchProjects(first: 3) {\n      nodes {\n        ...ProjectCard\n      }\n    }\n  }\n"): typeof import('./graphql').HomeDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Project($slug: String!) {\n    researchProject(slug: $slug) {\n      ...ProjectCard\n      slug\n      updatedAt\n      withdrawal {\n        reason\n        withdrawnAt\n      }\n      lead {\n        id\n        name\n      }\n      school {\n        id\n        name\n        town\n        phase {\n          id\n          label\n        }\n      }\n      sections {\n        heading\n        html\n      }\n      terms {\n        id\n        scheme\n        slug\n        label\n      }\n      evidence(first: 10) {\n        nodes {\n          ...SummaryCard\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ProjectDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Reflection($id: ID!) {\n    node(id: $id) {\n      __typename\n      ... on Reflection {\n        ...ReflectionCard\n        context\n        happened\n        next\n        evidence {\n          ...SummaryCard\n        }\n        cpdSession {\n          ...SessionCard\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').ReflectionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Search(\n    $query: String!\n    $filter: SearchFilter\n    $facets: [SearchFacetField!]!\n    $sort: SearchSort!\n    $first: Int!\n    $after: String\n  ) {\n    search(\n      query: $query\n      filter: $filter\n      facets: $facets\n      sort: $sort\n      first: $first\n      after: $after\n    ) {\n      totalCount\n      totalIsExact\n      correctedQuery\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      facets {\n        field\n        values {\n          value\n          label\n          count\n          selected\n        }\n      }\n      edges {\n        cursor\n        snippets {\n          field\n          html\n        }\n        node {\n          __typename\n          id\n          ... on EvidenceSummary {\n            ...SummaryCard\n          }\n          ... on CpdSession {\n            ...SessionCard\n          }\n          ... on SelfStudyItem {\n            ...SelfStudyCard\n          }\n          ... on ResearchProject {\n            ...ProjectCard\n          }\n          ... on Reflection {\n            ...ReflectionCard\n          }\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').SearchDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Topics {\n    terms(scheme: TOPIC) {\n      id\n      slug\n      label\n    }\n  }\n"): typeof import('./graphql').TopicsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Session($slug: String!) {\n    cpdSession(slug: $slug) {\n      ...SessionCard\n      slug\n      audience\n      sections {\n        heading\n        html\n      }\n      provider {\n        name\n        website\n      }\n      terms {\n        id\n        scheme\n        slug\n        label\n        group\n      }\n      evidence(first: 10) {\n        nodes {\n          ...SummaryCard\n        }\n      }\n      reflections(first: 10) {\n        nodes {\n          ...ReflectionCard\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').SessionDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Sessions($after: String) {\n    cpdSessions(first: 24, after: $after) {\n      nodes {\n        ...SessionCard\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n    }\n  }\n"): typeof import('./graphql').SessionsDocument;
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Strand($slug: String!) {\n    evidenceSummary(slug: $slug) {\n      ...SummaryCard\n      slug\n      state\n      withdrawal {\n        reason\n        withdrawnAt\n      }\n      notices\n      updatedAt\n      sections {\n        heading\n        html\n      }\n      terms {\n        id\n        scheme\n        slug\n        label\n      }\n      source {\n        name\n        url\n        licence\n        retrievedOn\n        note\n      }\n      references {\n        key\n        short\n        text\n        url\n      }\n      guidanceReports {\n        id\n        title\n        publisher\n        year\n        url\n      }\n      findings(first: 50) {\n        nodes {\n          id\n          outcome\n          comparison\n          sampleDescription\n          sampleSize\n          effectSize\n          study {\n            id\n            title\n            year\n            design\n            url\n          }\n        }\n      }\n      related(first: 6) {\n        nodes {\n          ...SummaryCard\n        }\n      }\n      cpdSessions(first: 6) {\n        nodes {\n          ...SessionCard\n        }\n      }\n      researchProjects(first: 6) {\n        nodes {\n          ...ProjectCard\n        }\n      }\n      reflections(first: 6) {\n        nodes {\n          ...ReflectionCard\n        }\n      }\n    }\n  }\n"): typeof import('./graphql').StrandDocument;


export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}
