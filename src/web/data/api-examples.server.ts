/** A question to the API as a client would put it. */
export interface ApiExample {
  /** Stable: part of the page's addresses. */
  readonly id: string;
  /** Who asks. */
  readonly asker: string;
  /** What they want to know, in words. */
  readonly question: string;
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The list in the answer that must not be empty, as a path. */
  readonly answer: readonly [string, ...string[]];
}

/**
 * The examples of the API page, and what its tests run. Slugs are those of the toolkit's strands and of the vocabulary,
 * which every Potbank has. `today` is a day as 2026-11-23.
 */
export const apiExamples = (today: string): readonly ApiExample[] => [
  {
    id: "best-bets",
    asker: "A trust",
    question: "Which strands rest on at least three padlocks and cost little, most months first?",
    document: `query BestBets($filter: EvidenceSummaryFilter) {
  evidenceSummaries(filter: $filter, sort: IMPACT, first: 10) {
    nodes {
      title
      url
      impactMonths
      impactMonthsStatus
      costBand
      evidenceStrength
      source { name url licence }
    }
  }
}`,
    variables: { filter: { evidenceStrengthMin: 3, costBandMax: 2, phases: ["primary"] } },
    answer: ["evidenceSummaries", "nodes"],
  },
  {
    id: "one-strand",
    asker: "A school’s intranet",
    question: "What does one strand say, what goes with it, and who has tried it?",
    document: `query OneStrand($slug: String!) {
  evidenceSummary(slug: $slug) {
    title
    headline
    impactMonths
    costBand
    evidenceStrength
    notices
    sections { heading html }
    related(first: 5) { nodes { title url } }
    researchProjects(first: 5) { nodes { title url school { name } } }
  }
}`,
    variables: { slug: "metacognition-and-self-regulation" },
    answer: ["evidenceSummary", "sections"],
  },
  {
    id: "search",
    asker: "A search box elsewhere",
    question: "What is there on a few words, wrongly spelt, and how much of each kind?",
    document: `query FindPractice($words: String!) {
  search(query: $words, facets: [KIND, PHASE], first: 5) {
    totalCount
    correctedQuery
    edges {
      node { kind title url }
      snippets { html }
    }
    facets { field values { label count } }
  }
}`,
    variables: { words: "metacogntion" },
    answer: ["search", "edges"],
  },
  {
    id: "next-sessions",
    asker: "A trust’s calendar",
    question: "Which training with places left comes next?",
    document: `query NextSessions($from: DateTime!) {
  cpdSessions(filter: { startsAfter: $from, hasPlaces: true }, first: 10) {
    nodes {
      title
      url
      startsAt
      endsAt
      mode
      venue
      placesLeft
      provider { name }
      evidence(first: 3) { nodes { title } }
    }
  }
}`,
    variables: { from: `${today}T00:00:00Z` },
    answer: ["cpdSessions", "nodes"],
  },
  {
    id: "effect-sizes",
    asker: "A university",
    question: "Which effect sizes does a strand rest on, from which studies?",
    document: `query EffectSizes($slug: String!, $after: String) {
  evidenceSummary(slug: $slug) {
    title
    findings(first: 50, after: $after) {
      totalCount
      nodes {
        outcome
        sampleDescription
        sampleSize
        effectSize
        effectSizeBasis
        study { title year design url }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}`,
    variables: { slug: "metacognition-and-self-regulation", after: null },
    answer: ["evidenceSummary", "findings", "nodes"],
  },
  {
    id: "changed",
    asker: "A dashboard",
    question: "What has changed since we last asked, page by page?",
    document: `query Changed($since: DateTime!, $after: String) {
  evidenceSummaries(filter: { updatedAfter: $since }, sort: UPDATED, first: 50, after: $after) {
    nodes { id slug title impactMonths costBand evidenceStrength updatedAt }
    pageInfo { hasNextPage endCursor }
  }
}`,
    variables: { since: "2026-01-01T00:00:00Z", after: null },
    answer: ["evidenceSummaries", "nodes"],
  },
  {
    id: "in-schools",
    asker: "A Research School",
    question: "Which strands are being tried in schools, and where?",
    document: `query TriedInSchools {
  researchProjects(first: 20) {
    totalCount
    nodes {
      title
      url
      status
      school { urn name town }
      evidence(first: 3) { nodes { title } }
    }
  }
}`,
    variables: {},
    answer: ["researchProjects", "nodes"],
  },
  {
    id: "vocabulary",
    asker: "Whoever builds a form",
    question: "Which words are records described by, and what else are they called?",
    document: `query Vocabulary {
  terms {
    scheme
    slug
    label
    aliases
    group
  }
}`,
    variables: {},
    answer: ["terms"],
  },
];
