import type { Em } from "../kernel/em.ts";
import { rememberingBrowse } from "./postgresql-browse.ts";
import { chosenIn } from "./postgresql-fields.ts";
import { snippetsOf } from "./postgresql-snippets.ts";
import { looserSearches } from "./postgresql-looser.ts";
import type { Wanted } from "./postgresql-rank.ts";
import { searchStatement } from "./postgresql-statement.ts";
import { resolveUnits } from "./postgresql-units.ts";
import type {
  FacetCounts,
  SearchAnswer,
  SearchEngine,
  SearchRequest,
  SynonymSource,
} from "./port.ts";
import { prefixFrom, understand } from "./query.ts";
import { SearchEngineName, type SearchFacetField } from "./search.inputs.ts";
import type { ContentKind } from "./searchable.ts";
import { correctSpelling } from "./spelling.ts";
import { cachedSynonyms, type Synonyms } from "./synonyms.ts";

interface Row {
  total: number;
  hits: { id: string; kind: ContentKind }[];
  facets: [field: SearchFacetField, value: string, count: number][];
}

/** Searches the document table itself: never behind the records, and there wherever the database is. */
export function postgreSqlEngine(source: SynonymSource): SearchEngine {
  const synonymsOf = cachedSynonyms(source);
  const browse = rememberingBrowse<Row>();
  const answerTo = async (em: Em, request: SearchRequest, wanted: Wanted | null): Promise<Row> => {
    if (wanted === null) return { total: 0, hits: [], facets: [] };
    const statement = searchStatement(request, wanted);
    if (wanted.plain === "") return browse(em, request, statement);
    const [row] = await em.execute<Row[]>(statement);
    return row!;
  };
  return {
    async search(em: Em, request: SearchRequest): Promise<SearchAnswer> {
      const synonyms = await synonymsOf(em);
      const { wanted, correctedQuery } = await want(em, request, synonyms);
      const { total, hits, facets } = await answerTo(em, request, wanted);
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
        totalIsExact: true,
        facets: request.facets.map((field) => facetOf(field, facets, request)),
        correctedQuery,
        looser: async () => (wanted === null ? [] : looserSearches(em, request, wanted, synonyms)),
        engine: SearchEngineName.POSTGRESQL,
        degraded: false,
      };
    },
  };
}

/** What the query asks for, respelt where it must be; null when no document can have any of it. */
async function want(
  em: Em,
  { query, audience, exact }: SearchRequest,
  synonyms: Synonyms,
): Promise<{ wanted: Wanted | null; correctedQuery: string | null }> {
  let { units, plain, unfinished } = understand(query, synonyms);
  if (plain === "")
    return {
      wanted: query.trim() === "" ? { units: [], plain, unfinished } : null,
      correctedQuery: null,
    };
  let { found, missing } = await resolveUnits(em, units, audience);
  const correctedQuery = await correctSpelling(em, query, missing, audience);
  if (correctedQuery !== null && !exact) {
    ({ units, plain, unfinished } = understand(correctedQuery, synonyms));
    ({ found, missing } = await resolveUnits(em, units, audience));
  }
  // The first letters of a word are no word that could be missing: titles may have one that begins so.
  const begun = unfinished && plain.length < prefixFrom;
  const nothing = found.length === 0 && missing.length > 0 && !begun;
  return { wanted: nothing ? null : { units: found, plain, unfinished }, correctedQuery };
}

function facetOf(
  field: SearchFacetField,
  rows: Row["facets"],
  { filter }: SearchRequest,
): FacetCounts {
  const chosen = new Set(chosenIn(field, filter));
  const counts = new Map([...chosen].map((value) => [value, 0]));
  for (const [of, value, count] of rows) if (of === field) counts.set(value, count);
  const values = [...counts].map(([value, count]) => ({
    value,
    count,
    selected: chosen.has(value),
  }));
  return {
    field,
    values: values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
  };
}
