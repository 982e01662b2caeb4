import type { SessionMonthQuery, SessionsQuery } from "../generated/graphql.ts";
import { SessionMonthDocument, SessionsDocument } from "../routes/sessions.server.ts";
import { monthAfter, monthBounds, monthOf } from "./london.server.ts";
import { query } from "./query.server.ts";
import { isMonth, type SessionAddress } from "./session-address.ts";
import { toSessionFilter } from "./session-filter.server.ts";
import { layOutMonth } from "./session-month.server.ts";

type Asker = Parameters<typeof query>[0];

/** The coming sessions, soonest first, or those that are over, latest first: a page of them. */
export async function sessionList(asker: Asker, address: SessionAddress, now: string) {
  const past = address.view === "past";
  const coming = toSessionFilter(address, { endsAfter: now });
  const over = toSessionFilter(address, { endsBefore: now });
  // Back to an earlier page is on in the other direction.
  const back = address.before !== undefined;
  const { sessions, others, facets } = await query(asker, SessionsDocument, {
    filter: past ? over : coming,
    others: past ? coming : over,
    sort: past === back ? "EARLIEST" : "LATEST",
    after: address.before ?? address.after,
  });
  return {
    ...inReadingOrder(sessions, address),
    total: sessions.totalCount,
    others: others.totalCount,
    facets,
  };
}

/** The rows as they are read, and the cursors that lead to the pages on either side. */
function inReadingOrder(
  { nodes, pageInfo }: Pick<SessionsQuery["sessions"], "nodes" | "pageInfo">,
  { after, before }: Pick<SessionAddress, "after" | "before">,
) {
  const { hasNextPage, startCursor, endCursor } = pageInfo;
  const on = hasNextPage ? (endCursor ?? undefined) : undefined;
  const where = startCursor ?? undefined;
  return before === undefined
    ? { nodes, previous: after === undefined ? undefined : where, next: on }
    : { nodes: nodes.toReversed(), previous: on, next: where };
}

const monthOfFirst = ({ nodes }: SessionMonthQuery["earlier"], now: string): string | undefined => {
  const month = nodes[0] && monthOf(nodes[0].startsAt);
  return month !== undefined && isMonth(month, now) ? month : undefined;
};

/** One month of sessions, and the ways to the months around it. */
export async function sessionMonth(asker: Asker, address: SessionAddress, now: string) {
  const month = address.month ?? monthOf(now);
  const { from, to } = monthBounds(month);
  const { sessions, earlier, later, facets } = await query(asker, SessionMonthDocument, {
    filter: toSessionFilter(address, { endsAfter: from, startsBefore: to }),
    earlier: toSessionFilter(address, { startsBefore: from }),
    later: toSessionFilter(address, { startsAfter: to }),
  });
  const near = (other: string) => (isMonth(other, now) ? other : undefined);
  return {
    ...layOutMonth(month, sessions.nodes, now),
    total: sessions.totalCount,
    shown: sessions.nodes.length,
    previous: near(monthAfter(month, -1)),
    next: near(monthAfter(month, 1)),
    previousWithSessions: monthOfFirst(earlier, now),
    nextWithSessions: monthOfFirst(later, now),
    facets,
  };
}
