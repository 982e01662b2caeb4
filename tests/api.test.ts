import { getIntrospectionQuery } from "graphql";
import { serverAudits } from "graphql-http";
import { describe, expect, test } from "vitest";
import { SessionMonthDocument, SessionsDocument } from "../src/web/generated/graphql.ts";
import { testApi } from "./support/api.ts";

const api = await testApi();
await api.world.summary({ slug: "feedback", title: "Feedback" });

describe("GraphQL over HTTP", () => {
  // Every MUST holds. A SHOULD that does not is here with its reason; the list is exact, so that a change is noticed.
  const apollo400 =
    "Apollo answers 400 whatever the client accepts; the specification lets it be 200 for old clients";
  const knownShoulds: Record<string, string> = {
    "SHOULD use 200 status code on document parsing failure when accepting application/json":
      apollo400,
    "SHOULD use 200 status code on document validation failure when accepting application/json":
      apollo400,
    "SHOULD use a status code of 200 on variable coercion failure when accepting application/json":
      apollo400,
  };

  for (const audit of serverAudits({ url: `${api.url}/graphql` }))
    test(audit.name, async () => {
      const result = await audit.fn();
      if (audit.name in knownShoulds) expect(result.status).toBe("warn");
      else expect(result.status, "reason" in result ? result.reason : "").toBe("ok");
    });
});

describe("limits", () => {
  const deep = (levels: number) =>
    `{ evidenceSummaries { nodes { ${"related { nodes { ".repeat(levels)} id ${"} } ".repeat(levels)} } } }`;

  test("refuse a document that is too deep, saying how deep it may be", async () => {
    const { status, json } = await api.post({ query: deep(8) });
    expect(status).toBe(400);
    expect(json.errors[0].message).toMatch(/depth limit of 15 exceeded/);
  });

  test("refuse depth hidden in fragments, and fragments that name each other", async () => {
    const hidden = await api.post({
      query: `{ evidenceSummaries { nodes { ...a } } } fragment a on EvidenceSummary { related { nodes { related { nodes { related { nodes { ...b } } } } } } }
        fragment b on EvidenceSummary { related { nodes { related { nodes { related { nodes { related { nodes { id } } } } } } } } }`,
    });
    expect(hidden.json.errors[0].message).toMatch(/depth/);
    const round = await api.post({
      query: `{ evidenceSummaries { nodes { ...a } } } fragment a on EvidenceSummary { related { nodes { ...b } } } fragment b on EvidenceSummary { related { nodes { ...a } } }`,
    });
    expect(round.status).toBe(400);
  });

  test("refuse too many aliases", async () => {
    const query = `{ ${Array.from({ length: 40 }, (_, i) => `a${i}: terms { id }`).join(" ")} }`;
    const { status, json } = await api.post({ query });
    expect(status).toBe(400);
    expect(json.errors[0].message).toMatch(/[Aa]lias/);
  });

  test("refuse a document of too many tokens", async () => {
    const { status, json } = await api.post({ query: `{ ${"__typename ".repeat(4000)} }` });
    expect(status).toBe(400);
    expect(json.errors[0].message).toMatch(/tokens/);
  });

  test("refuse a body that is too large, as GraphQL says it", async () => {
    const { status, json } = await api.post({
      query: "{ __typename }",
      variables: { x: "x".repeat(200_000) },
    });
    expect(status).toBe(413);
    expect(json.errors[0].message).toMatch(/at most 100000 bytes/);
  });

  test("refuse lists within lists whose product is too large, naming first", async () => {
    const { status, json } = await api.post({
      query: `{ evidenceSummaries(first: 100) { nodes { related(first: 100) { nodes { cpdSessions(first: 100) { nodes { id } } } } } } }`,
    });
    expect(status).toBe(400);
    expect(json.errors[0]).toMatchObject({
      extensions: { code: "BAD_USER_INPUT", field: "first" },
    });
  });

  test("refuse fragments that multiply, and a request full of searches", async () => {
    const levels = Array.from(
      { length: 14 },
      (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
    );
    const bomb = `{ ...F0 } ${levels.join(" ")} fragment F14 on Query { __typename }`;
    const searches = Array.from(
      { length: 20 },
      (_, n) => `s${n}: search(query: "a") { totalCount }`,
    );
    for (const query of [bomb, `{ ${searches.join(" ")} }`]) {
      const { status, json } = await api.post({ query });
      expect(status).toBe(400);
      expect(json.errors[0].extensions.code).toBe("BAD_USER_INPUT");
    }
  });

  test("refuse a request full of counts over all sessions, and not the pages that show them", async () => {
    const facets = Array.from(
      { length: 30 },
      (_, n) => `f${n}: cpdSessionFacets { subjects { count } }`,
    );
    const { status, json } = await api.post({ query: `{ ${facets.join(" ")} }` });
    expect(status).toBe(400);
    expect(json.errors[0].message).toMatch(/could return \d+ fields/);
    const filter = {};
    for (const [query, variables] of [
      [SessionsDocument, { filter, others: {}, sort: "EARLIEST" }],
      [SessionMonthDocument, { filter, earlier: {}, later: {} }],
    ] as const) {
      const page = await api.post({ query: String(query), variables });
      expect(page.status, JSON.stringify(page.json.errors)).toBe(200);
    }
  });

  test("refuse more than 100 values in any list of any filter, naming it", async () => {
    const values = (count: number) => Array.from({ length: count }, (_, n) => `s-${n}`);
    const fields = {
      evidenceSummaries: ["slugs", "topics", "subjects", "phases", "keyStages", "pupilGroups"],
      cpdSessions: ["topics", "subjects", "phases", "pdMechanisms"],
      selfStudyItems: ["topics", "phases"],
      researchProjects: ["topics", "phases"],
      reflections: ["topics", "phases"],
      search: ["topics", "subjects", "phases"],
    };
    const asked = Object.entries(fields).map(
      ([list, of]) =>
        [list === "search" ? 'search(query: ""' : `${list}(`, "totalCount", of] as const,
    );
    for (const [list, rest, of] of [
      ...asked,
      ["cpdSessionFacets(", "withPlaces", ["topics", "phases"]] as const,
    ])
      for (const field of of) {
        const query = `query ($slugs: [String!]) { ${list} filter: { ${field}: $slugs }) { ${rest} } }`;
        const much = await api.post({ query, variables: { slugs: values(101) } });
        expect(much.json.errors?.[0], query).toMatchObject({
          message: expect.stringContaining("101 values; at most 100"),
          extensions: { code: "BAD_USER_INPUT", field: `filter.${field}` },
        });
        const enough = await api.post({ query, variables: { slugs: values(100) } });
        expect(enough.json.errors, query).toBeUndefined();
      }
  });

  test("do not stand in the way of introspection", async () => {
    const { status, json } = await api.post({
      query: getIntrospectionQuery({ inputValueDeprecation: true }),
    });
    expect(status).toBe(200);
    expect(json.data.__schema.types.length).toBeGreaterThan(50);
  });
});

describe("errors", () => {
  test("a defect is masked, with an id to tell us", async () => {
    // A database that lacks a table is a fault nobody foresaw.
    await api.world.em.execute("alter table term rename to term_away");
    try {
      const { json, text } = await api.post({ query: "{ terms { id } }" });
      expect(json.errors[0].extensions).toMatchObject({ code: "INTERNAL_SERVER_ERROR" });
      expect(json.errors[0].extensions.logId).toMatch(/^[0-9a-f-]{36}$/);
      expect(text).not.toMatch(/relation|select|stack/i);
    } finally {
      await api.world.em.execute("alter table term_away rename to term");
    }
  });

  for (const [name, body, message] of [
    ["JSON that is none", "{", /not a JSON object/],
    ["no query", {}, /./],
    ["a query that is no string", { query: 7 }, /./],
    ["a syntax error", { query: "{ search(" }, /Syntax Error/],
    ["an unknown field", { query: "{ nothing }" }, /Cannot query field/],
  ] as const)
    test(`${name} is a 400 with words, not a 500`, async () => {
      const { status, json } = await api.post(body);
      expect(status).toBe(400);
      expect(json.errors[0].message).toMatch(message);
    });

  for (const [query, variables, message] of [
    ["query ($n: Int!) { schools(first: $n) { totalCount } }", {}, /\$n/],
    ["query ($n: Int!) { schools(first: $n) { totalCount } }", { n: "1" }, /\$n/],
    ["query ($n: Int!) { schools(first: $n) { totalCount } }", { n: 2 ** 31 }, /\$n/],
    ["query ($f: SearchFilter) { search(filter: $f) { totalCount } }", { f: { nope: 1 } }, /nope/],
    [
      "query ($f: SearchFilter) { search(filter: $f) { totalCount } }",
      { f: { updatedAfter: "2026-01-01" } },
      /updatedAfter/,
    ],
    ["mutation { x }", {}, /./],
    ["subscription { x }", {}, /./],
  ] as const)
    test(`${query} with ${JSON.stringify(variables)} is the asker's fault, and says why`, async () => {
      const { status, json } = await api.post({ query, variables });
      expect(status).toBe(400);
      expect(json.errors[0].message).toMatch(message);
      expect(json.errors[0].message).not.toMatch(/our side/);
    });

  for (const [query, field] of [
    ['{ node(id: "garbage") { id } }', "id"],
    ['{ nodes(ids: ["term_01jzmqv4t2f3kagk7c3gm2xh9e", "x"]) { id } }', "ids.1"],
    ["{ evidenceSummaries(first: 0) { nodes { id } } }", "first"],
    ["{ evidenceSummaries(first: 1000) { nodes { id } } }", "first"],
    ['{ cpdSessions(after: "zzz") { nodes { id } } }', "after"],
    ["{ search(first: 0) { totalCount } }", "first"],
    ['{ search(after: "zzz") { totalCount } }', "after"],
    [`{ search(query: "${"x".repeat(10_000)}") { totalCount } }`, "query"],
    ['{ schools(query: "a\\u0000b") { nodes { id } } }', "query"],
  ] as const)
    test(`${query.slice(0, 60)} is refused naming ${field}`, async () => {
      const { status, json } = await api.post({ query });
      expect(status).toBeLessThan(500);
      expect(json.errors[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
    });

  const forged = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
  for (const [list, cursor] of [
    ["evidenceSummaries(sort: NEWEST", forged("newest", "abc", "x")],
    ["evidenceSummaries(sort: NEWEST", forged("newest", "0000-01-01T00:00:00.000Z", "x")],
    ["evidenceSummaries(sort: IMPACT", forged("impact", "x", "y")],
    ["evidenceSummaries(sort: IMPACT", forged("impact", 1.5, "y")],
    ["evidenceSummaries(sort: IMPACT", forged("impact", 99999999999, "y")],
    ["evidenceSummaries(sort: TITLE", forged("title", "a\u0000", "b")],
    ["evidenceSummaries(sort: TITLE", forged("title", null, null)],
    ["evidenceSummaries(sort: TITLE", forged("title", ["a"], {})],
    ["cpdSessions(first: 5", forged("upcoming", "zzz", "b")],
    ["reflections(first: 5", forged("newest", "2026-13-41T00:00:00.000Z", "b")],
    ["researchProjects(first: 5", forged("newest", 7, "b")],
    ["schools(first: 5", forged("name", "a")],
  ] as const)
    test(`${list}, after: ${Buffer.from(cursor, "base64url").toString()}) is refused naming after`, async () => {
      const { json } = await api.post({
        query: `{ ${list}, after: "${cursor}") { nodes { id } } }`,
      });
      expect(json.errors[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "after" });
    });

  const nul = '"a\\u0000"';
  const yearNought = '"0000-01-01T00:00:00Z"';
  for (const [query, field] of [
    [`evidenceSummaries(filter: { topics: [${nul}] }) { nodes { id } }`, "filter.topics"],
    [`researchProjects(filter: { phases: [${nul}] }) { nodes { id } }`, "filter.phases"],
    [`cpdSessions(filter: { pdMechanisms: [${nul}] }) { nodes { id } }`, "filter.pdMechanisms"],
    [`reflections(filter: { evidenceSlug: ${nul} }) { nodes { id } }`, "filter.evidenceSlug"],
    [`search(filter: { topics: [${nul}] }) { totalCount }`, "filter.topics"],
    [
      `evidenceSummaries(filter: { updatedAfter: ${yearNought} }) { nodes { id } }`,
      "filter.updatedAfter",
    ],
    [`cpdSessions(filter: { startsAfter: ${yearNought} }) { nodes { id } }`, "filter.startsAfter"],
    [`search(filter: { publishedAfter: ${yearNought} }) { totalCount }`, "filter.publishedAfter"],
  ] as const)
    test(`${query} is refused naming ${field}`, async () => {
      const { json } = await api.post({ query: `{ ${query} }` });
      expect(json.errors[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", field });
    });

  const strange = ["<script>alert(1)</script>", "😀🎉", "' or 1=1 --", "a & b | !c:*", "\\", "((("];
  for (const query of strange)
    test(`searching for ${JSON.stringify(query)} is a search like any other`, async () => {
      const { status, json } = await api.post({
        query: "query ($query: String!) { search(query: $query, facets: [KIND]) { totalCount } }",
        variables: { query },
      });
      expect(status).toBe(200);
      expect(json.errors).toBeUndefined();
    });

  test("markup in a text comes back escaped in snippets", async () => {
    await api.world.summary({ title: "Wombat <script>alert(1)</script>" });
    const { text } = await api.post({
      query: `{ search(query: "wombat") { edges { snippets { html } } } }`,
    });
    expect(text).toContain("<mark>Wombat</mark> &lt;script&gt;");
    expect(text).not.toContain("<script");
  });

  test("more than 100 ids are refused, and null stands where a record does not exist", async () => {
    const id = "term_01jzmqv4t2f3kagk7c3gm2xh9e";
    const many = await api.post({
      query: "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }",
      variables: { ids: Array(101).fill(id) },
    });
    expect(many.json.errors[0].extensions).toMatchObject({ code: "BAD_USER_INPUT", field: "ids" });
    const summary = await api.world.summary();
    const { json } = await api.post({
      query: "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
      variables: { ids: [id, summary.id, "zebra_01jzmqv4t2f3kagk7c3gm2xh9e"] },
    });
    expect(json.data.nodes).toEqual([
      null,
      { __typename: "EvidenceSummary", id: summary.id },
      null,
    ]);
  });
});

describe("HTTP", () => {
  test("any site may read, without credentials", async () => {
    const { headers } = await api.post(
      { query: "{ __typename }" },
      { origin: "https://trust.example" },
    );
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    const preflight = await fetch(`${api.url}/graphql`, {
      method: "OPTIONS",
      headers: {
        origin: "https://trust.example",
        "access-control-request-method": "POST",
        "access-control-request-headers": "content-type",
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-headers")).toBe("content-type");
  });

  test("what a document costs depends on its variables, however often it has been asked", async () => {
    const query = `query ($n: Int!) { evidenceSummaries(first: $n) { nodes { cpdSessions(first: $n) { nodes { evidence(first: $n) { nodes { id } } } } } } }`;
    for (let again = 0; again < 2; again++) {
      expect((await api.post({ query, variables: { n: 2 } })).status).toBe(200);
      const much = await api.post({ query, variables: { n: 100 } });
      expect(much.status).toBe(400);
      expect(much.json.errors[0].message).toMatch(/could return \d+ fields/);
    }
  });

  test("a query may come by GET", async () => {
    const response = await fetch(
      `${api.url}/graphql?query=${encodeURIComponent('{ evidenceSummary(slug: "feedback") { title } }')}`,
    );
    expect(await response.json()).toEqual({ data: { evidenceSummary: { title: "Feedback" } } });
  });
});
