import type { ReactNode } from "react";
import { data, Link } from "react-router";
import articleStyles from "../components/article.module.css";
import { ArticleHead, Practice, Sections } from "../components/article.tsx";
import { ReflectionCard, SessionCard, SummaryCard } from "../components/cards.tsx";
import { FactList } from "../components/fact-list.tsx";
import { Mechanisms } from "../components/mechanisms.tsx";
import notice from "../components/notice.module.css";
import { Terms } from "../components/term-links.tsx";
import { formatDay, formatLongDay, formatTimes } from "../data/dates.ts";
import { findOr404, query } from "../data/query.server.ts";
import { modeInWords, placesInWords } from "../data/wording.ts";
import type { SessionQuery } from "../generated/graphql.ts";
import { pageMeta, publicUrlOf } from "../data/page-meta.ts";
import { sessionData, trailData } from "../data/structured-data.ts";
import type { Route } from "./+types/session.ts";
import { SessionDocument } from "./session.server.ts";
import styles from "./session.module.css";

type Session = NonNullable<SessionQuery["cpdSession"]>;

/** The session, or 404. Whether it is over is decided here, once for server and browser. */
export async function loader(args: Route.LoaderArgs) {
  const now = new Date().toISOString();
  const { slug } = args.params;
  const {
    cpdSession: session,
    mechanisms,
    related,
  } = await findOr404(query(args, SessionDocument, { slug, now }));
  if (!session) throw data(null, { status: 404 });
  return {
    session,
    mechanisms,
    related: related.nodes,
    now,
    past: Date.parse(session.endsAt) <= Date.parse(now),
  };
}

export const meta: Route.MetaFunction = ({ loaderData, matches }) => {
  if (!loaderData) return [];
  const { session } = loaderData;
  const { startsAt, mode, provider } = session;
  return pageMeta({
    // The same session is often given again: the day tells the one from the other.
    title: `${session.title}, ${formatDay(startsAt)} – CPD – Potbank`,
    description: `CPD session on ${formatLongDay(startsAt)}, ${modeInWords[mode].toLowerCase()}, with ${provider.name}.`,
    data: [
      sessionData(session),
      trailData(publicUrlOf(matches), [
        ["CPD sessions", "/cpd"],
        [session.title, `/cpd/${session.slug}`],
      ]),
    ],
  });
};

function Facts({ of, past }: { of: Session; past: boolean }): ReactNode {
  const { name, website } = of.provider;
  const facts: Record<string, ReactNode> = {
    Day: formatLongDay(of.startsAt),
    Time: formatTimes(of.startsAt, of.endsAt),
    How: modeInWords[of.mode],
    Where: of.venue,
    For: of.audience,
    With: website ? <a href={website}>{name}</a> : name,
    Places: past ? null : placesInWords(of.capacity, of.placesLeft),
  };
  return <FactList of={facts} />;
}

/** What a reader should know before anything else: that it is over, or full; and where to go instead. */
function Notice({
  of,
  past,
  related,
}: {
  of: Session;
  past: boolean;
  related: boolean;
}): ReactNode {
  const full = typeof of.placesLeft === "number" && of.placesLeft <= 0;
  if (!past && !full) return null;
  const topics = of.terms.filter(({ scheme }) => scheme === "TOPIC");
  const params = new URLSearchParams(topics.map(({ slug }) => ["topic", slug]));
  if (!past) params.set("places", "left");
  return (
    <div className={`${notice.notice} ${notice.strong}`}>
      <p>
        <strong>{past ? "This session has taken place." : "This session is full."}</strong>{" "}
        {!past && "Ask the provider whether there is a waiting list."}
      </p>
      <p>
        {related ? (
          <a href="#coming-up-on-the-same-evidence-or-topic">
            See the next on the same evidence or topic
          </a>
        ) : (
          <Link to={`/cpd${topics.length > 0 || !past ? `?${params}` : ""}`}>
            {past ? "See what is coming up" : "See sessions with places left"}
          </Link>
        )}
      </p>
    </div>
  );
}

/** A session: when and where first, then what happens in it, then what it builds on. */
export default function SessionPage({ loaderData }: Route.ComponentProps): ReactNode {
  const { session, mechanisms, related, now, past } = loaderData;
  const own = session.terms.filter(({ scheme }) => scheme === "PD_MECHANISM");
  return (
    <article>
      <ArticleHead kind="CPD sessions" up="/cpd" title={session.title} />
      <Notice of={session} past={past} related={related.length > 0} />
      <div className={articleStyles.columns}>
        <aside className={articleStyles.aside} aria-label="When and where">
          <Facts of={session} past={past} />
          {!past && (
            <p className={styles.calendar}>
              <a href={`/cpd/${session.slug}/session.ics`} download>
                Add to your calendar
              </a>
            </p>
          )}
        </aside>
        <div className={articleStyles.body}>
          <Sections of={session.sections} />
        </div>
      </div>
      <div className={articleStyles.practice}>
        <Practice
          heading="The evidence it builds on"
          cards={session.evidence.nodes.map((strand) => (
            <SummaryCard key={strand.id} of={strand} />
          ))}
        />
        <Mechanisms of={own} vocabulary={mechanisms} />
        <Practice
          heading="What teachers wrote after it"
          cards={session.reflections.nodes.map((reflection) => (
            <ReflectionCard key={reflection.id} of={reflection} />
          ))}
        />
        <p className={styles.back}>
          <Link to={`/reflections/new?session=${session.slug}`}>
            Were you there? Write a reflection
          </Link>
        </p>
        <Practice
          heading="Coming up on the same evidence or topic"
          cards={related.map((other) => (
            <SessionCard key={other.id} of={other} now={now} />
          ))}
        />
        <Terms of={session.terms.filter(({ scheme }) => scheme !== "PD_MECHANISM")} />
        <p className={styles.back}>
          <Link to="/cpd">All CPD sessions</Link>
        </p>
      </div>
    </article>
  );
}
