import type { Settings } from "meilisearch";
import { setTimeout } from "node:timers/promises";
import type { MeilisearchConnection } from "./connection.ts";
import { MeilisearchFault } from "./fault.ts";
import { ensureKeys } from "./keys.ts";
import { differences } from "./settings.ts";

/** Why the server cannot be set up, for the person at the terminal. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}

export interface SetUp {
  readonly apiKey: string;
  readonly searchKey: string;
  readonly version: string;
  /** Names of the settings that were changed. */
  readonly changed: readonly string[];
}

/** Makes the keys, and the index with its settings; what is right already stays as it is. The connection has the master key. */
export async function setUp(connection: MeilisearchConnection, settings: Settings): Promise<SetUp> {
  const version = await supportedVersion(connection);
  const keys = await ensureKeys(connection).catch((error: unknown) => {
    // A limited key may tell its version, and nothing about keys.
    throw explained(connection, error);
  });
  return { ...keys, version, changed: await ensureIndex(connection, settings) };
}

async function supportedVersion(connection: MeilisearchConnection): Promise<string> {
  const told = await connection
    .ask((client) => client.getVersion())
    .catch((error: unknown) => {
      throw explained(connection, error);
    });
  const version = String((told as { pkgVersion?: unknown } | undefined)?.pkgVersion);
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(version) ?? [];
  if (major === undefined)
    throw new SetupError(`What answers at ${connection.address.url} is no Meilisearch.`);
  if (major !== "1" || Number(minor) < 50)
    throw new SetupError(
      `The Meilisearch at ${connection.address.url} is ${version}; Potbank needs 1.50 or a later 1.x.`,
    );
  return version;
}

function explained({ address: { url } }: MeilisearchConnection, error: unknown): unknown {
  if (!(error instanceof MeilisearchFault)) return error;
  if (error.kind === "unreachable" || error.kind === "timeout")
    return new SetupError(
      `Nothing answers at ${url}${error.code ? ` (${error.code})` : ""}. Check MEILI_URL, and that Meilisearch is running.`,
    );
  if (error.kind === "key refused")
    return new SetupError(
      `The Meilisearch at ${url} refuses MEILI_MASTER_KEY: it must be the key that the server was started with. One without a master key gives no keys at all.`,
    );
  if (error.kind === "garbled") return new SetupError(`What answers at ${url} is no Meilisearch.`);
  return error;
}

/** Applies the settings in which the index differs; answers their names. */
async function ensureIndex(
  connection: MeilisearchConnection,
  settings: Settings,
): Promise<string[]> {
  const { index } = connection.address;
  const current = await connection
    .ask((client) => client.index(index).getSettings())
    .catch(async (error: unknown) => {
      if (!(error instanceof MeilisearchFault) || error.kind !== "no index") throw error;
      await carriedOut(connection, (client) => client.createIndex(index, { primaryKey: "id" }));
      return connection.ask((client) => client.index(index).getSettings());
    });
  const differing = differences(current, settings);
  const names = Object.keys(differing);
  if (names.length > 0)
    await carriedOut(connection, (client) => client.index(index).updateSettings(differing));
  return names;
}

/** Settings are read anew for every document there is. */
const patienceMs = 600_000;

/** Waits for the task that the work begins, and reads what became of it. */
async function carriedOut(
  connection: MeilisearchConnection,
  work: Parameters<MeilisearchConnection["ask"]>[0],
): Promise<void> {
  const { taskUid } = (await connection.ask(work)) as { taskUid: number };
  const until = Date.now() + patienceMs;
  for (let pauseMs = 20; Date.now() < until; pauseMs = Math.min(1_000, pauseMs * 1.5)) {
    const { status, error } = await connection.ask((client) => client.tasks.getTask(taskUid));
    if (status === "succeeded") return;
    if (status === "failed" || status === "canceled")
      throw new SetupError(`Meilisearch's task ${taskUid} ${status}: ${error?.code ?? "no code"}.`);
    await setTimeout(pauseMs);
  }
  throw new SetupError(
    `Meilisearch's task ${taskUid} is still under way after ten minutes; run the command again later.`,
  );
}
