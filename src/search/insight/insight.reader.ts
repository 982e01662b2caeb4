import type { Context } from "../../kernel/context.ts";
import { badInput } from "../../kernel/errors.ts";
import { inRange } from "../../kernel/input.ts";
import { requireRole } from "../../kernel/viewer.ts";
import type { AskedWords, SearchInsightReport } from "./insight.types.ts";

/** Lines of each list. */
const linesMax = 50;

/** Longer than a year of searches is more than one statement should read. */
const daysMax = 400;

const dayMs = 86_400_000;

interface Line extends AskedWords {
  readonly list: "nothing" | "unopened" | "popular";
}

interface Counts {
  readonly searches: number;
  readonly without_hits: number;
  readonly without_opened: number;
}

/**
 * What was searched for in some days, for publishers and administrators: two statements. BAD_USER_INPUT for days that are
 * no stretch of time.
 */
export async function readInsight(
  { em, viewer }: Context,
  from: Date,
  to: Date,
): Promise<SearchInsightReport> {
  requireRole(viewer, "read what is searched for", "PUBLISHER", "ADMINISTRATOR");
  for (const [field, moment] of Object.entries({ from, to }))
    if (!inRange(moment)) throw badInput(field, "is outside the years 1 to 9999.");
  if (to <= from) throw badInput("to", "must be after from.");
  if (to.getTime() - from.getTime() > daysMax * dayMs)
    throw badInput("to", `must be at most ${daysMax} days after from.`);
  const days = [from, to].map((moment) => moment.toISOString());
  const [counts] = await em.execute<Counts[]>(countStatement, days);
  const lines = await em.execute<Line[]>(linesStatement, [...days, linesMax, linesMax, linesMax]);
  const of = (list: Line["list"]) => lines.filter((line) => line.list === list);
  return {
    from,
    to,
    searches: counts?.searches ?? 0,
    withoutHits: counts?.without_hits ?? 0,
    withoutOpened: counts?.without_opened ?? 0,
    findNothing: of("nothing"),
    openNothing: of("unopened"),
    popular: of("popular"),
  };
}

const days = `day >= (?::timestamptz at time zone 'UTC')::date and day < (?::timestamptz at time zone 'UTC')::date`;

const countStatement = `
  select count(*)::int as searches,
    (count(*) filter (where hits = 0))::int as without_hits,
    (count(*) filter (where hits > 0 and position is null))::int as without_opened
  from asked_search where ${days}`;

// Ids sort by age, so the greatest is the latest search. Alike is measured for the few lines that are shown.
const linesStatement = `
  with asked as materialized (
    select words, count(*)::int as times, count(position)::int as opened,
      (array_agg(hits order by id desc))[1] as hits,
      (percentile_cont(0.5) within group (order by position))::float8 as median
    from asked_search where ${days} group by words
  ), listed as (
    (select 'nothing' as list, * from asked where hits = 0 order by times desc, words limit ?)
    union all
    (select 'unopened', * from asked where hits > 0 and opened = 0 order by times desc, words limit ?)
    union all
    (select 'popular', * from asked order by times desc, words limit ?)
  )
  select list, words, times, hits, opened, median as "medianPosition",
    case when list <> 'nothing' then '{}'::text[] else array(
      select near.word from (
        select name.word, max(similarity(name.word, listed.words)) as nearness
        from (select lower(label) as word from term union select lower(unnest(aliases)) from term) as name
        where name.word % listed.words
        group by name.word) as near
      order by near.nearness desc, near.word limit 3) end as alike
  from listed order by list, times desc, words`;
