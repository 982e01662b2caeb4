import { expect, test } from "vitest";
import { seed } from "../../src/app/seed.ts";
import { reindex } from "../../src/app/reindex.ts";
import { meilisearchEngine } from "../../src/search/meilisearch/engine.ts";
import type { SearchEngine, SearchRequest } from "../../src/search/port.ts";
import { postgreSqlEngine } from "../../src/search/postgresql-engine.ts";
import { refreshLexicon } from "../../src/search/lexicon.ts";
import { synonymGroups } from "../../src/terms/term.reader.ts";
import { testDatabase } from "../support/database.ts";
import { likelySearches } from "../support/likely-queries.ts";
import { fillIndex, masterClient, succeeded, withServer } from "../support/meilisearch.ts";

const searches = Number(process.env.LIKELY_SEARCHES ?? 400);

test.skipIf(!withServer)(
  "both engines have the same hits, totals, counts and spellings for whatever is likely to be asked of the demonstration",
  async () => {
    const em = (await testDatabase()).em.fork();
    await seed(em, { demonstration: true, now: new Date("2026-11-23T12:00:00Z") });
    await reindex(em);
    await refreshLexicon(em);
    const client = masterClient();
    const index = `equal-${process.pid}`;
    try {
      await fillIndex(client, index, em, synonymGroups);
      const engines = [
        postgreSqlEngine(synonymGroups),
        meilisearchEngine({ client, index, synonyms: synonymGroups }),
      ];
      const phrases = (await synonymGroups(em)).flat();
      for (const request of await likelySearches(em, phrases, searches)) {
        const [one, other] = await Promise.all(engines.map((engine) => told(engine, request)));
        expect({ request, ...other }).toEqual({ request, ...one });
      }
    } finally {
      await succeeded(client.deleteIndex(index));
    }

    async function told(engine: SearchEngine, request: SearchRequest) {
      const { hits, total, totalIsExact, facets, correctedQuery } = await engine.search(
        em.fork(),
        request,
      );
      const ids = hits.map(({ id }) => id);
      return { ids: ids.toSorted(), total, totalIsExact, facets, correctedQuery };
    }
  },
  300_000,
);
