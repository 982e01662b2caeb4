import { type Context } from "../kernel/context.ts";
import { rowsUnder, toRows } from "../kernel/compiled.ts";
import { Term, type TermScheme } from "../terms/term.entity.ts";
import { CpdMode, CpdSession } from "./cpd-session.entity.ts";
import { CpdSessionFilter } from "./cpd-session.inputs.ts";
import { sessionsMatching } from "./cpd-session.reader.ts";

/** A word of the vocabulary and how many sessions it describes. */
export interface TermCount {
  readonly term: Term;
  readonly count: number;
}

/** A way to take part and how many sessions are given so. */
export interface ModeCount {
  readonly mode: CpdMode;
  readonly count: number;
}

/** The sessions of a filter of which some choices are made otherwise. */
const matching = (ctx: Context, filter: CpdSessionFilter, otherwise: Partial<CpdSessionFilter>) => {
  const changed = Object.assign(new CpdSessionFilter(), filter, otherwise);
  return rowsUnder(ctx.em, CpdSession, sessionsMatching(ctx, changed));
};

/** Every term of a scheme, in its own order, with the sessions it describes under all choices but those of its field: one statement. */
export async function countByTerm(
  ctx: Context,
  scheme: `${TermScheme}`,
  field: "subjects" | "phases" | "topics" | "pdMechanisms",
  filter: CpdSessionFilter,
): Promise<TermCount[]> {
  const from = matching(ctx, filter, { [field]: null });
  const rows = await ctx.em.execute<(object & { "#count": number })[]>(
    `select t.*, (select count(*)::int from session_term as l join (${from.sql}) as s on s.id = l.session_id
                  where l.term_id = t.id) as "#count"
     from term as t where t.scheme = ? order by t.position`,
    [...from.params, scheme],
  );
  const terms = toRows(ctx.em, Term, rows);
  return rows.map((row, at) => ({ term: terms[at]!, count: row["#count"] }));
}

/** Every mode with the sessions given so under all choices but the mode: one statement. */
export async function countByMode(ctx: Context, filter: CpdSessionFilter): Promise<ModeCount[]> {
  const from = matching(ctx, filter, { mode: null, modes: null });
  const rows = await ctx.em.execute<ModeCount[]>(
    `select mode, count(*)::int as count from (${from.sql}) as s group by mode`,
    [...from.params],
  );
  const counts = new Map(rows.map(({ mode, count }) => [mode, count]));
  return Object.values(CpdMode).map((mode) => ({ mode, count: counts.get(mode) ?? 0 }));
}

/** How many sessions of the filter have places left, or no limit: one statement. */
export async function countWithPlaces(ctx: Context, filter: CpdSessionFilter): Promise<number> {
  const from = matching(ctx, filter, { hasPlaces: true });
  const [row] = await ctx.em.execute<{ count: number }[]>(
    `select count(*)::int as count from (${from.sql}) as s`,
    [...from.params],
  );
  return row?.count ?? 0;
}
