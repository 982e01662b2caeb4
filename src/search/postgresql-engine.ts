import type { Em } from "../kernel/em.ts";
import { rememberingBrowse } from "./postgresql-browse.ts";
import { snippetsOf } from "./postgresql-snippets.ts";
import { looserSearches } from "./postgresql-looser.ts";
import { searchStatement } from "./postgresql-statement.ts";
import { facetOf, type FacetRow } from "./facet-counts.ts";
import type { SearchAnswer, SearchEngine, SearchRequest, SynonymSource } from "./port.ts";
import { SearchEngineName } from "./search.inputs.ts";
import type { ContentKind } from "./searchable.ts";
import { cachedSynonyms } from "./synonyms.ts";
import { want, type Wanted } from "./wanted.ts";

interface Row {
  total: number;
  hits: { id: string; kind: ContentKind }[];
  facets: FacetRow[];
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
