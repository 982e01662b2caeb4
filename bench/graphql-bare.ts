import type { AddressInfo } from "node:net";
import express from "express";
import { Pool } from "pg";

// The other side of bench/graphql.ts: what somebody would write for this one page and nothing else. Express, the same
// pool, one statement that makes the whole answer. Says where it listens to whoever started it.

const statement = `
select json_build_object('data', json_build_object('evidenceSummaries', json_build_object('nodes', (
  select coalesce(json_agg(json_build_object(
    'id', s.id,
    'slug', s.slug,
    'title', s.title,
    'headline', s.headline,
    'impactMonths', s.impact_months,
    'impactMonthsStatus', s.impact_months_status,
    'costBand', s.cost_band,
    'evidenceStrength', s.evidence_strength,
    'publishedAt', to_char(s.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'terms', (
      select coalesce(json_agg(json_build_object('scheme', t.scheme, 'slug', t.slug, 'label', t.label)
                               order by t.scheme, t.position), '[]'::json)
      from revision_term l join term t on t.id = l.term_id
      where l.revision_id = s.revision_id),
    'cpdSessions', json_build_object('nodes', (
      select coalesce(json_agg(json_build_object(
        'id', c.id,
        'slug', c.slug,
        'title', c.title,
        'mode', c.mode,
        'startsAt', to_char(c.starts_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by c.place), '[]'::json)
      from (
        select c.*, case when c.ends_at >= now() then extract(epoch from c.starts_at)
                         else 1e12 - extract(epoch from c.starts_at) end as place
        from session_evidence e join cpd_session c on c.id = e.session_id
        where e.summary_id = s.id and c.published_at is not null
        order by place, c.id limit 3) as c))
  ) order by s.title, s.id), '[]'::json)
  from (
    select s.id, s.slug, s.published_at, r.id as revision_id, r.title, r.headline, r.impact_months,
           r.impact_months_status, r.cost_band, r.evidence_strength
    from evidence_summary s join summary_revision r on r.id = s.published_revision_id
    where s.state = 'PUBLISHED'
    order by r.title, s.id limit $1) as s)))) as answer`;

const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL_MAX),
});
const app = express();
app.disable("x-powered-by");
app.get("/summaries", async (_request, response) => {
  const { rows } = await pool.query<{ answer: unknown }>(statement, [20]);
  response.json(rows[0]!.answer);
});
const server = app.listen(0, "127.0.0.1", () => {
  process.send?.((server.address() as AddressInfo).port);
});
