import { type FilterQuery, raw } from "@mikro-orm/core";
import { type SummaryView } from "../evidence/evidence-summary.view.ts";
import { EvidenceSummary } from "../evidence/evidence-summary.entity.ts";
import { visibleSummaries } from "../evidence/evidence.policy.ts";
import { bySlug } from "../evidence/summary-parts.reader.ts";
import { summariesById } from "../evidence/summary.reader.ts";
import { rowsUnder } from "../kernel/compiled.ts";
import { connectionOf } from "../kernel/connection.ts";
import type { Batch, Context } from "../kernel/context.ts";
import { checkFilter } from "../kernel/input.ts";
import { registerNode } from "../kernel/node.ts";
import type { Order, Page, PageRequest } from "../kernel/paging.ts";
import { relation } from "../kernel/relation-page.ts";
import { listPage, rowBy, rowsById } from "../kernel/rows.ts";
import type { Term, TermScheme } from "../terms/term.entity.ts";
import { describedBy, termsThrough } from "../terms/term.reader.ts";
import { CpdSession, SessionEvidence, SessionTerm } from "./cpd-session.entity.ts";
import { type CpdSessionFilter, CpdSessionSort } from "./cpd-session.inputs.ts";
import { visibleSessions } from "./cpd-session.policy.ts";

// Past sessions stand behind every upcoming one: seconds, past the year 33,000, counting back.
const behind = 1e12;

/** What is coming up, soonest first; then what is over, latest first. */
const upcomingFirst: Order = {
  name: "upcoming",
  keys: [
    {
      path: "upcoming",
      type: "number",
      direction: "asc",
      computed: {
        sql: (alias) =>
          `(case when ${alias}.ends_at >= now() then extract(epoch from ${alias}.starts_at)::double precision
            else ${behind}::double precision - extract(epoch from ${alias}.starts_at)::double precision end)`,
        value: (session: CpdSession) => {
          const starts = session.startsAt.getTime() / 1000;
          return session.endsAt.getTime() >= Date.now() ? starts : behind - starts;
        },
      },
    },
    { path: "id", type: "text", direction: "asc" },
  ],
};

// One name: a cursor of either leads on in the other, back to where a reader came from.
const byStart = (direction: "asc" | "desc"): Order => ({
  name: "start",
  keys: [
    { path: "startsAt", type: "moment", direction },
    { path: "id", type: "text", direction },
  ],
});

const orders: Record<CpdSessionSort, Order> = {
  [CpdSessionSort.UPCOMING]: upcomingFirst,
  [CpdSessionSort.EARLIEST]: byStart("asc"),
  [CpdSessionSort.LATEST]: byStart("desc"),
};

/** Batch: announced sessions by id. */
export const sessionsById = rowsById(CpdSession, visibleSessions);

/** The session at an address; null when there is none for this viewer. */
export const sessionBySlug = (ctx: Context, slug: string): Promise<CpdSession | null> =>
  rowBy(ctx, CpdSession, { $and: [{ slug }, visibleSessions(ctx.viewer)] });

/** The sessions that a filter asks for, of those the viewer may see. Refuses moments and texts the database cannot hold. */
export function sessionsMatching(ctx: Context, filter: CpdSessionFilter): FilterQuery<CpdSession> {
  checkFilter(filter);
  const described = (scheme: `${TermScheme}`, slugs: string[] | null | undefined) =>
    describedBy(ctx.em, { entity: SessionTerm, owner: "sessionId" }, scheme, slugs);
  const where: object[] = [
    visibleSessions(ctx.viewer),
    described("SUBJECT", filter.subjects),
    described("PHASE", filter.phases),
    described("TOPIC", filter.topics),
    described("KEY_STAGE", filter.keyStages),
    described("PUPIL_GROUP", filter.pupilGroups),
    described("PD_MECHANISM", filter.pdMechanisms),
  ];
  if (filter.mode) where.push({ mode: filter.mode });
  if (filter.modes && filter.modes.length > 0) where.push({ mode: { $in: filter.modes } });
  if (filter.startsAfter) where.push({ startsAt: { $gte: filter.startsAfter } });
  if (filter.startsBefore) where.push({ startsAt: { $lt: filter.startsBefore } });
  if (filter.endsAfter) where.push({ endsAt: { $gt: filter.endsAfter } });
  if (filter.endsBefore) where.push({ endsAt: { $lte: filter.endsBefore } });
  if (filter.relatedTo) where.push(relatedTo(ctx, filter.relatedTo));
  if (filter.hasPlaces === true || filter.hasPlaces === false)
    where.push({
      [raw((alias) => `(${alias}.capacity is null or ${alias}.places_taken < ${alias}.capacity)`)]:
        filter.hasPlaces,
    });
  return { $and: where } as FilterQuery<CpdSession>;
}

/** Others on the same evidence or topic, of a session that the viewer may see, as a condition on the session's id. */
function relatedTo(ctx: Context, slug: string): object {
  const it = rowsUnder(ctx.em, CpdSession, visibleSessions(ctx.viewer));
  const shown = rowsUnder(ctx.em, EvidenceSummary, visibleSummaries(ctx.viewer));
  return {
    slug: { $ne: slug },
    id: {
      $in: raw(
        `(select other.session_id from session_evidence as own
            join (${it.sql}) as it on it.id = own.session_id and it.slug = ?
            join (${shown.sql}) as shown on shown.id = own.summary_id
            join session_evidence as other on other.summary_id = own.summary_id
          union
          select other.session_id from session_term as own
            join (${it.sql}) as it on it.id = own.session_id and it.slug = ?
            join term as t on t.id = own.term_id and t.scheme = 'TOPIC'
            join session_term as other on other.term_id = own.term_id)`,
        [...it.params, slug, ...shown.params, ...it.params, slug],
      ),
    },
  };
}

/** A page of sessions: one statement, and one more when the total is asked for. */
export const listSessions = (
  ctx: Context,
  filter: CpdSessionFilter,
  sort: CpdSessionSort,
  request: PageRequest,
): Promise<Page<CpdSession>> =>
  listPage(ctx, CpdSession, sessionsMatching(ctx, filter), orders[sort], request);

/** Batch: terms of sessions, by session id. */
export const termsBySession: Batch<Term[]> = ({ em }, ids) =>
  termsThrough(em, { table: "session_term", owner: "session_id" }, ids);

/** A page of the sessions that build on a summary. */
export const sessionsOfSummary = relation<CpdSession>({
  child: CpdSession,
  link: { table: SessionEvidence, child: "sessionId" },
  parent: "summaryId",
  order: upcomingFirst,
  visible: visibleSessions as never,
});

/** A page of the sessions a provider gives. */
export const sessionsOfOrganisation = relation<CpdSession>({
  child: CpdSession,
  parent: "providerId",
  order: upcomingFirst,
  visible: visibleSessions as never,
});

/** A page of the summaries that a session builds on. */
export const evidenceOfSession = relation<SummaryView>({
  child: EvidenceSummary,
  link: { table: SessionEvidence, child: "summaryId" },
  parent: "sessionId",
  order: bySlug,
  visible: visibleSummaries as never,
  byIds: summariesById,
});

export const sessions = connectionOf("CpdSession", () => CpdSession);

registerNode({ prefix: "session", typeName: "CpdSession", byIds: sessionsById });
