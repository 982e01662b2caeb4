import { afterAll, describe, expect, test } from "vitest";
import { openPostgreSql } from "../src/app/database.ts";
import { testApi } from "./support/api.ts";
import { World } from "./support/world.ts";

const api = await testApi();

/** Somebody else who writes: on a server, over connections of their own. */
function otherWriter(): World {
  if (api.databaseUrl === undefined) return new World(api.database.em.fork());
  const other = openPostgreSql(api.databaseUrl, { poolMax: 2 });
  afterAll(() => other.close());
  return new World(other.em.fork());
}

const titles = `${api.url}/graphql?query=${encodeURIComponent("{ evidenceSummaries { nodes { title } } }")}`;

/** As a browser asks that has an answer already; `fetch` alone would ask for a new one whatever. */
const ask = (url: string, etag?: string | null, headers: Record<string, string> = {}) =>
  fetch(url, {
    headers: { ...headers, ...(etag && { "if-none-match": etag, "cache-control": "max-age=0" }) },
  });

describe("an answer that was kept", () => {
  test("is asked for again each time, and is not sent again while it is still true", async () => {
    const first = await ask(titles);
    expect(first.status).toBe(200);
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const again = await ask(titles, first.headers.get("etag"));
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  test("is never shown after somebody else has written", async () => {
    const writer = otherWriter();
    let kept = await ask(titles);
    for (const title of ["Feedback", "Homework", "Phonics"]) {
      await writer.summary({ title });
      const after = await ask(titles, kept.headers.get("etag"));
      expect(after.status).toBe(200);
      expect(await after.text()).toContain(title);
      kept = after;
    }
    expect((await ask(titles, kept.headers.get("etag"))).status).toBe(304);
  });

  test("does not stand in for an answer of another type at the same address", async () => {
    const types = ["application/json", "application/graphql-response+json"];
    for (const accept of types) {
      const answer = await ask(titles, null, { accept });
      expect(answer.headers.get("content-type")).toContain(accept);
      expect(answer.headers.get("vary")).toMatch(/\baccept\b/i);
    }
  });

  test("may be the schema", async () => {
    const first = await ask(`${api.url}/schema.graphql`);
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const again = await ask(`${api.url}/schema.graphql`, first.headers.get("etag"));
    expect(again.status).toBe(304);
  });

  test("is not one to a question that was posted", async () => {
    const { status, headers } = await api.post({ query: "{ __typename }" });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("private, no-store");
  });
});
