import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { createLog } from "../../src/kernel/log.ts";
import { drift, verify } from "../../src/search/meilisearch/shipping/check.ts";
import type { Shipping } from "../../src/search/meilisearch/shipping/indexes.ts";
import { rebuild } from "../../src/search/meilisearch/shipping/rebuild.ts";
import { shipNow } from "../../src/search/meilisearch/shipping/ship-now.ts";
import { startShipper } from "../../src/search/meilisearch/shipping/shipper.ts";
import { shippingState } from "../../src/search/meilisearch/shipping/state.ts";
import { done } from "../../src/search/meilisearch/shipping/tasks.ts";
import { unproject } from "../../src/search/projection.ts";
import { answer } from "../support/answer.ts";
import { testDatabase } from "../support/database.ts";
import { meiliUrl, withServer } from "../support/meilisearch.ts";
import { asMaster } from "../support/meilisearch-installation.ts";
import { meilisearchProcess, withCommand } from "../support/meilisearch-process.ts";
import { meilisearchProxy, sentTo } from "../support/meilisearch-proxy.ts";
import { draft, followed, nothing, shippingTo, until, write } from "./place.ts";

const many = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => draft(`${name}-${at}`, `Topic ${at}`));

describe.skipIf(!withServer)("shipping through faults", { timeout: 180_000 }, async () => {
  const database = await testDatabase();
  const { em } = database;
  let proxy: Awaited<ReturnType<typeof meilisearchProxy>>;
  let shipping: Shipping;
  const index = () => shipping.connection.address.index;
  beforeAll(async () => {
    proxy = await meilisearchProxy(meiliUrl!);
    shipping = await shippingTo(database, { url: meiliUrl!, at: proxy.url });
    await rebuild(shipping);
  });
  afterEach(() => {
    proxy.state.instead = undefined;
    proxy.state.passed.length = 0;
  });
  afterAll(() => proxy.stop());

  test("a batch that is too large for the server is sent in parts", async () => {
    const lengths: number[] = [];
    proxy.state.instead = ({ path, body }) => {
      if (!path.includes("/documents?") && !path.endsWith("/documents")) return undefined;
      lengths.push(body.split("\n").length);
      return body.split("\n").length > 30 ? { status: 413, code: "payload_too_large" } : undefined;
    };
    await write(database, many("large", 100));
    await shipNow(shipping);
    expect(lengths).toEqual([100, 50, 50, 25, 25, 25, 25]);
    expect(await shippingState(em.fork())).toMatchObject({ waiting: 0, failed: 0 });
    expect(await verify(shipping, { repair: false })).toMatchObject(nothing);
  });

  test("a server whose queue is full, or that is busy, is asked again until it takes what waits; nothing is blamed or lost", async () => {
    await write(database, many("busy", 20));
    const refusals = [
      { status: 503, code: "too_many_search_requests" },
      { status: 422, code: "no_space_left_on_device" },
      { status: 429, code: "too_many_requests" },
      { status: 500, code: "internal" },
    ];
    proxy.state.instead = ({ method, path }) =>
      method !== "GET" && path.includes("/documents") ? refusals.pop() : undefined;
    await shipNow(shipping);
    expect(refusals).toEqual([]);
    expect(sentTo(proxy.state.passed, index()).length).toBe(20);
    expect(await shippingState(em.fork())).toMatchObject({ waiting: 0, failed: 0 });
    expect(await verify(shipping, { repair: false })).toMatchObject(nothing);
  });

  test("a key that is refused for a while is told once and holds nothing back afterwards", async () => {
    const lines: string[] = [];
    const log = createLog("info", { write: (line) => void lines.push(line) });
    let refused = 0;
    proxy.state.instead = () => {
      refused += 1;
      return { status: 403, code: "invalid_api_key" };
    };
    const shipper = startShipper(shipping, log);
    onTestFinished(() => shipper.stop());
    await write(database, many("locked", 5));
    await until(async () => refused > 2);
    expect((await shippingState(em.fork())).waiting).toBe(5);
    proxy.state.instead = undefined;
    await followed(database);
    expect(lines.filter((line) => line.includes("key refused"))).toHaveLength(1);
    expect(lines.join("")).toContain("the search index is followed again");
    expect(await verify(shipping, { repair: false })).toMatchObject(nothing);
  });

  test("what the server refuses is told to publishers and administrators with its reason, and to nobody else", async () => {
    const question = `{ searchIndex { waiting oldestSeconds trusted failedCount failed { id title reason attempts nextAttemptAt } } }`;
    const ask = (role?: "PUBLISHER" | "ADMINISTRATOR" | "TEACHER") =>
      answer(
        em.fork(),
        [],
        question,
        {},
        role === undefined
          ? { kind: "anonymous" }
          : { kind: "person", personId: "person_x", schoolId: null, roles: [role] },
      );
    await write(database, [
      ...many("poison", 10),
      draft("not an id!", "A document that no index takes"),
      draft("no id either!", "A secret", { audience: ["person:ada"] }),
    ]);
    await shipNow(shipping);
    for (const role of ["PUBLISHER", "ADMINISTRATOR"] as const)
      expect((await ask(role)).data.searchIndex).toEqual({
        waiting: 0,
        oldestSeconds: 0,
        trusted: true,
        failedCount: 2,
        failed: [
          {
            id: "no id either!",
            // Who may not see a record learns that one is refused, and not its title.
            title: null,
            reason: expect.stringMatching(/identifier/i),
            attempts: 1,
            nextAttemptAt: expect.any(String),
          },
          {
            id: "not an id!",
            title: "A document that no index takes",
            reason: expect.stringMatching(/identifier/i),
            attempts: 1,
            nextAttemptAt: expect.any(String),
          },
        ],
      });
    expect((await ask("TEACHER")).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
    expect((await ask()).errors).toMatchObject([{ extensions: { code: "UNAUTHENTICATED" } }]);
    await em.fork().transactional((tx) => unproject(tx, ["not an id!", "no id either!"]));
    await shipNow(shipping);
    expect((await ask("PUBLISHER")).data.searchIndex).toMatchObject({ failedCount: 0, failed: [] });
  });

  test("the comparison at set times finds what somebody changed, repairs it, and tells only numbers", async () => {
    await done(asMaster(index()), (client) =>
      client.index(index()).deleteDocuments(["large-1", "large-2"]),
    );
    await done(asMaster(index()), (client) =>
      client.index(index()).addDocuments([{ id: "strange" }]),
    );
    expect(await drift(shipping)).toMatchObject({ missing: 2, stale: 0, extra: 1, failed: 0 });
    expect(await shippingState(em.fork())).toMatchObject({ missing: 2, extra: 1 });
    await shipNow(shipping);
    expect(await drift(shipping)).toMatchObject({ missing: 0, stale: 0, extra: 0 });
    expect(await verify(shipping, { repair: false })).toMatchObject(nothing);
  });
});

describe.skipIf(!withCommand)("a server that takes small payloads alone", async () => {
  const database = await testDatabase();

  test("has everything all the same, but the one document that alone is too large, which is told", async () => {
    const server = await meilisearchProcess();
    onTestFinished(() => server.remove());
    await server.start(" --http-payload-size-limit 100kB");
    const shipping = await shippingTo(database, { url: server.url });
    const text = Array.from({ length: 12_000 }, (_, at) => `word${at}`).join(" ");
    await write(database, [
      ...many("small", 200),
      draft("huge", "Too large for this server", { parts: [{ field: "text", text }] }),
    ]);
    await rebuild(shipping);
    expect(await shippingState(database.em.fork())).toMatchObject({ waiting: 0, failed: 1 });
    expect(await verify(shipping, { repair: false })).toMatchObject({
      ...nothing,
      documents: 201,
      failed: ["huge"],
    });
  });
});
