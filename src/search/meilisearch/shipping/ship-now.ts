import { MeilisearchFault } from "../fault.ts";
import { arrive, destination, type Shipping } from "./indexes.ts";
import { look, recordFilled } from "./ledger.ts";
import { type RoundCounts, shipRound } from "./round.ts";

/** Name of the exclusion around all that ships to the index that is searched. */
export const shippingTo = (uid: string): string => `shipping to ${uid}`;

/** Ships what waits, unless another process does; undefined then. */
export async function shipNow(
  shipping: Shipping,
  signal?: AbortSignal,
): Promise<RoundCounts | undefined> {
  const uid = shipping.connection.address.index;
  const held = await shipping.exclusive(shippingTo(uid), async (stillMine) => {
    // Who the index is may have changed since: a rebuild exchanges it between two rounds.
    const generation = await arrive(shipping, uid);
    if (generation === undefined) throw new MeilisearchFault("no index");
    const to = await destination(shipping, uid, generation, stillMine);
    const counts = await shipRound(to, signal);
    if (!(await look(to.em, generation)).waiting) await recordFilled(to.em, generation);
    return counts;
  });
  return held?.done;
}
