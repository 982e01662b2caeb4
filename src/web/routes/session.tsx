import type { ReactNode } from "react";
import { data } from "react-router";
import { ArticleHead, Practice, Section, Sections, Terms } from "../components/article.tsx";
import styles from "../components/article.module.css";
import { ReflectionCard, SummaryCard } from "../components/cards.tsx";
import { formatDay, formatLongDay, formatTimes } from "../data/dates.ts";
import { findOr404, query } from "../data/query.server.ts";
import { modeInWords, placesInWords } from "../data/wording.ts";
import type { SessionQuery } from "../generated/graphql.ts";
import { pageMeta, publicUrlOf } from "../data/page-meta.ts";
import { sessionData, trailData } from "../data/structured-data.ts";
import type { Route } from "./+types/session.ts";
import { SessionDocument } from "./session.server.ts";

type Session = NonNullable<SessionQuery["cpdSession"]>;

/** The session, or 404. Whether it is over is decided here, once for server and browser. */
export async function loader(args: Route.LoaderArgs) {
  const { cpdSession: session } = await findOr404(
    query(args, SessionDocument, { slug: args.params.slug }),
  );
  if (!session) throw data(null, { status: 404 });
  return { session, past: Date.parse(session.endsAt) < Date.now() };
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
  return (
    <dl className={styles.facts}>
      {Object.entries(facts).map(
        ([name, value]) =>
          value && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function Mechanisms({ of }: { of: Session["terms"] }): ReactNode {
  const mechanisms = of.filter(({ scheme }) => scheme === "PD_MECHANISM");
  if (mechanisms.length === 0) return null;
  const groups = [...new Set(mechanisms.map(({ group }) => group ?? "Other"))];
  return (
    <Section heading="How it helps you learn">
      <ul className={styles.prose}>
        {groups.map((group) => (
          <li key={group}>
            <strong>{group}:</strong>{" "}
            {mechanisms
              .filter((mechanism) => (mechanism.group ?? "Other") === group)
              .map(({ label }) => label.toLowerCase())
              .join(", ")}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** A session: when and where first, then what it builds on. */
export default function SessionPage({
  loaderData: { session, past },
}: Route.ComponentProps): ReactNode {
  const full = typeof session.placesLeft === "number" && session.placesLeft <= 0;
  return (
    <article>
      <ArticleHead kind="CPD session" title={session.title} />
      {(past || full) && (
        <p className={`${styles.notice} ${styles.strong}`}>
          <strong>
            {past
              ? "This session has taken place."
              : "This session is full. Ask the provider whether there is a waiting list."}
          </strong>
        </p>
      )}
      <div className={styles.columns}>
        <aside className={styles.aside}>
          <Facts of={session} past={past} />
        </aside>
        <div className={styles.body}>
          <Sections of={session.sections} />
          <Mechanisms of={session.terms} />
        </div>
      </div>
      <div className={styles.practice}>
        <Practice
          heading="The evidence it builds on"
          cards={session.evidence.nodes.map((strand) => (
            <SummaryCard key={strand.id} of={strand} />
          ))}
        />
        <Practice
          heading="What teachers wrote after it"
          cards={session.reflections.nodes.map((reflection) => (
            <ReflectionCard key={reflection.id} of={reflection} />
          ))}
        />
        <Terms of={session.terms} />
      </div>
    </article>
  );
}
