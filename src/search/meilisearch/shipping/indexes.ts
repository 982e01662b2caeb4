import { setTimeout as sleep } from "node:timers/promises";
import type { Settings } from "meilisearch";
import type { Em } from "../../../kernel/em.ts";
import type { MeilisearchConnection } from "../connection.ts";
import type { IndexDocument } from "../document.ts";
import { MeilisearchFault } from "../fault.ts";
import { differences } from "../settings.ts";
import type { Exclusive } from "./exclusive.ts";
import { doubt, meet, recordLive, remembered, shipAgain } from "./ledger.ts";
import type { Destination, Limits } from "./round.ts";
import { done, persist, TaskFailed } from "./tasks.ts";

/** All that shipping works with. */
export interface Shipping {
  /** The global entity manager: it is forked for every piece of work. */
  readonly em: Em;
  readonly connection: MeilisearchConnection;
  readonly exclusive: Exclusive;
  readonly documentsOf: (em: Em, ids: readonly string[]) => Promise<readonly IndexDocument[]>;
  readonly settings: (em: Em) => Promise<Settings>;
  readonly limits?: Partial<Limits>;
}

/** The indexes of an installation: the one that is searched, the one being made, the one kept for a way back. */
export const indexNames = ({ connection }: Shipping) => {
  const live = connection.address.index;
  return { live, next: `${live}-next`, previous: `${live}-previous` };
};

/** When the index was made, which is who it is: the moment travels with it through swaps. Undefined where there is none. */
export async function generationOf(
  { connection }: Shipping,
  uid: string,
): Promise<string | undefined> {
  try {
    const { createdAt } = await connection.ask((client) => client.index(uid).getRawInfo());
    return createdAt;
  } catch (error) {
    if (error instanceof MeilisearchFault && error.kind === "no index") return undefined;
    throw error;
  }
}

export const documentsIn = async ({ connection }: Shipping, uid: string): Promise<number> =>
  (await connection.ask((client) => client.index(uid).getStats())).numberOfDocuments;

/**
 * Finds the index and who it is. One that this database never saw, but holds documents, is doubted; so is one whose server
 * has given fewer tasks than it had: it was restored from an older state. Undefined where there is no such index.
 */
export async function arrive(shipping: Shipping, uid: string): Promise<string | undefined> {
  const { connection } = shipping;
  const generation = await generationOf(shipping, uid);
  const em = shipping.em.fork();
  if (generation === undefined) {
    if (uid === connection.address.index) await recordLive(em);
    return undefined;
  }
  const latest = (await connection.ask((client) => client.tasks.getTasks({ limit: 1 }))).results[0];
  if (await meet(em, generation)) {
    if ((await documentsIn(shipping, uid)) > 0) await doubt(em, generation, latest?.uid ?? -1);
  } else if ((latest?.uid ?? -1) < (await remembered(em, generation))!.highestTask)
    await doubt(em, generation, latest?.uid ?? -1);
  if (uid === connection.address.index) await recordLive(em, generation);
  return generation;
}

/** Where a round ships to. */
export async function destination(
  { em, connection, documentsOf, limits }: Shipping,
  uid: string,
  generation: string,
  stillMine: () => Promise<void>,
): Promise<Destination> {
  const fork = em.fork();
  const highestTask = (await remembered(fork, generation))?.highestTask ?? -1;
  return {
    em: fork,
    connection,
    uid,
    generation,
    documentsOf,
    stillMine,
    highestTask,
    ...(limits && { limits }),
  };
}

/** Names of the settings in which the index is not as it should be. */
export async function settingsThatDiffer(shipping: Shipping, uid: string): Promise<Settings> {
  const wanted = await shipping.settings(shipping.em.fork());
  const current = await shipping.connection.ask((client) => client.index(uid).getSettings());
  return differences(current, wanted);
}

/**
 * Sets the index to what is wanted, in what differs alone: most settings make the server read every document anew. Searches
 * are answered from the old state until then. Answers the names of what was set.
 */
export async function applySettings(
  shipping: Shipping,
  uid: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const differing = await persist(() => settingsThatDiffer(shipping, uid), signal);
  const names = Object.keys(differing);
  if (names.length > 0)
    await done(
      shipping.connection,
      (client) => client.index(uid).updateSettings(differing),
      signal,
    );
  return names;
}

/** Removes an index where there is one. */
export async function removeIndex(
  shipping: Shipping,
  uid: string,
  signal?: AbortSignal,
): Promise<void> {
  if ((await persist(() => generationOf(shipping, uid), signal)) === undefined) return;
  await done(shipping.connection, (client) => client.deleteIndex(uid), signal);
}

/** Makes an index with the wanted settings; answers who it is. */
export async function makeIndex(
  shipping: Shipping,
  uid: string,
  signal?: AbortSignal,
): Promise<string> {
  const { connection } = shipping;
  await removeIndex(shipping, uid, signal);
  await done(connection, (client) => client.createIndex(uid, { primaryKey: "id" }), signal);
  await applySettings(shipping, uid, signal);
  const generation = await persist(() => generationOf(shipping, uid), signal);
  await meet(shipping.em.fork(), generation!);
  return generation!;
}

/** How long a swap may wait for the tasks before it. */
const exchangeMs = 600_000;

/**
 * Exchanges two indexes in one task; where the second is not there yet, the first takes its name. A key for some indexes is
 * not told of a swap's task, so its end is seen by who the indexes are.
 */
export async function exchange(
  shipping: Shipping,
  uid: string,
  other: string,
  signal?: AbortSignal,
): Promise<void> {
  const who = (name: string) => persist(() => generationOf(shipping, name), signal);
  const [first, second] = [await who(uid), await who(other)];
  const rename = second === undefined;
  // Asked once: a second swap would undo the first.
  await shipping.connection.ask((client) =>
    client.swapIndexes([{ indexes: [uid, other], rename }]),
  );
  const until = Date.now() + exchangeMs;
  for (let wait = 10; (await who(other)) !== first; wait = Math.min(250, wait * 1.5)) {
    if (Date.now() > until)
      throw new TaskFailed("Meilisearch did not exchange two indexes within ten minutes.");
    await sleep(wait, undefined, { ...(signal && { signal }) });
  }
}

/** Has these documents shipped again, and takes out of the index what no row speaks of. */
export async function mend(
  shipping: Shipping,
  uid: string,
  generation: string,
  { again, strangers }: { again: readonly string[]; strangers: readonly string[] },
  signal?: AbortSignal,
): Promise<void> {
  await shipAgain(shipping.em.fork(), generation, again);
  const pageSize = 1_000;
  for (let at = 0; at < strangers.length; at += pageSize)
    await done(
      shipping.connection,
      (client) => client.index(uid).deleteDocuments(strangers.slice(at, at + pageSize)),
      signal,
    );
}
