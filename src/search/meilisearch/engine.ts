import type {
  FederatedMultiSearchParams,
  Meilisearch,
  MultiSearchQueryWithFederation,
} from "meilisearch";
import type { Em } from "../../kernel/em.ts";
import { facetOf, type FacetRow } from "../facet-counts.ts";
import type { Hit, SearchAnswer, SearchEngine, SearchRequest, SynonymSource } from "../port.ts";
import { looserSearches } from "../postgresql-looser.ts";
import { snippetsOf } from "../postgresql-snippets.ts";
import { SearchEngineName, type SearchFacetField, SearchSort } from "../search.inputs.ts";
import type { ContentKind } from "../searchable.ts";
import { cachedSynonyms } from "../synonyms.ts";
import { want, type Wanted } from "../wanted.ts";
import { allOf, attributeOf, choices, type Condition, plainFilters, visibleTo } from "./filter.ts";
import { sortOf, tiersOf } from "./order.ts";
import { type Scored, scorer } from "./score.ts";
import { totalMax } from "./settings.ts";
import { hitsOf } from "./share.ts";

export interface MeilisearchEngineOptions {
  /** With a key that may search the index; how long it waits is the client's own setting. */
  readonly client: Pick<Meilisearch, "multiSearch">;
  /** The index's uid. */
  readonly index: string;
  readonly synonyms: SynonymSource;
  /** Totals are exact up to this many hits, `pagination.maxTotalHits` of the index; more are told as this many at least. */
  readonly totalMax?: number;
}

interface Page {
  readonly hits: readonly Hit[];
  readonly total: number;
  readonly isExact: boolean;
  readonly facets: readonly FacetRow[];
}

const empty: Page = { hits: [], total: 0, isExact: true, facets: [] };

/**
 * Answers from an index of Meilisearch what PostgreSQL answers from the rows it was made of. What a query means, its spelling,
 * snippets and looser searches are made by the same code; which documents are hits is said as a filter, so that totals and
 * counts are equal; the first hits are ordered by the same score, of what they bring along. Throws the client's errors when the server does not answer.
 */
export function meilisearchEngine(options: MeilisearchEngineOptions): SearchEngine {
  const synonymsOf = cachedSynonyms(options.synonyms);
  return {
    async search(em: Em, request: SearchRequest): Promise<SearchAnswer> {
      const synonyms = await synonymsOf(em);
      const { wanted, correctedQuery } = await want(em, request, synonyms);
      const page = wanted === null ? empty : await pageOf(options, request, wanted);
      const { hits, total, isExact, facets } = page;
      let snippets: ReturnType<typeof snippetsOf> | undefined;
      return {
        hits,
        snippets: () =>
          (snippets ??= snippetsOf(
            em,
            hits.map(({ id }) => id),
            wanted?.units ?? [],
          )),
        total,
        totalIsExact: isExact,
        facets: request.facets.map((field) => facetOf(field, facets, request)),
        correctedQuery,
        looser: async () => (wanted === null ? [] : looserSearches(em, request, wanted, synonyms)),
        engine: SearchEngineName.MEILISEARCH,
        degraded: false,
      };
    },
  };
}

/** Page and counts; two requests at once where a facet's own choice must be left out of its counts. */
async function pageOf(
  options: MeilisearchEngineOptions,
  request: SearchRequest,
  wanted: Wanted,
): Promise<Page> {
  const { client, index, totalMax: cap = totalMax } = options;
  const found = hitsOf(wanted);
  const chosen = choices(request.filter);
  /** All that a document must satisfy, but for one field's choice. */
  const filterBut = (left: SearchFacetField | null): Condition =>
    allOf([
      visibleTo(request.audience),
      ...(found.condition === null ? [] : [found.condition]),
      ...plainFilters(request.filter),
      ...chosen.flatMap(({ field, holds }) => (field === left ? [] : [holds])),
    ]);
  const filter = filterBut(null);
  const own = request.facets.filter((field) => chosen.some((each) => each.field === field));
  const plain = request.facets.filter((field) => !own.includes(field));
  // Whatever the page needs of the first hits is read from the first one on: they are put in order here.
  const scored = isScored(request, wanted) && request.offset < scoredMax;
  const from = scored ? 0 : request.offset;
  const until = request.offset + request.first;
  const sort = sortOf(request.sort, wanted);
  const queries = (sort.length > 0 ? [null] : [...tiersOf(wanted), null]).map(
    (tier): MultiSearchQueryWithFederation => ({
      indexUid: index,
      q: "",
      filter: tier === null ? filter : allOf([filter, tier]),
      ...(sort.length > 0 && { sort }),
      attributesToRetrieve: scored ? [...scoredBy] : ["id", "kind"],
    }),
  );
  const page: FederatedMultiSearchParams = {
    federation: {
      limit: (scored ? Math.max(until, scoredMax) : until) - from,
      offset: from,
      ...(plain.length > 0 && {
        facetsByIndex: { [index]: plain.map((field) => attributeOf[field]) },
      }),
    },
    queries,
  };
  const [answer, counts] = await Promise.all([
    client.multiSearch<FederatedMultiSearchParams, Found>(page),
    own.length === 0
      ? undefined
      : client.multiSearch({
          queries: own.map((field) => ({
            indexUid: index,
            q: "",
            filter: filterBut(field),
            facets: [attributeOf[field]],
            limit: 0,
          })),
        }),
  ]);
  const total = answer.estimatedTotalHits ?? 0;
  const distribution = answer.facetsByIndex?.[index]?.distribution ?? {};
  return {
    hits: (scored
      ? ordered(answer.hits, request.sort, wanted).slice(request.offset, until)
      : answer.hits
    ).map(({ id, kind }) => ({ id, kind })),
    total: Math.min(total, cap),
    isExact: found.isExact && total <= cap,
    facets: [
      ...plain.flatMap((field) => rowsOf(field, distribution)),
      ...own.flatMap((field, at) => rowsOf(field, counts?.results[at]?.facetDistribution ?? {})),
    ],
  };
}

/** How many of the first hits are scored; those behind them stand as their tiers do. */
const scoredMax = 300;

const scoredBy = [
  "id",
  "kind",
  "title",
  "plainTitle",
  "evidenceStrength",
  "impactMonths",
  "costBand",
  "weights",
] as const;

interface Found extends Scored {
  readonly id: string;
  readonly kind: ContentKind;
  readonly impactMonths: number | null;
  readonly costBand: number | null;
}

/** The newest first needs no score, nor do hits that no word has found. */
const isScored = ({ sort }: SearchRequest, { units }: Wanted): boolean =>
  units.length > 0 && sort !== SearchSort.NEWEST;

/** The first hits in the order that PostgreSQL would give them, the others behind. */
function ordered(hits: readonly Found[], sort: SearchSort, wanted: Wanted): Found[] {
  const scoreOf = scorer(wanted);
  const keyOf = (hit: Found): number =>
    ({
      RELEVANCE: 0,
      NEWEST: 0,
      IMPACT: -(hit.impactMonths ?? -Infinity),
      EVIDENCE_STRENGTH: -(hit.evidenceStrength ?? -Infinity),
      COST: hit.costBand ?? Infinity,
    })[sort];
  const first = hits
    .slice(0, scoredMax)
    .map((hit) => ({ hit, key: keyOf(hit), score: scoreOf(hit) }))
    .sort(
      (a, b) =>
        (a.key === b.key ? 0 : a.key - b.key) ||
        b.score - a.score ||
        (a.hit.id < b.hit.id ? -1 : 1),
    );
  return [...first.map(({ hit }) => hit), ...hits.slice(scoredMax)];
}

const rowsOf = (
  field: SearchFacetField,
  distribution: Readonly<Record<string, Readonly<Record<string, number>>>>,
): FacetRow[] =>
  Object.entries(distribution[attributeOf[field]] ?? {}).map(
    ([value, count]) => [field, value, count] as const,
  );
