import type { Em } from "../../../kernel/em.ts";
import { applySettings, arrive, mend, type Shipping } from "./indexes.ts";
import { shipNow } from "./ship-now.ts";
import { compare, type Differences } from "./verify.ts";

/** What a comparison found, and whether what could be put right was. */
export interface Verified extends Differences {
  readonly generation: string;
  readonly repaired: boolean;
}

/** True when the index says what the database says. */
export const isEqual = ({ missing, stale, extra, waiting, settings }: Differences): boolean =>
  missing.length + stale.length + extra.length + waiting.length + settings.length === 0;

/**
 * Compares the index that is searched with the database, keeps the outcome, and with `repair` has what differs shipped
 * again, what is too many removed and the settings applied. Undefined where there is no index.
 */
export async function verify(
  shipping: Shipping,
  { repair, signal }: { repair: boolean; signal?: AbortSignal },
): Promise<Verified | undefined> {
  const uid = shipping.connection.address.index;
  const generation = await arrive(shipping, uid);
  if (generation === undefined) return undefined;
  const em = shipping.em.fork();
  const found = await compare(shipping, uid, generation, { signal });
  const repaired = repair && !isEqual(found);
  if (repaired) {
    if (found.settings.length > 0) await applySettings(shipping, uid, signal);
    const known = await withTombstone(em, found.extra);
    await mend(
      shipping,
      uid,
      generation,
      {
        again: [...found.missing, ...found.stale, ...known],
        strangers: found.extra.filter((id) => !known.has(id)),
      },
      signal,
    );
  }
  await recordVerified(em, generation, found, repair || isEqual(found));
  return { ...found, generation, repaired };
}

/** As `verify`; what is repaired is shipped at once, unless another process ships already. */
export async function verifyNow(
  shipping: Shipping,
  options: { repair: boolean; signal?: AbortSignal },
): Promise<Verified | null> {
  const found = await verify(shipping, options);
  if (found?.repaired) await shipNow(shipping, options.signal);
  return found ?? null;
}

/** The comparison at set times: repairs, and answers what was found, in numbers fit for a log. */
export async function drift(shipping: Shipping): Promise<object> {
  const found = await verify(shipping, { repair: true });
  if (!found) return { index: "none" };
  const { documents, missing, stale, extra, failed, settings } = found;
  return {
    documents,
    missing: missing.length,
    stale: stale.length,
    extra: extra.length,
    failed: failed.length,
    settings,
  };
}

/** A tombstone is shipped as what it is, and by those alone who ship; a document without any row is nobody else's. */
async function withTombstone(em: Em, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ id: string }[]>(
    `select id from search_document where id in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(ids)],
  );
  return new Set(rows.map(({ id }) => id));
}

async function recordVerified(
  em: Em,
  generation: string,
  { missing, stale, extra, settings }: Differences,
  sure: boolean,
): Promise<void> {
  await em.execute(
    `update search_index set verified_at = now(), missing = ?, stale = ?, extra = ?,
       settings = array(select jsonb_array_elements_text(?::jsonb)), doubted_at = case when ? then null else doubted_at end
     where generation = ?`,
    [missing.length, stale.length, extra.length, JSON.stringify(settings), sure, generation],
    "run",
  );
}
