import { afterAll, describe, expect, test } from "vitest";
import { services } from "../../src/app/application.ts";
import { configuredSearch } from "../../src/app/search/configured-search.ts";
import { shippingOf } from "../../src/app/shipping.ts";
import { createLog } from "../../src/kernel/log.ts";
import { rebuild } from "../../src/search/meilisearch/shipping/rebuild.ts";
import { shipNow } from "../../src/search/meilisearch/shipping/ship-now.ts";
import { isListed } from "../access/matrix.ts";
import { openAccess, searchAccess } from "../access/search-access.ts";
import { kinds } from "../access/table-text.ts";
import { testDatabase } from "../support/database.ts";
import { withServer } from "../support/meilisearch.ts";
import { addressOf, limitedKeys, ownIndex } from "../support/meilisearch-installation.ts";
import { World } from "../support/world.ts";
import { until } from "./place.ts";

// The same table that tests/access-search.test.ts holds PostgreSQL to: every kind of viewer, every record in every state.
describe.skipIf(!withServer)("what Meilisearch tells whom", { timeout: 180_000 }, async () => {
  const database = await testDatabase();
  const world = new World(database.em.fork());
  const index = ownIndex();
  const meilisearch = addressOf(index, { timeoutMs: 10_000 });
  const secrets = { meilisearchKeys: await limitedKeys(index) };
  const shipping = shippingOf(database, { meilisearch }, secrets)!;
  const side = configuredSearch(database, { meilisearch }, secrets, createLog("silent"));
  afterAll(() => side.stop());
  let filled = false;

  const access = openAccess(world, {
    engine: "MEILISEARCH",
    provided: () => services(undefined, side),
    async follow() {
      await world.drain();
      if (filled) {
        await shipNow(shipping);
        return;
      }
      await rebuild(shipping);
      filled = true;
      await side.start();
      await until(async () => side.meilisearch!.circuit.report.state === "closed");
    },
  });

  test.each(kinds)(
    "%s learns by a token of their own what the table says and nothing else",
    async (kind) => {
      const viewer = access.viewer(kind);
      const question = `{ searchToken { ... on SearchToken { url index token } } }`;
      const { data } = await access.ask(viewer, question);
      const search = async (body: object) => {
        const response = await fetch(`${data.searchToken.url}/indexes/${index}/search`, {
          method: "POST",
          headers: {
            authorization: `Bearer ${data.searchToken.token}`,
            "content-type": "application/json",
          },
          body: JSON.stringify({
            limit: 1_000,
            facets: ["*"],
            attributesToHighlight: ["*"],
            attributesToCrop: ["*"],
            ...body,
          }),
        });
        expect(response.status).toBe(200);
        return (await response.json()) as {
          hits: { id: string }[];
          estimatedTotalHits: number;
          facetDistribution: Record<string, Record<string, number>>;
        };
      };
      const seen = access.findable().filter((each) => isListed(each, kind));
      const hidden = access.findable().filter((each) => !isListed(each, kind));
      expect(seen.length).toBeGreaterThan(0);
      const all = await search({ q: "" });
      expect(new Set(all.hits.map(({ id }) => id))).toEqual(new Set(seen.map(({ id }) => id)));
      expect(all.estimatedTotalHits).toBe(seen.length);
      expect(Object.values(all.facetDistribution.kind!).reduce((sum, each) => sum + each, 0)).toBe(
        seen.length,
      );
      const topics = Object.keys(all.facetDistribution.topics ?? {});
      for (const { topic } of hidden) if (topic) expect(topics).not.toContain(topic);
      for (const record of access.findable()) {
        const found = await search({ q: `"${record.word}"` });
        const name = `${kind} and ${record.type} ${record.state}`;
        const ids = isListed(record, kind) ? [record.id] : [];
        expect(
          found.hits.map(({ id }) => id),
          name,
        ).toEqual(ids);
        expect(found.estimatedTotalHits, name).toBe(ids.length);
        if (ids.length === 0) expect(found.facetDistribution.kind ?? {}, name).toEqual({});
      }
      const text = JSON.stringify(all);
      for (const { word, type, state } of hidden)
        expect(text.includes(word), `${kind}, ${type} ${state}`).toBe(false);
    },
  );

  searchAccess(access);
});
