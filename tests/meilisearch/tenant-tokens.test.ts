import { createHmac } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { MeilisearchFault } from "../../src/search/meilisearch/fault.ts";
import { indexSettings } from "../../src/search/meilisearch/settings.ts";
import { setUp, type SetUp } from "../../src/search/meilisearch/setup.ts";
import { tenantTokens, tokenSeconds } from "../../src/search/meilisearch/tenant-tokens.ts";
import type { IssuedToken } from "../../src/search/search-token.ts";
import { fillIndex, masterClient, meiliUrl, withServer } from "../support/meilisearch.ts";
import { asMaster, ownIndex } from "../support/meilisearch-installation.ts";
import { openLibrary, vocabulary } from "../support/search-library.ts";

/** Asks the server as a client with this token would. */
async function asBearer(
  token: string,
  path: string,
  body?: unknown,
  method = body ? "POST" : "GET",
) {
  const response = await fetch(`${meiliUrl}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, text, json: JSON.parse(text || "null") };
}

describe.skipIf(!withServer)("a tenant token", () => {
  const index = ownIndex();
  const ada = ["public", "person:ada", "school:hill"];
  let keys: SetUp;
  const address = { ...asMaster(index).address };
  const tokens = (searchKey = keys.searchKey, failed?: (fault: MeilisearchFault) => void) =>
    tenantTokens({ address, searchKey, ...(failed && { failed }) });
  const issued = async (audience: readonly string[]): Promise<IssuedToken> => {
    const token = await tokens().issue(audience);
    if (typeof token === "string") throw new Error(token);
    return token;
  };
  const search = (token: string, body: object) => asBearer(token, `/indexes/${index}/search`, body);

  beforeAll(async () => {
    const library = await openLibrary();
    await fillIndex(masterClient(), index, library.em(), vocabulary);
    keys = await setUp(asMaster(index), await indexSettings(library.em(), vocabulary));
    // Rows for each other index that a token must not reach.
    await asMaster(index).ask((client) =>
      client.createIndex(`${index}-next`, { primaryKey: "id" }),
    );
  });

  const secret = "private";

  test("finds for each viewer what they may see, and ends in a quarter of an hour", async () => {
    const stranger = await issued(["public"]);
    const own = await issued(ada);
    const forStranger = await search(stranger.token, { q: "", limit: 100 });
    const forAda = await search(own.token, { q: "", limit: 100 });
    const idsOf = ({ json }: typeof forAda): string[] =>
      json.hits.map(({ id }: { id: string }) => id);
    expect(idsOf(forAda)).toContain(secret);
    expect(idsOf(forStranger)).not.toContain(secret);
    expect(idsOf(forAda).length).toBe(idsOf(forStranger).length + 1);
    const seconds = (own.expiresAt.getTime() - Date.now()) / 1000;
    expect(seconds).toBeLessThanOrEqual(tokenSeconds);
    expect(seconds).toBeGreaterThan(tokenSeconds - 60);
    expect(own).toMatchObject({ url: meiliUrl, index });
  });

  test("tells a stranger of a private reflection by no hit, total, facet count, snippet or suggestion", async () => {
    const { token } = await issued(["public"]);
    const all = await asMaster(index).ask((client) => client.index(index).getDocument(secret));
    const words = String(all.title);
    const facets = [
      "kind",
      "topics",
      "subjects",
      "phases",
      "keyStages",
      "pupilGroups",
      "audience",
      "id",
    ];
    for (const q of [words, ...words.split(" "), ""]) {
      const body = {
        q,
        facets,
        attributesToHighlight: ["*"],
        attributesToCrop: ["*"],
        showRankingScoreDetails: true,
        limit: 100,
      };
      const { status, json } = await search(token, body);
      expect(status).toBe(200);
      const { total } = { total: json.estimatedTotalHits as number };
      expect(json.hits.length).toBe(total);
      expect(Object.keys(json.facetDistribution.id)).not.toContain(secret);
      expect(Object.keys(json.facetDistribution.audience)).toEqual(total > 0 ? ["public"] : []);
      expect(json.hits.map(({ id }: { id: string }) => id)).not.toContain(secret);
    }
    const pages = await search(token, { q: "", page: 1, hitsPerPage: 1, filter: `id = ${secret}` });
    expect(pages.json).toMatchObject({ hits: [], totalHits: 0, totalPages: 0 });
    const facetSearch = await asBearer(token, `/indexes/${index}/facet-search`, {
      facetName: "id",
      facetQuery: secret.slice(0, 4),
    });
    expect(facetSearch.text).not.toContain(secret);
    const similar = await asBearer(token, `/indexes/${index}/similar`, {
      id: secret,
      embedder: "default",
    });
    expect(similar.json.hits).toBeUndefined();
  });

  test("is not widened by a filter of the bearer's own", async () => {
    const { token } = await issued(["public"]);
    const wide = [
      `audience EXISTS`,
      `audience NOT IN ["nobody"]`,
      `(audience EXISTS) OR (id EXISTS)`,
      `id = ${secret}) OR (id EXISTS`,
      [["audience EXISTS", "id EXISTS"]],
    ];
    for (const filter of wide) {
      const { json } = await search(token, { q: "", filter, limit: 100 });
      expect(JSON.stringify(json.hits ?? []), String(filter)).not.toContain(`"${secret}"`);
      const many = await asBearer(token, "/multi-search", {
        federation: {},
        queries: [{ indexUid: index, q: "", filter }],
      });
      expect(JSON.stringify(many.json.hits ?? []), String(filter)).not.toContain(`"${secret}"`);
    }
  });

  test("shows displayed attributes alone: no audience, no hash, no lexemes", async () => {
    const { token } = await issued(ada);
    const hidden = [
      "audience",
      "contentHash",
      "version",
      "bucket",
      "lexemes",
      "pairs",
      "impacts",
      "titleEnds",
    ];
    const { json } = await search(token, {
      q: "",
      attributesToRetrieve: ["*", ...hidden],
      attributesToHighlight: ["*", ...hidden],
      attributesToCrop: hidden,
      showMatchesPosition: true,
      limit: 100,
    });
    expect(json.hits.length).toBeGreaterThan(0);
    for (const hit of json.hits)
      for (const name of hidden) {
        expect(hit).not.toHaveProperty(name);
        expect(hit._formatted ?? {}).not.toHaveProperty(name);
      }
  });

  test("reads no documents, settings, other indexes, and nothing once it is changed", async () => {
    const { token } = await issued(ada);
    const attempts: [path: string, body?: unknown, method?: string][] = [
      [`/indexes/${index}/documents`],
      [`/indexes/${index}/documents/${secret}`],
      [`/indexes/${index}/documents/fetch`, {}],
      [`/indexes/${index}/settings`],
      [`/indexes/${index}/stats`],
      [`/indexes/${index}/documents`, [{ id: "x" }]],
      [`/indexes/${index}/documents`, undefined, "DELETE"],
      [`/indexes/${index}-next/search`, { q: "" }],
      ["/multi-search", { queries: [{ indexUid: `${index}-next`, q: "" }] }],
      ["/indexes"],
      ["/keys"],
      ["/tasks"],
      ["/stats"],
    ];
    for (const [path, body, method] of attempts)
      expect((await asBearer(token, path, body, method)).status, path).toBe(403);
    const [header, payload, signature] = token.split(".") as [string, string, string];
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
    const forged = (changed: object) => {
      const body = Buffer.from(JSON.stringify({ ...claims, ...changed })).toString("base64url");
      const own = createHmac("sha256", "not the key")
        .update(`${header}.${body}`)
        .digest("base64url");
      return [`${header}.${body}.${signature}`, `${header}.${body}.${own}`];
    };
    const none = Buffer.from(JSON.stringify({ alg: "none", typ: "JWT" })).toString("base64url");
    for (const each of [
      ...forged({ searchRules: ["*"] }),
      ...forged({ exp: claims.exp + 1 }),
      `${none}.${payload}.`,
    ])
      expect((await search(each, { q: "" })).status).toBe(403);
  });

  test("whatever a viewer's tokens hold, they stay values of the filter", async () => {
    const { token } = await issued([
      "public",
      `x"] OR id EXISTS OR audience IN ["y`,
      "person:ada'\\",
    ]);
    const { json } = await search(token, { q: "", limit: 100 });
    expect(JSON.stringify(json.hits)).not.toContain(`"${secret}"`);
  });

  test("that the server would not take is not given away", async () => {
    const faults: MeilisearchFault[] = [];
    const told = (fault: MeilisearchFault) => void faults.push(fault);
    expect(await tokens("k".repeat(64), told).issue(ada)).toBe("UNAVAILABLE");
    // The server's own key may sign nothing for the uid of the other.
    expect(await tokens(keys.apiKey, told).issue(["public"])).toBe("UNAVAILABLE");
    expect(faults).toMatchObject([{ kind: "key refused" }, { kind: "key refused" }]);
    expect(JSON.stringify(faults.map(String))).not.toContain(keys.apiKey);
    const wrong = { ...address, index: `${index}_absent` };
    expect(await tenantTokens({ address: wrong, searchKey: keys.searchKey }).issue(ada)).toBe(
      "UNAVAILABLE",
    );
  });

  test("for everybody is the same for a while, and one person's is never another's", async () => {
    const all = tokens();
    expect(await all.issue(["public"])).toEqual(await all.issue(["public"]));
    expect(await all.issue(ada)).not.toEqual(await all.issue(["public", "person:bob"]));
  });
});
