import { expect } from "vitest";
import { services } from "../src/app/application.ts";
import { type SearchTokens, searchTokens } from "../src/search/search-token.ts";
import { testApi } from "./support/api.ts";
import { test } from "./support/world.ts";

const question = `{ searchToken {
  __typename
  ... on SearchToken { url index token expiresAt }
  ... on SearchTokenAbsent { reason }
} }`;

test("there is no search token where no Meilisearch is configured, and no error either", async ({
  world,
}) => {
  const { data, errors, statements } = await world.ask(question);
  expect(errors).toBeUndefined();
  expect(data.searchToken).toEqual({ __typename: "SearchTokenAbsent", reason: "NOT_CONFIGURED" });
  expect(statements).toEqual([]);
});

test("a person who asks for very many search tokens is held off, and nobody else with them", async ({
  world,
}) => {
  const ada = world.as(await world.person());
  const bob = world.as(await world.person());
  for (let at = 0; at < 30; at += 1)
    expect((await world.ask(question, {}, ada)).errors).toBeUndefined();
  const { errors } = await world.ask(question, {}, ada);
  expect(errors).toMatchObject([{ extensions: { code: "RATE_LIMITED" } }]);
  expect(errors![0]!.message).toMatch(/ask again in \d+ seconds/);
  expect((await world.ask(question, {}, bob)).errors).toBeUndefined();
  expect((await world.ask(question)).errors).toBeUndefined();
});

test("a search token is made for the viewer's own audience, and kept by nobody on the way", async () => {
  const asked: (readonly string[])[] = [];
  const tokens: SearchTokens = {
    async issue(audience) {
      asked.push(audience);
      return {
        url: "https://search.test",
        index: "potbank",
        token: "a.b.c",
        expiresAt: new Date("2026-01-01T10:00:00Z"),
      };
    },
  };
  const api = await testApi({ provided: services().set(searchTokens, tokens) });
  const { json, headers } = await api.post({ query: question });
  expect(json.data.searchToken).toEqual({
    __typename: "SearchToken",
    url: "https://search.test",
    index: "potbank",
    token: "a.b.c",
    expiresAt: "2026-01-01T10:00:00.000Z",
  });
  expect(asked).toEqual([["public"]]);
  expect(headers.get("cache-control")).toBe("private, no-store");
});
