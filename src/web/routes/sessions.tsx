import { Link } from "react-router";
import { ArticleHead } from "../components/article.tsx";
import { CardGrid, SessionCard } from "../components/cards.tsx";
import { Pager } from "../components/pager.tsx";
import { findOr404, query } from "../data/query.server.ts";
import { pageMeta } from "../data/page-meta.ts";
import type { Route } from "./+types/sessions.ts";
import styles from "./sessions.module.css";
import { SessionsDocument } from "./sessions.server.ts";

/** The sessions, and the moment that parts the coming from the past, once for server and browser. */
export async function loader(args: Route.LoaderArgs) {
  const after = new URL(args.request.url).searchParams.get("after");
  const { cpdSessions } = await findOr404(query(args, SessionsDocument, { after }));
  return { cpdSessions, first: after === null, now: new Date().toISOString() };
}

export const meta: Route.MetaFunction = () =>
  pageMeta({
    title: "CPD sessions – Potbank",
    description:
      "CPD sessions for teachers that build on evidence, soonest first, with places left, phase and subject.",
  });

/** All sessions, soonest first. */
export default function Sessions({ loaderData }: Route.ComponentProps) {
  const { cpdSessions, first, now } = loaderData;
  const { hasNextPage, endCursor } = cpdSessions.pageInfo;
  const coming = cpdSessions.nodes.filter(({ endsAt }) => Date.parse(endsAt) >= Date.parse(now));
  const past = cpdSessions.nodes.filter(({ endsAt }) => Date.parse(endsAt) < Date.parse(now));
  return (
    <>
      <ArticleHead
        kind="Professional development"
        title="CPD sessions"
        lead="Training that builds on the evidence, soonest first."
      >
        <p>
          <Link to="/search?kind=cpd">Filter by phase, subject or topic</Link>
        </p>
        <p>
          No time on these days? <Link to="/cpd/self-study">Self-study</Link> is there to read at
          any time.
        </p>
      </ArticleHead>
      {first && coming.length === 0 && <p>Nothing is announced at the moment.</p>}
      {coming.length > 0 && (
        <section aria-labelledby="coming" className={styles.part}>
          <h2 id="coming">Coming up</h2>
          <CardGrid width="20rem">
            {coming.map((session) => (
              <SessionCard key={session.id} of={session} now={now} />
            ))}
          </CardGrid>
        </section>
      )}
      {past.length > 0 && (
        <section aria-labelledby="past" className={styles.part}>
          <h2 id="past">Already taken place</h2>
          <CardGrid width="20rem">
            {past.map((session) => (
              <SessionCard key={session.id} of={session} now={now} />
            ))}
          </CardGrid>
        </section>
      )}
      <Pager
        first={first ? undefined : "/cpd"}
        next={hasNextPage && endCursor ? `/cpd?after=${encodeURIComponent(endCursor)}` : undefined}
      />
    </>
  );
}
