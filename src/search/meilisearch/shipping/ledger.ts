import type { Em } from "../../../kernel/em.ts";

/**
 * What each index holds, as the database remembers it: tables `search_index` and `search_shipment`, which nobody writes
 * but those who ship. A generation is the moment at which an index was made; it travels with the index through swaps.
 *
 * Below a generation's mark every document is shipped, or has a row that says when it is due: nobody need look there. It
 * moves up to a version only once every transaction is over that had a number when that version had been drawn.
 */

/** A document that an index does not hold as it is. */
export interface Waiting {
  readonly id: string;
  readonly version: string;
  /** True for a tombstone: it is to be deleted. */
  readonly gone: boolean;
  /** About how many bytes of text it has, compressed as it is stored. */
  readonly size: number;
}

/** What the index holds of a document now. */
export interface Shipped {
  readonly id: string;
  readonly version: number | string;
}

/** A document that the index would not take. */
export interface Refused extends Shipped {
  readonly reason: string;
  readonly delayMs: number;
}

/** Makes a generation known. Answers true when this database has never seen it: nothing of it can be relied on. */
export async function meet(em: Em, generation: string): Promise<boolean> {
  const made = await em.execute<unknown[]>(
    `insert into search_index (generation) values (?) on conflict do nothing returning 1`,
    [generation],
  );
  return made.length > 0;
}

/** Whether the index lacks anything that is due now, and whether the mark might move: one indexed statement. */
export async function look(em: Em, generation: string): Promise<{ waiting: boolean }> {
  const [row] = await em.execute<
    {
      waiting: boolean;
      settled: boolean;
      drawn: string;
      behind: boolean;
      candidate: string | null;
    }[]
  >(
    // The sequence is read after the statement's snapshot was taken, so the number that closes it is taken by the next
    // statement, below.
    `select (select case when is_called then last_value else last_value - 1 end from search_document_version_seq)::text as drawn,
       candidate::text as candidate,
       mark < (select case when is_called then last_value else last_value - 1 end from search_document_version_seq) as behind,
       coalesce(pg_snapshot_xmin(pg_current_snapshot()) >= candidate_xid, false) and not exists (
         select from search_document d where d.version > i.mark and d.version <= i.candidate and not ${held("i.generation")}
           and not exists (select from search_shipment s where s.generation = i.generation and s.id = d.id and s.due_at is not null)
       ) as settled,
       exists (select from search_document d where d.version > i.mark and not ${held("i.generation")} and not ${resting("i.generation")})
         or exists (select from search_shipment s where s.generation = i.generation and s.due_at <= now()) as waiting
     from search_index i where generation = ?`,
    [generation],
  );
  if (!row) return { waiting: true };
  if (row.settled)
    await em.execute(
      `update search_index set mark = candidate, candidate = null, candidate_xid = null
       where generation = ? and candidate = ?`,
      [generation, row.candidate],
      "run",
    );
  else if (row.candidate === null && row.behind)
    await em.execute(
      `update search_index set candidate = ?, candidate_xid = pg_snapshot_xmax(pg_current_snapshot())
       where generation = ? and candidate is null`,
      [row.drawn, generation],
      "run",
    );
  return { waiting: row.waiting };
}

/** The index holds the row `d` as it is. */
const held = (generation: string) => `exists (
  select from search_shipment s where s.generation = ${generation} and s.id = d.id and s.version = d.version and s.due_at is null)`;

/** The row `d` was refused as it is, and is not to be tried again yet. */
const resting = (generation: string) => `exists (
  select from search_shipment s where s.generation = ${generation} and s.id = d.id and s.due_at > now() and s.failed_version = d.version)`;

/** The highest version that has been drawn; its transaction may not be over. */
export async function drawn(em: Em): Promise<string> {
  const [row] = await em.execute<{ last: string }[]>(
    `select last_value::text as last from search_document_version_seq`,
  );
  return row!.last;
}

/** What is due now above the mark and above `after`, up to a version, in order of version. */
export const waitingAfter = (
  em: Em,
  generation: string,
  after: string,
  upTo: string,
  limit: number,
): Promise<Waiting[]> =>
  em.execute<Waiting[]>(
    `select d.id, d.version::text as version, d.deleted_at is not null as gone, coalesce(pg_column_size(d.body), 0)::int as size
     from search_document d
     where d.version > greatest(?::bigint, (select mark from search_index where generation = ?))
       and d.version <= ? and not ${held("?")} and not ${resting("?")}
     order by d.version limit ?`,
    [after, generation, upTo, generation, generation, limit],
  );

/** What was refused or found wrong and is due now, up to a version, in order of id. */
export const dueAfter = (
  em: Em,
  generation: string,
  after: string,
  upTo: string,
  limit: number,
): Promise<Waiting[]> =>
  em.execute<Waiting[]>(
    `select d.id, d.version::text as version, d.deleted_at is not null as gone, coalesce(pg_column_size(d.body), 0)::int as size
     from search_shipment s join search_document d on d.id = s.id
     where s.generation = ? and s.due_at <= now() and s.id > ? and d.version <= ?
     order by s.id limit ?`,
    [generation, after, upTo, limit],
  );

/** Remembers what the index holds now. Never an older version over a newer. */
export async function recordShipped(
  em: Em,
  generation: string,
  shipped: readonly Shipped[],
): Promise<void> {
  if (shipped.length === 0) return;
  await em.execute(
    `insert into search_shipment as s (generation, id, version)
     select ?, id, version from jsonb_to_recordset(?::jsonb) as each (id text, version bigint)
     on conflict (generation, id) do update set
       version = excluded.version, due_at = null, attempts = 0, failed_version = null, reason = null
     where s.version <= excluded.version`,
    [generation, JSON.stringify(shipped)],
    "run",
  );
}

/** Remembers what the index would not take, why, and when to try again; it holds what it held. */
export async function recordRefused(
  em: Em,
  generation: string,
  { id, version, reason, delayMs }: Refused,
): Promise<void> {
  await em.execute(
    `insert into search_shipment as s (generation, id, version, attempts, failed_version, reason, due_at)
     values (?, ?, 0, 1, ?, ?, now() + make_interval(secs => ?::float8))
     on conflict (generation, id) do update set
       attempts = s.attempts + 1, failed_version = excluded.failed_version, reason = excluded.reason, due_at = excluded.due_at`,
    [generation, id, version, reason, delayMs / 1000],
    "run",
  );
}

/** How often a document has been refused before. */
export async function attemptsOf(em: Em, generation: string, id: string): Promise<number> {
  const [row] = await em.execute<{ attempts: number }[]>(
    `select attempts from search_shipment where generation = ? and id = ?`,
    [generation, id],
  );
  return row?.attempts ?? 0;
}

/** Has these documents shipped again whatever is remembered of them. */
export async function shipAgain(em: Em, generation: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await em.execute(
    `insert into search_shipment as s (generation, id, version, due_at)
     select ?, id, 0, now() from jsonb_array_elements_text(?::jsonb) as each (id)
     on conflict (generation, id) do update set version = 0, due_at = now(), failed_version = null`,
    [generation, JSON.stringify(ids)],
    "run",
  );
}

/** Remembers the highest task the server has given; a lower one later tells of a server restored from an old snapshot. */
export async function rememberTask(em: Em, generation: string, task: number): Promise<void> {
  await em.execute(
    `update search_index set highest_task = ? where generation = ? and highest_task < ?`,
    [task, generation, task],
    "run",
  );
}

/** What is remembered of a generation; undefined for one that was never met. */
export interface Remembered {
  readonly highestTask: number;
  readonly filledAt: Date | null;
  readonly doubtedAt: Date | null;
  readonly verifiedAt: Date | null;
  readonly missing: number | null;
  readonly stale: number | null;
  readonly extra: number | null;
  readonly settings: readonly string[];
}

export async function remembered(em: Em, generation: string): Promise<Remembered | undefined> {
  const [row] = await em.execute<
    (Omit<Remembered, "highestTask" | `${string}At`> & {
      highest: string;
      filled: string | null;
      doubted: string | null;
      verified: string | null;
    })[]
  >(
    `select highest_task::text as highest, filled_at::text as filled, doubted_at::text as doubted,
       verified_at::text as verified, missing, stale, extra, settings
     from search_index where generation = ?`,
    [generation],
  );
  if (!row) return undefined;
  const { highest, filled, doubted, verified, ...rest } = row;
  const moment = (text: string | null) => (text === null ? null : new Date(text));
  return {
    ...rest,
    highestTask: Number(highest),
    filledAt: moment(filled),
    doubtedAt: moment(doubted),
    verifiedAt: moment(verified),
  };
}

/** This generation is the one that is searched, from now on; without one, none is. */
export async function recordLive(em: Em, generation?: string): Promise<void> {
  await em.execute(
    `update search_index set live_since = case when generation = ? then now() end
     where (live_since is null) = (generation = ?)`,
    [generation ?? "", generation ?? ""],
    "run",
  );
}

/** The index has held everything once. */
export async function recordFilled(em: Em, generation: string): Promise<void> {
  await em.execute(
    `update search_index set filled_at = now() where generation = ? and filled_at is null`,
    [generation],
    "run",
  );
}

/** The index's contents are not what is remembered: they are to be compared before they are relied on. */
export async function doubt(em: Em, generation: string, highestTask: number): Promise<void> {
  await em.execute(
    `update search_index set doubted_at = coalesce(doubted_at, now()), highest_task = ? where generation = ?`,
    [highestTask, generation],
    "run",
  );
}

/** Forgets the indexes that are no more; all of them after a restore: what they hold is not what the backup remembers. */
export async function forgetAllBut(em: Em, generations: readonly string[]): Promise<void> {
  await em.execute(
    `delete from search_index where generation not in (select jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(generations)],
    "run",
  );
}
