import { describe, expect, test } from "vitest";
import { unproject } from "../src/search/projection.ts";
import { backOff } from "../src/search/meilisearch/shipping/back-off.ts";
import { batchesOf, halvesOf } from "../src/search/meilisearch/shipping/batches.ts";
import {
  dueAfter,
  drawn,
  look,
  meet,
  recordLive,
  recordRefused,
  recordShipped,
  shipAgain,
  waitingAfter,
} from "../src/search/meilisearch/shipping/ledger.ts";
import { shippingState } from "../src/search/meilisearch/shipping/state.ts";
import { draft, write } from "./meilisearch/place.ts";
import { testDatabase } from "./support/database.ts";
import { serverUrl } from "./support/server.ts";
import { project } from "../src/search/projection.ts";

const database = await testDatabase();
const em = () => database.em.fork();

const waiting = async (generation: string) =>
  waitingAfter(em(), generation, "0", await drawn(em()), 100);

async function markOf(generation: string): Promise<number> {
  const [row] = await em().execute<{ mark: string }[]>(
    "select mark::text as mark from search_index where generation = ?",
    [generation],
  );
  return Number(row!.mark);
}

test("the wait doubles with every failure, up to the most, and is spread", () => {
  const wait = (failed: number, random: number) =>
    backOff(failed, { firstMs: 100, mostMs: 1_000, random: () => random });
  expect([1, 2, 3, 4, 5, 100].map((failed) => wait(failed, 0.5))).toEqual([
    100, 200, 400, 800, 1_000, 1_000,
  ]);
  expect(wait(1, 0)).toBe(75);
  expect(wait(1, 1)).toBe(125);
});

test("batches keep the order, the count and the size, and what is too large goes alone", () => {
  const cut = (sizes: number[]) => batchesOf(sizes, (size) => size, { count: 3, bytes: 10 });
  expect(cut([])).toEqual([]);
  expect(cut([1, 1, 1, 1])).toEqual([[1, 1, 1], [1]]);
  expect(cut([4, 6, 1])).toEqual([[4, 6], [1]]);
  expect(cut([2, 50, 2])).toEqual([[2], [50], [2]]);
  expect(halvesOf([1, 2, 3])).toEqual([[1, 2], [3]]);
  expect(halvesOf([1])).toEqual([[1]]);
});

test("what was written, changed and buried waits until it is shipped, and the mark follows", async () => {
  await write(database, [draft("w-1", "One"), draft("w-2", "Two")]);
  expect(await meet(em(), "g")).toBe(true);
  expect(await meet(em(), "g")).toBe(false);
  await recordLive(em(), "g");
  const first = await waiting("g");
  expect(first.map(({ id, gone }) => [id, gone])).toEqual([
    ["w-1", false],
    ["w-2", false],
  ]);
  expect(await look(em(), "g")).toEqual({ waiting: true });
  await recordShipped(em(), "g", first);
  expect(await look(em(), "g")).toEqual({ waiting: false });
  await look(em(), "g");
  await look(em(), "g");
  expect(await markOf("g")).toBe(Number(first[1]!.version));
  await em().transactional((tx) => unproject(tx, ["w-1"]));
  expect(await waiting("g")).toMatchObject([{ id: "w-1", gone: true }]);
  expect(await shippingState(em())).toMatchObject({ generation: "g", waiting: 1, failed: 0 });
  await recordShipped(em(), "g", await waiting("g"));
  expect(await look(em(), "g")).toEqual({ waiting: false });
});

test("what was refused rests until it is due or changes, and is no longer waited for", async () => {
  await write(database, [draft("r-1", "Refused")]);
  const [refused] = await waiting("g");
  await recordRefused(em(), "g", { ...refused!, reason: "no", delayMs: 60_000 });
  expect(await look(em(), "g")).toEqual({ waiting: false });
  expect(await shippingState(em())).toMatchObject({ waiting: 0, failed: 1 });
  await write(database, [draft("r-1", "Changed")]);
  expect(await look(em(), "g")).toEqual({ waiting: true });
  await recordShipped(em(), "g", await waiting("g"));
  expect(await shippingState(em())).toMatchObject({ waiting: 0, failed: 0 });
});

test("what is to be shipped again is due though the mark is above it", async () => {
  for (let times = 0; times < 3; times++) await look(em(), "g");
  await shipAgain(em(), "g", ["w-2"]);
  expect(await look(em(), "g")).toEqual({ waiting: true });
  expect(await waiting("g")).toEqual([]);
  const due = await dueAfter(em(), "g", "", await drawn(em()), 10);
  expect(due.map(({ id }) => id)).toEqual(["w-2"]);
  await recordShipped(em(), "g", due);
  expect(await look(em(), "g")).toEqual({ waiting: false });
});

describe.runIf(serverUrl())("on a server", () => {
  test("the mark waits for a transaction that has drawn a version and is not over", async () => {
    const written = Promise.withResolvers<void>();
    const commit = Promise.withResolvers<void>();
    const slow = em().transactional(async (tx) => {
      await project(tx, [draft("late", "Committed late")]);
      written.resolve();
      await commit.promise;
    });
    await written.promise;
    await write(database, [draft("early", "Committed early")]);
    await recordShipped(em(), "g", await waiting("g"));
    for (let times = 0; times < 4; times++) await look(em(), "g");
    commit.resolve();
    await slow;
    expect((await waiting("g")).map(({ id }) => id)).toEqual(["late"]);
    await recordShipped(em(), "g", await waiting("g"));
    for (let times = 0; times < 4; times++) await look(em(), "g");
    expect(await markOf("g")).toBe(Number(await drawn(em())));
  });
});
