import { setTimeout as sleep } from "node:timers/promises";
import {
  applySettings,
  arrive,
  destination,
  documentsIn,
  exchange,
  generationOf,
  indexNames,
  makeIndex,
  removeIndex,
  type Shipping,
} from "./indexes.ts";
import { forgetAllBut, recordFilled, remembered } from "./ledger.ts";
import { shipRound } from "./round.ts";
import { shippingTo } from "./ship-now.ts";
import { persist } from "./tasks.ts";
import { compare } from "./verify.ts";

/** What cannot be done now, in words for the person at the terminal. */
export class ShippingRefused extends Error {
  override readonly name = "ShippingRefused";
}

export interface Rebuilt {
  readonly documents: number;
  /** Documents that Meilisearch refuses; their reasons are kept. */
  readonly failed: number;
  /** Whether there was a whole index before, which one command brings back. */
  readonly before: boolean;
}

const rebuilding = "rebuild";

/**
 * Rounds while writers go on. They never find nothing to do where writers make no pause; a rest this small is shipped while
 * no other shipper works.
 */
const roundsMax = 10;
const restMax = 1_000;

/**
 * Makes the index anew beside the one that is searched, fills it while searches and writes go on, compares it, and exchanges
 * the two in one task. Only for that task do other shippers wait. The old one is kept for one `rollback`. `tell` hears what
 * is being done. Throws a `ShippingRefused`; the index that is searched is then as it was.
 */
export async function rebuild(
  shipping: Shipping,
  { tell = () => {}, signal }: { tell?: (text: string) => void; signal?: AbortSignal } = {},
): Promise<Rebuilt> {
  const { live, next, previous } = indexNames(shipping);
  // A server that is away to begin with is told at once; one that goes away meanwhile is waited for.
  await generationOf(shipping, live);
  const held = await shipping.exclusive(rebuilding, async (stillMine) => {
    const generation = await makeIndex(shipping, next, signal);
    tell("A new index is being filled.");
    for (let round = 0; round < roundsMax; round++) {
      const to = await destination(shipping, next, generation, stillMine);
      const { shipped } = await shipRound(to, signal);
      tell(`${shipped} documents shipped.`);
      if (shipped <= restMax) break;
    }
    tell("It is being compared with the database.");
    const before = (await kept(shipping, [live])) !== undefined;
    const done = await swapIn(shipping, next, generation, signal, () =>
      probed(shipping, next, generation, signal),
    );
    await removeIndex(shipping, previous, signal);
    if (before) await exchange(shipping, next, previous, signal);
    // An index that was never whole is nothing to go back to.
    else await removeIndex(shipping, next, signal);
    await forgetOthers(shipping);
    return { ...done, before };
  });
  if (!held) throw new ShippingRefused("The index is being rebuilt already.");
  return held.done;
}

/**
 * Exchanges the index that is searched with the one before it, once that has been brought up to the database. Doing it
 * again undoes it. Throws a `ShippingRefused` where none is kept.
 */
export async function rollback(
  shipping: Shipping,
  { tell = () => {}, signal }: { tell?: (text: string) => void; signal?: AbortSignal } = {},
): Promise<{ documents: number; failed: number }> {
  const { live, next, previous } = indexNames(shipping);
  await generationOf(shipping, live);
  const held = await shipping.exclusive(rebuilding, async (stillMine) => {
    const uid = await kept(shipping, [previous, next]);
    if (uid === undefined)
      throw new ShippingRefused("There is no index to go back to: none has been rebuilt.");
    const generation = (await arrive(shipping, uid))!;
    await applySettings(shipping, uid, signal);
    tell("The index before is being brought up to the database.");
    await shipRound(await destination(shipping, uid, generation, stillMine), signal);
    return swapIn(shipping, uid, generation, signal, () =>
      probed(shipping, uid, generation, signal),
    );
  });
  if (!held) throw new ShippingRefused("The index is being rebuilt; try again when it is done.");
  return held.done;
}

/** The first of these that has been whole. One that is empty, or that a rebuild left half-way, is none. */
async function kept(shipping: Shipping, uids: readonly string[]): Promise<string | undefined> {
  for (const uid of uids) {
    const generation = await persist(() => generationOf(shipping, uid));
    if (generation === undefined) continue;
    if ((await remembered(shipping.em.fork(), generation))?.filledAt) return uid;
  }
  return undefined;
}

const turnPatienceMs = 120_000;

/** Puts a filled index in the place of the one that is searched, once `check` has passed, with no shipper between. */
async function swapIn(
  shipping: Shipping,
  uid: string,
  generation: string,
  signal: AbortSignal | undefined,
  check: () => Promise<{ documents: number; failed: number }>,
): Promise<{ documents: number; failed: number }> {
  const { live } = indexNames(shipping);
  const checked = await check();
  for (const until = Date.now() + turnPatienceMs; Date.now() < until;) {
    const held = await shipping.exclusive(shippingTo(live), async (stillMine) => {
      await shipRound(await destination(shipping, uid, generation, stillMine), signal);
      await recordFilled(shipping.em.fork(), generation);
      await stillMine();
      // From here on it is not to be stopped half-way.
      await exchange(shipping, uid, live);
      await arrive(shipping, live);
    });
    if (held) return checked;
    await sleep(50, undefined, { ...(signal && { signal }) });
  }
  throw new ShippingRefused("Another process ships without a pause; the index was left as it is.");
}

const probes = 5;

/** Compares a filled index with the rows, and asks it for some of them by their titles. */
async function probed(
  shipping: Shipping,
  uid: string,
  generation: string,
  signal?: AbortSignal,
): Promise<{ documents: number; failed: number }> {
  const found = await compare(shipping, uid, generation, { patient: false, signal });
  // What is written at this moment is shipped before the exchange; what lacks for another reason is a fault.
  if (found.stale.length + found.extra.length + found.missing.length + found.settings.length > 0)
    throw new ShippingRefused(
      `The new index is not what the database says (${found.missing.length} missing, ${found.stale.length} stale, ${found.extra.length} extra${found.settings.length > 0 ? `; settings: ${found.settings.join(", ")}` : ""}). The old one stays.`,
    );
  // Of what the index holds by now: what is written at this moment need not be in it yet.
  const rows = await shipping.em.fork().execute<{ id: string; title: string }[]>(
    `select d.id, d.title from search_document d
     join search_shipment s on s.generation = ? and s.id = d.id and s.version = d.version and s.due_at is null
     where d.deleted_at is null order by md5(d.id || ?) limit ?`,
    [generation, generation, probes],
  );
  for (const { id, title } of rows) {
    const { hits } = await persist(
      () =>
        shipping.connection.ask((client) =>
          client.index(uid).search(title, {
            filter: `id = ${JSON.stringify(id)}`,
            limit: 1,
            matchingStrategy: "last",
            attributesToRetrieve: ["id"],
          }),
        ),
      signal,
    );
    if (hits.length === 0 && (await stillSo(shipping, id, title)))
      throw new ShippingRefused(
        "The new index does not find documents by their titles. The old one stays.",
      );
  }
  return { documents: await documentsIn(shipping, uid), failed: found.failed.length };
}

async function stillSo(shipping: Shipping, id: string, title: string): Promise<boolean> {
  const rows = await shipping.em
    .fork()
    .execute<unknown[]>(
      `select 1 from search_document where id = ? and title = ? and deleted_at is null`,
      [id, title],
    );
  return rows.length > 0;
}

async function forgetOthers(shipping: Shipping): Promise<void> {
  const { live, next, previous } = indexNames(shipping);
  const generations: string[] = [];
  for (const uid of [live, next, previous]) {
    const generation = await persist(() => generationOf(shipping, uid));
    if (generation !== undefined) generations.push(generation);
  }
  await forgetAllBut(shipping.em.fork(), generations);
}
