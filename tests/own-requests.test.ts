import { type IncomingMessage, request } from "node:http";
import { describe, expect, test } from "vitest";
import { fromThisSite } from "../src/app/own-requests.ts";
import { testApi } from "./support/api.ts";

const api = await testApi();

const asked = (method: string, headers: Record<string, string>): IncomingMessage =>
  ({ method, headers: { host: "localhost:4000", ...headers } }) as never;

const ours = (method: string, headers: Record<string, string>): boolean =>
  fromThisSite(asked(method, headers), "https://potbank.test");

describe("what another site's page sends never counts as the reader's", () => {
  test("as a browser says who sends it", () => {
    expect(ours("POST", { "sec-fetch-site": "same-origin" })).toBe(true);
    expect(ours("POST", { "sec-fetch-site": "none" })).toBe(true);
    expect(ours("POST", { "sec-fetch-site": "cross-site" })).toBe(false);
    expect(ours("POST", { "sec-fetch-site": "same-site" })).toBe(false);
    expect(ours("POST", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" })).toBe(
      false,
    );
  });

  test("as an older browser says it, and where it says nothing a program is meant", () => {
    expect(ours("POST", { origin: "https://potbank.test" })).toBe(true);
    expect(ours("POST", { origin: "http://localhost:4000" })).toBe(true);
    expect(ours("POST", { origin: "https://elsewhere.example" })).toBe(false);
    expect(ours("POST", { origin: "null" })).toBe(false);
    expect(ours("POST", {})).toBe(true);
  });

  test("a link from elsewhere is followed as oneself, and what it embeds is not", () => {
    expect(ours("GET", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" })).toBe(
      true,
    );
    expect(ours("GET", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "cors" })).toBe(false);
    expect(ours("GET", { origin: "https://elsewhere.example" })).toBe(false);
  });
});

describe("a form of a page", () => {
  const send = (headers: Record<string, string>, body: NonNullable<RequestInit["body"]> = "q=a") =>
    fetch(`${api.url}/search`, { method: "POST", body, headers });

  test("is refused from another site, with the way on", async () => {
    const answer = await send({ origin: "https://elsewhere.example" });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toMatch(/another site\. Open the page here/);
  });

  test("says its length and has a limit", async () => {
    const endless = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode("q=a"));
        stream.close();
      },
    });
    const unsaid = await fetch(`${api.url}/search`, {
      method: "POST",
      body: endless,
      duplex: "half",
    } as RequestInit);
    expect(unsaid.status).toBe(411);
    expect((await send({}, "q=".padEnd(400_000, "a"))).status).toBe(413);
  });

  test("other methods are told what a page takes", async () => {
    const answer = await fetch(`${api.url}/search`, { method: "DELETE" });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD, POST");
  });
});

test("what is answered to a cookie is kept nowhere", async () => {
  const ask = (headers: Record<string, string>) =>
    fetch(`${api.url}/graphql?query={__typename}`, { headers });
  expect((await ask({})).headers.get("cache-control")).toBe("no-cache");
  const own = await ask({ cookie: "a=b" });
  expect(own.headers.get("cache-control")).toBe("private, no-store");
  expect(own.headers.get("vary")).toMatch(/\bcookie\b/i);
});

describe("a request that names a whole address, as to a proxy,", () => {
  const statusOf = (path: string): Promise<number | undefined> =>
    new Promise((answered, failed) => {
      const { hostname, port } = new URL(api.url);
      request({ hostname, port, path }, (answer) => {
        answer.resume();
        answered(answer.statusCode);
      })
        .on("error", failed)
        .end();
    });

  test("is answered by its path; whose the address is counts for nothing", async () => {
    expect(await statusOf("http://elsewhere.example/api/auth/get-session")).toBe(200);
    expect(await statusOf("http://elsewhere.example/api/auth/ok")).toBe(404);
  });

  test("is a fault of the request, not ours, where that is none", async () => {
    const refused = await statusOf("http://elsewhere.example:port/api/auth/get-session");
    expect([400, 404]).toContain(refused);
  });
});
