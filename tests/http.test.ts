import { describe, expect, test } from "vitest";
import { testApi } from "./support/api.ts";

const api = await testApi();

describe("over HTTP", () => {
  test("every answer carries a request id, the client's own where it gave a plain one", async () => {
    const given = await api.post({ query: "{ __typename }" }, { "x-request-id": "abc-1" });
    expect(given.headers.get("x-request-id")).toBe("abc-1");
    const strange = await api.post({ query: "{ __typename }" }, { "x-request-id": "a b{}" });
    expect(strange.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("health says alive and ready, and the schema is served as printed", async () => {
    expect(await (await fetch(`${api.url}/health/live`)).json()).toEqual({ status: "ok" });
    expect(await (await fetch(`${api.url}/health/ready`)).json()).toEqual({
      status: "ok",
      database: "ok",
    });
    const schema = await fetch(`${api.url}/schema.graphql`);
    expect(schema.headers.get("content-type")).toMatch(/^text\/plain/);
    expect(await schema.text()).toContain("type EvidenceSummary implements");
  });
});
