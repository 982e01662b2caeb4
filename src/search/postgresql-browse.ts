import { sql } from "@mikro-orm/core";
import { LRUCache } from "lru-cache";
import type { Em } from "../kernel/em.ts";
import type { Sql } from "./postgresql-fields.ts";
import type { SearchRequest } from "./port.ts";

// What a page without words counts is everything: 0.3 s of work for 100,000 documents. Between two writes it stays the same,
// so it is kept with the state of the documents it was read from, and given again while that is the state the reader sees.

/**
 * The state of the documents as this statement sees them, its own transaction's writes included: every write of a row draws
 * a new version, and whoever fills the table anew (a restore) gets a new file. An index holds the versions: 8 ms of 100,000.
 */
const state = sql`
  select concat_ws(':', pg_relation_filenode('search_document'), count(*), sum(hashint8extended(version, 0))) as now
  from search_document`;

/** Answers kept, one a page and a kind of reader: 10 kB at the most. */
const keptMax = 500;

/** Asks `statement` (one row) unless its answer is known for this state of the documents; one statement either way. */
export function rememberingBrowse<Row extends object>(): (
  em: Em,
  request: SearchRequest,
  statement: Sql,
) => Promise<Row> {
  const kept = new LRUCache<string, { state: string; row: Row }>({ max: keptMax });
  return async (em, request, statement) => {
    const key = JSON.stringify(request);
    const known = kept.get(key);
    const [answer] = await em.execute<{ now: string; fresh: Row | null }[]>(
      // A subquery inside `case` is run only when it is chosen.
      sql`
        select now, case when now <> ${known?.state ?? ""} then (select to_jsonb(answer) from (${statement}) as answer) end as fresh
        from (${state}) as documents`,
    );
    if (!answer) throw new Error("The state of the documents is one row.");
    if (answer.fresh === null) return known!.row;
    kept.set(key, { state: answer.now, row: answer.fresh });
    return answer.fresh;
  };
}
