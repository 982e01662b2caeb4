import { GraphQLDateTime } from "graphql-scalars";
import { ArgsType, Field, InputType, Int, registerEnumType } from "type-graphql";
import { ContentKind } from "./searchable.ts";

export enum SearchFacetField {
  KIND = "KIND",
  TOPIC = "TOPIC",
  SUBJECT = "SUBJECT",
  PHASE = "PHASE",
  KEY_STAGE = "KEY_STAGE",
  PUPIL_GROUP = "PUPIL_GROUP",
  COST_BAND = "COST_BAND",
  EVIDENCE_STRENGTH = "EVIDENCE_STRENGTH",
}
registerEnumType(SearchFacetField, {
  name: "SearchFacetField",
  description: "What hits can be counted by.",
  valuesConfig: {
    KIND: { description: "Kind of record; values are names of ContentKind." },
    TOPIC: { description: "Topic; values are term slugs." },
    SUBJECT: { description: "School subject; values are term slugs." },
    PHASE: { description: "Phase; values are term slugs." },
    KEY_STAGE: { description: "Key stage; values are term slugs." },
    PUPIL_GROUP: { description: "Pupil group; values are term slugs." },
    COST_BAND: { description: "Cost band; values are 1 to 5 as text." },
    EVIDENCE_STRENGTH: { description: "Padlocks; values are 0 to 5 as text." },
  },
});

export enum SearchSort {
  RELEVANCE = "RELEVANCE",
  NEWEST = "NEWEST",
  IMPACT = "IMPACT",
  EVIDENCE_STRENGTH = "EVIDENCE_STRENGTH",
  COST = "COST",
}
registerEnumType(SearchSort, {
  name: "SearchSort",
  description:
    "IMPACT and EVIDENCE_STRENGTH descend, COST ascends, nulls last; NEWEST is by publishedAt; an empty query under RELEVANCE is NEWEST.",
  valuesConfig: {
    RELEVANCE: { description: "Best match first; newest first when the query is empty." },
    NEWEST: { description: "Latest publishedAt first, never published last." },
    IMPACT: { description: "Most months' progress first, records without months last." },
    EVIDENCE_STRENGTH: { description: "Most padlocks first, records without padlocks last." },
    COST: { description: "Lowest cost band first, records without one last." },
  },
});

export enum SearchSpelling {
  CORRECTED = "CORRECTED",
  EXACT = "EXACT",
}
registerEnumType(SearchSpelling, {
  name: "SearchSpelling",
  description: "How the words of a query are taken.",
  valuesConfig: {
    CORRECTED: {
      description:
        "A word that no record has is looked for in its likeliest spelling, which correctedQuery tells.",
    },
    EXACT: {
      description: "Words are looked for as typed; suggestedQuery tells a likelier spelling.",
    },
  },
});

export enum SearchEngineName {
  POSTGRESQL = "POSTGRESQL",
  MEILISEARCH = "MEILISEARCH",
}
registerEnumType(SearchEngineName, {
  name: "SearchEngineName",
  description: "The engine that answered a search.",
  valuesConfig: {
    POSTGRESQL: { description: "The database's own full-text search." },
    MEILISEARCH: { description: "The Meilisearch server." },
  },
});

const slugs = (what: string) => ({
  nullable: true,
  description: `Term slugs of ${what}. Values of one field are alternatives, at most 100; different fields must all hold.`,
});

@InputType({
  description:
    "Narrows a search. Values of one field are alternatives, at most 100; different fields must all hold; an empty list is no choice.",
})
export class SearchFilter {
  @Field(() => [ContentKind], { nullable: true, description: "Only these kinds of record." })
  kinds?: ContentKind[] | null;

  @Field(() => [String], slugs("topics"))
  topics?: string[] | null;

  @Field(() => [String], slugs("subjects"))
  subjects?: string[] | null;

  @Field(() => [String], slugs("phases"))
  phases?: string[] | null;

  @Field(() => [String], slugs("key stages"))
  keyStages?: string[] | null;

  @Field(() => [String], slugs("pupil groups"))
  pupilGroups?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description: "Cost band at most this, 1 to 5. A record without a cost never matches.",
  })
  costBandMax?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Padlocks at least this, 0 to 5. A record without padlocks never matches.",
  })
  evidenceStrengthMin?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Months' progress at least this, may be negative. A record without months never matches.",
  })
  impactMonthsMin?: number | null;

  @Field(() => [Int], {
    nullable: true,
    description:
      "Exact cost bands, 1 to 5: what choosing COST_BAND facet values sets. A record without the figure never matches.",
  })
  costBands?: number[] | null;

  @Field(() => [Int], {
    nullable: true,
    description:
      "Exact padlocks, 0 to 5: what choosing EVIDENCE_STRENGTH facet values sets. A record without the figure never matches.",
  })
  evidenceStrengths?: number[] | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "First published from this moment on, inclusive.",
  })
  publishedAfter?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "First published up to this moment, exclusive.",
  })
  publishedBefore?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: "Changed from this moment on, inclusive.",
  })
  updatedAfter?: Date | null;
}

@ArgsType()
export class SearchArgs {
  @Field(() => String, {
    defaultValue: "",
    description:
      "What is looked for, in ordinary words, at most 500 characters. Empty finds everything. A last word without a space after it is taken as half typed.",
  })
  query!: string;

  @Field(() => SearchFilter, { nullable: true, description: "Narrows the search." })
  filter?: SearchFilter | null;

  @Field(() => [SearchFacetField], {
    defaultValue: [],
    description: "What to count the hits by.",
  })
  facets!: SearchFacetField[];

  @Field(() => SearchSort, {
    defaultValue: SearchSort.RELEVANCE,
    description: "Order of the hits.",
  })
  sort!: SearchSort;

  @Field(() => SearchSpelling, {
    defaultValue: SearchSpelling.CORRECTED,
    description:
      "Whether misspelt words are corrected. Synonyms and half-typed words count either way.",
  })
  spelling!: SearchSpelling;

  @Field(() => Int, { defaultValue: 20, description: "How many hits, 1 to 100." })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description:
      "Opaque cursor: hits after this one. Valid for the same query, filter, sort and spelling, up to the 1,000th hit.",
  })
  after?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "Remembers the words and the number of hits, by nobody in particular, for those who look after the search. First pages with words only; words that may be personal are not kept.",
  })
  remember!: boolean;
}
