import { setTimeout as sleep } from "node:timers/promises";
import type { Em } from "../../../kernel/em.ts";
import { documentsIn, type Shipping, settingsThatDiffer } from "./indexes.ts";
import { persist } from "./tasks.ts";

/** How an index differs from the rows. */
export interface Differences {
  /** Documents that it should hold. */
  readonly documents: number;
  readonly missing: readonly string[];
  readonly stale: readonly string[];
  /** In the index, though no living row speaks of them. */
  readonly extra: readonly string[];
  /** Written a moment ago and not shipped yet: the index is late, not wrong. Counted nowhere else. */
  readonly waiting: readonly string[];
  /** Refused by the server, with a reason that is kept; counted nowhere else. */
  readonly failed: readonly string[];
  /** Names of settings that are not as they should be. */
  readonly settings: readonly string[];
}

interface Held {
  readonly id: string;
  readonly version: number;
  readonly contentHash: string;
}

/** Read at a time, of the rows and of the index: what bounds the memory. */
const pageSize = 1_000;
const buckets = 256;

/** Writes go on: what differs is looked at again until it has been shipped, or does not get better for so long. */
const patienceMs = 10_000;
const againMs = 250;

/**
 * Compares ids, versions and content hashes of an index with the rows. Goes through both a page at a time and holds no more
 * than a page and what differs. Unless it is to be `patient`, it waits for nothing that is still to be shipped.
 */
export async function compare(
  shipping: Shipping,
  uid: string,
  generation: string,
  { patient = true, signal }: { patient?: boolean; signal?: AbortSignal | undefined } = {},
): Promise<Differences> {
  const em = shipping.em.fork();
  let documents = 0;
  let unlike: string[] = [];
  for (let after = ""; ;) {
    const rows = await rowsAfter(em, after);
    if (rows.length === 0) break;
    documents += rows.length;
    const held = await heldOf(
      shipping,
      uid,
      rows.map(({ id }) => id),
      signal,
    );
    for (const row of rows) if (!same(row, held.get(row.id))) unlike.push(row.id);
    after = rows.at(-1)!.id;
  }
  unlike.push(...(await withoutRows(shipping, em, uid, signal)));
  let found = await looked(shipping, em, uid, unlike, signal);
  for (
    let until = Date.now() + (patient ? patienceMs : 0);
    found.unlike.length > 0 && Date.now() < until;
  ) {
    await sleep(againMs, undefined, { ...(signal && { signal }) });
    const before = found.unlike.length;
    found = await looked(shipping, em, uid, found.unlike, signal);
    if (found.unlike.length < before) until = Date.now() + patienceMs;
    // Nothing of it is on its way: waiting would change nothing.
    else if ((await waitingAmong(em, generation, found.unlike)).size === 0) break;
  }
  unlike = found.unlike;
  const failed = await refusedAmong(em, generation, unlike);
  const waiting = await waitingAmong(em, generation, unlike);
  const faulty = (ids: readonly string[]) =>
    ids.filter((id) => !failed.has(id) && !waiting.has(id));
  return {
    documents,
    missing: faulty(found.missing),
    stale: faulty(found.stale),
    extra: faulty(found.extra),
    waiting: [...waiting],
    failed: [...failed],
    settings: Object.keys(await persist(() => settingsThatDiffer(shipping, uid), signal)),
  };
}

const same = (row: Held, held: Held | undefined): boolean =>
  held !== undefined && held.version === row.version && held.contentHash === row.contentHash;

const rowColumns = `id, version::float8 as version, content_hash as "contentHash"`;

const rowsAfter = (em: Em, after: string): Promise<Held[]> =>
  em.execute<Held[]>(
    `select ${rowColumns} from search_document where deleted_at is null and id > ? order by id limit ?`,
    [after, pageSize],
  );

async function rowsOf(em: Em, ids: readonly string[]): Promise<Map<string, Held>> {
  const rows = await em.execute<Held[]>(
    `select ${rowColumns} from search_document
     where deleted_at is null and id in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(ids)],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What Meilisearch takes as an id; asked for another, it answers nothing at all. */
const takenAsId = /^[\w-]{1,511}$/;

/** What the index holds of these. */
async function heldOf(
  { connection }: Shipping,
  uid: string,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, Held>> {
  const possible = ids.filter((id) => takenAsId.test(id));
  if (possible.length === 0) return new Map();
  const { results } = await persist(
    () =>
      connection.ask((client) =>
        client.index<Held & Record<string, unknown>>(uid).getDocuments({
          ids: possible,
          // With a filter the package asks by POST: a thousand ids are too long for an address.
          filter: [],
          fields: ["id", "version", "contentHash"],
          limit: possible.length,
        }),
      ),
    signal,
  );
  return new Map(results.map((each) => [each.id, each]));
}

/**
 * Ids in the index that no living row has, some buckets at a time, so that what is written meanwhile moves no page; and what
 * has no bucket, which is nothing that was shipped.
 */
async function withoutRows(
  shipping: Shipping,
  em: Em,
  uid: string,
  signal?: AbortSignal,
): Promise<string[]> {
  const { connection } = shipping;
  const all = await persist(() => documentsIn(shipping, uid), signal);
  // Half a page on average, so that most parts are one page.
  const size = Math.max(1, Math.floor((buckets * pageSize) / 2 / Math.max(1, all)));
  const parts = ["bucket NOT EXISTS"];
  for (let from = 0; from < buckets; from += size) {
    const to = Math.min(buckets, from + size);
    parts.push(`bucket IN [${Array.from({ length: to - from }, (_, at) => from + at).join(", ")}]`);
  }
  const strangers: string[] = [];
  for (const filter of parts)
    for (let offset = 0; ; offset += pageSize) {
      const { results } = await persist(
        () =>
          connection.ask((client) =>
            client
              .index<{ id: string }>(uid)
              .getDocuments({ filter, fields: ["id"], offset, limit: pageSize }),
          ),
        signal,
      );
      const ids = results.map(({ id }) => id);
      const rows = ids.length === 0 ? new Map() : await rowsOf(em, ids);
      strangers.push(...ids.filter((id) => !rows.has(id)));
      if (ids.length < pageSize) break;
    }
  return strangers;
}

interface Looked {
  readonly unlike: string[];
  readonly missing: string[];
  readonly stale: string[];
  readonly extra: string[];
}

/** The same question about a few. */
async function looked(
  shipping: Shipping,
  em: Em,
  uid: string,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<Looked> {
  const found: Looked = { unlike: [], missing: [], stale: [], extra: [] };
  for (let at = 0; at < ids.length; at += pageSize) {
    const page = ids.slice(at, at + pageSize);
    const held = await heldOf(shipping, uid, page, signal);
    const rows = await rowsOf(em, page);
    for (const id of page) {
      const row = rows.get(id);
      const kind = row
        ? held.has(id)
          ? same(row, held.get(id))
            ? undefined
            : "stale"
          : "missing"
        : held.has(id)
          ? "extra"
          : undefined;
      if (kind === undefined) continue;
      found[kind].push(id);
      found.unlike.push(id);
    }
  }
  return found;
}

/** Those of them whose last change is not recorded as shipped. */
async function waitingAmong(
  em: Em,
  generation: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await em.execute<{ id: string }[]>(
    `select d.id from search_document d left join search_shipment s on s.generation = ? and s.id = d.id
     where d.id in (select jsonb_array_elements_text(?::jsonb)) and s.version is distinct from d.version
       and s.failed_version is distinct from d.version`,
    [generation, JSON.stringify(ids)],
  );
  return new Set(rows.map(({ id }) => id));
}

async function refusedAmong(
  em: Em,
  generation: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await em.execute<{ id: string }[]>(
    `select s.id from search_shipment s join search_document d on d.id = s.id and d.version = s.failed_version
     where s.generation = ? and s.id in (select jsonb_array_elements_text(?::jsonb))`,
    [generation, JSON.stringify(ids)],
  );
  return new Set(rows.map(({ id }) => id));
}
