import type { Em } from "../../../kernel/em.ts";
import type { ContentKind } from "../../searchable.ts";

/** How far the index that is searched is behind the database, as the database knows it: no server is asked. */
export interface ShippingState {
  /** Who the index is; null before the first one was filled. */
  readonly generation: string | null;
  /** Documents whose last change has not been shipped; those that failed are not among them. */
  readonly waiting: number;
  /** How long the one that has waited longest has, in seconds; 0 when none waits. */
  readonly oldestSeconds: number;
  /** Documents that Meilisearch refuses. */
  readonly failed: number;
  /** True once the index has held everything, and nothing since says that it may not. */
  readonly trusted: boolean;
  readonly verifiedAt: Date | null;
  /** What the last comparison found; null before the first. */
  readonly missing: number | null;
  readonly stale: number | null;
  readonly extra: number | null;
  readonly settings: readonly string[];
}

/** Of the indexes that are remembered, the one that is searched: `recordLive` says so. */
const current = `(select generation from search_index where live_since is not null limit 1)`;

type Row = Omit<ShippingState, "verifiedAt"> & { readonly verified: string | null };

const stateWhere = (generation: string) => `
    select i.generation, waiting.count as waiting, waiting.oldest as "oldestSeconds",
       (select count(*)::int from search_shipment s join search_document d on d.id = s.id and d.version = s.failed_version
        where s.generation = i.generation and s.due_at is not null) as failed,
       i.filled_at is not null and i.doubted_at is null as trusted,
       i.verified_at::text as verified, i.missing, i.stale, i.extra, i.settings
     from search_index i
     cross join lateral (
       select count(*)::int as count, greatest(coalesce(extract(epoch from clock_timestamp() - min(written_at)), 0), 0)::float8 as oldest
       from (
         select d.written_at from search_document d left join search_shipment s on s.generation = i.generation and s.id = d.id
         where d.version > i.mark and s.version is distinct from d.version and s.failed_version is distinct from d.version
         union all
         select d.written_at from search_shipment s join search_document d on d.id = s.id
         where s.generation = i.generation and s.due_at is not null and d.version <= i.mark
           and s.failed_version is distinct from d.version) as late) as waiting
     where i.generation = ${generation}`;

/** One statement; it reads what was written since the mark, and what failed. */
export async function shippingState(em: Em): Promise<ShippingState> {
  const [row] = await em.execute<Row[]>(stateWhere(current));
  if (!row)
    return {
      generation: null,
      waiting: await everything(em),
      oldestSeconds: 0,
      failed: 0,
      trusted: false,
      verifiedAt: null,
      missing: null,
      stale: null,
      extra: null,
      settings: [],
    };
  const { verified, ...rest } = row;
  return { ...rest, verifiedAt: verified === null ? null : new Date(verified) };
}

/** The same of one index, by the moment of its making, as far as it says whether it may answer; undefined for one never met. */
export async function fillingOf(
  em: Em,
  generation: string,
): Promise<{ complete: boolean; oldestSeconds: number } | undefined> {
  const [row] = await em.execute<Row[]>(stateWhere("?"), [generation]);
  return row && { complete: row.trusted, oldestSeconds: row.oldestSeconds };
}

async function everything(em: Em): Promise<number> {
  const [row] = await em.execute<{ count: number }[]>(
    `select count(*)::int as count from search_document where deleted_at is null`,
  );
  return row!.count;
}

/** A document that Meilisearch refuses. */
export interface RefusedDocument {
  readonly id: string;
  readonly kind: ContentKind;
  /** Null for whom does not find it. */
  readonly title: string | null;
  /** In Meilisearch's words. */
  readonly reason: string;
  readonly attempts: number;
  readonly nextAttemptAt: Date;
}

/** What Meilisearch refuses of what it should hold, in order of id. Titles are told to who holds a token of the audience. */
export async function refusedDocuments(
  em: Em,
  limit: number,
  audience: readonly string[],
): Promise<RefusedDocument[]> {
  const rows = await em.execute<(Omit<RefusedDocument, "nextAttemptAt"> & { next: string })[]>(
    `select d.id, d.kind, case when d.audience && array(select jsonb_array_elements_text(?::jsonb)) then d.title end as title, s.reason, s.attempts, s.due_at::text as next
     from search_shipment s join search_document d on d.id = s.id and d.version = s.failed_version
     where s.generation = ${current} and s.due_at is not null and s.reason is not null
     order by d.id limit ?`,
    [JSON.stringify(audience), limit],
  );
  return rows.map(({ next, ...rest }) => ({ ...rest, nextAttemptAt: new Date(next) }));
}
